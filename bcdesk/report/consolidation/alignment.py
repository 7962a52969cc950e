"""Which block of one row of blocks is which of another: the same ones, moved ones, those of which the words changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import TypeVar

from bcdesk.report.report import Block, Paragraph, Picture, Table, paragraphs_of
from bcdesk.report.search import joined
from bcdesk.report.word_changes import likeness

T = TypeVar("T", bound=Hashable)

Pairs = dict[int, int]
"""Indexes of the one row with those of the other."""

_LIKELY = 0.5
_MOST_PAIRS = 2500  # of blocks between two that are the same, which are read against each other
_FEWEST_WORDS = 5  # of a block, for it to be known again wherever it stands


def settled(block: Block) -> Block:
    """The block with its runs as the editor leaves them, so that opening a text is no change of it."""
    if isinstance(block, Paragraph):
        return Paragraph(joined(block.runs))
    if isinstance(block, Table):
        rows = tuple(
            tuple(
                replace(cell, paragraphs=tuple(Paragraph(joined(text.runs)) for text in cell.paragraphs))
                for cell in row
            )
            for row in block.rows
        )
        return replace(block, rows=rows)
    return block


def same_in_order(old: Iterable[Block], new: Iterable[Block]) -> Pairs:
    """The blocks that are the same, as many as stand in the same order."""
    rows = [settled(block) for block in old], [settled(block) for block in new]
    matcher = SequenceMatcher(None, *rows, autojunk=False)
    return {match.a + at: match.b + at for match in matcher.get_matching_blocks() for at in range(match.size)}


def same_anywhere(old: Mapping[T, Block], new: Mapping[T, Block]) -> dict[T, T]:
    """The blocks with some words in them that are the same, where there is one of them on either side."""
    where: tuple[dict[Block, list[T]], dict[Block, list[T]]] = (defaultdict(list), defaultdict(list))
    for side, blocks in zip(where, (old, new), strict=True):
        for place, block in blocks.items():
            if len(words_of_block(block).split()) >= _FEWEST_WORDS:
                side[settled(block)].append(place)
    before, after = where
    return {
        places[0]: after[block][0] for block, places in before.items() if len(places) == len(after.get(block, ())) == 1
    }


def alike_between(
    old: Sequence[Block | None], new: Sequence[Block | None], anchors: Pairs, fits: Callable[[int, int], bool]
) -> Pairs:
    """The blocks that are changed ones of each other, in order between the anchors; None for one that is no matter."""
    found: Pairs = {}
    ends = (len(old), len(new))
    for (old_before, new_before), (old_behind, new_behind) in pairwise(((-1, -1), *sorted(anchors.items()), ends)):
        rows = [at for at in range(old_before + 1, old_behind) if old[at] is not None]
        others = [at for at in range(new_before + 1, new_behind) if new[at] is not None]
        if len(rows) * len(others) <= _MOST_PAIRS:
            found |= _alike(rows, others, _likeness(old, new, fits))
    return found


def _likeness(
    old: Sequence[Block | None], new: Sequence[Block | None], fits: Callable[[int, int], bool]
) -> Callable[[int, int], float]:
    @cache
    def of(at: int, other: int) -> float:
        one, two = old[at], new[other]
        if one is None or two is None or type(one) is not type(two) or not fits(at, other):
            return 0.0
        return likeness(words_of_block(one), words_of_block(two))

    return of


def _alike(rows: Sequence[int], others: Sequence[int], like: Callable[[int, int], float]) -> Pairs:
    """The likest pair, and of what stands before it and behind it the same."""
    pairs = [(like(at, other), -at, -other) for at in rows for other in others]
    best, at, other = max(pairs, default=(0.0, 0, 0))
    if best < _LIKELY:
        return {}
    at, other = -at, -other
    before = _alike([one for one in rows if one < at], [one for one in others if one < other], like)
    behind = _alike([one for one in rows if one > at], [one for one in others if one > other], like)
    return before | {at: other} | behind


def words_of_block(block: Block) -> str:
    """What is written in a block."""
    if isinstance(block, Picture):
        return block.description
    return " ".join(text.plain for text in paragraphs_of(block))
