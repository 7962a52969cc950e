"""What one does with a table, as functions from value to value: every place of the grid stays covered exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bcdesk.report.report import Cell, CellAlign, Paragraph, Table
from bcdesk.report.soundness import WIDEST

PAPER_WIDTH = 160.0
NARROWEST = 5.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the place of its top left corner."""

    row: int
    column: int
    cell: Cell

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.row + self.cell.row_span

    @property
    def right(self) -> int:
        """The first column behind it."""
        return self.column + self.cell.column_span

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Every place it covers."""
        return tuple((row, column) for row in range(self.row, self.bottom) for column in range(self.column, self.right))

    def covers(self, row: int, column: int) -> bool:
        """Whether that place belongs to it."""
        return self.row <= row < self.bottom and self.column <= column < self.right


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of places; `bottom` and `right` are the first outside."""

    top: int
    left: int
    bottom: int
    right: int

    def touches(self, item: Placed) -> bool:
        """Whether a cell has a place in it."""
        return item.row < self.bottom and self.top < item.bottom and item.column < self.right and self.left < item.right


def empty_table(rows: int = 3, columns: int = 3) -> Table:
    """A table as wide as the text, its first row the head."""
    widths = (round(PAPER_WIDTH / columns, 1),) * columns
    return Table(widths, tuple(tuple(Cell() for _ in range(columns)) for _ in range(rows)))


def placed(table: Table) -> tuple[Placed, ...]:
    """The cells with their places, row by row."""
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            found.append(Placed(row, column, cell))
            taken.update(found[-1].places)
            column += cell.column_span
    return tuple(found)


def built(columns: tuple[float, ...], rows: int, items: Iterable[Placed], header_rows: int) -> Table:
    """The table of these cells; a place nobody covers gets an empty cell."""
    found = {(item.row, item.column): item for item in items}
    covered = {place for item in found.values() for place in item.places}
    lines = []
    for row in range(rows):
        line = []
        for column in range(len(columns)):
            if (row, column) in found:
                line.append(found[row, column].cell)
            elif (row, column) not in covered:
                line.append(Cell())
        lines.append(tuple(line))
    return Table(columns, tuple(lines), min(header_rows, rows))


def at(table: Table, row: int, column: int) -> Placed:
    """The cell that covers a place. Raises KeyError outside the table."""
    for item in placed(table):
        if item.covers(row, column):
            return item
    raise KeyError((row, column))


def area_of(table: Table, one: tuple[int, int], other: tuple[int, int]) -> Area:
    """The smallest rectangle that holds both places and cuts no cell."""
    area = Area(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]) + 1, max(one[1], other[1]) + 1)
    while True:
        held = [item for item in placed(table) if area.touches(item)]
        grown = Area(
            min([area.top, *(item.row for item in held)]),
            min([area.left, *(item.column for item in held)]),
            max([area.bottom, *(item.bottom for item in held)]),
            max([area.right, *(item.right for item in held)]),
        )
        if grown == area:
            return area
        area = grown


def with_paragraphs(table: Table, row: int, column: int, texts: tuple[Paragraph, ...]) -> Table:
    """The table with other text in the cell at a place."""
    return _changed(table, lambda item: item.covers(row, column), lambda cell: replace(cell, paragraphs=texts))


def with_align(table: Table, area: Area, align: CellAlign) -> Table:
    """The table with the cells of an area aligned otherwise."""
    return _changed(table, area.touches, lambda cell: replace(cell, align=align))


def with_even_widths(table: Table) -> Table:
    """The table with columns of one width."""
    count = len(table.columns)
    return replace(table, columns=(round(sum(table.columns) / count, 1),) * count)


def with_column_width(table: Table, column: int, width: float) -> Table:
    """The table with one column as wide as `width` mm; the one behind it gives or takes, or the table grows."""
    columns = list(table.columns)
    change = min(max(width, NARROWEST), WIDEST) - columns[column]
    if column + 1 < len(columns):
        change = min(max(change, columns[column + 1] - WIDEST), columns[column + 1] - NARROWEST)
        columns[column + 1] = round(columns[column + 1] - change, 1)
    columns[column] = round(columns[column] + change, 1)
    return replace(table, columns=tuple(columns))


def cut_out(table: Table, area: Area) -> Table:
    """The area as a table of its own."""
    items = [
        replace(item, row=item.row - area.top, column=item.column - area.left)
        for item in placed(table)
        if area.touches(item)
    ]
    return built(table.columns[area.left : area.right], area.bottom - area.top, items, 0)


def emptied(table: Table, area: Area) -> Table:
    """The table with no text in the cells of an area."""
    return _changed(table, area.touches, lambda cell: replace(cell, paragraphs=(Paragraph(),)))


