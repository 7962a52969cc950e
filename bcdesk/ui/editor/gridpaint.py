"""Painting a table of the editor."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from bcdesk.report.report import Table
from bcdesk.report.search import Hit
from bcdesk.ui.editor.cell import cell_at
from bcdesk.ui.editor.document import position_at
from bcdesk.ui.editor.field import hit_format
from bcdesk.ui.editor.gridshape import Shape, Texts
from bcdesk.ui.editor.tablework import Area, Placed

TINT = 50


class Painter:
    """Paints the cells of a table of that shape on a widget."""

    def __init__(self, widget: QWidget, shape: Shape, texts: Texts) -> None:
        self._widget, self._shape, self._texts = widget, shape, texts
        self._palette = widget.palette()

    def paint(
        self, table: Table, visible: QRect, chosen: Area | None, hits: tuple[Hit, ...], writing: tuple[int, int]
    ) -> None:
        """Paint what is visible, but not the text of the cell being written."""
        marked = self._marked(table, hits)
        painter = QPainter(self._widget)
        for item in self._shape.cells:
            if self._shape.rect(item).intersects(visible):
                self._paint_ground(painter, item, head=item.row < table.header_rows)
                if (item.row, item.column) != writing:
                    self._paint_text(painter, item, marked.get((item.row, item.column), []))
                if chosen is not None and chosen.touches(item):
                    painter.fillRect(self._shape.rect(item), self._tint())
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

    def _paint_text(self, painter: QPainter, item: Placed, hits: list[tuple[int, int, int]]) -> None:
        document = self._texts.of(item, self._shape)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._palette
        context.selections = [self._selection(document, *hit) for hit in hits]
        inner = self._shape.inner(item)
        painter.save()
        painter.translate(inner.topLeft())
        painter.setClipRect(QRect(0, 0, inner.width(), inner.height()))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _marked(self, table: Table, hits: tuple[Hit, ...]) -> dict[tuple[int, int], list[tuple[int, int, int]]]:
        """The hits by cell: paragraph, offset in it, length."""
        found: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
        for hit in hits:
            item, index, offset = cell_at(table, hit.start)
            found.setdefault((item.row, item.column), []).append((index, offset, hit.length))
        return found

    def _selection(
        self, document: QTextDocument, index: int, offset: int, length: int
    ) -> QAbstractTextDocumentLayout.Selection:
        made = QAbstractTextDocumentLayout.Selection()
        block = document.findBlockByNumber(index)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + position_at(block, offset))
        cursor.setPosition(block.position() + position_at(block, offset + length), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = hit_format(self._palette, strong=False)
        return made
