"""The directions in which the caret can leave a field."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor


class Way(Enum):
    """A direction in which the caret wants to leave a field, and the move it would be inside."""

    UP = QTextCursor.MoveOperation.Up
    DOWN = QTextCursor.MoveOperation.Down
    LEFT = QTextCursor.MoveOperation.Left
    RIGHT = QTextCursor.MoveOperation.Right
    PAGE_UP = QTextCursor.MoveOperation.Start
    PAGE_DOWN = QTextCursor.MoveOperation.End

    @property
    def forward(self) -> bool:
        """Whether it leads towards the end of the report."""
        return self in {Way.DOWN, Way.RIGHT, Way.PAGE_DOWN}


UP_OR_DOWN = {Way.UP, Way.DOWN}
WHOLE_PAGES = {Way.PAGE_UP, Way.PAGE_DOWN}
WAYS: dict[int, Way] = {
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_PageUp: Way.PAGE_UP,
    Qt.Key.Key_PageDown: Way.PAGE_DOWN,
}
