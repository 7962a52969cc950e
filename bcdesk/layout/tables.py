"""Tables of fixed columns set as slabs, one for each row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from bcdesk.layout.lines import BrokenLine
from bcdesk.layout.pages import Rule
from bcdesk.layout.slabs import TWIPS_PER_EIGHTH, Hold, Setting, Slab, paragraph_slabs
from bcdesk.sheet.sheet import Cell, Paragraph, Table, VerticalAlign

Broken = Callable[[Paragraph, int, int], tuple[BrokenLine, ...]]
SINK = {VerticalAlign.TOP: 0.0, VerticalAlign.CENTER: 0.5, VerticalAlign.BOTTOM: 1.0}


@dataclass(slots=True)
class _Placed:
    """A cell in the grid, its content set, its settings measured from the content's top."""

    cell: Cell
    row: int
    column: int
    settings: list[Setting]
    rules: list[Rule]
    height: float


def table_slabs(table: Table, broken: Broken, x: int, page_height: float, shares: int = 0) -> list[Slab]:
    """The slabs of a table in a column of text that begins at `x`; rows taller than `page_height` are split by lines.

    Where `shares` is not 0, the edges of columns fall on that many parts of the table's width.
    """
    return _Grid(table, broken, column_edges(table, x, shares)).slabs(page_height)


