"""How large a table is on the screen: its columns and rows in pixels, and the texts of its cells laid out in them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QTextDocument, QTextOption

from bcdesk.report.report import CellAlign, Paragraph, Table
from bcdesk.ui.editor.document import load, register_footnotes
from bcdesk.ui.editor.tablework import PAPER_WIDTH, Placed, placed

PADDING = 5
NARROWEST_PIXELS = 24
LOWEST_PIXELS = 30
GRIP = 4
ALIGNMENTS = {
    CellAlign.LEFT: Qt.AlignmentFlag.AlignLeft,
    CellAlign.CENTER: Qt.AlignmentFlag.AlignHCenter,
    CellAlign.RIGHT: Qt.AlignmentFlag.AlignRight,
}

_Key = tuple[tuple[Paragraph, ...], CellAlign, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """The edges of columns and rows in pixels (one more than there are of them), and the cells with their places."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]
    cells: tuple[Placed, ...]

    def rect(self, item: Placed) -> QRect:
        """The rectangle of a cell, its lines left and above included."""
        top_left = QPoint(self.columns[item.column], self.rows[item.row])
        return QRect(top_left, QPoint(self.columns[item.right] - 1, self.rows[item.bottom] - 1))

    def inner(self, item: Placed) -> QRect:
        """The room for the text of a cell."""
        return self.rect(item).adjusted(PADDING, PADDING // 2, -PADDING + 1, -PADDING // 2)

    def at(self, point: QPoint) -> Placed | None:
        """The cell at a point."""
        return next((item for item in self.cells if self.rect(item).contains(point)), None)

    def edge_at(self, x: int) -> int | None:
        """The column whose right edge is at `x`; None away from any."""
        found = (at for at, edge in enumerate(self.columns[1:]) if abs(edge - x) <= GRIP)
        return next(found, None)


class Texts:
    """The laid out texts of the cells; those of the last time are used again."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._known: dict[_Key, QTextDocument] = {}

    def shape(self, table: Table, width: int) -> Shape:
        """The shape of a table in so many pixels."""
        columns = _column_edges(table.columns, width)
        cells = placed(table)
        known, self._known = self._known, {}
        for item in cells:
            key = _key(item, columns)
            self._known[key] = known.get(key) or self._laid_out(key)
        return Shape(columns, self._row_edges(len(table.rows), cells, columns), cells)

    def of(self, item: Placed, shape: Shape) -> QTextDocument:
        """The text of a cell."""
        return self._known[_key(item, shape.columns)]

    def _row_edges(self, count: int, cells: tuple[Placed, ...], columns: tuple[int, ...]) -> tuple[int, ...]:
        heights = [LOWEST_PIXELS] * count
        for item in sorted(cells, key=lambda item: item.cell.row_span):
            needed = math.ceil(self._known[_key(item, columns)].size().height()) + PADDING
            missing = needed - sum(heights[item.row : item.bottom])
            heights[item.bottom - 1] += max(missing, 0)
        return tuple(accumulate(heights, initial=0))

    def _laid_out(self, key: _Key) -> QTextDocument:
        texts, align, width = key
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._font)
        option = QTextOption(ALIGNMENTS[align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        register_footnotes(document)
        load(document, texts)
        document.setTextWidth(width)
        return document


def _key(item: Placed, columns: tuple[int, ...]) -> _Key:
    width = columns[item.right] - columns[item.column] - 2 * PADDING
    return item.cell.paragraphs, item.cell.align, max(width, 1)


def _column_edges(widths: tuple[float, ...], room: int) -> tuple[int, ...]:
    """The edges of columns of so many mm in a page that is `room` pixels wide; as on paper, never wider."""
    scale = (room - 1) / max(PAPER_WIDTH, sum(widths), 1.0)
    narrow = [max(width * scale, NARROWEST_PIXELS) for width in widths]
    return tuple(round(edge) for edge in accumulate(narrow, initial=0.0))
