"""What all dialogs share: a body over a row of verbs, no larger than the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesk.ui.actions import HELP
from bcdesk.ui.keys import ByKeyboard
from bcdesk.ui.style.style import STEP, screen_room

MARGIN = 4 * STEP
LETTERS = 24


class Dialog(ByKeyboard, QDialog):
    """A dialog whose default button says what it does; `open()` shows it over its window, which lends it its F1."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None, *, leave: str = "Hủy") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(STEP)
        self._row = QWidget()
        self._verbs = QHBoxLayout(self._row)
        self._verbs.setContentsMargins(0, 0, 0, 0)
        self._verbs.addStretch()
        self.leave = self.add_verb(leave, self.reject)
        self.act = self.add_verb(verb, self.accept)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        self._column.setSpacing(2 * STEP)
        self._column.addLayout(self.body, 1)
        if parent is not None:
            self.addActions([action for action in parent.window().actions() if action.objectName() == HELP])

    def add_verb(self, words: str, act: Callable[[], object], *, first: bool = False) -> QPushButton:
        """Another button in the row, at its left end where `first`."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self._verbs.insertWidget(0 if first else self._verbs.count(), button)
        return button

    def finish(self, width: int, height: int, first: QWidget) -> None:
        """Close the body with the verbs, take this size or what the screen has room for, begin at `first`."""
        self._column.addWidget(self._row)
        self.act.setDefault(True)
        first.setFocus()
        room = screen_room() - QSize(MARGIN, 2 * MARGIN)
        self.resize(QSize(width, height).boundedTo(room))


def chooser(name: str, letters: int = LETTERS) -> QComboBox:
    """A box as wide as so many letters, whatever its longest words."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    return box


def note(words: str) -> QLabel:
    """A sentence beside the questions, on as many lines as it needs."""
    label = QLabel(words)
    label.setObjectName("muted")
    label.setWordWrap(True)
    return label


def headed(head: str, widget: QWidget) -> QVBoxLayout:
    """A widget under its head."""
    column = QVBoxLayout()
    column.setSpacing(STEP // 2)
    column.addWidget(QLabel(head))
    column.addWidget(widget)
    return column
