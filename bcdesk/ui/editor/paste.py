"""The clipboard: foreign matter as blocks of a report, and blocks of ours for other programs."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from io import StringIO

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from bcdesk.errors import PasteTooBig
from bcdesk.painting.pictures import copied
from bcdesk.report.edits import normalised
from bcdesk.report.report import Block, Cell, Paragraph, Picture, Run, Table, paragraphs_of
from bcdesk.ui.editor.document import settled
from bcdesk.ui.editor.htmltable import TEXT_WIDTH
from bcdesk.ui.editor.htmltext import html_of
from bcdesk.ui.editor.taken import shown_picture
from bcdesk.vietnamese.legacy import decode, encodings

MOST_TEXT = 2_000_000
MOST_HTML = 20_000_000
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0\ufdd1\ufffc\ufeff]")
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\x0b")


def blocks(source: QMimeData, *, pictures: bool = False) -> tuple[Block, ...]:
    """What was copied, as blocks in NFC; where there are no words and `pictures` may be, a picture.

    Raises PasteTooBig where it is larger than any report.
    """
    text = source.text()
    if len(text) > MOST_TEXT:
        raise PasteTooBig
    from bcdesk.ui.editor import markup

    if source.hasHtml() and len(found_html := source.html()) <= MOST_HTML:
        found = markup.blocks(_CONTROLS.sub("", found_html))
        if found:
            return _clean(found)
    image = QImage(source.imageData()) if pictures and not text and source.hasImage() else QImage()
    return _clean(text_blocks(text)) if image.isNull() else (shown_picture(copied(image)),)


def old_texts(source: QMimeData) -> tuple[tuple[str, str], ...]:
    """The lines of what was copied that are in an encoding of before Unicode, each with the letters it shows.

    Known by the fonts where they came along, else by its syllables.
    """
    from bcdesk.ui.editor import markup

    found_html = _CONTROLS.sub("", source.html()) if source.hasHtml() else ""
    if len(found_html) > MOST_HTML or len(source.text()) > MOST_TEXT:
        return ()
    raw = _lines(markup.blocks(found_html)) or _lines(text_blocks(source.text()))
    read = _lines(markup.blocks(found_html, in_unicode=True)) or raw
    known = encodings(raw)
    shown = (
        new if new != old else decode(old, encoding) if encoding else old
        for old, new, encoding in zip(raw, read, known, strict=True)
    )
    return tuple((old, new) for old, new in zip(raw, shown, strict=True) if old != new)


def text_blocks(text: str) -> tuple[Block, ...]:
    """Plain text as paragraphs, or as a table where tabs divide all its lines alike."""
    lines = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    table = _tabbed(lines)
    if table is not None:
        return (table,)
    return tuple(Paragraph((Run(line),) if line else ()) for line in lines.split("\n"))


def only_text(found: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs among the blocks; a row of a table becomes one paragraph, a tab between two cells."""
    texts: list[Paragraph] = []
    for block in found:
        if isinstance(block, Paragraph):
            texts.append(block)
        elif isinstance(block, Table):
            texts.extend(_row_text(row) for row in block.rows)
    return tuple(texts)


def on_one_line(texts: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Everything as one paragraph, a space where lines or cells ended."""
    line = " ".join(text.plain for text in texts if text.runs)
    return (Paragraph((Run(line.replace("\t", " ").replace("\n", " ")),) if line else ()),)


def plain(texts: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The same paragraphs without bold and italic."""
    return tuple(Paragraph((Run(text.plain),) if text.plain else ()) for text in texts)


def without_footnotes(texts: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The same paragraphs without the footnotes that hang in them."""
    return settled(tuple(Paragraph(tuple(replace(run, footnote=()) for run in text.runs)) for text in texts))


def mime(chosen: tuple[Block, ...]) -> QMimeData:
    """Blocks for the clipboard: plain text, and HTML that names no font."""
    made = QMimeData()
    made.setText("\n".join(_plain_text(block) for block in chosen))
    made.setHtml(html_of(chosen))
    return made


def _lines(found: tuple[Block, ...]) -> tuple[str, ...]:
    cleaned = _clean(found)
    return tuple(line for block in cleaned for text in paragraphs_of(block) if (line := text.plain.strip()))


def _clean(found: tuple[Block, ...]) -> tuple[Block, ...]:
    return normalised(tuple(settled((block,))[0] if isinstance(block, Paragraph) else block for block in found))


def _tabbed(text: str) -> Table | None:
    if "\t" not in text:
        return None
    rows = list(csv.reader(StringIO(text.rstrip("\n")), dialect="excel-tab"))
    width = len(rows[0])
    even = width > 1 and all(len(row) == width for row in rows)
    if not even or (len(rows) == 1 and not text.endswith("\n")):
        return None
    cells = tuple(tuple(Cell(_cell_text(value)) for value in row) for row in rows)
    return Table((round(TEXT_WIDTH / width, 1),) * width, cells)


def _cell_text(value: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(line),) if line else ()) for line in value.strip("\n").split("\n"))


def _row_text(row: tuple[Cell, ...]) -> Paragraph:
    runs: list[Run] = []
    for index, cell in enumerate(row):
        if index:
            runs.append(Run("\t"))
        for at, text in enumerate(cell.paragraphs):
            runs.extend(((Run(" "),) if at else ()) + text.runs)
    return Paragraph(tuple(runs))


def _plain_text(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join(_row_text(row).plain for row in block.rows)
    return "" if isinstance(block, Picture) else block.plain
