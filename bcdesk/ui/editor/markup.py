"""Foreign HTML (Word, Excel, browsers) as blocks of a report: words, bold, italic, paragraphs and tables, no more.

Nothing is fetched and nothing is run; what is no text is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from bcdesk.report.report import Block, Cell, CellAlign, Paragraph, Run, Table
from bcdesk.ui.editor.tablework import Placed, built

TEXT_WIDTH = 160.0
MOST_SPAN = 63
MOST_PLACES = 20_000
LONGEST_NUMBER = 5
DEEPEST_STYLE = 400

_SILENT = {"script", "style", "head", "title", "template", "noscript", "object", "svg", "iframe", "xml"}
_BREAKING = {
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre", "hr",
    "section", "article", "header", "footer", "dl", "dt", "dd", "caption", "address",
}  # fmt: skip
_VOID = {"br", "hr", "img", "meta", "link", "input", "col", "area", "base", "embed", "source", "wbr", "param", "track"}
_BOLD = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_ITALIC = {"i", "em", "cite", "dfn"}
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)|font\s*:[^;]*\b(bold)\b", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_BLANKS = re.compile("[ \t\r\n\f]+")
_LOOSE_NBSP = re.compile("(?<=[ \u00a0])\u00a0+|\u00a0+(?=[ \u00a0])|^\u00a0+|\u00a0+$")
_MANY_SPACES = re.compile(" {2,}")
_SYMBOL_BULLETS = {"·", "o", "§", "ü", "Ø", "v", "q", "•", "▪", "à", "-", "–"}
_ALIGNS = {"center": CellAlign.CENTER, "right": CellAlign.RIGHT}
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_WIDTH_STYLE = re.compile(r"(?<![\w-])width\s*:\s*([\d.]+)\s*(pt|px|cm|mm|in)", re.IGNORECASE)
_MM = {"pt": 25.4 / 72, "px": 25.4 / 96, "cm": 10.0, "mm": 1.0, "in": 25.4}


def blocks(html: str) -> tuple[Block, ...]:
    """The blocks the HTML shows, without its empty paragraphs at either end."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()


@dataclass(slots=True)
class _Style:
    tag: str
    bold: bool = False
    italic: bool = False
    silent: bool = False
    list_mark: bool = False
    preformatted: bool = False


@dataclass(slots=True)
class _Cell:
    paragraphs: list[Paragraph] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    align: CellAlign = CellAlign.LEFT


