"""F1 in the window: help about what has the keyboard."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from bcdesk.ui.actions import HELP, SHORTCUTS, Actions

if TYPE_CHECKING:
    from bcdesk.ui.help.window import HelpWindow


class Helping(QObject):
    """Explains things in a window of its own, which is loaded when first asked for.

    That window has no parent: a dialog over `window` would block it.
    """

    def __init__(self, window: QWidget, commands: Actions) -> None:
        super().__init__(window)
        self._window = window
        commands[HELP].triggered.connect(self.ask)
        commands[SHORTCUTS].triggered.connect(self.list_keys)

    def ask(self) -> None:
        """Explain what has the keyboard, the syllable being typed kept first."""
        from bcdesk.ui.editor.writing import Writing  # the window stands before the editor is loaded
        from bcdesk.ui.help.asked import asked_at  # see above

        focus = QApplication.focusWidget()
        QGuiApplication.inputMethod().commit()
        if isinstance(focus, Writing) and focus.composing:
            focus.settle()
        self.shown.explain(asked_at(focus), self._window)

    def list_keys(self) -> None:
        """Show the keys."""
        from bcdesk.ui.help.asked import Asked  # see above

        self.shown.explain(Asked(SHORTCUTS), self._window)

    def close(self) -> None:
        """Close the help."""
        if "shown" in self.__dict__:
            self.shown.close()

    @cached_property
    def shown(self) -> HelpWindow:
        """The window of help."""
        from bcdesk.ui.help.book import open_book  # see above
        from bcdesk.ui.help.shortcuts import shortcuts  # see above
        from bcdesk.ui.help.window import HelpWindow  # see above

        return HelpWindow(open_book((shortcuts(),)))
