"""A read paper with its parts told apart: what stands where, and what of it could not be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bcdesk.checks.lines import Line, Spot
from bcdesk.layout.pages import Page
from bcdesk.report.outline import MarkerStyle, marker_style
from bcdesk.sheet.sheet import Paragraph, Section, Table
from bcdesk.word.reading import Kind, Reading, Unread

Pages = tuple[Page, ...]

PART_WORDS = {
    "country": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "issuer": "tên cơ quan ban hành",
    "number": "số, ký hiệu",
    "date": "địa danh và thời gian",
    "title": "tên loại BÁO CÁO",
    "subject": "trích yếu",
    "body": "nội dung",
    "recipients_label": "Nơi nhận",
    "recipients": "danh sách nơi nhận",
    "authority": "quyền hạn, chức vụ của người ký",
    "signer": "họ tên người ký",
}
"""The compulsory parts (Điều 8.2) by the attribute of `Recognised` that holds them, as the clerk calls them."""

# What may show words or lines that are not in the sheet, so that a part not found may still be there.
VEILS = frozenset({Kind.TEXT_BOX, Kind.DRAWING, Kind.PICTURE, Kind.OBJECT, Kind.HEADER, Kind.EMBEDDED, Kind.SYMBOL})


class StrokeForm(StrEnum):
    """How the line under a text is made."""

    BORDER = "border"
    TYPED = "typed"
    UNDERLINE = "underline"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line under a text; `line` is the paragraph that holds it, the underlined or typed one included."""

    form: StrokeForm
    line: Line


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the running text: its marker (`I.`, `1.1.`, `đ)`, `-`, or nothing) and what follows it.

    `heading`: it is the title of a part, not a sentence.
    """

    line: Line
    marker: str
    words: str
    heading: bool

    @property
    def style(self) -> MarkerStyle:
        """The look of its marker."""
        return marker_style(self.marker)


@dataclass(frozen=True, slots=True)
class TableAt:
    """A table of the running text or an appendix, and where it stands."""

    spot: Spot
    table: Table

    @property
    def lines(self) -> Iterator[Line]:
        """The paragraphs of its cells, row by row."""
        yield from table_lines(self.spot.section, self.spot.block, self.table)


@dataclass(frozen=True, slots=True)
class AppendixAt:
    """An appendix: its label (`Phụ lục II`), the lines of its title, the line in brackets, and what follows.

    `section` is the section of the sheet it begins in, `own_pages` whether it is the first thing there.
    """

    label: Line
    title: tuple[Line, ...]
    reference: Line | None
    stroke: Stroke | None
    body: tuple[Passage, ...]
    tables: tuple[TableAt, ...]
    section: int
    own_pages: bool


@dataclass(frozen=True, slots=True)
class Recognised:
    """The parts of a paper; None or empty for what was not found.

    `addressees` begins with the line of the label `Kính gửi:`. `body` holds opening, parts and closing in reading
    order, without tables and empty paragraphs; `closing` is its last passage that is no heading. `recipients` are the
    items of Nơi nhận, the archive line last. `authority` are the lines above the signing space, `below` a title under
    it. `blanks` are the empty paragraphs between the first and the last passage. `strays` stand in the head and the
    ending and are no part known.
    """

    reading: Reading
    pages: Pages | None = None
    country: Line | None = None
    motto: Line | None = None
    motto_stroke: Stroke | None = None
    superior: tuple[Line, ...] = ()
    issuer: tuple[Line, ...] = ()
    issuer_stroke: Stroke | None = None
    number: Line | None = None
    draft: Line | None = None
    date: Line | None = None
    title: Line | None = None
    subject: tuple[Line, ...] = ()
    date_range: Line | None = None
    subject_stroke: Stroke | None = None
    addressees: tuple[Line, ...] = ()
    bases: tuple[Line, ...] = ()
    body: tuple[Passage, ...] = ()
    tables: tuple[TableAt, ...] = ()
    closing: Passage | None = None
    blanks: tuple[Line, ...] = ()
    recipients_label: Line | None = None
    recipients: tuple[Line, ...] = ()
    authority: tuple[Line, ...] = ()
    below: Line | None = None
    signer: Line | None = None
    appendices: tuple[AppendixAt, ...] = ()
    strays: tuple[Line, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the sheet."""
        return self.reading.sheet.sections

    @property
    def lines(self) -> Iterator[Line]:
        """Every paragraph of the paper, those in tables included, in reading order."""
        yield from all_lines(self.sections)

    def left(self, *kinds: Kind) -> tuple[Unread, ...]:
        """What of these kinds the sheet has no place for."""
        return tuple(item for item in self.reading.unread if item.kind in kinds)

    def block_number(self, spot: Spot) -> int:
        """The number of a spot's block counted over all sections, as `Unread.block` counts."""
        return sum(len(section.blocks) for section in self.sections[: spot.section]) + spot.block

    @property
    def veiled(self) -> bool:
        """Whether the document shows something in boxes, drawings or objects that was not read."""
        return bool(self.left(*VEILS))

    def lacks(self, part: str) -> bool:
        """Whether a compulsory part was not found."""
        return not getattr(self, part)


def all_lines(sections: tuple[Section, ...]) -> Iterator[Line]:
    """Every paragraph of these sections, those in tables included, in reading order."""
    for at, section in enumerate(sections):
        for index, block in enumerate(section.blocks):
            if isinstance(block, Paragraph):
                yield Line(Spot(at, index), block)
            else:
                yield from table_lines(at, index, block)


def table_lines(section: int, block: int, table: Table) -> Iterator[Line]:
    """The paragraphs of a table's cells, row by row."""
    for row, cells in enumerate(table.rows):
        for cell, content in enumerate(cells.cells):
            for at, paragraph in enumerate(content.paragraphs):
                yield Line(Spot(section, block, row, cell, at), paragraph, row_cells=len(cells.cells))
