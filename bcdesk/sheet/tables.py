"""The report's own tables: ruled, as wide as typed but never wider than the column of text (ND-18)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from bcdesk.report import report as typed
from bcdesk.report.report import CellAlign, Place
from bcdesk.sheet.form import Form
from bcdesk.sheet.lengths import mm
from bcdesk.sheet.sheet import Align, Block, Cell, Row, Table, VerticalAlign
from bcdesk.sheet.styles import Name

ALIGNS = {CellAlign.LEFT: Align.LEFT, CellAlign.CENTER: Align.CENTER, CellAlign.RIGHT: Align.RIGHT}


def table(place: Place, block: typed.Table, form: Form) -> Iterator[Block]:
    """The table and the gap below it, which also keeps it from growing together with a table that follows."""
    if not block.rows or not block.columns:
        return
    columns = column_widths(block.columns, form.column)
    rows = tuple(_row(place, cells, form, header=at < block.header_rows) for at, cells in enumerate(block.rows))
    yield Table(columns, rows, indent=(form.column - sum(columns)) // 2)
    yield form.line(Name.GAP, "")


def column_widths(columns: tuple[float, ...], column: int) -> tuple[int, ...]:
    """Widths in mm as twips, all narrowed alike where they are wider than the column of text."""
    widths = tuple(max(mm(width), 1) for width in columns)
    total = sum(widths)
    if total <= column:
        return widths
    edges = [round(edge * column / total) for edge in accumulate(widths, initial=0)]
    return tuple(right - left for left, right in pairwise(edges))


def _row(place: Place, cells: tuple[typed.Cell, ...], form: Form, *, header: bool) -> Row:
    return Row(tuple(_cell(place, cell, form, header=header) for cell in cells), header=header)


def _cell(place: Place, cell: typed.Cell, form: Form, *, header: bool) -> Cell:
    align = ALIGNS[cell.align]
    paragraphs = tuple(form.paragraph(Name.CELL, item.runs, place, align=align) for item in cell.paragraphs)
    vertical = VerticalAlign.CENTER if header else VerticalAlign.TOP
    return Cell(paragraphs or (form.line(Name.CELL, "", place),), cell.column_span, cell.row_span, vertical)
