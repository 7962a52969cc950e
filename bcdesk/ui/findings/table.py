"""The table of remarks on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from bcdesk.ui.findings.rows import GROUND, LEVEL, WHERE, WORDS, FindingsModel
from bcdesk.ui.style.tables import dress_table


class FindingsTable(QTableView):
    """A table in which Enter is told."""

    entered_by_key = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows where the remark is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_by_key.emit()
        else:
            super().keyPressEvent(event)


def findings_table(model: FindingsModel) -> FindingsTable:
    """The table with its columns."""
    table = FindingsTable()
    table.setModel(model)
    table.setAccessibleName("Các chỗ cần sửa hoặc xem lại")
    dress_table(table, stretched=WORDS)
    letter = table.fontMetrics().averageCharWidth()
    for column, letters in {LEVEL: 21, WHERE: 24, GROUND: 46}.items():
        table.horizontalHeader().resizeSection(column, letters * letter)
    return table
