"""The ways from the desk into a file: Word, PDF, and the office's own when saving fails."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from bcdesk.errors import KnownError, ReportTooHeavy
from bcdesk.press.files import file_name, write_whole
from bcdesk.report.report import Report
from bcdesk.session.save_states import FLUSH_SECONDS
from bcdesk.ui.desk import Desk
from bcdesk.ui.notices import Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper

PAPERS = {".docx", ".pdf"}
WORD, PDF, BUNDLE = "Tệp Word (*.docx)", "Tệp PDF (*.pdf)", "Tệp bcdesk (*.bcdesk)"
WRITTEN = "Đã ghi tệp {name}"
WITHOUT_PICTURES = "Đã ghi tệp {name}, không kèm ảnh vì ảnh nặng quá. Xuất Word để giữ cả ảnh."


class Export(QObject):
    """Writes the open report to files; `written` says that a paper is there."""

    written = Signal()

    def __init__(self, parent: QWidget, workplace: Workplace, telling: Telling) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._telling = telling

    def word(self, desk: Desk) -> None:
        """Write a Word file where the clerk says."""
        paper = self.finished(desk)
        if target := self._target("Xuất Word", WORD, file_name(paper.report, ".docx")):
            self._write(paper.report, target, paper.docx)

    def pdf(self, desk: Desk) -> None:
        """Write a PDF where the clerk says."""
        paper = self.finished(desk)
        self.pdf_of(paper, file_name(paper.report, ".pdf"))

    def pdf_of(self, paper: Paper, name: str) -> None:
        """Write the PDF of a paper where the clerk says, under that name if nothing else is said."""
        if target := self._target("Xuất PDF", PDF, name):
            from bcdesk.painting.pdf import pdf

            # Painted here, not in the background: Qt's fonts belong to the thread they were made in.
            data = pdf(paper.pages, paper.sheet.title)
            self._write(paper.report, target, lambda: data)

    def register_of(self, paper: Paper, name: str, kinds: str, make: Callable[[], bytes]) -> None:
        """Write the outgoing register where the clerk says, under that name if nothing else is said."""
        if target := self._target("Xuất sổ văn bản đi", kinds, name):
            self._write(paper.report, target, make)

    def rescue(self, desk: Desk) -> None:
        """Write the report into a file of its own elsewhere, for when it cannot be saved here."""
        desk.editor.commit_composition()
        report = desk.session.report
        if target := self._target("Lưu chỗ khác", BUNDLE, file_name(report, ".bcdesk")):
            self._begin(target)
            done = partial(self._on_rescued, report)
            self._workplace.background.run(partial(_rescued, report, target), done, self._telling.failed)

    def finished(self, desk: Desk) -> Paper:
        """The paper with everything typed in it, which is saved first."""
        paper = desk.finished_paper()
        self._workplace.saver.flush(FLUSH_SECONDS)
        return paper

    def _target(self, title: str, kinds: str, name: str) -> Path | None:
        return self._workplace.messages.file_to_write(self._window, title, self._folder() / name, kinds)

    def _write(self, report: Report, target: Path, make: Callable[[], bytes]) -> None:
        self._begin(target)
        done = partial(self._on_written, report)
        self._workplace.background.run(lambda: write_whole(target, make()), done, self._telling.failed)

    def _begin(self, target: Path) -> None:
        with suppress(KnownError):  # a data folder that is full or gone does not stand in the way of a paper
            self._workplace.settings.keep_paper_folder(target.parent)
        self._telling.begin(f"Đang ghi {target.name}…")

    def _folder(self) -> Path:
        with suppress(KnownError):
            return self._workplace.settings.paper_folder or self._workplace.documents
        return self._workplace.documents

    def _on_rescued(self, report: Report, rescued: tuple[Path, bool]) -> None:
        path, whole = rescued
        self._told(report, path, WRITTEN if whole else WITHOUT_PICTURES)

    def _on_written(self, report: Report, path: Path) -> None:
        self._told(report, path, WRITTEN)
        if path.suffix.lower() in PAPERS:
            self.written.emit()

    def _told(self, report: Report, path: Path, words: str) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        open_folder = Step("Mở thư mục", partial(QDesktopServices.openUrl, folder))
        self._telling.done(words.format(name=path.name), open_folder)
        self._telling.doubt(report)


def _rescued(report: Report, target: Path) -> tuple[Path, bool]:
    """Write the report, without its pictures where only they find no room; where it is, and whether it is all there."""
    from bcdesk.parcel.bundle import pack
    from bcdesk.report.pictureless import without_pictures

    try:
        return write_whole(target, pack(report)), True
    except ReportTooHeavy:
        return write_whole(target, pack(without_pictures(report))), False
