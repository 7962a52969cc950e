"""The series of a kind as a table: rows are figures, columns periods, the course of each as a small line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from bcdesk.report.period import Period, PeriodType, period_words
from bcdesk.report.series import Series, jumps
from bcdesk.report.series_text import SO_FAR, UNIT, YEAR_AGO, rows
from bcdesk.ui.figures.sparkline import SparklineDelegate
from bcdesk.ui.home.words import short_words
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.tables import dress_table

Index = QModelIndex | QPersistentModelIndex

COURSE = "Diễn biến"
FIRST_PERIOD = 1
JUMP = "Số này lệch nhiều so với kỳ trước ({words}): xem lại có nhầm không."
_NAME, _NUMBER, _LINE = 40, 12, 22


class SeriesModel(QAbstractTableModel):
    """A series; its last column holds the amounts to be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._series = Series()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._jumps: tuple[tuple[str, ...], ...] = ()
        self._heads: tuple[str, ...] = ()

    @property
    def series(self) -> Series:
        """What is shown."""
        return self._series

    def show_series(self, series: Series) -> None:
        """Show this one."""
        self.beginResetModel()
        self._series = series
        self._rows = tuple(row[1:] for row in rows(series))
        self._jumps = tuple(jumps(course, series.periods) for course in series.courses)
        self._heads = (UNIT, *map(_head, series.periods), YEAR_AGO, SO_FAR, COURSE)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many figures there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; a sign and a sentence where a figure jumps; the amounts of the course."""
        row, column = index.row(), index.column()
        if column == len(self._heads) - 1:
            return self._series.courses[row].amounts if role == Qt.ItemDataRole.UserRole else None
        jump = self._jump(row, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._rows[row][column]
            case Qt.ItemDataRole.ToolTipRole:
                return JUMP.format(words=jump) if jump else self._rows[row][column]
            case Qt.ItemDataRole.DecorationRole if jump:
                return icon("warning")
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head of a column, over its words; that of a row is the name of its figure, which stays in sight."""
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return self._series.courses[section].figure.name
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section) if section < len(self._heads) - 1 else _side(0)
        return None

    def _jump(self, row: int, column: int) -> str:
        at = column - FIRST_PERIOD
        return self._jumps[row][at] if 0 <= at < len(self._jumps[row]) else ""


class SeriesTable(QTableView):
    """The table, wide enough for its words."""

    def __init__(self) -> None:
        super().__init__()
        self._line = SparklineDelegate(self)
        self.series_model = SeriesModel()
        self.setModel(self.series_model)
        self.setAccessibleName("Số liệu qua các kỳ báo cáo")
        dress_table(self)
        names = self.verticalHeader()
        names.setMaximumWidth(_NAME * self.fontMetrics().averageCharWidth())
        names.show()

    def show_series(self, series: Series) -> None:
        """Show this one, the last period in sight."""
        self.series_model.show_series(series)
        last = self.series_model.columnCount() - 1
        letter = self.fontMetrics().averageCharWidth()
        for column in range(last + 1):
            self.setItemDelegateForColumn(column, self._line if column == last else self.itemDelegate())
            self.resizeColumnToContents(column)
            least = _LINE if column == last else _NUMBER
            self.setColumnWidth(column, max(self.columnWidth(column), least * letter))
        if series.courses:
            self.selectRow(0)
            self.scrollTo(self.series_model.index(0, last))


def _head(period: Period) -> str:
    """A period over its column: `Quý I/2024`, `Năm 2024`."""
    if period.type is PeriodType.RANGE:
        return period_words(period)
    joint = " " if period.type is PeriodType.YEAR else "/"
    return f"{short_words(period)}{joint}{period.year}"


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column < FIRST_PERIOD else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
