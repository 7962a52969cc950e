"""The way into the trash and back: removed reports are taken out of the list, restored, or deleted for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bcdesk.errors import KnownError
from bcdesk.ui.notices import Notice, Step, TroubleBar
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.ui.dialogs.trash import TrashDialog

FOR_GOOD = "Xóa hẳn “{title}”? Không khôi phục lại được."


class Trash(QObject):
    """Moves reports; `changed` tells when the list is another."""

    changed = Signal()

    def __init__(self, parent: QWidget, workplace: Workplace, result: Notice, trouble: TroubleBar) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._result = result
        self._trouble = trouble

    def remove(self, report_id: str) -> None:
        """Put a report into the trash, and offer to take that back."""
        store = self._workplace.store
        title = next(listed.title for listed in store.listed() if listed.id == report_id)
        if self._done(partial(store.remove, report_id)):
            self._result.say(f"Đã bỏ vào thùng rác: {title}", Step("Hoàn tác", partial(self._take_back, report_id)))

    def show(self, kind_names: Mapping[str, str]) -> None:
        """List what lies in the trash."""
        from bcdesk.ui.dialogs.trash import TrashDialog

        dialog = TrashDialog(kind_names, self._workplace.now(), self._window)
        self._fill(dialog)
        dialog.restored.connect(partial(self._restore, dialog))
        dialog.deleted.connect(partial(self._delete, dialog))
        dialog.open()

    def _take_back(self, report_id: str) -> None:
        if self._done(partial(self._workplace.store.restore, report_id)):
            self._result.hide()

    def _restore(self, dialog: TrashDialog, report_id: str) -> None:
        title = self._title(dialog, report_id)
        if self._done_in(dialog, partial(self._workplace.store.restore, report_id)):
            self._result.say(f"Đã khôi phục: {title}")

    def _delete(self, dialog: TrashDialog, report_id: str) -> None:
        question = FOR_GOOD.format(title=self._title(dialog, report_id))
        if self._workplace.messages.confirm(dialog, question, yes="Xóa hẳn", no="Giữ lại"):
            self._done_in(dialog, partial(self._workplace.store.delete, report_id))

    def _title(self, dialog: TrashDialog, report_id: str) -> str:
        return next(dialog.title_of(trashed) for trashed in dialog.trashed if trashed.listed.id == report_id)

    def _fill(self, dialog: TrashDialog) -> None:
        dialog.show_reports(self._workplace.store.trashed())

    def _done_in(self, dialog: TrashDialog, act: Callable[[], None]) -> bool:
        """Whether that could be done; a trouble is told in the window, to which the dialog then gives way."""
        done = self._done(act)
        self._fill(dialog) if done else dialog.reject()
        return done

    def _done(self, act: Callable[[], None]) -> bool:
        """Whether that could be done; the list is drawn anew then, else the trouble is told."""
        try:
            act()
        except KnownError as error:
            self._trouble.tell(error)
            return False
        self.changed.emit()
        return True
