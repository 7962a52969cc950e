"""The line of a report in which words that are looked for stand, cut to what is read at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from bcdesk.vietnamese.folding import fold, fold_with_places
from bcdesk.vietnamese.text import nfc

LONGEST = 120  # characters
_BEFORE = 30  # of them before the first word
_WORD = re.compile(r"[^\W_]+")
_CUT = "… "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of text, and where in it the words stand, as (start, end)."""

    text: str = ""
    words: tuple[tuple[int, int], ...] = ()


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, in small letters."""
    return tuple(_WORD.findall(nfc(query).casefold()))


def excerpt(lines: Sequence[str], folded: Sequence[str], words: Sequence[str]) -> Excerpt:
    """The first of the lines that has most of the words, as typed before with other marks.

    `folded` are the same lines folded. Where a word is only the beginning of one in the text, that one is meant.
    """
    wanted = [(word, fold(word)) for word in words]
    patterns = [re.compile(rf"(?<![^\W_]){re.escape(key)}") for _, key in wanted]
    best, most = 0, (0, 0)
    for index, line in enumerate(folded):
        held = sum(
            key in line and bool(pattern.search(line)) for (_, key), pattern in zip(wanted, patterns, strict=True)
        )
        if held and held >= most[0]:
            small = lines[index].casefold()
            best, most = max((best, most), (index, (held, sum(word in small for word in words))), key=itemgetter(1))
            if most == (len(words), len(words)):
                break
    return _cut(lines[best], _places(lines[best], patterns)) if most[0] else Excerpt()


def _places(line: str, patterns: Iterable[re.Pattern[str]]) -> list[tuple[int, int]]:
    """The stretches of the line that are one of the words, in order, none within another."""
    folded, places = fold_with_places(line)
    ends = (*places, len(line))
    spans = {found.span() for pattern in patterns for found in pattern.finditer(folded)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or ends[start] >= kept[-1][1]:
            kept.append((ends[start], ends[end]))
    return kept


def _cut(line: str, places: list[tuple[int, int]]) -> Excerpt:
    """The line around the first of these places, between whole words."""
    if len(line) <= LONGEST:
        return Excerpt(line, tuple(places))
    first = places[0][0] if places else 0
    start = line.rfind(" ", 0, first - _BEFORE) + 1 if first > _BEFORE else 0
    end = len(line) if start + LONGEST >= len(line) else max(line.rfind(" ", start, start + LONGEST), start + 1)
    head, tail = _CUT if start else "", _CUT[0] if end < len(line) else ""
    shift = len(head) - start
    shown = tuple((one + shift, other + shift) for one, other in places if other <= end)
    return Excerpt(f"{head}{line[start:end]}{tail}", shown)
