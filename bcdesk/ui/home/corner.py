"""The row over the list of reports: who sits at the desk, and the ways to what is kept beside the reports."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import enlarge

BESIDE, ALONE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


@dataclass(frozen=True, slots=True)
class Corner:
    """Who sits at the desk: the drafters known here, the one at work, the office; whether this PC is văn thư's."""

    drafters: tuple[str, ...] = ()
    drafter: str = ""
    office: str = ""
    keeps_register: bool = False


class CornerRow(QWidget):
    """Every button is always there: with its words where there is room for them, else with its icon alone."""

    drafter_chosen = Signal(str)
    drafter_added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Corner()
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.drafter = _button("person", "Người soạn")
        self.drafter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.office = _button("office", "Hồ sơ cơ quan")
        self.register = _button("register", "Sổ văn bản đi")
        self.backups = _button("backup", "Sao lưu, phục hồi…")
        self.trash = _button("remove", "Thùng rác")
        self._buttons = (self.drafter, self.office, self.register, self.backups, self.trash)
        self._lay_out()

    def show_corner(self, corner: Corner) -> None:
        """Say who sits at the desk."""
        self.shown = corner
        self.drafter.setText(f"Người soạn: {corner.drafter}" if corner.drafter else "Người soạn")
        for before in self.findChildren(QMenu):
            before.deleteLater()
        self.drafter.setMenu(self._drafter_menu())
        self.office.setText(corner.office or "Hồ sơ cơ quan")
        self.register.setVisible(corner.keeps_register)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As high as it is, and no matter how wide: it makes itself fit."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make everything fit into the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Make everything fit with other letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Give every button its words, then take them off from the right until all have room."""
        for button in self._buttons:
            button.setToolButtonStyle(BESIDE)
        for button in reversed(self._buttons):
            if self.sizeHint().width() <= self.width():
                break
            button.setToolButtonStyle(ALONE)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        title = QLabel("Danh sách báo cáo")
        enlarge(title, 1.3)
        row.addWidget(title)
        row.addWidget(self.count)
        row.addStretch()
        for button in self._buttons:
            row.addWidget(button)
        self.register.hide()

    def _drafter_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for name in self.shown.drafters:
            action = QAction(name, group, checkable=True, checked=name == self.shown.drafter)
            action.triggered.connect(lambda _=False, name=name: self.drafter_chosen.emit(name))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(icon("add"), "Thêm người soạn…", self.drafter_added.emit)
        return menu


def _button(drawing: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(drawing))
    button.setIconSize(QSize(20, 20))
    button.setText(words)
    button.setToolTip(words)
    return button
