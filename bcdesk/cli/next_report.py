"""The next period's report from the command line, and what in it is still last period's."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bcdesk.cli.arguments import WrongCall
from bcdesk.cli.check import plain_finding
from bcdesk.cli.commands import kinds_of

if TYPE_CHECKING:
    from bcdesk.report.period import Period
    from bcdesk.report.report import Report


def next_report(asked: Namespace) -> None:
    """Roll a report over to the next period of its kind, or to the one asked for, into a file of its own."""
    from bcdesk.intake.files import read_file
    from bcdesk.intake.guesses import of_kinds
    from bcdesk.parcel.bundle import pack
    from bcdesk.press.files import write_whole
    from bcdesk.report.rollover import described, plan, rolled, successor
    from bcdesk.report.stale import left

    kinds = kinds_of(asked.data_dir)
    report = of_kinds(read_file(asked.source), kinds).report
    roll_over = plan(report, _period(asked.period) if asked.period else successor(report, kinds))
    new = rolled(report, roll_over)
    written = write_whole(asked.output, pack(new))
    print(described(roll_over))
    print(f"Nội dung còn của kỳ trước: {len(left(new))} chỗ.")
    print(f"Đã lập {written}")
    if asked.stale:
        print(f"Đã ghi {_write_stale(asked.stale, new)}")


def _period(words: str) -> Period:
    from bcdesk.report.period_reading import parse_period

    period = parse_period(words)
    if period is None:
        raise WrongCall(f"Không hiểu kỳ “{words}”. Ví dụ: “quý II/2024”, “tháng 7 năm 2024”, “6 tháng đầu năm 2024”.")
    return period


def _write_stale(path: Path, report: Report) -> Path:
    """The list as JSON: the period in words, and each remark under the names that `check --json` uses."""
    from bcdesk.press.files import write_whole
    from bcdesk.report.period import period_words
    from bcdesk.report.stale import left

    values = {"period": period_words(report.period), "findings": [plain_finding(finding) for finding in left(report)]}
    return write_whole(path, json.dumps(values, ensure_ascii=False, indent=2).encode())