def with_header_rows(table: Table, count: int) -> Table:
    """The table with another number of rows that are repeated on each page."""
    return replace(table, header_rows=max(0, min(count, len(table.rows))))


def row_added(table: Table, before: int) -> Table:
    """The table with an empty row before row `before`; a cell that reaches over that line grows."""
    items = []
    for item in placed(table):
        if item.row >= before:
            items.append(replace(item, row=item.row + 1))
        elif item.bottom > before:
            items.append(replace(item, cell=replace(item.cell, row_span=item.cell.row_span + 1)))
        else:
            items.append(item)
    heads = table.header_rows + (before < table.header_rows)
    return built(table.columns, len(table.rows) + 1, items, heads)


def rows_removed(table: Table, first: int, end: int) -> Table | None:
    """The table without rows `first` to `end`; None where nothing is left."""
    if end - first >= len(table.rows):
        return None
    items = []
    for item in placed(table):
        top, bottom = _cut(item.row, item.bottom, first, end)
        if bottom > top:
            items.append(replace(item, row=top, cell=replace(item.cell, row_span=bottom - top)))
    heads = table.header_rows - max(0, min(end, table.header_rows) - first)
    return built(table.columns, len(table.rows) - (end - first), items, heads)


def column_added(table: Table, before: int) -> Table:
    """The table with an empty column before column `before`, its width taken from all alike."""
    turned = row_added(_turned(table), before)
    share = len(table.columns) / (len(table.columns) + 1)
    width = sum(table.columns) / (len(table.columns) + 1)
    narrowed = [round(column * share, 1) for column in table.columns]
    return replace(_turned(turned), columns=(*narrowed[:before], round(width, 1), *narrowed[before:]),
                   header_rows=table.header_rows)  # fmt: skip


def columns_removed(table: Table, first: int, end: int) -> Table | None:
    """The table without columns `first` to `end`; None where nothing is left."""
    turned = rows_removed(_turned(table), first, end)
    if turned is None:
        return None
    return replace(_turned(turned), columns=table.columns[:first] + table.columns[end:], header_rows=table.header_rows)


def merged(table: Table, area: Area) -> Table:
    """The table with the cells of an area made one, their paragraphs one after another."""
    held = [item for item in placed(table) if area.touches(item)]
    texts = tuple(text for item in held for text in item.cell.paragraphs if text.runs)
    one = replace(
        held[0].cell,
        paragraphs=texts or (Paragraph(),),
        column_span=area.right - area.left,
        row_span=area.bottom - area.top,
    )
    rest = [item for item in placed(table) if not area.touches(item)]
    return built(table.columns, len(table.rows), [*rest, Placed(area.top, area.left, one)], table.header_rows)


def split(table: Table, row: int, column: int) -> Table:
    """The table with the cell at a place made as many as it covers; its text stays in the first."""
    whole = at(table, row, column)
    rest = [item for item in placed(table) if item != whole]
    first = replace(whole, cell=replace(whole.cell, column_span=1, row_span=1))
    return built(table.columns, len(table.rows), [*rest, first], table.header_rows)


def pasted(table: Table, row: int, column: int, other: Table) -> Table:
    """The table with the texts of another from a place on, larger where they need more room; spans stay its own."""
    while len(table.rows) < row + len(other.rows):
        table = row_added(table, len(table.rows))
    while len(table.columns) < column + len(other.columns):
        table = column_added(table, len(table.columns))
    texts = {(row + item.row, column + item.column): item.cell.paragraphs for item in placed(other)}
    items = []
    for item in placed(table):
        found = [texts[place] for place in item.places if place in texts]
        items.append(replace(item, cell=replace(item.cell, paragraphs=sum(found, ()))) if found else item)
    return built(table.columns, len(table.rows), items, table.header_rows)


def _changed(table: Table, chosen: Callable[[Placed], bool], change: Callable[[Cell], Cell]) -> Table:
    items = [replace(item, cell=change(item.cell)) if chosen(item) else item for item in placed(table)]
    return built(table.columns, len(table.rows), items, table.header_rows)


def _cut(start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Where a stretch stands when what lies from `first` to `last` is gone."""
    gone = last - first
    return (
        start if start < first else max(first, start - gone),
        end if end <= first else max(first, end - gone),
    )


def _turned(table: Table) -> Table:
    """The table with its rows as columns."""
    items = [
        Placed(
            item.column, item.row, replace(item.cell, column_span=item.cell.row_span, row_span=item.cell.column_span)
        )
        for item in placed(table)
    ]
    return built((0.0,) * len(table.rows), len(table.columns), items, len(table.columns))
