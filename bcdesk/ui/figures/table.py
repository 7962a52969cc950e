"""The table of figures on the screen: Enter goes to the text, a digit or F2 types a figure anew."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from bcdesk.ui.figures.rows import AGO, BEFORE, DIFFERENCE, NAME, NOW, UNIT, WHERE, FiguresModel
from bcdesk.ui.style.tables import dress_table

_LETTERS = {NOW: 15, UNIT: 14, BEFORE: 15, DIFFERENCE: 20, AGO: 15, WHERE: 22}


class FiguresTable(QTableView):
    """A table in which Enter is told, and in which typing begins in the column of what is now."""

    entered_by_key = Signal()
    edit_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.itemDelegate().closeEditor.connect(self._on_edited)

    @property
    def editing(self) -> bool:
        """Whether a figure is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows where the figure is; what makes text, or F2, types it anew from whatever column."""
        if self.editing:  # what the field of the figure leaves over is not for the table
            event.accept()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_by_key.emit()
            return
        if (event.text().isprintable() and event.text()) or event.key() == Qt.Key.Key_F2:
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(NOW))
        super().keyPressEvent(event)

    def _on_edited(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the next figure is chosen, as in a spreadsheet."""
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            at = self.currentIndex()
            below = at.siblingAtRow(at.row() + 1)
            self.setCurrentIndex(below if below.isValid() else at)
        self.edit_ended.emit()


def figures_table(model: FiguresModel) -> FiguresTable:
    """The table with its columns."""
    table = FiguresTable()
    table.setModel(model)
    table.setAccessibleName("Số liệu của báo cáo")
    dress_table(table, stretched=NAME)
    table.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed)
    letter = table.fontMetrics().averageCharWidth()
    for column, letters in _LETTERS.items():
        table.horizontalHeader().resizeSection(column, letters * letter)
    return table
