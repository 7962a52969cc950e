"""Every text of a report put through one hand, in reading order; what it leaves alone stays the very same object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bcdesk.report.report import (
    BASES,
    CLOSING,
    HEADING,
    OPENING,
    Appendix,
    Block,
    Cell,
    Paragraph,
    Place,
    Report,
    Section,
    Signature,
    Table,
    paragraph,
)

T = TypeVar("T")
Rewrite = Callable[[Place, Paragraph], Paragraph]
"""What becomes of a text that stands at a place; a line of the header, a title or a footnote comes as a paragraph."""


def rewritten(report: Report, rewrite: Rewrite) -> Report:
    """The report with every text put through `rewrite`: those of header and signature, body, tables and footnotes."""
    hand = _Hand(rewrite)
    return _kept(
        report,
        replace(
            report,
            place=hand.line(Place("place"), report.place),
            draft_mark=hand.line(Place("draft_mark"), report.draft_mark),
            subject=hand.lines("subject", report.subject),
            date_range=hand.line(Place("date_range"), report.date_range),
            addressees=hand.lines("addressees", report.addressees),
            legal_bases=tuple(hand.text(Place(BASES, at), text) for at, text in enumerate(report.legal_bases)),
            opening=hand.blocks(OPENING, report.opening),
            sections=tuple(map(hand.section, report.sections)),
            closing=hand.blocks(CLOSING, report.closing),
            recipients=hand.lines("recipients", report.recipients),
            signature=hand.signature(report.signature),
            appendices=tuple(map(hand.appendix, report.appendices)),
        ),
    )


def _kept(old: T, new: T) -> T:
    return old if new == old else new


class _Hand:
    """Puts the texts of each thing in a report through `rewrite`."""

    def __init__(self, rewrite: Rewrite) -> None:
        self._rewrite = rewrite

    def line(self, place: Place, text: str) -> str:
        """A line that has no formats."""
        return self._rewrite(place, paragraph(text)).plain if text else text

    def lines(self, part: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The lines of a field."""
        return tuple(self.line(Place(part, at), text) for at, text in enumerate(texts))

    def text(self, place: Place, text: Paragraph) -> Paragraph:
        """A paragraph, then its footnotes."""
        new = self._rewrite(place, text)
        runs = tuple(
            replace(run, footnote=self._rewrite(place, Paragraph(run.footnote)).runs) if run.footnote else run
            for run in new.runs
        )
        return _kept(text, Paragraph(runs))

    def blocks(self, part: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks of a part."""
        return tuple(self._block(Place(part, at), block) for at, block in enumerate(blocks))

    def section(self, old: Section) -> Section:
        """A section with all below it."""
        title = self.line(Place(old.id, HEADING), old.title)
        blocks = self.blocks(old.id, old.blocks)
        return _kept(old, replace(old, title=title, blocks=blocks, children=tuple(map(self.section, old.children))))

    def appendix(self, old: Appendix) -> Appendix:
        """An appendix."""
        title = tuple(self.line(Place(old.id, HEADING), line) for line in old.title)
        return _kept(old, replace(old, title=title, blocks=self.blocks(old.id, old.blocks)))

    def signature(self, old: Signature) -> Signature:
        """The signature block."""
        place = Place("signature")
        lines = tuple(self.line(place, line) for line in old.lines)
        title, below, name = (self.line(place, text) for text in (old.title, old.below, old.name))
        return _kept(old, replace(old, lines=lines, title=title, below=below, name=name))

    def _block(self, place: Place, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return self.text(place, block)
        if isinstance(block, Table):
            return _kept(
                block, replace(block, rows=tuple(tuple(self._cell(place, cell) for cell in row) for row in block.rows))
            )
        return block

    def _cell(self, place: Place, cell: Cell) -> Cell:
        return _kept(cell, replace(cell, paragraphs=tuple(self.text(place, text) for text in cell.paragraphs)))
