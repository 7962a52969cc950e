"""What the keyboard does in every window: Enter presses the button that has it, Tab goes as the eye does.

Qt leaves the first to Space outside of dialogs, and lets Tab go in the order in which things came into being.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from bcdesk.ui.tab_order import follow_the_eye

if TYPE_CHECKING:
    Mixed = QWidget
else:
    Mixed = object  # a class of PySide has one ancestor of Qt's

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ByKeyboard(Mixed):
    """To be inherited by a window, before its class of Qt's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, in a dialog else the default one."""
        if not _pressed_by_enter(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # as Qt calls it
        """Tab goes as the eye does, whatever has come into the window since."""
        follow_the_eye(self)
        return super().focusNextPrevChild(forward)


def _pressed_by_enter(event: QKeyEvent) -> bool:
    """Whether the key was Enter on a button; that button is pressed then."""
    button = QApplication.focusWidget()
    if event.key() not in ENTER or not isinstance(button, QPushButton | QToolButton):
        return False
    button.click()
    return True
