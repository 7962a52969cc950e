"""The list of reports: a table that is searched with or without marks, filtered, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from bcdesk.report.excerpt import Excerpt
from bcdesk.report.kept import ANY, Found, Listed, Wanted
from bcdesk.report.states import STATE_WORDS
from bcdesk.ui.home.excerpts import EXCERPT, TALL, ExcerptDelegate
from bcdesk.ui.home.words import changed_words
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import ROW
from bcdesk.ui.style.tables import dress_table
from bcdesk.vietnamese.folding import fold, sort_key

KNOWN = 20_000  # reports whose words are remembered, so that a search folds them once
Index = QModelIndex | QPersistentModelIndex
BESIDE = 40  # pixels: what surrounds the words of a cell, and the arrow of the column sorted by


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what it shows of a report, what it is sorted by, its width in characters (0: the rest)."""

    head: str
    shown: Callable[[Listed], str]
    sorted_by: Callable[[Listed], Any]
    width: int = 0


class ReportsModel(QAbstractTableModel):
    """The reports that fit what was typed and who is asked for."""

    def __init__(self, kind_names: Mapping[str, str], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._all: tuple[Listed, ...] = ()
        self._rows: list[Listed] = []
        self._typed, self._wanted = "", ANY
        self._found: tuple[Found, ...] = ()
        self._excerpts: dict[str, Excerpt] = {}
        self._order: tuple[int, bool] | None = None
        self._columns = _columns(kind_names, now)
        self._told = lru_cache(KNOWN)(self._words)

    @property
    def reports(self) -> tuple[Listed, ...]:
        """All reports, also those that do not fit."""
        return self._all

    def row_of(self, report_id: str) -> int:
        """The row of a report; -1 where it does not fit."""
        return next((row for row, listed in enumerate(self._rows) if listed.id == report_id), -1)

    def show_reports(self, listed: tuple[Listed, ...]) -> None:
        """Hold these, the last changed first; those shown already stay where they are."""
        known, self._all = self._all, listed
        narrowed = self._order or self._typed or self._wanted != ANY
        if known and not narrowed and len(known) < len(listed) and listed[: len(known)] == known:
            self.beginInsertRows(QModelIndex(), len(known), len(listed) - 1)
            self._rows.extend(listed[len(known) :])
            self.endInsertRows()
        else:
            self._refresh()

    @property
    def has_excerpts(self) -> bool:
        """Whether any row shows a line of its report."""
        return bool(self._excerpts)

    def narrow(self, typed: str, wanted: Wanted = ANY) -> None:
        """Show only the reports that are wanted and hold all typed words: in a column, or as found in their text.

        What was found for other words stays until something is found for these: the list does not blink.
        """
        self._typed, self._wanted = typed, wanted
        if not typed.strip():
            self._found = ()
        self._refresh()

    def show_found(self, typed: str, found: tuple[Found, ...]) -> None:
        """Show these too, where they were found for what is typed now, each with the line that was found."""
        if typed == self._typed:
            self._found = found
            self._refresh()

    def report(self, row: int) -> Listed:
        """The report of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many reports fit."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, which are its tip too."""
        listed = self._rows[index.row()]
        excerpt = self._excerpts.get(listed.id) if index.column() == 0 else None
        if role == EXCERPT:
            return excerpt
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        words = self._columns[index.column()].shown(listed)
        return f"{words}\n{excerpt.text}" if excerpt and role != Qt.ItemDataRole.DisplayRole else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].head
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, Vietnamese words in Vietnamese order."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._refresh()

    def widths(self) -> tuple[int, ...]:
        """The widths of the columns in characters, 0 for what takes the rest."""
        return tuple(column.width for column in self._columns)

    def _refresh(self) -> None:
        self.beginResetModel()
        self._excerpts = {found.listed.id: found.excerpt for found in self._found if found.excerpt.text}
        self._rows = self._fitting()
        if self._order is not None:
            column, backwards = self._order
            self._rows.sort(key=self._columns[column].sorted_by, reverse=backwards)
        self.endResetModel()

    def _fitting(self) -> list[Listed]:
        """What is wanted and holds the typed words: first what has them in a column as typed, then what was found."""
        wanted = [listed for listed in self._all if self._wanted.fits(listed)]
        if not self._typed.strip():
            return wanted
        known = {listed.id: listed for listed in wanted}
        words, folded = self._typed.casefold().split(), fold(self._typed).split()
        named = [listed for listed in wanted if _holds(self._told(listed)[1], folded)]
        # A word typed without marks asks for none.
        marked = [word for word, plain in zip(words, folded, strict=False) if word != plain]
        as_typed = [listed for listed in named if _holds(self._told(listed)[0], marked)]
        found = [known[each.listed.id] for each in self._found if each.listed.id in known]
        return list({listed.id: listed for listed in (*as_typed, *found, *named)}.values())

    def _words(self, listed: Listed) -> tuple[str, str]:
        """What the columns say of a report but for when it was changed, in small letters and folded."""
        words = " ".join(column.shown(listed) for column in self._columns[:-1])
        return words.casefold(), fold(words)