def column_edges(table: Table, x: int, shares: int) -> list[int]:
    """The places of the columns' edges; LibreOffice rounds them to ten-thousandths of the width, then down to twips."""
    left, width = x + table.indent, sum(table.columns)
    edges = accumulate(table.columns, initial=0)
    if not shares or not width:
        return [left + edge for edge in edges]
    return [left + (edge * shares * 2 + width) // (2 * width) * width // shares for edge in edges]


class _Grid:
    """One table while it is set."""

    def __init__(self, table: Table, broken: Broken, edges: list[int]) -> None:
        self._table = table
        self._broken = broken
        self._edges = edges
        self._line = table.rule * TWIPS_PER_EIGHTH
        self._cells = self._placed()
        self._heights = self._row_heights()

    def _placed(self) -> list[_Placed]:
        taken: set[tuple[int, int]] = set()
        placed = []
        for row, cells in enumerate(self._table.rows):
            column = 0
            for cell in cells.cells:
                while (row, column) in taken:
                    column += 1
                spans = range(row, row + cell.row_span), range(column, column + cell.column_span)
                taken.update((r, c) for r in spans[0] for c in spans[1])
                placed.append(self._set(cell, row, column))
                column += cell.column_span
        return placed

    def _set(self, cell: Cell, row: int, column: int) -> _Placed:
        left = self._edges[column] + self._table.padding
        right = self._edges[self._last(column + cell.column_span)] - self._table.padding
        settings: list[Setting] = []
        rules: list[Rule] = []
        y: float = 0
        after = 0
        for paragraph in cell.paragraphs:
            for slab in paragraph_slabs(paragraph, self._broken(paragraph, left, right - left), left, right - left):
                y += max(after, slab.before)
                settings += [Setting(y, setting.line, setting.paragraph) for setting in slab.settings]
                rules += [_down(rule, y) for rule in slab.rules]
                y += slab.height
                after = slab.after
        return _Placed(cell, row, column, settings, rules, y + after)

    def _last(self, edge: int) -> int:
        return min(edge, len(self._edges) - 1)

    def _row_heights(self) -> list[float]:
        heights = [0.0] * len(self._table.rows)
        for placed in sorted(self._cells, key=lambda placed: placed.row + placed.cell.row_span):
            last = min(placed.row + placed.cell.row_span, len(heights)) - 1
            above = sum(heights[placed.row : last]) + self._line * (last - placed.row)
            heights[last] = max(heights[last], placed.height - above)
        return [height + self._line for height in heights]

    def slabs(self, page_height: float) -> list[Slab]:
        """The rows; header rows repeat, rows under one spanning cell hold together."""
        slabs = [self._row(row) for row in range(len(self._heights))]
        if slabs and self._line:
            slabs[-1].height += self._line
        heads = self._head_count()
        for slab in slabs[1 : heads + 1]:
            slab.hold = Hold.INSIDE
        for slab in slabs[heads:]:
            slab.head = tuple(slabs[:heads])
        room = page_height - sum(slab.height for slab in slabs[:heads])
        return [part for slab in slabs for part in split(slab, room)]

    def _head_count(self) -> int:
        count = 0
        while count < len(self._table.rows) and self._table.rows[count].header:
            count += 1
        return count if count < len(self._table.rows) else 0

    def _row(self, row: int) -> Slab:
        settings: list[Setting] = []
        rules = self._lines_around(row)
        for placed in self._cells:
            if placed.row != row:
                continue
            room = sum(self._heights[row : row + placed.cell.row_span]) - self._line
            top = self._line + (room - placed.height) * SINK[placed.cell.vertical]
            settings += [Setting(top + setting.top, setting.line, setting.paragraph) for setting in placed.settings]
            rules += [_down(rule, top) for rule in placed.rules]
        slab = Slab(self._heights[row], tuple(settings), rules=tuple(rules), foot=self._foot(row))
        slab.hold = Hold.NEXT if self._held(row) else Hold.LOOSE
        return slab

    def _held(self, row: int) -> bool:
        """Whether a cell from above reaches into the row, or the row above asks to stay with the next."""
        reaches = any(placed.row < row < placed.row + placed.cell.row_span for placed in self._cells)
        return reaches or (row > 0 and keeps_next(self._table, row - 1))

    def _lines_around(self, row: int) -> list[Rule]:
        """The lines above the row's cells and between its columns."""
        if not self._line:
            return []
        middle, bottom = self._line / 2, self._heights[row] + self._line / 2
        rules = []
        for placed in self._cells:
            if not placed.row <= row < placed.row + placed.cell.row_span:
                continue
            left = self._edges[placed.column]
            right = self._edges[self._last(placed.column + placed.cell.column_span)]
            if placed.row == row:
                rules.append(Rule(left, middle, right, middle, self._line))
            rules.append(Rule(left, middle, left, bottom, self._line))
        return [*rules, Rule(self._edges[-1], middle, self._edges[-1], bottom, self._line)]

    def _foot(self, row: int) -> tuple[Rule, ...]:
        if not self._line:
            return ()
        y = self._heights[row] + self._line / 2
        return (Rule(self._edges[0], y, self._edges[-1], y, self._line),)


def keeps_next(table: Table, row: int) -> bool:
    """Whether a row stays on the page of what follows it: every cell's first paragraph says so."""
    cells = table.rows[row].cells
    return bool(cells) and all(cell.paragraphs and cell.paragraphs[0].format.keep_next for cell in cells)


def split(slab: Slab, room: float) -> list[Slab]:
    """The slab in parts no taller than `room`, divided between lines."""
    if slab.height <= room or room <= 0:
        return [slab]
    parts: list[Slab] = []
    rest = slab
    while rest.height > room:
        cut = min((s.top for s in rest.settings if s.top + s.line.height > room), default=rest.height)
        if cut <= 0:
            break
        above, rest = _cut(rest, cut)
        parts.append(above)
    return [*parts, rest]


def _cut(slab: Slab, y: float) -> tuple[Slab, Slab]:
    above = Slab(
        y,
        tuple(s for s in slab.settings if s.top < y),
        slab.before,
        0,
        slab.hold,
        slab.new_page,
        tuple(_shortened(rule, 0, y) for rule in slab.rules if rule.y1 < y),
        tuple(_down(rule, y - rule.y1) for rule in slab.foot),
        slab.head,
    )
    below = Slab(
        slab.height - y,
        tuple(Setting(s.top - y, s.line, s.paragraph) for s in slab.settings if s.top >= y),
        0,
        slab.after,
        rules=tuple(_down(_shortened(rule, y, slab.height), -y) for rule in slab.rules if rule.y2 > y),
        foot=tuple(_down(rule, -y) for rule in slab.foot),
        head=slab.head,
    )
    return above, below


def _down(rule: Rule, y: float) -> Rule:
    return Rule(rule.x1, rule.y1 + y, rule.x2, rule.y2 + y, rule.thickness)


def _shortened(rule: Rule, top: float, bottom: float) -> Rule:
    if rule.y1 == rule.y2:
        return rule
    return Rule(rule.x1, max(rule.y1, top), rule.x2, min(rule.y2, bottom), rule.thickness)
