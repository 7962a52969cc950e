"""Tidying the report on the desk: what could be tidied is shown first, and all of it is one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bcdesk.report.cleanups import Clean, Cleanup, changes
from bcdesk.ui.desk import Desk
from bcdesk.ui.dialogs.clean import CleanDialog
from bcdesk.ui.notices import Notice, Step
from bcdesk.vietnamese.numbers import grouped

NOTHING = "Không có gì cần dọn: dấu cách, ký tự ẩn và phông chữ của báo cáo đều gọn."


class Tidying(QObject):
    """Offers to tidy, and tells in `result` what was done."""

    def __init__(self, window: QWidget, result: Notice) -> None:
        super().__init__(window)
        self._window = window
        self._result = result

    def ask(self, desk: Desk) -> None:
        """Show what could be tidied; say so where nothing could."""
        desk.editor.commit_composition()
        found = {cleanup: changes(desk.session.report, cleanup) for cleanup in Cleanup}
        if not any(found.values()):
            self._result.say(NOTHING)
            return
        dialog = CleanDialog(found, self._window)
        dialog.accepted.connect(lambda: self._clean(desk, dialog))
        dialog.open()

    def _clean(self, desk: Desk, dialog: CleanDialog) -> None:
        desk.editor.pen.act(Clean(dialog.chosen))
        self._result.say(f"Đã dọn {grouped(dialog.count)} chỗ.", Step("Hoàn tác", desk.undo))