class ReportsTable(QTableView):
    """The list on the screen: Enter or a double click opens, Delete puts into the trash, a menu offers all of it."""

    opened = Signal(str)
    removed = Signal(str)
    next_asked = Signal(str)

    def __init__(self, model: ReportsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports = model
        self.setModel(model)
        self.setAccessibleName("Danh sách báo cáo")
        dress_table(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegateForColumn(0, ExcerptDelegate(self))
        self._set_columns()
        self.doubleClicked.connect(lambda index: self.opened.emit(model.report(index.row()).id))
        model.modelReset.connect(self._on_reset)

    @property
    def chosen(self) -> str:
        """The id of the report of the row chosen; empty where there is none."""
        row = self.currentIndex().row()
        return self.reports.report(row).id if row >= 0 else ""

    def choose(self, report_id: str) -> None:
        """Put the bar on a report, where it is shown."""
        if (row := self.reports.row_of(report_id)) >= 0:
            self.selectRow(row)

    def menu(self) -> QMenu | None:
        """What one can do with the row chosen; None where there is none."""
        if not (chosen := self.chosen):
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for drawing, words, keys, act in (
            ("folder", "Mở", "Return", self.opened),
            ("next-period", "Lập báo cáo kỳ sau", "Ctrl+Shift+N", self.next_asked),
            ("remove", "Bỏ vào thùng rác", "Delete", self.removed),
        ):
            action = menu.addAction(icon(drawing), words, partial(act.emit, chosen))
            action.setShortcut(keys)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the row chosen."""
        if (menu := self.menu()) is not None:
            menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, remove, or move about."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.reports.report(row).id)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.reports.report(row).id)
        else:
            super().keyPressEvent(event)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.reports.sort)
        for column, width in enumerate(self.reports.widths()):
            if width:
                header.resizeSection(column, width * self.fontMetrics().averageCharWidth() + BESIDE)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _on_reset(self) -> None:
        """Make room for the lines that were found, and take the first row."""
        self.verticalHeader().setDefaultSectionSize(TALL if self.reports.has_excerpts else ROW)
        self.updateGeometries()  # else the scroll bar goes by the rows as high as they were
        if self.reports.rowCount():
            self.selectRow(0)


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _columns(kind_names: Mapping[str, str], now: Callable[[], datetime]) -> tuple[Column, ...]:
    def title(listed: Listed) -> str:
        return listed.title or kind_names.get(listed.kind, listed.kind)

    return (
        Column("Báo cáo", title, lambda listed: sort_key(title(listed))),
        Column("Kỳ báo cáo", lambda listed: listed.period, lambda listed: sort_key(listed.period), 20),
        Column("Người soạn", lambda listed: listed.drafter, lambda listed: sort_key(listed.drafter), 15),
        Column(
            "Trạng thái",
            lambda listed: STATE_WORDS[listed.state],
            lambda listed: list(STATE_WORDS).index(listed.state),
            12,
        ),
        Column(
            "Sửa lần cuối", lambda listed: changed_words(listed.changed_at, now()), lambda listed: listed.changed_at, 13
        ),
    )
