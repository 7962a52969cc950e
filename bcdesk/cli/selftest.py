"""The program tries itself out: for whoever has just installed it, and for the packages before they leave."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bcdesk.cli.commands import paper_of, store_in, written
from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.report import Report


def self_test() -> bool:
    """The main job from text to paper and back in a new data folder; whether it went well, and what went wrong."""
    with TemporaryDirectory(prefix="bcdesk-") as folder:
        sample = next((resources() / "samples").glob("*.txt"))
        faults = list(faults_of(read_file(sample).report, Path(folder)))
    for fault in faults:
        print(f"Tự kiểm tra: {fault}", file=sys.stderr)
    if not faults:
        print("Tự kiểm tra: đạt.")
    return not faults


def faults_of(report: Report, folder: Path) -> Iterable[str]:
    """Save, reopen, export, read back: each step that does not give what went in."""
    with closing(store_in(folder)) as store:
        kept = store.create(report)
    with closing(store_in(folder)) as store:
        if store.load(kept).report != report:
            yield "báo cáo mở lại không giống báo cáo đã lưu."
    docx, pdf = written(paper_of(report), folder / "bao-cao.docx", folder / "bao-cao.pdf", None)
    if read_file(docx).report.sections != report.sections:
        yield "tệp Word đọc lại không giống báo cáo."
    if not pdf.read_bytes().startswith(b"%PDF"):
        yield "tệp PDF không đúng."
