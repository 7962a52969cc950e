"""How every table of the desk is dressed: whole rows of 32 pixels, one line each, under a quiet head, and no grid."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from bcdesk.ui.style.style import ROW

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def dress_table(table: QTableView, stretched: int | None = None) -> None:
    """Make it a list of rows to be read and chosen, one at a time; Tab leaves it. `stretched` takes the room left."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    for header in (table.verticalHeader(), table.horizontalHeader()):
        header.setHighlightSections(False)
        header.setDefaultAlignment(LEFT)
    table.verticalHeader().setDefaultSectionSize(ROW)
    if stretched is not None:
        table.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)


def choose_row(table: QTableView, row: int) -> None:
    """Choose that row alone, whatever keys are still held down (`selectRow` obeys Shift and Ctrl)."""
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(table.model().index(row, 0), flag.ClearAndSelect | flag.Rows)
