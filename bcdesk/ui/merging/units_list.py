"""The list of units that are expected to send a report, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bcdesk.intake.senders import listed_units
from bcdesk.ui.dialogs.dialog import Dialog, note

WORDS = "Mỗi dòng một đơn vị, theo thứ tự tổng hợp. Danh sách được nhớ cho loại báo cáo này."


class UnitsListDialog(Dialog):
    """Lets the clerk write down who is to send."""

    def __init__(self, units: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__("Danh sách đơn vị", "Lưu danh sách", parent)
        self.text = QPlainTextEdit("\n".join(units))
        self.text.setAccessibleName("Các đơn vị, mỗi dòng một đơn vị")
        self.text.setTabChangesFocus(True)
        self.body.addWidget(note(WORDS))
        self.body.addWidget(self.text, 1)
        self.finish(460, 480, self.text)

    @property
    def units(self) -> tuple[str, ...]:
        """The units as they stand there, each once."""
        return listed_units(self.text.toPlainText())
