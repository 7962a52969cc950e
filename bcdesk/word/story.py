"""Paragraphs and tables of a document, of its cells and of its notes, as those of a Sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bcdesk.sheet.sheet import Block, Paragraph, Run
from bcdesk.word.cascade import Cascade, Properties, format_of, paragraph_properties
from bcdesk.word.fields import Fields
from bcdesk.word.inline import Inline, Setting, Surroundings
from bcdesk.word.markup import Element, W, child, descendants, inside, tag_of, thickness
from bcdesk.word.numbering import Level, Numbering
from bcdesk.word.plain import plain_text
from bcdesk.word.reading import Kind
from bcdesk.word.styles import SEPARATOR_NAME
from bcdesk.word.tables import read_table

BELOW = "bottom"


class Story:
    """Reads in the order of the document: lists count on, fields stay open and a page break waits for its page."""

    def __init__(self, around: Surroundings, numbering: Numbering, *, inset: bool) -> None:
        self._around = around
        self._cascade: Cascade = around.cascade
        self._numbering = numbering
        self._inset = inset
        self._fields = Fields()
        self._turn = False
        self._count = 0
        self.styles: set[str | None] = set()
        self.markers: dict[str, None] = {}

    def blocks(self, elements: Iterable[Element], column: int) -> Iterator[Block]:
        """The paragraphs and tables of a section whose text is `column` twips wide."""
        self._turn = False
        for element in elements:
            self._around.remainder.block = self._count
            found = self._block(element, column)
            self._count += len(found)
            yield from found

    def _block(self, element: Element, column: int) -> list[Block]:
        if tag_of(element) == "tbl":
            table = read_table(element, self._cascade, self.paragraphs, column=column, inset=self._inset)
            self._tell_borders(descendants(element, "tcBorders"), "cell")
            return [table] if table.rows else []
        return list(self._paragraph(element, None))

    def _tell_borders(self, borders: Iterable[Element], where: str, known: str = "") -> None:
        """Take down that lines are drawn at sides that a Sheet does not know."""
        sides = (side for each in borders for side in each if tag_of(side) != known)
        if any(map(thickness, sides)):
            self._around.remainder.leave(Kind.BORDER, where)

    def paragraphs(self, container: Element, table: str | None = None) -> tuple[Paragraph, ...]:
        """The paragraphs in a cell or a note; a table in it gives its paragraphs one after the other."""
        found: list[Paragraph] = []
        for element in inside(container, "p", "tbl"):
            if tag_of(element) == "p":
                found += self._paragraph(element, table)
            else:
                if len(list(element.iterancestors(f"{{{W}}}tbl"))) == 1:  # a deeper one is told with this one
                    self._around.remainder.leave(Kind.NESTED_TABLE, plain_text(element))
                cells = (cell for row in inside(element, "tr") for cell in inside(row, "tc"))
                found += (paragraph for cell in cells for paragraph in self.paragraphs(cell, table))
        return tuple(found)

    def _paragraph(self, element: Element, table: str | None) -> Iterator[Paragraph]:
        """The paragraph, in pieces where page breaks divide it; none where it only holds a break."""
        properties = child(element, "pPr")
        style = self._cascade.style_id(properties)
        said = {**self._cascade.paragraph(style, table), **paragraph_properties(properties)}
        level = self._numbering.level(said)
        mark = self._cascade.run(child(properties, "rPr"), style, table)
        self._tell_borders((each for each in [child(properties, "pBdr")] if each is not None), "paragraph", BELOW)
        turn, self._turn = self._turn, False
        pieces = Inline(self._around, Setting(style, table), self._fields).read(element)
        if pieces == [[]] and self._cascade.style_name(style) == SEPARATOR_NAME:
            return
        if level:
            said = {**self._cascade.paragraph(style, table), **level.own, **paragraph_properties(properties)}
            pieces[0][:0] = self._marker(said, level, mark)
        whole = Paragraph(self._cascade.style_name(style), (), format_of(said, _largest(pieces, mark)), mark["size"])
        self.styles.add(style)
        yield from self._pieces(whole, pieces, turn=turn)

    def _pieces(self, whole: Paragraph, pieces: list[list[Run]], *, turn: bool) -> Iterator[Paragraph]:
        form = whole.format
        for index, piece in enumerate(pieces):
            turn = turn or index > 0
            if piece or len(pieces) == 1:
                broken = replace(form, page_break_before=True) if turn else form
                yield replace(whole, runs=tuple(piece), format=broken)
                turn, form = False, replace(form, first=0)
        self._turn = turn

    def _marker(self, said: Properties, level: Level, mark: Properties) -> list[Run]:
        marker = self._numbering.marker(said, level)
        self.markers[marker] = None
        font = {**mark, **level.run}
        return [Run(marker, font["size"], font["bold"], font["italic"])] if marker.strip() else []


def _largest(pieces: list[list[Run]], mark: Properties) -> int:
    return max((run.size for piece in pieces for run in piece), default=mark["size"])
