"""`make fidelity`: the example and made-up documents, line by line, against each LibreOffice; 1 below the goal."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from bcdesk.layout.measure import Measure
from bcdesk.painting.fonts import FontMeasure
from bcdesk.sheet.sheet import Sheet
from tests.fidelity.corpus import Kind, documents
from tests.fidelity.example import example_sheet
from tests.fidelity.judge import Judge, Verdict, table
from tests.fidelity.newer import newer
from tests.fidelity.office import BUILD, NotHere, Office, installed, profile_of
from tests.fonts import private_fontconfig

LINES, PAGES, DOCUMENTS, NEAR = 0.9995, 0.99, 0.95, 0.95
TEXT, APART = 60, 15
SHOWN = 5


def main(arguments: list[str] | None = None) -> int:
    """Judge, print, and say by the exit code whether the goal is met."""
    parser = argparse.ArgumentParser(description="Lines and pages against LibreOffice.")
    parser.add_argument(
        "--seed", type=int, default=int(f"{datetime.now(UTC):%Y%m%d}"), help="today's date if not given"
    )
    parser.add_argument("--all", action="store_true", help="print the first difference of every document")
    asked = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["FONTCONFIG_FILE"] = str(private_fontconfig(BUILD / "fonts"))
    _application = QGuiApplication([])
    measure = FontMeasure()
    bodies = {"the example": {"example": example_sheet(measure)}}
    bodies |= {str(kind): documents(asked.seed, TEXT if kind is Kind.TEXT else APART, kind) for kind in Kind}
    print(f"Made-up documents of seed {asked.seed}, by the profile of each program:\n")
    met = [_judged(office, bodies, measure, every=asked.all) for office in (installed, newer)]
    return 0 if all(met) else 1


def _judged(found: Callable[[], Office], bodies: dict[str, dict[str, Sheet]], measure: Measure, *, every: bool) -> bool:
    """Print what one LibreOffice says, and give whether the goal is met; where there is none, why, and it is."""
    try:
        office = found()
    except NotHere as why:
        print(why)
        return True
    version = office.version()
    with tempfile.TemporaryDirectory(dir=office.root / "tmp") as folder:
        judge = Judge(office, measure, profile_of(version), Path(folder))
        verdicts = [judge.verdict(name, sheets) for name, sheets in bodies.items()]
    print(table(version, verdicts), end="\n\n")
    for verdict in verdicts:
        _explain(verdict, every=every)
    print()
    return all(meets_goal(verdict) for verdict in verdicts if verdict.name == Kind.TEXT)


def meets_goal(found: Verdict) -> bool:
    """Whether lines, pages, documents and baselines are the same as often as the goal wants."""
    shares = (found.line_share, found.page_share, found.document_share, found.near_share)
    return all(share >= goal for share, goal in zip(shares, (LINES, PAGES, DOCUMENTS, NEAR), strict=True))


def _explain(verdict: Verdict, *, every: bool) -> None:
    for lost in verdict.lost:
        print(f"{verdict.name}: LibreOffice lost text of {lost}")
    for wrong in verdict.wrong_counts:
        print(f"{verdict.name}: {len(wrong.ours)} pages, theirs {len(wrong.theirs)}: {wrong.first_difference()}")
    for difference in verdict.differences if every else verdict.differences[:SHOWN]:
        print(f"{verdict.name}: {difference}")


if __name__ == "__main__":
    sys.exit(main())
