"""What all dialogs share: a body over a row of verbs, no larger than the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesk.ui.style.style import STEP

MARGIN = 4 * STEP


class Dialog(QDialog):
    """A dialog whose default button says what it does; `open()` shows it over its window."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None, *, leave: str = "Hủy") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(STEP)
        self.verbs = QHBoxLayout()
        self.verbs.addStretch()
        self.leave = self.add_verb(leave, self.reject)
        self.act = self.add_verb(verb, self.accept)
        self.act.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(self.body, 1)
        column.addLayout(self.verbs)

    def add_verb(self, words: str, act: Callable[[], object], *, first: bool = False) -> QPushButton:
        """Another button in the row, at its left end where `first`."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self.verbs.insertWidget(0 if first else self.verbs.count(), button)
        return button

    def fit(self, width: int, height: int) -> None:
        """Take this size, or what the screen has room for."""
        room = self.screen().availableSize() - QSize(MARGIN, 2 * MARGIN)
        self.resize(QSize(width, height).boundedTo(room))
