"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_TOKEN = re.compile(r"(\s*)(\w+|[^\w\s]|$)")
_MOST_PAIRS = 20_000  # of equal words, which is what matching costs; a text that repeats itself more is told whole
_ALIKE = 0.25  # below that, marking single words would only be confetti

Token = tuple[str, str]  # the blanks before a word, the word


class Mark(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters, and what became of them."""

    text: str
    mark: Mark


Wording = tuple[Stretch, ...]


def word_changes(old: str, new: str) -> Wording:
    """The stretches that, without those added, are `old`, and, without those removed, are `new`.

    A word is changed as a whole; what was removed stands before what came in its place.
    """
    before, after = _tokens(old), _tokens(new)
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    most = shorter - head
    tail = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    middle = _middle(before[head : len(before) - tail], after[head : len(after) - tail])
    start, end = _text(before[:head]), _text(before[len(before) - tail :])
    return tuple(_joined([Stretch(start, Mark.SAME), *middle, Stretch(end, Mark.SAME)]))


def likeness(old: str, new: str) -> float:
    """How many words two texts share, whatever their order: 0 to 1; 1 for two texts without a word."""
    before, after = (Counter(word for _, word in _tokens(text) if word) for text in (old, new))
    both = before.total() + after.total()
    return 2 * (before & after).total() / both if both else 1.0


def old_text(wording: Wording) -> str:
    """The text before."""
    return "".join(stretch.text for stretch in wording if stretch.mark is not Mark.ADDED)


def new_text(wording: Wording) -> str:
    """The text after."""
    return "".join(stretch.text for stretch in wording if stretch.mark is not Mark.REMOVED)


def _tokens(text: str) -> list[Token]:
    return [token for token in _TOKEN.findall(text) if any(token)]


def _text(tokens: list[Token]) -> str:
    return "".join(blanks + word for blanks, word in tokens)


def _middle(before: list[Token], after: list[Token]) -> Iterator[Stretch]:
    words = [word for _, word in before], [word for _, word in after]
    counts = Counter(words[0]), Counter(words[1])
    shared = (counts[0] & counts[1]).total()
    pairs = sum(counts[0][word] * counts[1][word] for word in counts[0].keys() & counts[1].keys())
    if pairs > _MOST_PAIRS or 2 * shared < _ALIKE * (len(before) + len(after)):
        yield from _replaced(before, after)
        return
    matcher = SequenceMatcher(None, *words, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            yield from _equal(before[start:end], after[new_start:new_end])
        else:
            yield from _replaced(before[start:end], after[new_start:new_end])


def _equal(before: list[Token], after: list[Token]) -> Iterator[Stretch]:
    """The same words, perhaps with other blanks before some."""
    for (old_blanks, word), (new_blanks, _) in zip(before, after, strict=True):
        if old_blanks == new_blanks:
            yield Stretch(old_blanks, Mark.SAME)
        else:
            yield Stretch(old_blanks, Mark.REMOVED)
            yield Stretch(new_blanks, Mark.ADDED)
        yield Stretch(word, Mark.SAME)


def _replaced(before: list[Token], after: list[Token]) -> tuple[Stretch, Stretch]:
    return Stretch(_text(before), Mark.REMOVED), Stretch(_text(after), Mark.ADDED)


def _joined(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one mark as one, between two that stayed first all that was removed; nothing empty."""
    told = (stretch for stretch in stretches if stretch.text)
    for same, neighbours in groupby(told, lambda stretch: stretch.mark is Mark.SAME):
        run = list(neighbours)
        for mark in (Mark.SAME,) if same else (Mark.REMOVED, Mark.ADDED):
            text = "".join(stretch.text for stretch in run if stretch.mark is mark)
            if text:
                yield Stretch(text, mark)
