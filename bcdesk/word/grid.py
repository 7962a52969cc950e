"""A table as Word's grid: fixed columns, explicit margins, rows that do not split; covered places continue a merge."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bcdesk.sheet.sheet import Cell, Paragraph, Row, Table, VerticalAlign
from bcdesk.word.markup import Attributes, Element, w
from bcdesk.word.styles import separator

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_element(table: Table, paragraph: Callable[[Paragraph], Element]) -> Element:
    """The `w:tbl` of a table, its cells filled by `paragraph`."""
    grid = w("tblGrid", *(w("gridCol", w=width) for width in table.columns))
    return w("tbl", _properties(table), grid, *_rows(table, paragraph))


def _properties(table: Table) -> Element:
    """Word of mode 14 measures the indent to the text of the first cell, the Sheet to its edge."""
    rule: Attributes = {"val": "single", "sz": table.rule, "space": 0, "color": "auto"}
    margins = {"top": 0, "left": table.padding, "bottom": 0, "right": table.padding}
    return w(
        "tblPr",
        w("tblW", w=sum(table.columns), type="dxa"),
        w("tblInd", w=table.indent + table.padding, type="dxa"),
        w("tblBorders", *(w(side, **rule) for side in SIDES)) if table.rule else None,
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in margins.items())),
    )


def _rows(table: Table, paragraph: Callable[[Paragraph], Element]) -> Iterator[Element]:
    """Every row; `below` holds, by their first column, the cells of rows above that reach into the next one."""
    below: dict[int, tuple[Cell, int]] = {}
    for row in table.rows:
        yield _row(row, table.columns, below, paragraph)


def _row(
    row: Row, columns: tuple[int, ...], below: dict[int, tuple[Cell, int]], paragraph: Callable[[Paragraph], Element]
) -> Element:
    own, cells, column = iter(row.cells), [], 0
    while True:
        continued = below.pop(column, None)
        cell, rows = continued or ((found := next(own, None)), found.row_span if found else 0)
        if cell is None:
            break
        if rows > 1:
            below[column] = cell, rows - 1
        content = [] if continued else [paragraph(each) for each in cell.paragraphs]
        width = sum(columns[column : column + cell.column_span])
        cells.append(w("tc", _cell_properties(cell, width, continued=bool(continued)), *(content or [separator()])))
        column += cell.column_span
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if row.header else None), *cells)


def _cell_properties(cell: Cell, width: int, *, continued: bool) -> Element:
    merge = w("vMerge") if continued else w("vMerge", val="restart") if cell.row_span > 1 else None
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.column_span) if cell.column_span > 1 else None,
        merge,
        w("vAlign", val=cell.vertical) if cell.vertical is not VerticalAlign.TOP else None,
    )
