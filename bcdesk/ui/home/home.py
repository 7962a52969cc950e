"""The list of reports: where the program starts, and where one comes back to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcdesk.report.kept import Found, Listed, Wanted
from bcdesk.report.states import STATE_WORDS
from bcdesk.ui.clock import local_now
from bcdesk.ui.home.calendar import YearCalendar
from bcdesk.ui.home.corner import Corner, CornerRow
from bcdesk.ui.home.filters import Filters
from bcdesk.ui.home.listing import ReportsModel, ReportsTable
from bcdesk.ui.home.welcome import Welcome
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import grouped


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
    register_asked = Signal()

    def __init__(self, now: Callable[[], datetime] = local_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind_names: dict[str, str] = {}
        self.model = ReportsModel(self._kind_names, now)
        self.table = ReportsTable(self.model)
        self.calendar = YearCalendar(self._kind_names, now().date())
        self.welcome = Welcome()
        self.corner = CornerRow()
        self.search = QLineEdit()
        self.whose, self.state = QComboBox(), QComboBox()
        self.filters, self.more = Filters(self._kind_names), QToolButton()
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # before anything is known
        self._pages.addWidget(self.welcome)
        self._list = self._list_page()
        self._pages.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        self.corner.hide()  # its buttons have nothing to work with yet
        column.addWidget(self.corner)
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
        self.corner.show()

    def show_changed(self, changed: tuple[Listed, ...]) -> None:
        """Put reports that were just saved in their place; the bar stays on the report it is on."""
        chosen, ids = self.table.chosen, {listed.id for listed in changed}
        self.show_reports((*changed, *(listed for listed in self.model.reports if listed.id not in ids)))
        self.table.choose(chosen)

    def show_instead(self, page: QWidget) -> None:
        """Show this page until there are reports to show."""
        self.corner.hide()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def show_corner(self, corner: Corner) -> None:
        """Say who sits at the desk."""
        self.corner.show_corner(corner)
        self._narrow()

    def focus_list(self) -> None:
        """Put the keyboard on the list, or on the first beginning."""
        if self._pages.currentWidget() is self._list:
            self.table.setFocus()
        else:
            self.welcome.focus_first()

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
        corner = self.corner
        corner.drafter_chosen.connect(self.drafter_chosen)
        corner.drafter_added.connect(self.drafter_added)
        corner.office.clicked.connect(self.office_asked)
        corner.trash.clicked.connect(self.trash_asked)
        corner.backups.clicked.connect(self.backups_asked)
        corner.register.clicked.connect(self.register_asked)
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
        if self.whose.currentIndex() and self.corner.shown.drafter:
            wanted = replace(wanted, drafter=self.corner.shown.drafter)
        self.model.narrow(self.search.text(), wanted)
        self._show_count()
        self.search_asked.emit(self.search.text(), wanted)

    def _show_count(self) -> None:
        rows = self.model.rowCount()
        self.corner.count.setText(f"{grouped(rows)} báo cáo" if rows else "")
