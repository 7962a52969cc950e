"""The report as the office means it: one immutable value, whose changes are new values.

Undo keeps the earlier values; saving, preview and export each read one consistent value without a lock.
Text is NFC. Lengths are millimetres. Everything that is printed is composed from this value by `bcdesk.sheet`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from bcdesk.report.blocks import Block, Cell, CellAlign, Paragraph, Picture, Run, Table, paragraph
from bcdesk.report.decisions import Decision
from bcdesk.report.figure import Figure
from bcdesk.report.merged import Merged
from bcdesk.report.office import Office
from bcdesk.report.period import Period
from bcdesk.report.signed_copy import SignedCopy

if TYPE_CHECKING:
    from collections.abc import Iterator

# The whole of what a report is made of is imported from here.
__all__ = [
    "BASES", "CLOSING", "HEADING", "OPENING",
    "Appendix", "Block", "Cell", "CellAlign", "DocumentDate", "Paragraph", "Picture", "Place", "Report",
    "Request", "Role", "Run", "Section", "Signature", "State", "Table",
    "find_section", "fresh_id", "paragraph", "paragraphs_of", "walk",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: a heading (either half may be empty), its blocks, and the parts below it.

    `run_in`: the first paragraph goes on in the line of the title. `reviewed`: the clerk has said it is done.
    """

    id: str
    marker: str = ""
    title: str = ""
    blocks: tuple[Block, ...] = ()
    children: tuple[Section, ...] = ()
    run_in: bool = False
    reviewed: bool = False

    @property
    def heading(self) -> str:
        """Marker and title as one line."""
        return f"{self.marker} {self.title}".strip()


class Role(StrEnum):
    """In what capacity the signer signs; the lines of the signature block follow from it (`KY-01` … `KY-05`)."""

    HEAD = "head"
    DEPUTY = "deputy"
    UNIT_HEAD = "unit-head"
    UNIT_DEPUTY = "unit-deputy"
    BY_ORDER = "by-order"
    DELEGATED = "delegated"
    ACTING = "acting"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block; `lines` holds the authority and titles only where `role` is TYPED, else they are derived.

    `title` is the signer's own title where the role leaves it open (BY_ORDER, DELEGATED); `below` is a title printed
    under the signing space, above the name.
    """

    role: Role = Role.HEAD
    name: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    below: str = ""


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The date line; a part that is None is left blank for the pen (`DD-08`)."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: its own pages and page numbers; `title` in one or more lines."""

    id: str
    title: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """The requesting document, which feeds addressees, opening and due date; fields as typed, empty where unknown."""

    name: str = ""
    number: str = ""
    dated: date | None = None
    body: str = ""
    subject: str = ""
    due: date | None = None


class State(StrEnum):
    """Where the report stands on its way to the superior body; the text is frozen from SIGNED on."""

    DRAFTING = "drafting"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    ISSUED = "issued"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    `subject` holds 1–4 lines, `date_range` the optional line in brackets below them, `draft_mark` the words
    `DỰ THẢO (lần …)` or nothing. `number` is empty until văn thư gives it (`SO-03`). `recipients` are the lines of
    Nơi nhận without their dash, with their closing sign, the archive line last. `drafting_unit` and `drafter` are
    đơn vị soạn thảo and người soạn.

    `previous` is the report this one was rolled over from, with the two before it at most; it is never printed.
    `decisions` are the remarks the clerk answered with `giữ nguyên`. `replaces` names the issued report this one
    replaces, in words. `fingerprint` is the SHA-256 of the text at the moment of signing, empty before. `signed_copy`
    names the scanned paper with signature and seal, which is kept beside the reports. `figures` are the named ones
    (số liệu), which sentences and tables share. `merged` is what the units' reports gave, as it was last merged.
    """

    kind: str
    period: Period
    office: Office
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: DocumentDate = DocumentDate()
    subject: tuple[str, ...] = ()
    date_range: str = ""
    draft_mark: str = ""
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[Paragraph, ...] = ()
    opening: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: Signature = Signature()
    appendices: tuple[Appendix, ...] = ()
    request: Request | None = None
    drafting_unit: str = ""
    drafter: str = ""
    state: State = State.DRAFTING
    previous: Report | None = None
    decisions: tuple[Decision, ...] = ()
    replaces: str = ""
    fingerprint: str = ""
    signed_copy: SignedCopy | None = None
    figures: tuple[Figure, ...] = ()
    merged: Merged | None = None

    @property
    def title(self) -> str:
        """The name under which the report is listed: its subject on one line."""
        return " ".join(line.strip() for line in self.subject if line.strip())

    @property
    def frozen(self) -> bool:
        """Whether the text may no longer change."""
        return self.state not in {State.DRAFTING, State.SUBMITTED}

    @property
    def issued(self) -> bool:
        """Whether it has got its number and day: it neither changes nor goes back any more."""
        return self.state in {State.ISSUED, State.SENT}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a report something stands: the id of a part, the block in it, the character in that block.

    The parts are `OPENING`, `CLOSING`, `BASES`, the fields of the header (`"subject"`, `"recipients"` … the names of
    the attributes of `Report`), and the ids of sections and appendices. A section's block −1 is its heading.
    """

    part: str
    block: int = 0
    offset: int = field(default=0, compare=False)


OPENING, CLOSING, BASES = "opening", "closing", "legal_bases"
HEADING = -1


def walk(sections: tuple[Section, ...], depth: int = 0) -> Iterator[tuple[int, Section]]:
    """Every section with its depth (0 at the top), in reading order."""
    for section in sections:
        yield depth, section
        yield from walk(section.children, depth + 1)


def paragraphs_of(block: Block) -> tuple[Paragraph, ...]:
    """The paragraphs of a block: itself, those in a table's cells row by row, none in a picture."""
    if isinstance(block, Paragraph):
        return (block,)
    if isinstance(block, Table):
        return tuple(text for row in block.rows for cell in row for text in cell.paragraphs)
    return ()


def find_section(report: Report, section_id: str) -> Section:
    """The section of that id. Raises KeyError where there is none."""
    for _, section in walk(report.sections):
        if section.id == section_id:
            return section
    raise KeyError(section_id)


def fresh_id(report: Report) -> str:
    """An id no section or appendix of `report` has, nor one that was merged into."""
    taken = {section.id for _, section in walk(report.sections)} | {item.id for item in report.appendices}
    taken |= report.merged.part_ids if report.merged else frozenset()
    number = len(taken) + 1
    while f"s{number}" in taken:
        number += 1
    return f"s{number}"
