"""Tables of foreign HTML: cells as they come, and the table they make."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bcdesk.report.report import Cell, CellAlign, Paragraph, Table
from bcdesk.ui.editor.htmlstyle import whole
from bcdesk.ui.editor.tablework import Placed, built

TEXT_WIDTH = 160.0
MOST_SPAN = 63
MOST_PLACES = 20_000

_ALIGNS = {"center": CellAlign.CENTER, "right": CellAlign.RIGHT}
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_WIDTH_STYLE = re.compile(r"(?<![\w-])width\s*:\s*([\d.]+)\s*(pt|px|cm|mm|in)", re.IGNORECASE)
_MM = {"pt": 25.4 / 72, "px": 25.4 / 96, "cm": 10.0, "mm": 1.0, "in": 25.4}


@dataclass(slots=True)
class GridCell:
    """A cell and the paragraphs in it."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    align: CellAlign = CellAlign.LEFT


@dataclass(slots=True)
class Grid:
    """The rows of a table that is being read."""

    rows: list[list[GridCell]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    heads: int = 0
    head_open: bool = False

    def open(self, tag: str, given: dict[str, str]) -> None:
        """Begin what a tag begins: a head, a row, a column or a cell."""
        if tag == "thead":
            self.head_open = True
        elif tag == "tr":
            self.rows.append([])
        elif tag == "col":
            self.widths.extend([_width(given)] * _span(given, "span"))
        elif tag in {"td", "th"}:
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(
                GridCell(columns=_span(given, "colspan"), rows=_span(given, "rowspan"), align=_align(given))
            )
            if self.head_open or (tag == "th" and self.heads == len(self.rows) - 1):
                self.heads = max(self.heads, len(self.rows))


def table_of(grid: Grid) -> Table | None:
    """The grid as a table; None where it holds no cell, or more places than any report has."""
    rows = [row for row in grid.rows if row]
    taken: set[tuple[int, int]] = set()
    placed: list[Placed] = []
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            height = min(cell.rows, len(rows) - at)
            width = _free_width(taken, at, column, cell.columns)
            taken |= {(at + down, column + over) for down in range(height) for over in range(width)}
            paragraphs = tuple(cell.paragraphs) or (Paragraph(),)
            placed.append(Placed(at, column, Cell(paragraphs, width, height, cell.align)))
            column += width
    if not placed or len(taken) > MOST_PLACES:
        return None
    count = max(column for _, column in taken) + 1
    return built(_widths(grid.widths, count), len(rows), placed, min(grid.heads or 1, len(rows)))


def _free_width(taken: set[tuple[int, int]], row: int, column: int, wanted: int) -> int:
    return next((over for over in range(1, wanted) if (row, column + over) in taken), wanted)


def _widths(given: list[float], count: int) -> tuple[float, ...]:
    if len(given) == count and all(given):
        scale = min(1.0, TEXT_WIDTH / sum(given))
        return tuple(round(width * scale, 1) for width in given)
    return (round(TEXT_WIDTH / count, 1),) * count


def _span(given: dict[str, str], name: str) -> int:
    return min(max(whole(given.get(name, "")), 1), MOST_SPAN)


def _align(given: dict[str, str]) -> CellAlign:
    found = _ALIGN_STYLE.search(given.get("style", ""))
    return _ALIGNS.get((found[1] if found else given.get("align", "")).lower(), CellAlign.LEFT)


def _width(given: dict[str, str]) -> float:
    if found := _WIDTH_STYLE.search(given.get("style", "")):
        try:
            return float(found[1]) * _MM[found[2].lower()]
        except ValueError:
            return 0.0
    return whole(given.get("width", "")) * _MM["px"]
