"""What can be said about a report from the report itself: what is still empty, how far a part is, how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from bcdesk.report.report import Block, Paragraph, Report, Section, Table

_WORD = re.compile(r"\S*\w\S*")


class PartState(IntEnum):
    """How far a part of the report is, the least finished first; CARRIED waits for the roll-over of a period."""

    EMPTY = 0
    CARRIED = 1
    DRAFTING = 2
    REVIEWED = 3


def part_state(section: Section) -> PartState:
    """The state a tab shows: that of its least finished part, unless the clerk has said that all of it is done."""
    if section.reviewed:
        return PartState.REVIEWED
    own = blocks_state(section.blocks)
    below = [part_state(child) for child in section.children]
    return min(below, default=own) if own is PartState.EMPTY else min([own, *below])


def blocks_state(blocks: tuple[Block, ...]) -> PartState:
    """EMPTY while no block holds anything, DRAFTING from the first character on."""
    return PartState.DRAFTING if any(map(_holds_something, blocks)) else PartState.EMPTY


def word_count(report: Report) -> int:
    """How many words (chữ) the text has: opening, headings, sections, closing, footnotes and appendices."""
    return sum(len(_WORD.findall(text)) for text in _texts(report))


def _holds_something(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.plain.strip())
    return not isinstance(block, Table) or any(map(_holds_something, _paragraphs(block)))


def _texts(report: Report) -> Iterator[str]:
    for paragraph in (*report.legal_bases, *_paragraphs(*report.opening)):
        yield from _paragraph_texts(paragraph)
    for section in report.sections:
        yield from _section_texts(section)
    for blocks in (report.closing, *(appendix.blocks for appendix in report.appendices)):
        for paragraph in _paragraphs(*blocks):
            yield from _paragraph_texts(paragraph)
    for appendix in report.appendices:
        yield from appendix.title


def _section_texts(section: Section) -> Iterator[str]:
    yield section.title
    for paragraph in _paragraphs(*section.blocks):
        yield from _paragraph_texts(paragraph)
    for child in section.children:
        yield from _section_texts(child)


def _paragraph_texts(paragraph: Paragraph) -> Iterator[str]:
    yield paragraph.plain
    for run in paragraph.runs:
        yield "".join(note.text for note in run.footnote)


def _paragraphs(*blocks: Block) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            yield from (paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs)
