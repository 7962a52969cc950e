"""The sentence of a unit as it is compared with those of others: without its numbers, its own name and its bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bcdesk.report.blocks import Paragraph
from bcdesk.report.consolidation.slots import Slot, slots
from bcdesk.report.numbers import BULLET
from bcdesk.vietnamese.syllables import key

Stretch = tuple[int, int]

_TOKEN = re.compile(r"[\w\0-\2]+|[^\w\s]")
_NUMBER, _RATIO, _UNIT = "\0", "\1", "\2"
_ENDS = ".;,"


@dataclass(frozen=True)
class Sentence:
    """A paragraph of a unit."""

    unit: str
    text: Paragraph

    @cached_property
    def plain(self) -> str:
        """Its characters."""
        return self.text.plain

    @cached_property
    def names(self) -> tuple[Stretch, ...]:
        """Where the unit says its own name."""
        return own_names(self.plain, self.unit)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Its numbers."""
        return slots(self.plain, self.names)

    @cached_property
    def shape(self) -> str:
        """Its words, with gaps for numbers and the own name: equal for two sentences that say the same."""
        return _shape(self.plain, self.names)


@lru_cache(maxsize=8192)
def _shape(text: str, names: tuple[Stretch, ...]) -> str:
    gaps = [(start, end, _UNIT) for start, end in names]
    for slot in slots(text, names):
        sign = _NUMBER if slot.figure.whole is None else _RATIO
        gaps.append((slot.figure.start, slot.figure.end, sign))
    bullet = BULLET.match(text)
    made, at = "", bullet.end() if bullet else 0
    for start, end, sign in sorted(gap for gap in gaps if gap[0] >= at):
        made += f"{text[at:start]} {sign} "
        at = end
    return alike(made + text[at:])


@lru_cache(maxsize=8192)
def alike(text: str) -> str:
    """Words that are equal however they are spaced, capitalised and marked (`hòa`, `hoà`); without a stop at the end.

    Other marks count: neighbouring communes differ in nothing else.
    """
    return " ".join(key(word) or word.lower() for word in _TOKEN.findall(text.rstrip(_ENDS + " \t\xa0")))


@lru_cache(maxsize=8192)
def own_names(text: str, unit: str) -> tuple[Stretch, ...]:
    """Where a text names the unit, in letters of any case."""
    words = r"\s+".join(map(re.escape, unit.split()))
    found = re.finditer(rf"(?<!\w){words}(?![\w]|[.,/]\d)", text, re.IGNORECASE) if words else ()
    return tuple(match.span() for match in found)
