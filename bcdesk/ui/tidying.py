"""Tidying the report on the desk: what could be tidied is shown first, and all of it is one step to undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bcdesk.ui.desk import Desk
from bcdesk.ui.notices import Notice, Step
from bcdesk.vietnamese.numbers import grouped

if TYPE_CHECKING:
    from bcdesk.ui.dialogs.clean import CleanDialog

SHOWN = 40
OLD = "Phần vừa dán gõ bằng phông cũ (TCVN3 hoặc VNI), đọc là “{}…”."
NOTHING = "Không có gì cần dọn: dấu cách, ký tự ẩn và phông chữ của báo cáo đều gọn."


class Tidying(QObject):
    """Offers to tidy, and tells in `result` what was done."""

    def __init__(self, window: QWidget, result: Notice) -> None:
        super().__init__(window)
        self._window = window
        self._result = result

    def ask(self, desk: Desk) -> None:
        """Show what could be tidied; say so where nothing could."""
        from bcdesk.report.cleanups import Cleanup, changes
        from bcdesk.ui.dialogs.clean import CleanDialog

        desk.editor.commit_composition()
        found = {cleanup: changes(desk.session.report, cleanup) for cleanup in Cleanup}
        if not any(found.values()):
            self._result.say(NOTHING)
            return
        dialog = CleanDialog(found, self._window)
        dialog.accepted.connect(lambda: self._clean(desk, dialog))
        dialog.open()

    def follow(self, desk: Desk) -> None:
        """Offer to read what is pasted in an old encoding as the letters it shows."""
        desk.editor.pen.old_pasted.connect(partial(self._offer, desk))

    def _offer(self, desk: Desk, texts: tuple[tuple[str, str], ...]) -> None:
        self._result.say(OLD.format(texts[0][1][:SHOWN]), Step("Chuyển sang Unicode", partial(self._read, desk, texts)))

    def _read(self, desk: Desk, texts: tuple[tuple[str, str], ...]) -> None:
        from bcdesk.report.cleanups import Reread

        desk.editor.commit_composition()
        desk.editor.pen.act(Reread(texts))
        self._result.say("Đã chuyển phần vừa dán sang Unicode.", Step("Hoàn tác", desk.undo))

    def _clean(self, desk: Desk, dialog: CleanDialog) -> None:
        from bcdesk.report.cleanups import Clean

        desk.editor.pen.act(Clean(dialog.chosen))
        self._result.say(f"Đã dọn {grouped(dialog.count)} chỗ.", Step("Hoàn tác", desk.undo))
