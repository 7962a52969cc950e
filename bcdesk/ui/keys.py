"""Enter presses the button that has the keyboard, wherever it stands; Qt leaves that to Space outside of dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def pressed_by_enter(event: QKeyEvent) -> bool:
    """Whether the key was Enter on a button; that button is pressed then."""
    button = QApplication.focusWidget()
    if event.key() not in ENTER or not isinstance(button, QPushButton | QToolButton):
        return False
    button.click()
    return True
