"""The cells of a table that hold a value, each with the words that say what it is: its row, its column, its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bcdesk.report.report import Cell, Table
from bcdesk.vietnamese.amounts import NO_DATA, amount
from bcdesk.vietnamese.folding import fold

DITTO = frozenset({'"', "”", "''", "nt", "như trên"})
_ORDER = re.compile(r"(?:[IVXLC]+|[A-Za-zđĐ]|\d{1,3}(?:\.\d{1,3})*)[.)]?")
_ORDER_HEADS = frozenset({"stt", "tt", "so tt", "so thu tu"})
_UNIT_HEADS = frozenset({"dvt", "don vi tinh", "don vi"})
_SHARE = re.compile(r"%|^(?:tỷ|tỉ) lệ\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class ValueCell:
    """A cell that may hold a value: its text begins `start` characters into that of the table."""

    text: str
    start: int
    row: str
    column: str
    unit: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its place in the grid and the first of its characters."""

    row: int
    column: int
    cell: Cell
    start: int

    @property
    def text(self) -> str:
        """Its paragraphs on one line."""
        return " ".join(text.plain for text in self.cell.paragraphs).strip()

    def lines(self) -> Iterator[tuple[str, int]]:
        """Each paragraph with its first character; one where the cell is empty."""
        start = self.start
        for text in self.cell.paragraphs:
            if text.plain.strip() or len(self.cell.paragraphs) == 1:
                yield text.plain, start
            start += len(text.plain) + 1


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table below its head, and what its columns are.

    `heads` are the words over each column; `order`, `units` and `values` the columns of STT, of units of measure and
    those with a value in them. `labels` says what each row is about, `measures` the unit of each.
    """

    body: tuple[Placed, ...]
    heads: tuple[str, ...]
    order: frozenset[int]
    units: frozenset[int]
    values: frozenset[int]
    labels: Mapping[int, str]
    measures: Mapping[int, str]


def grid_of(table: Table) -> Grid:
    """The table by rows and columns."""
    cells = _placed(table)
    above = [item for item in cells if item.row < table.header_rows]
    body = [item for item in cells if item.row >= table.header_rows]
    heads = [_column_words(above, column) for column in range(len(table.columns))]
    order, units = _columns_of(heads, _ORDER_HEADS), _columns_of(heads, _UNIT_HEADS)
    values = {item.column for item in body if item.column and is_value(item.text)} - order - units
    labels = _row_words(body, order | units | values)
    return Grid(
        tuple(body), tuple(heads), frozenset(order), frozenset(units), frozenset(values), labels, _units(body, units)
    )


def value_cells(table: Table) -> Iterator[ValueCell]:
    """Every text under the heads that may hold a value; an empty one only in a column of values."""
    grid = grid_of(table)
    for item in grid.body:
        row, head = grid.labels.get(item.row, ""), grid.heads[item.column] if item.column < len(grid.heads) else ""
        if item.column in grid.order | grid.units or item.text == row or not (item.text or item.column in grid.values):
            continue
        column = head if grid.values != {item.column} else ""
        if row or column:
            unit = grid.measures.get(item.row) or share_unit(row, head)
            yield from (ValueCell(*line, row, column, unit) for line in item.lines())


def share_unit(*words: str) -> str:
    """`%` where row or column says that its values are shares."""
    return "%" if any(_SHARE.search(said) for said in words) else ""


def is_value(text: str) -> bool:
    """Whether a text is a number, a share, a ratio, or the sign for no data."""
    return text.strip() in NO_DATA or amount(text) is not None


def is_order(text: str) -> bool:
    """Whether a text is an STT or empty: `I`, `1`, `1.1.`, `a)`."""
    return not text or _ORDER.fullmatch(text) is not None


def _placed(table: Table) -> list[Placed]:
    taken: set[tuple[int, int]] = set()
    found, start = [], 0
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            found.append(Placed(row, column, cell, start))
            taken |= {
                (row + down, column + right) for down in range(cell.row_span) for right in range(cell.column_span)
            }
            column += cell.column_span
            start += sum(len(text.plain) + 1 for text in cell.paragraphs)
    return found


def _column_words(heads: list[Placed], column: int) -> str:
    """The heads over a column, the upper one first."""
    over = (item for item in heads if item.column <= column < item.column + item.cell.column_span)
    return ", ".join(dict.fromkeys(item.text for item in over if item.text))


def _columns_of(words: list[str], heads: frozenset[str]) -> set[int]:
    return {column for column, said in enumerate(words) if fold(said).strip(" .") in heads}


def _row_words(body: list[Placed], others: set[int]) -> dict[int, str]:
    """What each row is about: its first cell of words that neither counts, nor measures, nor holds a value."""
    found: dict[int, str] = {}
    for item in body:
        if item.column in others or not _LETTER.search(item.text) or _ORDER.fullmatch(item.text):
            continue
        for row in range(item.row, item.row + item.cell.row_span):
            found.setdefault(row, item.text)
    return found


def _units(body: list[Placed], units: set[int]) -> dict[int, str]:
    """The unit of each row; a ditto mark repeats the one above."""
    found: dict[int, str] = {}
    last = ""
    for item in body:
        if item.column in units:
            last = last if item.text.lower() in DITTO else item.text
            found |= dict.fromkeys(range(item.row, item.row + item.cell.row_span), last)
    return found
