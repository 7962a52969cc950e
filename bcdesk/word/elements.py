"""The body of a document: a Sheet as elements, children in the order of the schema.

Paragraphs carry only what differs from their style, runs only what differs from the style of their paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from bcdesk.sheet.sheet import Block, Paragraph, Picture, Run, Section, Sheet, Style, Table
from bcdesk.word.grid import table_element
from bcdesk.word.markup import RELATIONSHIP_ID, Element, legal, text_element, w
from bcdesk.word.pictures import inline_picture
from bcdesk.word.properties import font_differences, page_properties, paragraph_differences, size_elements
from bcdesk.word.styles import NamedStyle, separator

NO_BREAK_HYPHEN = "\u2011"
SOFT_HYPHEN = "\u00ad"
SIGNS = {"\t": "tab", "\n": "br", NO_BREAK_HYPHEN: "noBreakHyphen", SOFT_HYPHEN: "softHyphen"}
_PIECES = re.compile(f"[{''.join(SIGNS)}]|[^{''.join(SIGNS)}]+")


class Parts(Protocol):
    """What the body refers to outside of itself; each call gives the name by which the body does."""

    def picture(self, picture: Picture) -> str:
        """The relationship of a picture's bytes."""
        ...

    def footnote(self, paragraphs: list[Element]) -> int:
        """The id of a footnote with these paragraphs."""
        ...

    def header(self, paragraph: Element) -> str:
        """The relationship of a header with this paragraph."""
        ...


class Body:
    """Builds the children of `w:body` once, in reading order, so that notes and pictures are numbered as they come."""

    def __init__(self, styles: dict[str, NamedStyle], parts: Parts) -> None:
        self._styles = styles
        self._parts = parts
        self._pictures = 0
        self._default_header: int | None = None
        self._first_header = False

    def elements(self, sheet: Sheet) -> Iterator[Element]:
        """Every block; a section's properties stand in its last paragraph, the last section's behind it."""
        last = len(sheet.sections) - 1
        for index, section in enumerate(sheet.sections):
            found = [self._block(block) for block in separated(section.blocks)]
            properties = self._section(section)
            if index == last:
                found.append(properties)
            else:
                found[-1][0].append(properties)
            yield from found

    def _block(self, block: Block | None) -> Element:
        if block is None:
            return separator()
        return self._paragraph(block) if isinstance(block, Paragraph) else self._table(block)

    def _table(self, table: Table) -> Element:
        return table_element(table, self._paragraph)

    def _paragraph(self, paragraph: Paragraph) -> Element:
        named = self._styles[paragraph.style]
        style = named.style
        mark = w("rPr", *size_elements(paragraph.mark_size)) if paragraph.mark_size != style.size else None
        differences = paragraph_differences(paragraph.format, style.format)
        runs = [element for run in paragraph.runs for element in self._run(run, style)]
        return w("p", w("pPr", w("pStyle", val=named.id), *differences, mark), *runs)

    def _run(self, run: Run, style: Style) -> Iterator[Element]:
        if run.picture:
            self._pictures += 1
            drawing = inline_picture(run.picture, self._parts.picture(run.picture), self._pictures)
            yield w("r", _font(run, style), drawing)
            return
        yield w("r", _font(run, style), *_characters(run.text))
        if run.footnote:
            paragraphs = [self._paragraph(paragraph) for paragraph in run.footnote]
            mark = w("footnoteReference", id=self._parts.footnote(paragraphs))
            yield w("r", _font(run, style, w("rStyle", val="FootnoteReference")), mark)

    def _section(self, section: Section) -> Element:
        """The properties of a section; a header that is the one of the section before is inherited, as Word does."""
        page = section.page
        references = []
        if page.number_size != self._default_header:
            self._default_header = page.number_size
            references.append(self._header("default", page.number_size))
        if not page.number_first and not self._first_header:
            self._first_header = True
            references.append(self._header("first", 0))
        return page_properties(page, references)

    def _header(self, kind: str, number_size: int) -> Element:
        relationship = self._parts.header(_number(number_size) if number_size else _header_paragraph())
        reference = w("headerReference", type=kind)
        reference.set(RELATIONSHIP_ID, relationship)
        return reference


def separated(blocks: tuple[Block, ...]) -> list[Block | None]:
    """The blocks, with None where Word must have a paragraph: between two tables, and behind a last table.

    Tables with nothing between them would grow together (`layout` §0.5).
    """
    found: list[Block | None] = []
    for block, following in pairwise([*blocks, None]):
        found.append(block)
        if isinstance(block, Table) and not isinstance(following, Paragraph):
            found.append(None)
    return found or [None]


def _font(run: Run, style: Style, *raised: Element) -> Element | None:
    found = [*raised, *font_differences(run, style)]
    return w("rPr", *found) if found else None


def _characters(text: str) -> Iterator[Element]:
    for piece in _PIECES.findall(legal(text)):
        yield w(SIGNS[piece]) if piece in SIGNS else text_element("t", piece)


def _header_paragraph(*runs: Element) -> Element:
    return w("p", w("pPr", w("pStyle", val="Header"), w("jc", val="center")), *runs)


def _number(size: int) -> Element:
    """The page number, upright whatever the header's style, centred in the top margin (GEN-10, GEN-11)."""
    field = (
        w("fldChar", fldCharType="begin"),
        text_element("instrText", " PAGE "),
        w("fldChar", fldCharType="separate"),
        text_element("t", "1"),
        w("fldChar", fldCharType="end"),
    )
    return _header_paragraph(
        *(w("r", w("rPr", w("b", val=0), w("i", val=0), *size_elements(size)), part) for part in field)
    )
