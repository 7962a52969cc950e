"""The left side of the editor: the tabs, and below them the way to add a section."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bcdesk.report.edits import MoveSection, SetReviewed
from bcdesk.report.report import HEADING, Place, Report, find_section
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.sectionpage import RENAME_KEYS, REVIEWED_KEYS, section_menu
from bcdesk.ui.editor.structure import added
from bcdesk.ui.editor.tabs import WIDTH, Tabs

BESIDE = 6


class Sidebar(QScrollArea):
    """Scrolls where a report has more sections than the window is high."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self.tabs = Tabs()
        self.tabs.moved.connect(self._move_section)
        self.tabs.menu_asked.connect(self._open_menu)
        self.add = QPushButton("+ Thêm mục")
        self.add.setObjectName("quiet")
        self.add.setToolTip("Thêm một mục ở cuối báo cáo")
        self.add.clicked.connect(self.add_section)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        foot = QHBoxLayout()
        foot.setContentsMargins(BESIDE, 0, BESIDE, 0)
        foot.addWidget(self.add)
        column.addLayout(foot)
        column.addStretch(1)
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holder)

    def sync(self, report: Report) -> None:
        """Offer to add a section where the report may still be changed."""
        self.add.setVisible(not report.frozen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what the tabs draw beside the scroll bar."""
        super().resizeEvent(event)
        self.tabs.stay_within(self.viewport().width())

    def add_section(self) -> None:
        """Add a section behind all others of the first level."""
        self._pen.commit_composition()
        edit = added(self._pen.report, None)
        self._pen.act(edit, Place(edit.section.id, HEADING))

    def menu(self, key: str) -> QMenu:
        """What one can do with the tab of that key."""
        if key not in {section.id for section in self._pen.report.sections}:
            menu = QMenu(self)
            menu.addAction("Thêm mục", self.add_section)
            return menu
        menu = section_menu(self._pen, key, self)
        first = menu.actions()[0]
        rename = menu.addAction("Đổi tên", lambda: self._pen.wanted.emit(Place(key, HEADING)))
        done = find_section(self._pen.report, key).reviewed
        words = "Bỏ đánh dấu đã rà soát" if done else "Đánh dấu đã rà soát"
        review = menu.addAction(words, lambda: self._pen.act(SetReviewed(key, not done)))
        rename.setShortcut(RENAME_KEYS)
        review.setShortcut(REVIEWED_KEYS)
        menu.insertActions(first, [rename, review])
        menu.insertSeparator(first)
        return menu

    def _move_section(self, section: str, index: int) -> None:
        self._pen.commit_composition()
        self._pen.act(MoveSection(section, None, index))

    def _open_menu(self, key: str, point: QPoint) -> None:
        menu = self.menu(key)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(point)
