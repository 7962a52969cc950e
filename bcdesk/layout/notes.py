"""Footnotes at the foot of the page: a rule over a quarter of the column and the texts, each behind its number."""

from __future__ import annotations

from dataclasses import replace

from bcdesk.layout.lines import Breaker, Note
from bcdesk.layout.pages import Rule
from bcdesk.layout.slabs import Slab, paragraph_slabs
from bcdesk.sheet.sheet import PageSetup, Run

GAP = 124
RULE = 10
RULE_SHARE = 4


def foot_slabs(breaker: Breaker, notes: tuple[Note, ...], setup: PageSetup) -> list[Slab]:
    """The rule and the footnotes of one page; nothing where it has none."""
    if not notes:
        return []
    rule = Rule(setup.left, GAP / 2, setup.left + setup.column // RULE_SHARE, GAP / 2, RULE)
    return [Slab(GAP, (), rules=(rule,)), *(slab for note in notes for slab in _note(breaker, note, setup))]


def _note(breaker: Breaker, note: Note, setup: PageSetup) -> list[Slab]:
    slabs: list[Slab] = []
    for index, paragraph in enumerate(note.paragraphs):
        marked = paragraph
        if index == 0:
            size = paragraph.runs[0].size if paragraph.runs else paragraph.mark_size
            marked = replace(paragraph, runs=(Run("", size, footnote=note.paragraphs), *paragraph.runs))
        lines = breaker.broken(marked, setup.left, setup.column, note.number)
        slabs += paragraph_slabs(marked, lines, setup.left, setup.column)
    return slabs
