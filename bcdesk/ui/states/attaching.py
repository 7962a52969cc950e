"""The signed copy of a report: attached from a scan, shown, replaced, taken off; each a step that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from bcdesk.errors import NoViewer
from bcdesk.report.edits import SetField
from bcdesk.report.signed_copy import SignedCopy
from bcdesk.ui.desk import Desk
from bcdesk.ui.notices import Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

ATTACH, REPLACE = "Gắn bản đã ký (PDF/scan)…", "Thay bản đã ký khác…"
SHOW, TAKE_OFF = "Xem bản đã ký", "Bỏ bản đã ký"
KINDS = "Bản đã ký (*.pdf *.jpg *.jpeg *.png)"
STEP_BY_STEP = "Báo cáo đã sửa tiếp hoặc đã đóng: mở báo cáo rồi bấm Ctrl+Z để hoàn tác từng bước."
LEFT = "Báo cáo đã đóng nên chưa gắn được “{name}”. Mở lại báo cáo rồi gắn lại."


class Attaching(QObject):
    """Attaches signed copies to the report on a desk."""

    def __init__(self, parent: QWidget, workplace: Workplace, telling: Telling) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._telling = telling
        self._folder: Path | None = None

    def steps(self, desk: Desk) -> tuple[Step, ...]:
        """What can be done with the signed copy of a report that is signed."""
        if desk.session.report.signed_copy is None:
            return (Step(ATTACH, partial(self.ask, desk)),)
        act: tuple[tuple[str, Callable[[Desk], object]], ...] = (
            (SHOW, self.show), (REPLACE, self.ask), (TAKE_OFF, self.take_off),
        )  # fmt: skip
        return tuple(Step(words, partial(do, desk)) for words, do in act)

    def ask(self, desk: Desk) -> None:
        """Ask for the scan and attach it."""
        folder = self._folder or self._workplace.documents
        path = self._workplace.messages.file_to_open(self._window, "Gắn bản đã ký", folder, KINDS)
        if path is not None:
            self._folder = path.parent
            self.attach(desk, path)

    def attach(self, desk: Desk, path: Path) -> None:
        """Keep this scan, then name it in the report: a report never names what is not kept."""

        def kept() -> SignedCopy:
            from bcdesk.intake.signed_copy import read_signed_copy

            copy, data = read_signed_copy(path)
            self._workplace.signed_copies.keep(copy, data)
            return copy

        self._telling.begin(f"Đang gắn {path.name}…")
        self._workplace.background.run(kept, partial(self._attached, desk), self._telling.failed)

    def show(self, desk: Desk) -> None:
        """Show the signed copy in the program the system has for it."""
        copy = desk.session.report.signed_copy
        if copy is not None:
            work = partial(self._workplace.signed_copies.for_viewer, copy)
            self._telling.begin(f"Đang mở {copy.name}…")
            self._workplace.background.run(work, self._view, self._telling.failed)

    def take_off(self, desk: Desk) -> None:
        """The report has no signed copy any more; its file stays where it is, for taking that back."""
        copy = desk.session.report.signed_copy
        if copy is not None:
            desk.editor.pen.act(SetField("signed_copy", None, TAKE_OFF))
            self._telling.done(f"Đã bỏ bản đã ký “{copy.name}”.", undo_of(desk, self._telling))

    def _attached(self, desk: Desk, copy: SignedCopy) -> None:
        if not _is_open(desk):
            self._telling.status.end()
            self._telling.trouble.say(LEFT.format(name=copy.name))
            return
        desk.editor.pen.act(SetField("signed_copy", copy, "Gắn bản đã ký"))
        self._telling.done(f"Đã gắn bản đã ký “{copy.name}”.", undo_of(desk, self._telling))

    def _view(self, path: Path) -> None:
        self._telling.status.end()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._telling.failed(NoViewer(path.name))


def _is_open(desk: Desk) -> bool:
    """Whether the clerk still has that report before him; what is done to one that was left would be lost."""
    return isValid(desk) and desk.isVisible()


def undo_of(desk: Desk, telling: Telling) -> Step:
    """The button that takes back what was just done, and nothing that was done since."""
    done = desk.session.report

    def take_back() -> None:
        if _is_open(desk) and desk.session.report is done:
            desk.undo()
            telling.result.hide()
        else:
            telling.result.say(STEP_BY_STEP)

    return Step("Hoàn tác", take_back)
