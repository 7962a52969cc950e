"""Foreign HTML (Word, LibreOffice, browsers) as blocks of a report: words, bold, italic, footnotes, paragraphs, tables.

Nothing is fetched and nothing is run; what is no text, or was deleted with changes tracked, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser

from bcdesk.report.report import Block, Cell, Paragraph, Run, Table
from bcdesk.ui.editor.htmlstyle import Listing, Style, bullet, opened_list, styled, typed_mark
from bcdesk.ui.editor.htmltable import Grid, table_of
from bcdesk.vietnamese.legacy import decode, draws_capitals, encoding_of_font, is_unicode

DEEPEST_STYLE = 400

_BREAKING = {
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre", "hr",
    "section", "article", "header", "footer", "dl", "dt", "dd", "caption", "address",
}  # fmt: skip
_VOID = {"br", "hr", "img", "meta", "link", "input", "col", "area", "base", "embed", "source", "wbr", "param", "track"}
_BLANKS = re.compile("[ \t\r\n\f]+")
_LOOSE_NBSP = re.compile("(?<=[ \u00a0])\u00a0+|\u00a0+(?=[ \u00a0])|^\u00a0+|\u00a0+$")
_MANY_SPACES = re.compile(" {2,}")
_LINK = Run("\x00")
"""What hangs on a run that stands for a footnote's mark, before the name of that footnote."""


