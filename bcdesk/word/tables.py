"""Tables of any document as tables of fixed columns, whatever their grid, spans and styles say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bcdesk.sheet.sheet import Cell, Paragraph, Row, Table, VerticalAlign
from bcdesk.word.cascade import Cascade
from bcdesk.word.markup import Element, attribute, child, children, descendants, inside, number, on_off, thickness, w

MOST_COLUMNS = 63  # of a table in Word
MOST_MERGED_ROWS = 1000
FARTHEST_COLUMN = 1000
PADDING = 115
VERTICALS = {"center": VerticalAlign.CENTER, "bottom": VerticalAlign.BOTTOM}
SIDES = ("top", "insideH", "left", "insideV", "bottom", "right")

Content = Callable[[Element, str | None], tuple[Paragraph, ...]]


@dataclass(slots=True)
class _Cell:
    """A cell while rows below may still add to it."""

    paragraphs: tuple[Paragraph, ...]
    columns: int
    vertical: VerticalAlign = VerticalAlign.TOP
    rows: int = 1

    def finished(self) -> Cell:
        return Cell(self.paragraphs, self.columns, self.rows, self.vertical)


@dataclass(slots=True)
class _Grid:
    """The rows read so far, and the cells that a merge in the next row would continue, by their first column."""

    content: Content
    style: str | None
    rows: list[tuple[list[_Cell], bool]] = field(default_factory=list)
    open: dict[int, _Cell] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)

    def add(self, row: Element) -> None:
        """Read a row, unless it has no cell."""
        if next(inside(row, "tc"), None) is None:
            return
        properties = child(row, "trPr")
        cells: list[_Cell] = []
        column = self._skip(cells, 0, number(child(properties, "gridBefore")))
        for element in inside(row, "tc"):
            column = self._cell(cells, column, element)
        self._skip(cells, column, number(child(properties, "gridAfter")))
        self.rows.append((cells, bool(on_off(child(properties, "tblHeader")))))

    def _skip(self, cells: list[_Cell], column: int, count: int | None) -> int:
        """Places of the grid that a row leaves out are an empty cell here."""
        span = max(0, min(MOST_COLUMNS, count or 0))
        if span:
            cells.append(_Cell(self._blank(), span))
            self.open.pop(column, None)
        return column + span

    def _cell(self, cells: list[_Cell], column: int, element: Element) -> int:
        properties = child(element, "tcPr")
        span = max(1, min(MOST_COLUMNS - column, number(child(properties, "gridSpan")) or 1))
        merge = child(properties, "vMerge")
        above = self.open.pop(column, None)
        self._measure(column, span, number(child(properties, "tcW"), "w"))
        if above is not None and _goes_on(above, merge, span):
            above.rows += 1
            found = above
            found.paragraphs += tuple(each for each in self.content(element, self.style) if each.plain)
        else:
            vertical = VERTICALS.get(attribute(child(properties, "vAlign")) or "", VerticalAlign.TOP)
            found = _Cell(self.content(element, self.style) or self._blank(), span, vertical)
            cells.append(found)
        if merge is not None:
            self.open[column] = found
        return column + span

    def _blank(self) -> tuple[Paragraph, ...]:
        return self.content(w("tc", w("p")), self.style)

    def _measure(self, column: int, span: int, width: int | None) -> None:
        """Remember what a cell says of its columns, for where the grid does not."""
        for each in range(column, min(column + span, FARTHEST_COLUMN)):
            self.widths.setdefault(each, (width or 0) // span)

    def finished(self) -> tuple[Row, ...]:
        """The rows."""
        return tuple(Row(tuple(cell.finished() for cell in cells), header) for cells, header in self.rows)


def _goes_on(above: _Cell, merge: Element | None, span: int) -> bool:
    """Whether a cell is the next part of the merged one above it."""
    merged = merge is not None and attribute(merge) != "restart"
    return merged and above.columns == span and above.rows < MOST_MERGED_ROWS


def read_table(element: Element, cascade: Cascade, content: Content, *, column: int, inset: bool) -> Table:
    """The table of a `w:tbl`; `content` reads a cell's paragraphs, given the table's style.

    `column` is the width of the text around it. `inset`: indents are measured to the text, as before Word 2013.
    """
    properties = child(element, "tblPr")
    style = cascade.table_style(properties)
    levels = [properties, *(child(each, "tblPr") for each in cascade.chain(style))]
    grid = _Grid(content, style)
    for row in inside(element, "tr"):
        grid.add(row)
    columns = _columns(element, grid)
    padding = max(0, _first(levels, "tblCellMar", ("left", "start"), "w", PADDING))
    indent = _first(levels, "tblInd", (), "w", 0) - (padding if inset else 0)
    alignment = attribute(child(properties, "jc"))
    if alignment in {"center", "right", "end"}:
        indent = (column - sum(columns)) // (2 if alignment == "center" else 1)
    return Table(columns, grid.finished(), padding, _rule(levels, element), indent)


def _columns(element: Element, grid: _Grid) -> tuple[int, ...]:
    drawn = child(element, "tblGrid")
    widths = [] if drawn is None else [number(each, "w") or 0 for each in children(drawn, "gridCol")]
    count = max([len(widths), *(each + 1 for each in grid.widths)])
    stated = [*widths, *[0] * (count - len(widths))]
    return tuple(width if width > 0 else max(1, grid.widths.get(at, 0)) for at, width in enumerate(stated))


def _first(levels: list[Element | None], tag: str, below: tuple[str, ...], name: str, default: int) -> int:
    """The nearest level's word on a length."""
    for level in levels:
        for each in below or ("",):
            found = number(child(level, tag, each) if each else child(level, tag), name)
            if found is not None:
                return found
    return default


def _rule(levels: list[Element | None], element: Element) -> int:
    """The thickness of the table's lines: its own or its style's, else those its first cells draw for themselves."""
    for level in levels:
        borders = child(level, "tblBorders")
        if borders is not None:
            return _thickest(borders)
    return max((_thickest(borders) for borders in descendants(element, "tcBorders")), default=0)


def _thickest(borders: Element) -> int:
    return max((thickness(line) for side in SIDES for line in children(borders, side)), default=0)
