"""The list of reports: where the program starts, and where one comes back to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcdesk.report.kept import Found, Listed, Wanted
from bcdesk.report.states import STATE_WORDS
from bcdesk.ui.home.calendar import YearCalendar
from bcdesk.ui.home.filters import Filters
from bcdesk.ui.home.listing import ReportsModel, ReportsTable
from bcdesk.ui.home.welcome import Welcome
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP, enlarge
from bcdesk.vietnamese.numbers import grouped


@dataclass(frozen=True, slots=True)
class Corner:
    """Who sits at the desk: the drafters known on this PC, the one at work, and the office's name."""

    drafters: tuple[str, ...] = ()
    drafter: str = ""
    office: str = ""


def local_now() -> datetime:
    """The time on the clock of this PC, with its time zone."""
    return datetime.now(UTC).astimezone()


class Home(QWidget):
    """The year's calendar over the list of reports; before the first report, three beginnings."""

    opened = Signal(str)
    removed = Signal(str)
    search_asked = Signal(str, Wanted)
    next_asked = Signal(str)
    chosen = Signal(str)
    drafter_chosen = Signal(str)
    drafter_added = Signal()
    office_asked = Signal()
    trash_asked = Signal()
    backups_asked = Signal()

    def __init__(self, now: Callable[[], datetime] = local_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corner = Corner()
        self._kind_names: dict[str, str] = {}
        self.model = ReportsModel(self._kind_names, now)
        self.table = ReportsTable(self.model)
        self.calendar = YearCalendar(self._kind_names, now().date())
        self.welcome = Welcome()
        self._drafter_button = _corner_button("person", "Người soạn")
        self._office_button = _corner_button("office", "Hồ sơ cơ quan")
        self._trash_button = _corner_button("remove", "Thùng rác")
        self._backups_button = _corner_button("backup", "Sao lưu, phục hồi…")
        self._drafter_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.search = QLineEdit()
        self.whose, self.state = QComboBox(), QComboBox()
        self.filters, self.more = Filters(self._kind_names), QToolButton()
        self._count = QLabel()
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # before anything is known
        self._pages.addWidget(self.welcome)
        self._list = self._list_page()
        self._pages.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        self._corner_row = self._make_corner_row()
        self._corner_row.hide()  # its buttons have nothing to work with yet
        column.addWidget(self._corner_row)
        column.addWidget(self._pages)
        self._connect()

    def name_kinds(self, names: Mapping[str, str]) -> None:
        """Call the kinds of report by these names."""
        self._kind_names.update(names)

    def show_reports(self, listed: tuple[Listed, ...]) -> None:
        """Fill list and calendar; without any report, the three beginnings."""
        self.calendar.show_reports(listed)
        self.model.show_reports(listed)
        if not self.filters.isHidden():
            self.filters.show_choices(listed)
        self._show_count()
        self._pages.setCurrentWidget(self._list if listed else self.welcome)
        self._corner_row.show()

    def show_changed(self, changed: tuple[Listed, ...]) -> None:
        """Put reports that were just saved in their place; the bar stays on the report it is on."""
        chosen, ids = self.table.chosen, {listed.id for listed in changed}
        self.show_reports((*changed, *(listed for listed in self.model.reports if listed.id not in ids)))
        self.table.choose(chosen)

    def show_instead(self, page: QWidget) -> None:
        """Show this page until there are reports to show."""
        self._corner_row.hide()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def show_corner(self, corner: Corner) -> None:
        """Say who sits at the desk."""
        self._corner = corner
        self._drafter_button.setText(f"Người soạn: {corner.drafter}" if corner.drafter else "Người soạn")
        self._drafter_button.setMenu(self._drafter_menu())
        self._office_button.setText(corner.office or "Hồ sơ cơ quan")
        self._narrow()

    def focus_list(self) -> None:
        """Put the keyboard on the list, or on the first beginning."""
        if self._pages.currentWidget() is self._list:
            self.table.setFocus()
        else:
            self.welcome.focus_first()

    def _make_corner_row(self) -> QWidget:
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        title = QLabel("Danh sách báo cáo")
        enlarge(title, 1.3)
        row.addWidget(title)
        row.addWidget(self._count)
        self._count.setObjectName("muted")
        row.addStretch()
        row.addWidget(self._drafter_button)
        row.addWidget(self._office_button)
        row.addWidget(self._backups_button)
        row.addWidget(self._trash_button)
        return corner

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.calendar)
        column.addLayout(self._search_row())
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        return page

    def _search_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.search.setPlaceholderText("Tìm trong tên và nội dung mọi báo cáo (có dấu hoặc không dấu)")
        self.search.setAccessibleName("Tìm báo cáo")
        self.search.setClearButtonEnabled(True)
        self.more.setText("Lọc")
        self.more.setToolTip("Lọc theo loại báo cáo, kỳ, người ký, người soạn (Alt+L)")
        self.more.setShortcut("Alt+L")
        self.more.setCheckable(True)
        self.more.setObjectName("step")
        self.filters.hide()
        self.whose.addItems(["Tất cả", "Của tôi"])
        self.whose.setAccessibleName("Báo cáo của ai")
        self.state.setAccessibleName("Báo cáo ở trạng thái nào")
        self.state.addItem("Mọi trạng thái", None)
        for state, words in STATE_WORDS.items():
            self.state.addItem(words, state)
        row.addWidget(self.search, 1)
        row.addWidget(self.whose)
        row.addWidget(self.state)
        row.addWidget(self.more)
        row.addWidget(self._button("Lấy từ báo cáo cũ", "import"))
        row.addWidget(self._button("Báo cáo mới", "new"))
        return row

    def _button(self, words: str, chosen: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.chosen.emit(chosen))
        return button

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.removed.connect(self.removed)
        self.table.next_asked.connect(self.next_asked)
        self.calendar.opened.connect(self.opened)
        self.welcome.chosen.connect(self.chosen)
        self._office_button.clicked.connect(self.office_asked)
        self._trash_button.clicked.connect(self.trash_asked)
        self._backups_button.clicked.connect(self.backups_asked)
        self.search.textChanged.connect(lambda _: self._narrow())
        self.search.returnPressed.connect(self.table.setFocus)
        for choice in (self.whose, self.state):
            choice.activated.connect(lambda _: self._narrow())
        self.more.toggled.connect(self._show_filters)
        self.filters.changed.connect(self._narrow)

    def show_found(self, query: str, found: tuple[Found, ...]) -> None:
        """Show what was found for these words in the texts of the reports."""
        self.model.show_found(query, found)
        self._show_count()

    def _show_filters(self, shown: bool) -> None:  # noqa: FBT001  # as Qt tells it
        self.filters.setVisible(shown)
        self.filters.show_choices(self.model.reports)
        if shown:
            self.filters.boxes["kind"].setFocus()
        else:
            self.filters.clear()
        self._narrow()

    def _narrow(self) -> None:
        wanted = replace(self.filters.wanted, state=self.state.currentData())
        if self.whose.currentIndex() and self._corner.drafter:
            wanted = replace(wanted, drafter=self._corner.drafter)
        self.model.narrow(self.search.text(), wanted)
        self._show_count()
        self.search_asked.emit(self.search.text(), wanted)

    def _show_count(self) -> None:
        rows = self.model.rowCount()
        self._count.setText(f"{grouped(rows)} báo cáo" if rows else "")

    def _drafter_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for name in self._corner.drafters:
            action = QAction(name, group, checkable=True, checked=name == self._corner.drafter)
            action.triggered.connect(lambda _=False, name=name: self.drafter_chosen.emit(name))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(icon("add"), "Thêm người soạn…", self.drafter_added.emit)
        return menu


def _corner_button(drawing: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(drawing))
    button.setIconSize(QSize(20, 20))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText(words)
    button.setToolTip(words)
    return button
