"""The tree of sections in a list of typed paragraphs: which lines are headings, and which stands below which.

Real reports number by hand, in schemes of their own, with gaps and repeats (`real-reports` §2): markers are kept as
typed, and depth follows from the order in which sequences of markers open inside one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from bcdesk.intake.asides import block_of, left_out
from bcdesk.intake.headings import Heading, Headings
from bcdesk.intake.markers import Marked
from bcdesk.intake.typed import Item
from bcdesk.report.outline import MarkerStyle
from bcdesk.report.report import Block, Section

MOST_LEVELS = 9

_NESTING = (MarkerStyle.ARABIC, MarkerStyle.POINT, MarkerStyle.BRACKET)


@dataclass(slots=True)
class _Node:
    """A section while lines are still added to it; `level` is its depth, counted from 1."""

    heading: Heading
    level: int
    blocks: list[Block] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)


class Outline:
    """The sections found so far, and the chain of those still open, outermost first."""

    def __init__(self) -> None:
        self.opening: list[Block] = []
        self._roots: list[_Node] = []
        self._open: list[_Node] = []

    def add_heading(self, heading: Heading) -> None:
        """Begin a section where its heading belongs, at most `MOST_LEVELS` deep."""
        self._close_for(heading)
        del self._open[MOST_LEVELS - 1 :]
        parent = self._open[-1] if self._open else None
        node = _Node(heading, max(heading.level, parent.level + 1 if parent else 1), list(heading.blocks))
        (parent.children if parent else self._roots).append(node)
        self._open.append(node)

    def add_block(self, block: Block) -> None:
        """Put a paragraph or table into the section that is open, before the first into the opening."""
        (self._open[-1].blocks if self._open else self.opening).append(block)

    def sections(self) -> tuple[Section, ...]:
        """The tree, with ids in reading order."""
        numbers = count(1)
        return tuple(_section(node, numbers) for node in self._roots)

    def _close_for(self, heading: Heading) -> None:
        """Close all that the new section does not stand in."""
        if heading.level:
            self._keep(lambda node: node.level < heading.level)
            return
        mark = heading.mark
        sibling = next((at for at in reversed(range(len(self._open))) if self._of_sequence(at, mark)), None)
        if sibling is not None:
            del self._open[sibling:]
        elif mark and not self._nests(mark):
            self._keep(lambda node: node.heading.mark is None or node.heading.mark.rank < mark.rank)

    def _of_sequence(self, at: int, mark: Marked | None) -> bool:
        other = self._open[at].heading.mark
        return mark is not None and other is not None and other.key == mark.key

    def _keep(self, holds: Callable[[_Node], bool]) -> None:
        """Close sections from the innermost on until one holds what comes."""
        while self._open and not holds(self._open[-1]):
            self._open.pop()

    def _nests(self, mark: Marked) -> bool:
        """Whether a sequence that is not open yet opens inside the section that is, whatever their usual ranks."""
        if mark.is_sign or (mark.begins_sequence and mark.style in _NESTING):
            return True
        last = self._open[-1] if self._open else None
        directly_below = last is not None and last.heading.mark is not None and not last.blocks and not last.children
        return bool(directly_below and mark.begins_sequence and mark.style is MarkerStyle.LETTER)


def read_sections(items: Sequence[Item]) -> Outline:
    """The outline of the text between title block and closing; every item is in it."""
    outline = Outline()
    headings = Headings(items)
    for at, item in enumerate(items):
        heading = headings.at(at)
        if heading:
            outline.add_heading(heading)
        elif not headings.is_title_of_part(at):
            outline.add_block(block_of(item))
            continue
        for note in left_out((item,), heading.blocks if heading else ()):
            outline.add_block(note)
    return outline


def _section(node: _Node, numbers: Iterator[int]) -> Section:
    """The finished section; its number is taken before those of its children."""
    heading, own = node.heading, f"s{next(numbers)}"
    children = tuple(_section(child, numbers) for child in node.children)
    return Section(own, heading.marker, heading.title, tuple(node.blocks), children, run_in=heading.run_in)
