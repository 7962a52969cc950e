"""How large the interface is: a choice of this machine on top of the system's own, taken up at the next start.

Everything grows alike, icons and rows with the letters, so that nothing is cut off at any size.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from bcdesk.ui.actions import TEXT_SIZE, Actions
from bcdesk.ui.notices import Notice

PLAIN, SIZES = 100, (100, 115, 130, 150)
FACTOR, KEY = "QT_SCALE_FACTOR", "text-size"
TAKEN_UP = "Cỡ chữ giao diện {size} % được dùng từ lần mở chương trình sau."


def chosen_size(memory: QSettings) -> int:
    """The size chosen on this machine, in percent; 100 where nothing sensible was."""
    kept = str(memory.value(KEY))
    return next((size for size in SIZES if str(size) == kept), PLAIN)


def take_up(memory: QSettings) -> None:
    """Let the interface have the size chosen, unless its surroundings say another; before there is an application."""
    if (size := chosen_size(memory)) != PLAIN:
        os.environ.setdefault(FACTOR, str(size / PLAIN))


class TextSize(QObject):
    """Asks how large the interface is to be, and remembers it."""

    def __init__(self, window: QWidget, commands: Actions, memory: QSettings, result: Notice) -> None:
        super().__init__(window)
        self._window, self._memory, self._result = window, memory, result
        commands[TEXT_SIZE].triggered.connect(self.ask)

    def ask(self) -> None:
        """Offer the sizes."""
        from bcdesk.ui.dialogs.text_size import TextSizeDialog  # the window stands before dialogs are loaded

        dialog = TextSizeDialog(SIZES, chosen_size(self._memory), self._window)
        dialog.accepted.connect(lambda: self._take(dialog.percent))
        dialog.open()

    def _take(self, size: int) -> None:
        if size != chosen_size(self._memory):
            self._memory.setValue(KEY, size)
            self._result.say(TAKEN_UP.format(size=size))
