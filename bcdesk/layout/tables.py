"""Tables of fixed columns set as slabs, one for each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from bcdesk.layout.grid import Placed, placed_cells, row_edges, standing_cells
from bcdesk.layout.lines import BrokenLine
from bcdesk.layout.pages import Rule
from bcdesk.layout.profiles import Profile
from bcdesk.layout.slabs import TWIPS_PER_EIGHTH, Hold, Setting, Slab, Spanning, Tall, lowered, paragraph_slabs, split
from bcdesk.sheet.sheet import Cell, Paragraph, Table, VerticalAlign

Broken = Callable[[Paragraph, int, int], tuple[BrokenLine, ...]]
SINK = {VerticalAlign.TOP: 0.0, VerticalAlign.CENTER: 0.5, VerticalAlign.BOTTOM: 1.0}


def table_slabs(table: Table, broken: Broken, x: int, page_height: float, profile: Profile) -> list[Slab]:
    """The slabs of a table in a column of text at `x`; rows taller than `page_height` are split by lines."""
    return _Grid(table, broken, x + table.indent, profile).slabs(page_height) if table.rows else []


def keeps_next(table: Table, row: int) -> bool:
    """Whether a row stays on the page of what follows it: every cell's first paragraph says so."""
    cells = table.rows[row].cells
    return bool(cells) and all(cell.paragraphs and cell.paragraphs[0].format.keep_next for cell in cells)


@dataclass(slots=True)
class _Set:
    """A cell whose content is set: lines and rules measured from the content's top."""

    at: Placed
    settings: tuple[Setting, ...]
    rules: tuple[Rule, ...]
    height: float


class _Grid:
    """One table while it is set."""

    def __init__(self, table: Table, broken: Broken, left: int, profile: Profile) -> None:
        self._table = table
        self._broken = broken
        self._profile = profile
        self._line = table.rule * TWIPS_PER_EIGHTH
        cells = placed_cells(table)
        self._standing = standing_cells(table, cells)
        self._edges = [
            {column: left + edge for column, edge in row_edges(table, standing, profile).items()}
            for standing in self._standing
        ]
        self._cells = [self._set(placed) for placed in cells]
        self._own = self._own_heights()
        self._heights = self._row_heights()

    def slabs(self, page_height: float) -> list[Slab]:
        """The rows; header rows repeat."""
        begun = {row: list(cells) for row, cells in groupby(self._cells, key=lambda content: content.at.row)}
        slabs = [self._row(row, begun.get(row, [])) for row in range(len(self._heights))]
        slabs[-1].closes = True
        heads = self._head_count()
        for slab in slabs[1 : heads + 1]:
            slab.hold = Hold.INSIDE
        for slab in slabs[heads:]:
            slab.head = tuple(slabs[:heads])
        # LibreOffice lets a divided row reach over the bottom by the thickness of its rule.
        room = page_height - sum(slab.height for slab in slabs[:heads]) + self._line
        tall = page_height if self._profile.tall_rows_begin_anywhere else room
        return list(_divided(slabs, room, tall))

    def _set(self, placed: Placed) -> _Set:
        left, right = self._sides(placed, placed.row)
        left, right = left + self._table.padding, right - self._table.padding
        settings: list[Setting] = []
        rules: list[Rule] = []
        y: float = 0
        after = 0
        for slab in self._content(placed.cell, left, right - left):
            y += max(after, slab.before)
            settings += [setting.lowered(y) for setting in slab.settings]
            rules += lowered(slab.rules, y)
            y += slab.height
            after = slab.after
        return _Set(placed, tuple(settings), tuple(rules), y + after)

    def _content(self, cell: Cell, x: int, width: int) -> Iterator[Slab]:
        for paragraph in cell.paragraphs:
            yield from paragraph_slabs(paragraph, self._broken(paragraph, x, width), x, width)

    def _sides(self, placed: Placed, row: int) -> tuple[int, int]:
        edges = self._edges[row]
        return edges[placed.column], edges.get(placed.end_column, max(edges.values()))

    def _own_heights(self) -> list[float]:
        """The heights of the rows without the cells that span several."""
        heights = [self._line] * len(self._table.rows)
        for content in self._cells:
            if content.at.cell.row_span == 1:
                heights[content.at.row] = max(heights[content.at.row], content.height + self._line)
        return heights

    def _row_heights(self) -> list[float]:
        """The heights of the rows; what a spanning cell needs more makes its last row higher."""
        heights = list(self._own)
        for content in sorted(self._cells, key=lambda content: content.at.end_row):
            last = min(content.at.end_row, len(heights)) - 1
            above = sum(heights[content.at.row : last])
            heights[last] = max(heights[last], content.height + self._line - above)
        return heights

    def _head_count(self) -> int:
        count = 0
        while count < len(self._table.rows) and self._table.rows[count].header:
            count += 1
        return count if count < len(self._table.rows) else 0

    def _row(self, row: int, begun: list[_Set]) -> Slab:
        settings: list[Setting] = []
        rules = list(self._rules(row))
        spanning: list[Spanning] = []
        for content in begun:
            if content.at.cell.row_span > 1:
                spanning.append(self._spanning(content, len(settings)))
            else:
                top = self._line + (self._heights[row] - self._line - content.height) * SINK[content.at.cell.vertical]
                settings += [setting.lowered(top) for setting in content.settings]
                rules += lowered(content.rules, top)
        return Slab(
            self._heights[row],
            tuple(settings),
            hold=Hold.NEXT if row and keeps_next(self._table, row - 1) else Hold.LOOSE,
            rules=tuple(rules),
            foot=tuple(self._foot(row)),
            foot_height=self._line,
            spanning=tuple(spanning),
            least=self._own[row],
        )

    def _spanning(self, content: _Set, order: int) -> Spanning:
        rows = min(content.at.end_row, len(self._heights)) - content.at.row
        sink = SINK[content.at.cell.vertical]
        loose = self._profile.loose_cells
        return Spanning(rows, order, content.settings, content.rules, content.height, self._line, sink, loose)

    def _rules(self, row: int) -> Iterator[Rule]:
        """The lines above the row's cells and between its columns."""
        if not self._line:
            return
        corner = middle = self._line / 2
        bottom = self._heights[row] + corner
        for placed in self._standing[row]:
            left, right = self._sides(placed, row)
            if placed.row == row:
                yield Rule(left - corner, middle, right + corner, middle, self._line)
            yield Rule(left, middle, left, bottom, self._line)
        end = max(self._edges[row].values())
        yield Rule(end, middle, end, bottom, self._line)

    def _foot(self, row: int) -> Iterator[Rule]:
        """The line below the row, for the end of a page or of the table."""
        if self._line:
            corner = self._line / 2
            y = self._heights[row] + corner
            edges = self._edges[row].values()
            yield Rule(min(edges) - corner, y, max(edges) + corner, y, self._line)


def _divided(slabs: list[Slab], room: float, tall: float) -> Iterator[Slab]:
    """The rows, those over `tall` in parts no taller than `room`, which the cells that span them count as rows."""
    parts = [split(slab, room) if slab.height > tall else [slab] for slab in slabs]
    spanned = any(slab.spanning for slab in slabs)
    for row, slab in enumerate(slabs):
        if len(parts[row]) > 1 and not spanned:
            parts[row][0].tall = Tall(slab, room, len(parts[row]))
        parts[row][0].spanning = tuple(
            replace(spanning, rows=sum(map(len, parts[row : row + spanning.rows]))) for spanning in slab.spanning
        )
        yield from parts[row]
