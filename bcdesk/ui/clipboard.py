"""What is left on the clipboard when the program goes."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def leave_plain_text() -> None:
    """Leave what was copied as plain text, held by Qt itself.

    Data made in Python that still lies there when the interpreter ends is deleted twice, and the process dies of it
    (measured with PySide 6.11).
    """
    clipboard = QGuiApplication.clipboard()
    alone = QGuiApplication.platformName() == "offscreen"  # a clipboard of its own, which says that nobody owns it
    if alone or clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())
