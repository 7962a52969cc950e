"""Footnotes at the foot of the page: a rule over a quarter of the column and the texts, each behind its number."""

from __future__ import annotations

from dataclasses import replace

from bcdesk.layout.lines import Breaker, Note
from bcdesk.layout.pages import Rule
from bcdesk.layout.slabs import Hold, Slab, paragraph_slabs
from bcdesk.sheet.sheet import PageSetup, Run

GAP = 124
RULE = 10
RULE_SHARE = 4


def foot_slabs(lines: list[Slab], setup: PageSetup) -> list[Slab]:
    """The lines of footnotes at the foot of one page under their rule; nothing where there are none."""
    if not lines:
        return []
    rule = Rule(setup.left, GAP / 2, setup.left + setup.column // RULE_SHARE, GAP / 2, RULE)
    return [Slab(GAP, (), rules=(rule,)), *lines]


def foot_height(lines: list[Slab]) -> float:
    """The height of those lines with their rule."""
    return GAP + sum(line.height for line in lines) if lines else 0


def lines_that_fit(lines: list[Slab], room: float, least: int) -> int:
    """How many of the lines stand in a room, the others going on at the foot of the next page.

    None where not even the first `least` do; a paragraph is parted as it is in the text.
    """
    for count in range(len(lines), least - 1, -1):
        parted = count == len(lines) or lines[count].hold is Hold.LOOSE
        if parted and foot_height(lines[:count]) <= room:
            return count
    return 0


def note_slabs(breaker: Breaker, note: Note, setup: PageSetup) -> list[Slab]:
    """The lines of one footnote."""
    slabs: list[Slab] = []
    for index, paragraph in enumerate(note.paragraphs):
        marked = paragraph
        if index == 0:
            size = paragraph.runs[0].size if paragraph.runs else paragraph.mark_size
            marked = replace(paragraph, runs=(Run("", size, footnote=note.paragraphs), *paragraph.runs))
        lines = breaker.broken(marked, setup.left, setup.column, note.number)
        slabs += paragraph_slabs(marked, lines, setup.left, setup.column)
    return slabs
