"""Typing as an input method does it: one letter at a time, each an event with a text and no key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Type into a widget; a line break is the Enter key."""
    for letter in text:
        key, shown = (Qt.Key.Key_Return, "\r") if letter == "\n" else (0, letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, shown))
