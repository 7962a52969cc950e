"""The table of a unit as rows that are known by what they are about, so that they meet those of other units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bcdesk.report.arithmetic import TOTAL_WORDS
from bcdesk.report.blocks import Cell, Table
from bcdesk.report.consolidation.sentences import alike
from bcdesk.report.consolidation.weaving import told_apart
from bcdesk.report.numbers import BULLET
from bcdesk.report.outline import split_heading
from bcdesk.report.tablecells import Grid, grid_of, is_order
from bcdesk.vietnamese.amounts import amount
from bcdesk.vietnamese.folding import fold

TOTAL = "total"
"""The key of the row of sums."""

_NAMING_HEADS = re.compile(
    r"(?:nam|nam sinh|sinh nam|ngay\b.*|so hieu\b.*|(?:so )?dien thoai|(?:so )?(?:cccd|can cuoc|cmnd)\b.*|ma\b.*"
    r"|so van ban|so,? ky hieu\b.*|thoi gian\b.*)"
)
_COLUMN_NUMBER = re.compile(r"[A-Z]|\(?(\d{1,2})\)?(?:\s*=.*)?")
_MEASURED = re.compile(r"\d[\d.,/]*\s*[^\W\d_]+(?:\s+[^\W\d_]+){0,2}")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A row below the head: what it is known by, its cells by their column, what it is about and in what unit.

    Columns are counted as if each table had one of STT, which is number 0. `wide`: its first words cover that too.
    """

    unit: str
    key: Hashable
    cells: Mapping[int, Cell]
    label: str
    measure: str
    wide: bool = False

    def text(self, column: int) -> str:
        """What stands in a column; empty where no cell begins there."""
        cell = self.cells.get(column)
        return text_of(cell) if cell else ""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """How many columns each cell covers, that of STT left out."""
        return tuple((column, cell.column_span) for column, cell in sorted(self.cells.items()) if column)


@dataclass(frozen=True, slots=True)
class Lines:
    """A unit's table: the words over each column, the columns with values, whether it has one of STT, its rows."""

    unit: str
    table: Table
    heads: tuple[str, ...]
    values: frozenset[int]
    ordered: bool
    rows: tuple[Line, ...]

    def head(self, column: int) -> str:
        """The words over a column; empty where the table has none there."""
        return self.heads[column] if column < len(self.heads) else ""

    @property
    def tall(self) -> bool:
        """Whether a cell below the head covers several rows."""
        return any(cell.row_span > 1 for line in self.rows for cell in line.cells.values())


def heads_of(table: Table) -> tuple[str, ...]:
    """What the columns are, without that of STT, folded; nothing where the table has no head."""
    grid = grid_of(table)
    heads = grid.heads[1:] if 0 in grid.order else grid.heads
    return ("#table", *(fold(alike(head)) for head in heads)) if table.header_rows and any(heads) else ()


def lines_of_units(tables: Sequence[tuple[str, Table]]) -> tuple[Lines, ...]:
    """The tables of units, their rows known by label and unit of measure, and by what stands above where that repeats.

    Rows of tables that only list something are each known by itself.
    """
    read = [_read(unit, table) for unit, table in tables]
    if not any(lines.values for lines in read):
        return tuple(
            replace(lines, rows=tuple(replace(row, key=(at, index)) for index, row in enumerate(lines.rows)))
            for at, lines in enumerate(read)
        )
    keys = told_apart([list(_under(lines.rows)) for lines in read])
    return tuple(replace(lines, rows=tuple(_known(lines.rows, own))) for lines, own in zip(read, keys, strict=True))


def _read(unit: str, table: Table) -> Lines:
    grid = grid_of(table)
    shift = 0 if 0 in grid.order else 1
    naming = [column for column in range(len(grid.heads)) if _is_naming(grid, column)]
    rows: dict[int, dict[int, Cell]] = {row: {} for row in range(table.header_rows, len(table.rows))}
    for item in grid.body:
        rows[item.row][item.column + shift] = item.cell
    lines = tuple(
        _line(unit, grid, row, cells, [cells.get(at + shift) for at in naming]) for row, cells in rows.items()
    )
    return Lines(unit, table, (*[""] * shift, *grid.heads), frozenset(_values(grid, shift)), not shift, lines)


def _values(grid: Grid, shift: int) -> Iterator[int]:
    """The columns with values, plain (`3`) or measured (`3 buổi`)."""
    measured = {item.column for item in grid.body if item.column and _MEASURED.fullmatch(item.text)}
    yield from (at + shift for at in (grid.values | measured) - grid.order - grid.units if not _is_naming(grid, at))
    if not grid.labels and 0 not in grid.order:
        yield 1


def _is_naming(grid: Grid, column: int) -> bool:
    return column < len(grid.heads) and bool(_NAMING_HEADS.fullmatch(fold(grid.heads[column]).strip(" .")))


def _line(unit: str, grid: Grid, row: int, cells: dict[int, Cell], naming: Sequence[Cell | None]) -> Line:
    label, measure = _label(grid, row, cells.get(0)), grid.measures.get(row, "")
    names = tuple(alike(text_of(cell)) for cell in naming if cell)
    bare = split_heading(BULLET.sub("", label))[1] or label
    key = (alike(bare), alike(measure), *names)
    if 0 in cells and cells[0].column_span > 1:
        narrow = replace(cells[0], column_span=cells[0].column_span - 1)
        return Line(unit, key, {**cells, 0: Cell(), 1: narrow}, label, measure, wide=True)
    return Line(unit, key, cells, label, measure)


def _label(grid: Grid, row: int, order: Cell | None) -> str:
    """What a row is about; it may stand in the column of STT, over more columns or alone."""
    known = grid.labels.get(row, "")
    said = order is not None and not is_order(text_of(order))
    return text_of(order) if order and said and (order.column_span > 1 or not known) else known


def _under(rows: Sequence[Line]) -> Iterator[tuple[Hashable, Hashable]]:
    """Each row with the one above it whose words stand but once in the table."""
    times = Counter(row.key for row in rows)
    above: Hashable = ""
    for row in rows:
        yield row.key, above
        above = row.key if times[row.key] == 1 and row.label else above


def _known(rows: Sequence[Line], keys: Sequence[Hashable]) -> Iterator[Line]:
    """The rows with their keys, the second of one key with its count, the row of sums with its own."""
    seen: Counter[Hashable] = Counter()
    totals = [at for at, row in enumerate(rows) if is_total(row)]
    alone = len(rows) > 1 and len(totals) == 1 and totals[0] in (0, len(rows) - 1)
    for at, (row, key) in enumerate(zip(rows, keys, strict=True)):
        seen[key] += 1
        yield replace(row, key=TOTAL if alone and at == totals[0] else (key, seen[key]))


def is_total(line: Line) -> bool:
    """Whether its label says that it sums up others, and it does."""
    sums = any(amount(text_of(cell)) for column, cell in line.cells.items() if column)
    return sums and fold(line.label).strip(" .:") in TOTAL_WORDS


def text_of(cell: Cell) -> str:
    """What a cell says, on one line."""
    return " ".join(text.plain for text in cell.paragraphs).strip()


def counts_columns(line: Line) -> bool:
    """Whether it numbers the columns: `A | B | 1 | 2 | 3 = 1 + 2`."""
    found = [_COLUMN_NUMBER.fullmatch(text_of(cell)) for _, cell in sorted(line.cells.items())]
    if len(found) < _FEWEST or None in found:
        return False
    numbers = [int(match[1]) for match in found if match is not None and match[1]]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
