"""Marked paragraphs, in square brackets: what came with a document and has no other place in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bcdesk.intake.typed import Item, Typed
from bcdesk.report.report import Block, Paragraph, Run, paragraph, paragraphs_of

FOOTNOTE = "Chú thích"


def aside(what: str, words: str) -> Paragraph:
    """A marked paragraph: what it stands for, and its words where it has any, without tabs."""
    return paragraph(f"[{what}: {words}]".replace("\t", " ") if words else f"[{what}]")


def block_of(item: Item) -> Block:
    """The block of a report an item is as it stands."""
    return item.paragraph if isinstance(item, Typed) else item


def left_out(items: Iterable[Item], kept: Iterable[Block] = ()) -> tuple[Paragraph, ...]:
    """The footnotes of `items` that hang in none of the blocks `kept`, as marked paragraphs.

    Headings, titles and names are plain lines, on which no footnote can hang.
    """
    hung = Counter(note for block in kept for note in _footnotes(block))
    lost = []
    for note in (note for item in items for note in _footnotes(block_of(item))):
        hung[note] -= 1
        if hung[note] < 0:
            lost.append(aside(FOOTNOTE, "".join(run.text for run in note)))
    return tuple(lost)


def _footnotes(block: Block) -> Iterable[tuple[Run, ...]]:
    return (run.footnote for text in paragraphs_of(block) for run in text.runs if run.footnote)
