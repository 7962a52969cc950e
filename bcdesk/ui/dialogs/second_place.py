"""The row in which the second place for backups is chosen: a stick or another disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from bcdesk.report.backup import SecondPlace
from bcdesk.ui.messages import Messages
from bcdesk.ui.style.style import STEP

NOWHERE = "Chưa có chỗ sao lưu thứ hai. Nên chọn một thẻ nhớ hoặc ổ đĩa khác, phòng khi hỏng ổ đĩa này."


class SecondPlaceRow(QWidget):
    """Says where the second place is; `chosen` gives another folder, or None where it is given up."""

    chosen = Signal(object)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.choose, self.give_up = QPushButton("Chọn chỗ thứ hai…"), QPushButton("Thôi dùng")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.words, 1)
        for button, act in ((self.choose, self._ask), (self.give_up, self._give_up)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        self.show_place(None)

    def show_place(self, place: SecondPlace | None) -> None:
        """Say where it is and when it was last reached."""
        self.words.setText(place_words(place))
        self.give_up.setVisible(place is not None)

    def _ask(self) -> None:
        folder = self._messages.folder(self, "Chọn chỗ sao lưu thứ hai", Path.home())
        if folder is not None:
            self.chosen.emit(folder)

    def _give_up(self) -> None:
        self.chosen.emit(None)


def place_words(place: SecondPlace | None) -> str:
    """The second place in a sentence."""
    if place is None:
        return NOWHERE
    return f"Chỗ sao lưu thứ hai: {place.folder} (đủ đến {place.seen.astimezone():%H:%M ngày %d/%m/%Y})."
