"""The bar of the window: the actions in their groups, and at its end the menu of what is done more rarely."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton

from bcdesk.ui.actions import ACTIONS, MENU, TOOLBAR, Actions

ICON = 20
# Where the window is narrow or the letters are large, these give up their words, the first of them first.
WORDS_GO = ("home", "table", "new", "print", "next", "pdf", "word", "check", "send")
BESIDE, ALONE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class ToolBar(QToolBar):
    """Always shows every button: with its words where there is room for them, else with its icon alone."""

    def __init__(self, actions: Actions) -> None:
        super().__init__("Thanh công cụ")
        self.setMovable(False)
        self.setIconSize(QSize(ICON, ICON))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._buttons: dict[str, QToolButton] = {}
        for number, group in enumerate(TOOLBAR):
            if number:
                self.addSeparator()
            for action_id in group:
                self._add(action_id, actions)
        self.menu_button = _menu_button(actions)
        self.addWidget(self.menu_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make everything fit into the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Make everything fit with other letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _add(self, action_id: str, actions: Actions) -> None:
        self.addAction(actions[action_id])
        button = self.widgetForAction(actions[action_id])
        if isinstance(button, QToolButton):
            self._buttons[action_id] = button

    def _fit(self) -> None:
        """Give every button its words that has some, then take them off one by one until all have room."""
        for spec in ACTIONS:
            if spec.beside and spec.id in self._buttons:
                self._buttons[spec.id].setToolButtonStyle(BESIDE)
        for action_id in WORDS_GO:
            if self.sizeHint().width() <= self.width():
                break
            self._buttons[action_id].setToolButtonStyle(ALONE)


def _menu_button(actions: Actions) -> QToolButton:
    button = QToolButton()
    menu = QMenu(button)
    for number, group in enumerate(MENU):
        if number:
            menu.addSeparator()
        menu.addActions([actions[action_id] for action_id in group])
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setText(actions["menu"].text())
    button.setToolTip(actions["menu"].toolTip())
    actions["menu"].triggered.connect(button.showMenu)
    return button