@dataclass(slots=True)
class _Grid:
    rows: list[list[_Cell]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    heads: int = 0
    head_open: bool = False


class _Reader(HTMLParser):
    """Collects runs into paragraphs, paragraphs into cells or blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._styles = [_Style("")]
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._grid: _Grid | None = None
        self._nested = 0
        self._lists: list[int | None] = []
        self._mark = ""

    def finished(self) -> tuple[Block, ...]:
        """Everything read, what is still open closed."""
        self._end_table()
        self._end_paragraph()
        found = self._blocks
        while found and found[-1] == Paragraph():
            found.pop()
        while found and found[0] == Paragraph():
            found.pop(0)
        return tuple(found)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what the tag opens."""
        given = {name: value or "" for name, value in attrs}
        if tag in _BREAKING or tag in {"td", "th"}:
            self._end_paragraph(forced=tag == "br" and not self._runs)
        self._open_structure(tag, given)
        if tag not in _VOID and len(self._styles) < DEEPEST_STYLE:
            self._styles.append(_styled(self._styles[-1], tag, given))

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes; one that closes nothing is passed over."""
        if tag == "p":
            self._end_paragraph(forced=any("\u00a0" in run.text for run in self._runs))
        elif tag in _BREAKING or tag in {"td", "th"}:
            self._end_paragraph()
        opened = next((at for at in range(len(self._styles) - 1, 0, -1) if self._styles[at].tag == tag), None)
        if opened is not None:
            if self._styles[opened].list_mark:
                self._end_mark()
            del self._styles[opened:]
        self._close_structure(tag)

    def handle_data(self, data: str) -> None:
        """Take in words."""
        style = self._styles[-1]
        if style.silent:
            return
        if style.list_mark:
            self._mark += data
            return
        text = data if style.preformatted else _BLANKS.sub(" ", data)
        pieces = text.split("\n") if style.preformatted else [text]
        for index, piece in enumerate(pieces):
            if index:
                self._end_paragraph(forced=True)
            if piece:
                self._runs.append(Run(piece, style.bold, style.italic))

    def _open_structure(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            self._nested += 1
            self._grid = self._grid or _Grid()
        elif self._grid is not None and self._nested == 1:
            self._open_in_table(self._grid, tag, given)
        if tag in {"ul", "ol"}:
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._runs.append(Run(self._next_item()))

    def _open_in_table(self, grid: _Grid, tag: str, given: dict[str, str]) -> None:
        if tag == "thead":
            grid.head_open = True
        elif tag == "tr":
            grid.rows.append([])
        elif tag == "col":
            grid.widths.extend([_width(given)] * _span(given, "span"))
        elif tag in {"td", "th"}:
            if not grid.rows:
                grid.rows.append([])
            cell = _Cell(columns=_span(given, "colspan"), rows=_span(given, "rowspan"), align=_align(given))
            grid.rows[-1].append(cell)
            if grid.head_open or (tag == "th" and grid.heads == len(grid.rows) - 1):
                grid.heads = max(grid.heads, len(grid.rows))

    def _close_structure(self, tag: str) -> None:
        if tag == "table" and self._nested:
            self._nested -= 1
            if not self._nested:
                self._end_table()
        elif tag == "thead" and self._grid is not None:
            self._grid.head_open = False
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()

    def _next_item(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _end_mark(self) -> None:
        mark = self._mark.replace("\u00a0", " ").strip()
        self._mark = ""
        if mark:
            self._runs.append(Run("- " if mark in _SYMBOL_BULLETS else f"{mark} "))

    def _end_paragraph(self, *, forced: bool = False) -> None:
        made = _paragraph(self._runs)
        self._runs = []
        if made.runs or forced:
            self._keep(made)

    def _keep(self, made: Paragraph) -> None:
        grid = self._grid
        if grid is None:
            self._blocks.append(made)
        elif grid.rows and grid.rows[-1]:
            grid.rows[-1][-1].paragraphs.append(made)
        elif made.runs:
            self._blocks.append(made)

    def _end_table(self) -> None:
        grid, self._grid, self._nested = self._grid, None, 0
        if grid is None:
            return
        table = _table(grid)
        cells = [cell for row in grid.rows for cell in row]
        self._blocks.extend([table] if table else [text for cell in cells for text in cell.paragraphs])


def _styled(outer: _Style, tag: str, given: dict[str, str]) -> _Style:
    style = given.get("style", "")
    bold, italic = outer.bold or tag in _BOLD, outer.italic or tag in _ITALIC
    if found := _BOLD_STYLE.search(style):
        bold = (found[1] or found[2]).lower() in {"bold", "600", "700", "800", "900"}
    if found := _ITALIC_STYLE.search(style):
        italic = found[1].lower() != "normal"
    silent = outer.silent or tag in _SILENT or "display:none" in style.replace(" ", "").lower()
    mark = outer.list_mark or "mso-list:ignore" in style.replace(" ", "").lower()
    return _Style(tag, bold, italic, silent, mark, outer.preformatted or tag == "pre")


def _paragraph(runs: Iterable[Run]) -> Paragraph:
    """Runs as one paragraph: blanks between words once, a no-break space only where it joins two words."""
    kept: list[Run] = []
    for run in runs:
        text = _MANY_SPACES.sub(" ", _LOOSE_NBSP.sub(" ", run.text))
        if not kept or kept[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            kept.append(Run(text, run.bold, run.italic))
    while kept and not kept[-1].text.rstrip(" \u00a0"):
        kept.pop()
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(" \u00a0"), kept[-1].bold, kept[-1].italic)
    return Paragraph(tuple(kept))


def _table(grid: _Grid) -> Table | None:
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
    return min(max(_whole(given.get(name, "")), 1), MOST_SPAN)


def _align(given: dict[str, str]) -> CellAlign:
    found = _ALIGN_STYLE.search(given.get("style", ""))
    return _ALIGNS.get((found[1] if found else given.get("align", "")).lower(), CellAlign.LEFT)


def _width(given: dict[str, str]) -> float:
    if found := _WIDTH_STYLE.search(given.get("style", "")):
        try:
            return float(found[1]) * _MM[found[2].lower()]
        except ValueError:
            return 0.0
    return _whole(given.get("width", "")) * _MM["px"]


def _whole(text: str) -> int:
    """The number written there; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0
