"""Tables of several units under the same heads, as one table: rows of one label added up, the others behind them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from bcdesk.report.blocks import Cell, Table, paragraph
from bcdesk.report.consolidation.rownumbers import renumbered
from bcdesk.report.consolidation.sentences import alike
from bcdesk.report.consolidation.tablelines import TOTAL, Line, Lines, lines_of_units, text_of
from bcdesk.report.consolidation.tablesums import Filling, filled
from bcdesk.report.consolidation.weaving import woven
from bcdesk.report.tablecells import DITTO, is_order

_APART = "Các bảng có ô gộp không như nhau, nên để riêng từng đơn vị."
_SHOWN = 5


def merged_table(tables: Sequence[tuple[str, Table]]) -> tuple[Table | None, str]:
    """The tables of units, all of the same heads, as one in the form of the first, and what is doubtful of it.

    None where their grids are not alike.
    """
    read = lines_of_units(tables)
    if any(table.tall for table in read):
        read = _by_place(read)
    if not read or not _fit_together(read):
        return None, _APART
    order = _order(read)
    made = filled(read, order)
    return _table(read, made), _told((*made.doubts, *_measured(read)))


def _by_place(read: Sequence[Lines]) -> tuple[Lines, ...]:
    """Rows known by their place, where cells cover several rows; nothing where the grids or their words differ."""
    if len({(table.ordered, *map(_grid, table.rows)) for table in read}) > 1 or len(set(map(_words, read))) > 1:
        return ()
    return tuple(
        replace(table, rows=tuple(replace(row, key=("row", at)) for at, row in enumerate(table.rows))) for table in read
    )


def _grid(line: Line) -> tuple[tuple[int, int, int], ...]:
    return tuple((column, cell.column_span, cell.row_span) for column, cell in sorted(line.cells.items()))


def _words(table: Lines) -> tuple[str, ...]:
    """What the rows are about: what stands before their values."""
    first = min(table.values, default=0)
    return tuple(alike(text_of(cell)) for row in table.rows for at, cell in sorted(row.cells.items()) if at < first)


def _fit_together(read: Sequence[Lines]) -> bool:
    """Whether rows of one key have their cells over the same columns."""
    spans: dict[Hashable, object] = {}
    return all(spans.setdefault(row.key, row.spans) == row.spans for table in read for row in table.rows)


def _order(read: Sequence[Lines]) -> tuple[Hashable, ...]:
    """The rows in one order, that of sums at the end where the first unit that has it has it there."""
    keys = [[row.key for row in table.rows] for table in read]
    order = woven([[key for key in own if key != TOTAL] for own in keys])
    with_total = next((own for own in keys if TOTAL in own), None)
    if with_total is None:
        return order
    return (TOTAL, *order) if with_total[0] == TOTAL else (*order, TOTAL)


def _measured(read: Sequence[Lines]) -> Iterator[str]:
    """Rows of one label whose unit of measure differs."""
    known: dict[str, tuple[str, str]] = {}
    for table in read:
        for row in table.rows:
            label, measure = alike(row.label), alike(row.measure)
            unit, other = known.setdefault(label, (table.unit, measure)) if label else ("", measure)
            if unit != table.unit and other != measure:
                yield f"Dòng “{row.label}” có đơn vị tính khác nhau, nên không cộng."


def _told(doubts: Sequence[str]) -> str:
    said = list(dict.fromkeys(doubts))
    rest = len(said) - _SHOWN
    return " ".join(said[:_SHOWN]) + (f" Và {rest} ô khác." if rest > 0 else "")


def _table(read: Sequence[Lines], made: Filling) -> Table:
    first = read[0].table
    rows = [_row(read[0], made, key) for key in made.order]
    if read[0].ordered and any(key not in {row.key for row in read[0].rows} for key in made.order):
        rows = _numbered(rows, made)
    body = tuple(tuple(cell for _, cell in sorted(row.items())) for row in rows)
    return replace(first, rows=(*first.rows[: first.header_rows], *body))


def _row(first: Lines, made: Filling, key: Hashable) -> dict[int, Cell]:
    """The cells of a row by column, with or without STT as the first table has it."""
    line = made.rows(key)[0]
    cells = {column: made.cells[key, column] for column in sorted({at for row in made.rows(key) for at in row.cells})}
    if line.measure and key not in {row.key for row in first.rows}:
        cells = {column: _spelled_out(cell, line) for column, cell in cells.items()}
    if not first.ordered:
        return {column: cell for column, cell in cells.items() if column}
    return _widened(cells) if line.wide or tuple(cells) == (1,) else {0: Cell((paragraph(""),)), **cells}


def _widened(cells: dict[int, Cell]) -> dict[int, Cell]:
    """The cells whose first covers the column of STT too."""
    first = cells[1]
    return {0: replace(first, column_span=first.column_span + 1)} | {at: cell for at, cell in cells.items() if at > 1}


def _spelled_out(cell: Cell, line: Line) -> Cell:
    """A ditto mark of a row that moves says what it stood for."""
    return replace(cell, paragraphs=(paragraph(line.measure),)) if text_of(cell).lower() in DITTO else cell


def _numbered(rows: Sequence[Mapping[int, Cell]], made: Filling) -> list[dict[int, Cell]]:
    """The rows counted on; one from a table without STT is numbered as the row before it, else as that behind it."""
    typed = [text_of(row[0]) for row in rows]
    bare = [key != TOTAL and not any(0 in line.cells for line in made.rows(key)) for key in made.order]
    for at in (at for at, without in enumerate(bare) if without):
        near = (*reversed(typed[:at]), *typed[at:])
        typed[at] = next((text for text in near if text and is_order(text)), "")
    numbers = renumbered(typed, [row.text(0) for row in made.tables[0].rows])
    return [
        {**row, 0: replace(row[0], paragraphs=(paragraph(number),))} if number != text_of(row[0]) else dict(row)
        for row, number in zip(rows, numbers, strict=True)
    ]
