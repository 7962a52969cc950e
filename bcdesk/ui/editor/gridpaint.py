"""Painting a table of the editor."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from bcdesk.report.report import Table
from bcdesk.ui.editor.cell import cell_at, notes_in
from bcdesk.ui.editor.document import number_footnotes, position_at
from bcdesk.ui.editor.gridshape import Shape, Texts
from bcdesk.ui.editor.marks import Marks, hit_format, remark_format
from bcdesk.ui.editor.tablework import Area, Placed

TINT = 50


class Marked(NamedTuple):
    """A stretch of a cell's paragraph and its look; `text` is what it must still be."""

    line: int
    offset: int
    length: int
    form: QTextCharFormat
    text: str | None


class Painter:
    """Paints the cells of a table of that shape on a widget; so many footnotes come before those of the table."""

    def __init__(self, widget: QWidget, shape: Shape, texts: Texts, notes_before: int) -> None:
        self._widget, self._shape, self._texts = widget, shape, texts
        self._notes_before = notes_before
        self._palette = widget.palette()

    def paint(self, table: Table, visible: QRect, chosen: Area | None, marks: Marks, writing: tuple[int, int]) -> None:
        """Paint what is visible, but not the text of the cell being written."""
        marked = self._marked(table, marks)
        painter = QPainter(self._widget)
        number = self._notes_before
        for item in self._shape.cells:
            if self._shape.rect(item).intersects(visible):
                self._paint_ground(painter, item, head=item.row < table.header_rows)
                if (item.row, item.column) != writing:
                    number_footnotes(self._texts.of(item, self._shape), number)
                    self._paint_text(painter, item, marked.get((item.row, item.column), []))
                if chosen is not None and chosen.touches(item):
                    painter.fillRect(self._shape.rect(item), self._tint())
            number += notes_in(item)
        painter.end()

    def _tint(self) -> QColor:
        tint = QColor(self._palette.color(QPalette.ColorRole.Highlight))
        tint.setAlpha(TINT)
        return tint

    def _paint_ground(self, painter: QPainter, item: Placed, *, head: bool) -> None:
        rect = self._shape.rect(item)
        if head:
            painter.fillRect(rect, self._palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(self._palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(rect)

    def _paint_text(self, painter: QPainter, item: Placed, marked: list[Marked]) -> None:
        document = self._texts.of(item, self._shape)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._palette
        context.selections = [found for mark in marked if (found := _selection(document, mark))]
        inner = self._shape.inner(item)
        painter.save()
        painter.translate(inner.topLeft())
        painter.setClipRect(QRect(0, 0, inner.width(), inner.height()))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _marked(self, table: Table, marks: Marks) -> dict[tuple[int, int], list[Marked]]:
        """What is marked, by cell."""
        looks = [
            *((mark.hit, remark_format(self._palette, grave=mark.grave), mark.text) for mark in marks.remarks),
            *((hit, hit_format(self._palette), None) for hit in marks.hits),
        ]
        found: dict[tuple[int, int], list[Marked]] = {}
        for hit, form, text in looks:
            item, index, offset = cell_at(table, hit.start)
            found.setdefault((item.row, item.column), []).append(Marked(index, offset, hit.length, form, text))
        return found


def _selection(document: QTextDocument, mark: Marked) -> QAbstractTextDocumentLayout.Selection | None:
    made = QAbstractTextDocumentLayout.Selection()
    block = document.findBlockByNumber(mark.line)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + position_at(block, mark.offset))
    end = block.position() + position_at(block, mark.offset + mark.length)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    made.format = mark.form
    return made if mark.text in {None, cursor.selectedText()} else None
