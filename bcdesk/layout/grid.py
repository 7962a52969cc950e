"""Where the cells of a table stand: their places in its grid, and the edges of columns in twips."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, groupby
from operator import attrgetter
from typing import NamedTuple

from bcdesk.layout.profiles import Profile
from bcdesk.sheet.sheet import Cell, Table

WHOLE = 65_535


class Placed(NamedTuple):
    """A cell and the row and column of its top left place."""

    cell: Cell
    row: int
    column: int

    @property
    def end_row(self) -> int:
        """The row below it."""
        return self.row + self.cell.row_span

    @property
    def end_column(self) -> int:
        """The column to its right."""
        return self.column + self.cell.column_span


def placed_cells(table: Table) -> tuple[Placed, ...]:
    """The cells at their places: each takes the first free one of its row."""
    free: dict[int, int] = {}  # the first row in which each column is
    found: list[Placed] = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells.cells:
            while free.get(column, 0) > row:
                column += 1
            placed = Placed(cell, row, column)
            for covered in range(column, placed.end_column):
                free[covered] = max(free.get(covered, 0), placed.end_row)
            found.append(placed)
            column = placed.end_column
    return tuple(found)


def standing_cells(table: Table, cells: Iterable[Placed]) -> list[list[Placed]]:
    """The cells that stand in each row, be it that they begin in one above."""
    beginning = {row: list(begun) for row, begun in groupby(cells, key=attrgetter("row"))}
    found: list[list[Placed]] = []
    standing: list[Placed] = []
    for row in range(len(table.rows)):
        standing = [*(placed for placed in standing if row < placed.end_row), *beginning.get(row, ())]
        found.append(standing)
    return found


def row_edges(table: Table, standing: Iterable[Placed], profile: Profile) -> dict[int, int]:
    """The left edges of the columns at which cells of a row begin, and its end, in twips from the table's left edge."""
    ends = list(accumulate(table.columns, initial=0))
    columns = sorted({0, *(placed.column for placed in standing), len(table.columns)})
    wanted = [ends[min(column, len(table.columns))] for column in columns]
    return dict(zip(columns, rounded(wanted, profile.column_shares) if profile.column_shares else wanted, strict=True))


def rounded(edges: list[int], shares: int) -> list[int]:
    """The edges of a row's cells as LibreOffice has them (exact on 2 800 tables measured to the twip).

    It begins with cells of one width, counted in 65 535ths, and moves each edge to the nearest of `shares` parts of
    the row's width, unless the edge lies on that part already.
    """
    width, count = edges[-1], len(edges) - 1
    found = []
    for index, edge in enumerate(edges):
        share = (edge * shares * 2 + width) // (width * 2)
        first = WHOLE // count * index * width // WHOLE
        stays = index < count and first * shares // width == share
        found.append(first if stays else share * width // shares)
    return found
