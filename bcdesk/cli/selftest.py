"""The program tries itself out: for whoever has just installed it, and for the packages before they leave.

A packaged program carries `SHA256SUMS` beside it, as `sha256sum` writes it: what a stick has spoilt is told by name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bcdesk.cli.commands import ask_no_display, paper_of, store_in, written
from bcdesk.places import program_folder, resources

if TYPE_CHECKING:
    from bcdesk.report.report import Report

SUMS = "SHA256SUMS"
DOCX, PDF = "bao-cao.docx", "bao-cao.pdf"
SHOWN = 5  # spoilt files named


class Fault(Exception):
    """What a step found wrong, in Vietnamese."""


def self_test() -> bool:
    """The main job from text to paper and back in a new data folder; whether it went well, and what went wrong."""
    with TemporaryDirectory(prefix="bcdesk-") as folder:
        faults = list(faults_of(Path(folder)))
    for fault in faults:
        print(f"Tự kiểm tra: {fault}", file=sys.stderr)
    if not faults:
        print("Tự kiểm tra: đạt.")
    return not faults


def faults_of(folder: Path) -> Iterable[str]:
    """What went wrong in which step; each is tried, whatever became of the others."""
    for name, step in STEPS.items():
        try:
            step(folder)
        except Fault as fault:
            yield f"{name}: {fault}"
        except Exception as error:  # noqa: BLE001  # whatever it is, to say what fails is what the test is for
            yield f"{name}: {type(error).__name__}: {error}"


def files_are_whole(_: Path) -> None:
    """Every file of a packaged program is as it was packed. Raises Fault with the names of those that are not."""
    sums = program_folder() / SUMS
    if sums.is_file():
        spoilt = spoilt_files(sums)
        if spoilt:
            more = f" và {len(spoilt) - SHOWN} tệp khác" if len(spoilt) > SHOWN else ""
            raise Fault(f"hỏng hoặc thiếu {', '.join(spoilt[:SHOWN])}{more}. Chép lại chương trình từ bản gốc.")


def spoilt_files(sums: Path) -> list[str]:
    """The files beside a list of sums that are not there, or not as the list says."""
    listed = (line.split("  ", 1) for line in sums.read_text(encoding="utf-8").splitlines())
    return [name for wanted, name in listed if _sum(sums.parent / name) != wanted]


def report_is_kept(folder: Path) -> None:
    """A report saved in a new data folder is the same after the folder was opened again."""
    report = _sample()
    with closing(store_in(folder / "data")) as store:
        kept = store.create(report)
    with closing(store_in(folder / "data")) as store:
        if store.load(kept).report != report:
            raise Fault("báo cáo mở lại không giống báo cáo đã lưu.")


def word_is_read_back(folder: Path) -> None:
    """The sections read back from the DOCX are those that were written."""
    from bcdesk.intake.files import read_file

    report = _sample()
    (docx,) = written(paper_of(report), folder / DOCX, None, None)
    if read_file(docx).report.sections != report.sections:
        raise Fault("tệp Word đọc lại không giống báo cáo.")


def paper_is_judged(_: Path) -> None:
    """The check finds what the sample is known to have, and nothing of the prescribed form that is wrong."""
    from bcdesk.press.review import Reviewer
    from bcdesk.report.findings import Severity

    found = Reviewer().review(paper_of(_sample())).findings
    if not found or any(finding.severity is Severity.WRONG for finding in found):
        raise Fault("kết quả kiểm tra báo cáo mẫu không đúng.")


def pdf_has_the_pages(folder: Path) -> None:
    """The PDF has as many pages as the paper, in a typeface with all Vietnamese letters."""
    paper = paper_of(_sample())
    (pdf,) = written(paper, None, folder / PDF, None)
    data = pdf.read_bytes()
    if not data.startswith(b"%PDF") or data.count(b"/Type /Page\n") != len(paper.pages):
        raise Fault("tệp PDF không đúng.")
    if paper.typeface.missing:
        raise Fault(f"phông {paper.typeface.family} thiếu chữ tiếng Việt. Cài phông Times New Roman.")


def window_stands(folder: Path) -> None:
    """The window can be made, with its icons, its words and its socket; it is not shown to anybody."""
    ask_no_display()
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from bcdesk import app
    from bcdesk.ui.window import Window

    _application = QApplication.instance() or app.make_application()
    window = Window(QSettings(str(folder / app.MEMORY), QSettings.Format.IniFormat))
    if window.grab().isNull():
        raise Fault("không vẽ được cửa sổ.")
    window.deleteLater()


# The window first: it makes the application that the papers measure their letters with.
STEPS: dict[str, Callable[[Path], None]] = {
    "Các tệp của chương trình": files_are_whole,
    "Cửa sổ": window_stands,
    "Lưu và mở lại": report_is_kept,
    "Xuất Word": word_is_read_back,
    "Kiểm tra thể thức": paper_is_judged,
    "Xuất PDF": pdf_has_the_pages,
}


def _sample() -> Report:
    from bcdesk.intake.files import read_file

    return read_file(next((resources() / "samples").glob("*.txt"))).report


def _sum(path: Path) -> str:
    """The SHA-256 of a file; empty for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