def blocks(html: str, *, in_unicode: bool = False) -> tuple[Block, ...]:
    """The blocks the HTML shows, without its empty paragraphs at either end.

    `in_unicode`: words in fonts of before Unicode are given as the letters these draw.
    """
    reader = _Reader(in_unicode=in_unicode)
    reader.feed(html)
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    """Collects runs into paragraphs, paragraphs into cells, footnotes or blocks."""

    def __init__(self, *, in_unicode: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._in_unicode = in_unicode
        self._styles = [Style("")]
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._notes: dict[str, list[Paragraph]] = {}
        self._grid: Grid | None = None
        self._nested = 0
        self._lists: list[Listing] = []
        self._mark = ""
        self._item_begun = False

    def finished(self) -> tuple[Block, ...]:
        """Everything read, what is still open closed and footnotes hung where they belong."""
        self._end_table()
        self._end_paragraph()
        notes = {name: _one_text(texts) for name, texts in self._notes.items()}
        found = [_with_notes(block, notes) for block in self._blocks]
        while found and found[-1] == Paragraph():
            found.pop()
        while found and found[0] == Paragraph():
            found.pop(0)
        return tuple(found)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what the tag opens."""
        given = {name: value or "" for name, value in attrs}
        if (tag in _BREAKING or tag in {"td", "th"}) and not (self._item_begun and tag in {"p", "div"}):
            self._end_paragraph(forced=tag == "br" and not self._runs)
        self._open_structure(tag, given)
        if tag not in _VOID and len(self._styles) < DEEPEST_STYLE:
            self._styles.append(styled(self._styles[-1], tag, given))

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes; one that closes nothing is passed over."""
        if tag == "p":
            self._end_paragraph(forced=any("\u00a0" in run.text for run in self._runs))
        elif tag in _BREAKING or tag in {"td", "th"}:
            self._end_paragraph()
        opened = next((at for at in range(len(self._styles) - 1, 0, -1) if self._styles[at].tag == tag), None)
        if opened is not None:
            if self._styles[opened].list_mark:
                self._end_mark(self._styles[opened].level)
            del self._styles[opened:]
        self._close_structure(tag)

    def handle_data(self, data: str) -> None:
        """Take in words."""
        style = self._styles[-1]
        if style.silent:
            return
        if style.list_mark:
            self._mark += data
        elif style.link:
            self._add_link(data, style.link)
        else:
            self._add_words(self._letters(data, style.font), style)

    def _letters(self, data: str, font: str) -> str:
        encoding = encoding_of_font(font) if self._in_unicode else None
        if encoding is None or is_unicode(data):
            return data
        read = decode(data, encoding)
        return read.upper() if draws_capitals(font) else read

    def _add_words(self, data: str, style: Style) -> None:
        text = data if style.preformatted else _BLANKS.sub(" ", data)
        pieces = text.split("\n") if style.preformatted else [text]
        for index, piece in enumerate(pieces):
            if index:
                self._end_paragraph(forced=True)
            if piece:
                self._runs.append(Run(piece, style.bold, style.italic))
                self._item_begun = self._item_begun and not piece.strip()

    def _add_link(self, mark: str, name: str) -> None:
        """Take in the mark of a footnote, in one or more pieces."""
        hung = (_LINK, Run(name))
        if self._runs and self._runs[-1].footnote == hung:
            mark = self._runs.pop().text + mark
        if mark.strip():
            self._runs.append(Run(mark.strip(), footnote=hung))

    def _open_structure(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            self._nested += 1
            self._grid = self._grid or Grid()
        elif self._grid is not None and self._nested == 1:
            self._grid.open(tag, given)
        if tag in {"ul", "ol"}:
            self._lists.append(opened_list(tag, given, len(self._lists)))
        elif tag == "li":
            self._runs.append(Run(self._lists[-1].mark(given.get("value", "")) if self._lists else bullet(0)))
            self._item_begun = True

    def _close_structure(self, tag: str) -> None:
        if tag == "table" and self._nested:
            self._nested -= 1
            if not self._nested:
                self._end_table()
        elif tag == "thead" and self._grid is not None:
            self._grid.head_open = False
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()

    def _end_mark(self, level: int) -> None:
        mark, self._mark = typed_mark(self._mark, level), ""
        if mark:
            self._runs.append(Run(mark))

    def _end_paragraph(self, *, forced: bool = False) -> None:
        made = _paragraph(self._runs)
        self._runs, self._item_begun = [], False
        if made.runs or forced:
            self._keep(made)

    def _keep(self, made: Paragraph) -> None:
        grid, note = self._grid, self._styles[-1].note
        if note:
            self._notes.setdefault(note, []).append(made)
        elif grid is None:
            self._blocks.append(made)
        elif grid.rows and grid.rows[-1]:
            grid.rows[-1][-1].paragraphs.append(made)
        elif made.runs:
            self._blocks.append(made)

    def _end_table(self) -> None:
        grid, self._grid, self._nested = self._grid, None, 0
        if grid is None:
            return
        table = table_of(grid)
        cells = [cell for row in grid.rows for cell in row]
        self._blocks.extend([table] if table else [text for cell in cells for text in cell.paragraphs])


def _paragraph(runs: Iterable[Run]) -> Paragraph:
    """Runs as one paragraph: blanks between words once, a no-break space only where it joins two words."""
    kept: list[Run] = []
    for run in runs:
        text = _MANY_SPACES.sub(" ", _LOOSE_NBSP.sub(" ", run.text))
        if not kept or kept[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            kept.append(replace(run, text=text))
    while kept and not kept[-1].text.rstrip(" \u00a0"):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" \u00a0"))
    return Paragraph(tuple(kept))


def _one_text(texts: list[Paragraph]) -> tuple[Run, ...]:
    """The paragraphs of a footnote as its one text, their lines kept apart."""
    runs: list[Run] = []
    for text in filter(lambda each: each.runs, texts):
        runs.extend(((Run("\n"),) if runs else ()) + text.runs)
    return tuple(replace(run, footnote=()) for run in runs)


def _with_notes(block: Block, notes: dict[str, tuple[Run, ...]]) -> Block:
    """The block with footnotes in the place of their marks; a mark whose footnote did not come along stays text."""
    if isinstance(block, Paragraph):
        return _hung(block, notes)
    if not isinstance(block, Table):
        return block
    rows = tuple(tuple(_with_notes_in_cell(cell, notes) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _with_notes_in_cell(cell: Cell, notes: dict[str, tuple[Run, ...]]) -> Cell:
    return replace(cell, paragraphs=tuple(_hung(text, notes) for text in cell.paragraphs))


def _hung(text: Paragraph, notes: dict[str, tuple[Run, ...]]) -> Paragraph:
    made: list[Run] = []
    for run in text.runs:
        note = notes.get(run.footnote[1].text) if run.footnote else None
        if not note:
            made.append(replace(run, footnote=()))
        elif made and not made[-1].footnote:
            made[-1] = replace(made[-1], footnote=note)
        else:
            made.append(Run("", footnote=note))
    return Paragraph(tuple(made))
