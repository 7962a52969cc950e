"""How far a report is: what is still empty, which parts are done, how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from bcdesk.report.carried import holds_carried
from bcdesk.report.report import Block, Paragraph, Picture, Report, Section, paragraphs_of, walk

_WORD = re.compile(r"\S*\w\S*")


class PartState(IntEnum):
    """How far a part of the report is, the least finished first; CARRIED: with words of the last period."""

    EMPTY = 0
    CARRIED = 1
    DRAFTING = 2
    REVIEWED = 3


def part_state(section: Section, before: frozenset[str] = frozenset()) -> PartState:
    """The state a tab shows: that of its least finished part, unless the clerk has said that all of it is done.

    `before` is what the report before said (`bcdesk.report.carried.said_before`).
    """
    if section.reviewed:
        return PartState.REVIEWED
    own = blocks_state(section.blocks, before)
    below = [part_state(child, before) for child in section.children]
    return min(below, default=own) if own is PartState.EMPTY else min([own, *below])


def blocks_state(blocks: tuple[Block, ...], before: frozenset[str] = frozenset()) -> PartState:
    """EMPTY while no block holds anything, CARRIED while a paragraph is as it was before, else DRAFTING."""
    if any(holds_carried(block, before) for block in blocks):
        return PartState.CARRIED
    return PartState.DRAFTING if any(map(_holds_something, blocks)) else PartState.EMPTY


def word_count(report: Report) -> int:
    """How many words (chữ) the text has: opening, headings, sections, closing, footnotes and appendices."""
    return sum(len(_WORD.findall(text)) for text in _texts(report))


def _holds_something(block: Block) -> bool:
    return isinstance(block, Picture) or any(text.plain.strip() for text in paragraphs_of(block))


def _texts(report: Report) -> Iterator[str]:
    yield from (section.title for _, section in walk(report.sections))
    yield from (line for appendix in report.appendices for line in appendix.title)
    for block in _blocks(report):
        for text in paragraphs_of(block):
            yield text.plain
            yield from (Paragraph(run.footnote).plain for run in text.runs)


def _blocks(report: Report) -> Iterator[Block]:
    yield from (*report.legal_bases, *report.opening, *report.closing)
    yield from (block for _, section in walk(report.sections) for block in section.blocks)
    yield from (block for appendix in report.appendices for block in appendix.blocks)
