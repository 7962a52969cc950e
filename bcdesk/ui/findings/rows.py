"""The remarks as the rows of a table: how grave, where, what it is about, and on what ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bcdesk.report.findings import Finding, Severity
from bcdesk.ui.style.icons import icon

Index = QModelIndex | QPersistentModelIndex
Wanted = Callable[[Finding], bool]

HEADS = ("Mức", "Ở phần", "Nội dung", "Căn cứ")
LEVEL, WHERE, WORDS, GROUND = range(len(HEADS))
DRAWINGS = {Severity.WRONG: "wrong", Severity.REVIEW: "warning", Severity.NOTE: "note"}


def everything(_finding: Finding) -> bool:
    """Every remark is wanted."""
    return True


@dataclass(frozen=True, slots=True)
class Row:
    """A remark and where the clerk finds it: the tab's `key` and `title`."""

    finding: Finding
    key: str
    title: str

    @property
    def words(self) -> str:
        """What stands there and what is wanted, in one line; the very words of the text in quotation marks."""
        found, wanted = self.finding.found.strip(), self.finding.wanted.strip()
        found = f"“{found}”" if found and self.finding.length and "“" not in found else found
        return f"{found} → {wanted}" if found and wanted else found or wanted

    def shown(self, column: int) -> str:
        """The words of a cell."""
        finding = self.finding
        return (finding.severity.words, self.title, self.words, finding.clause)[column]


class FindingsModel(QAbstractTableModel):
    """The rows that are asked for: those wanted, of one tab or all."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._wanted: Wanted = everything
        self._key = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown now."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Hold these."""
        self._all = rows
        self._refresh()

    def narrow(self, wanted: Wanted, key: str) -> None:
        """Show only the remarks that are `wanted`, of one tab (empty: all)."""
        self._wanted, self._key = wanted, key
        self._refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many columns there are."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, which are its tip too; before the severity a shape of its own."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == LEVEL:
            return icon(DRAWINGS[row.finding.severity])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.shown(index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None

    def _refresh(self) -> None:
        self.beginResetModel()
        self._rows = tuple(row for row in self._all if self._fits(row))
        self.endResetModel()

    def _fits(self, row: Row) -> bool:
        return self._wanted(row.finding) and self._key in {"", row.key}
