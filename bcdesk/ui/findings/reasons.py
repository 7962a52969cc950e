"""Why something of last period stays as it is: a usual reason at a button, or another one typed, in a line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from bcdesk.report.findings import Finding
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.text import nfc

USUAL = ("vẫn đúng", "nêu để so sánh")
NO_REASON = "Không ghi lý do"
REMEMBERED, AGAIN = "Các kỳ sau cũng không nhắc lại", "Kỳ sau nhắc lại"


class Reasons(QWidget):
    """Hidden until a reason is asked for; `given` carries the remark and its reason, empty for none.

    Then, and after Escape, the keyboard goes back to where it was, and `left` says that the line is gone.
    """

    given = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText("Lý do khác: ghi ngắn gọn rồi bấm Enter; Esc để thôi")
        self.line.setAccessibleName("Lý do khác")
        self.line.returnPressed.connect(self._give_typed)
        self.buttons = [self._button(reason.capitalize(), reason, REMEMBERED) for reason in USUAL]
        self.buttons.append(self._button(NO_REASON, "", AGAIN))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(QLabel("Giữ nguyên vì:"))
        for button in self.buttons:
            row.addWidget(button)
        row.addWidget(self.line, 1)
        self.hide()

    def ask(self, finding: Finding) -> None:
        """Ask why this stays."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._finding = finding
        self.line.clear()
        self.show()
        self.buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the line, not the panel around it."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _button(self, words: str, reason: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.clicked.connect(partial(self._give, reason))
        return button

    def _give_typed(self) -> None:
        if reason := nfc(self.line.text()).strip():
            self._give(reason)

    def _give(self, reason: str) -> None:
        finding = self._finding
        self._leave()
        if finding is not None:
            self.given.emit(finding, reason)

    def _leave(self) -> None:
        self._finding = None
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self.hide()
        self.left.emit()
