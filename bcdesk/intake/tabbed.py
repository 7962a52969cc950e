"""Tables that came as text: rows of cells set apart by tabs, as word processors and spreadsheets copy them."""

from __future__ import annotations

from collections.abc import Sequence

from bcdesk.report.report import Cell, Table, paragraph

FEWEST_COLUMNS = 3
MOST_COLUMNS = 30
FEWEST_ROWS = 2
TEXT_WIDTH = 160.0
FEWEST_LETTERS, MOST_LETTERS = 6, 36


def table_at(lines: Sequence[str], start: int) -> Table | None:
    """The table whose first row is the line at `start`; None where that line begins none.

    Two columns are no table: so a letterhead and a signature are copied too.
    """
    first = _cells(lines[start])
    if sum(map(bool, first)) < FEWEST_COLUMNS or len(first) > MOST_COLUMNS:
        return None
    end = start + 1
    while end < len(lines) and _goes_on(lines[end], len(first)):
        end += 1
    return _table([_cells(line) for line in lines[start:end]]) if end - start >= FEWEST_ROWS else None


def _cells(line: str) -> list[str]:
    return [part.strip() for part in line.strip("\r\n").split("\t")]


def _goes_on(line: str, columns: int) -> bool:
    """Whether a line is a row of so many columns; empty cells at its end may have been lost."""
    cells = _cells(line)
    filled = sum(map(bool, cells))
    return FEWEST_COLUMNS <= len(cells) <= columns and (filled > 1 or bool(cells[0]))


def _table(rows: list[list[str]]) -> Table:
    columns = len(rows[0])
    full = [(*row, *[""] * (columns - len(row))) for row in rows]
    letters = [_bounded(max(map(len, column))) for column in zip(*full, strict=True)]
    widths = tuple(round(TEXT_WIDTH * count / sum(letters), 1) for count in letters)
    return Table(widths, tuple(tuple(Cell((paragraph(text),)) for text in row) for row in full))


def _bounded(letters: int) -> int:
    """How much of the width a column asks for by its longest cell: a narrow one stays usable, a long one breaks."""
    return min(max(letters, FEWEST_LETTERS), MOST_LETTERS)
