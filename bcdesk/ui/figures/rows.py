"""The figures as the rows of a table: what each is, now and then, and where it stands; what it is now can be typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from bcdesk.report.figure import FigureKind
from bcdesk.report.figure_list import FigureLine
from bcdesk.report.figure_phrases import difference_words
from bcdesk.report.figures import Since
from bcdesk.ui.style.icons import icon
from bcdesk.vietnamese.amounts import NO_DATA, amount

Index = QModelIndex | QPersistentModelIndex

HEADS = ("Số liệu", "Kỳ này", "Đơn vị", "Kỳ trước", "So với kỳ trước", "Cùng kỳ", "Ở phần")
NAME, NOW, UNIT, BEFORE, DIFFERENCE, AGO, WHERE = range(len(HEADS))
FIGURES = frozenset({NOW, BEFORE, DIFFERENCE, AGO})
WORDS = frozenset({FigureKind.CODED, FigureKind.TEXT})
UNTOUCHED = "Số này còn nguyên của kỳ trước."
NOWHERE = "không còn trong văn bản"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and the title of the tab where the clerk finds it."""

    line: FigureLine
    title: str

    @property
    def key(self) -> tuple[str, ...]:
        """What it is known by when the list is made anew."""
        if self.line.figure is not None:
            return (self.line.figure.id,)
        place = self.line.places[0]
        return place.part, place.key

    @property
    def untouched(self) -> bool:
        """Whether it is still that of the last period."""
        return self.line.since is Since.UNTOUCHED

    def shown(self, column: int) -> str:
        """The words of a cell."""
        line = self.line
        return {
            NAME: self._name,
            NOW: line.now,
            UNIT: line.unit,
            BEFORE: line.previous or "",
            DIFFERENCE: difference_words(line, line.previous),
            AGO: line.year_ago or "",
            WHERE: self.title,
        }[column]

    def told(self, column: int) -> str:
        """What the tip of a cell says."""
        if column == NOW and self.line.others:
            said = ", ".join(dict.fromkeys(place.typed or "trống" for place in self.line.others))
            return f"Chỗ khác trong văn bản ghi: {said}."
        return UNTOUCHED if column == NOW and self.untouched else self.shown(column)

    def takes(self, typed: str) -> bool:
        """Whether that can be its value: a number, nothing, `-`; where it is words, anything."""
        return self.line.kind in WORDS or typed.strip() in {"", *NO_DATA} or amount(typed) is not None

    @property
    def _name(self) -> str:
        line = self.line
        count = len(line.places)
        if line.figure is None or count == 1:
            return line.name
        return f"{line.name} · {f'{count} chỗ' if count else NOWHERE}"


class FiguresModel(QAbstractTableModel):
    """The rows that are asked for; `edited` gives a row and what was typed, `refused` the row that does not take it."""

    edited = Signal(object, str)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._fits: Callable[[Row], bool] = lambda _: True
        self.frozen = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown now."""
        return self._rows

    @property
    def every(self) -> tuple[Row, ...]:
        """What could be shown."""
        return self._all

    def show_rows(self, rows: tuple[Row, ...], *, frozen: bool) -> None:
        """Hold these; nothing can be typed where the report is signed."""
        self._all, self.frozen = rows, frozen
        self._refresh()

    def narrow(self, fits: Callable[[Row], bool]) -> None:
        """Show only some."""
        self._fits = fits
        self._refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many columns there are."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, its tip, how it stands; a sign before what is to be looked at again."""
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.shown(column)
            case Qt.ItemDataRole.ToolTipRole:
                return row.told(column)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.DecorationRole if column == NOW and (row.untouched or row.line.others):
                return icon("warning" if row.line.others else "note")
            case Qt.ItemDataRole.FontRole if column == NAME and row.line.figure:
                return _bold()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head of a column, over its words."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in FIGURES else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What a figure is now can be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NOW and not self.frozen else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed; the row shows it once the report says so."""
        row, typed = self._rows[index.row()], str(value)
        if role != Qt.ItemDataRole.EditRole or typed == row.line.now:
            return False
        (self.edited.emit(row, typed) if row.takes(typed) else self.refused.emit(row))
        return True

    def _refresh(self) -> None:
        self.beginResetModel()
        self._rows = tuple(row for row in self._all if self._fits(row))
        self.endResetModel()


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
