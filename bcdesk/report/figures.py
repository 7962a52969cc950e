"""The numbers of a report beside those of another period: each with what stood in the same place then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bcdesk.report.numbers import Number, numbers
from bcdesk.report.pairing import pairs
from bcdesk.report.report import Report
from bcdesk.report.word_changes import likeness

_LIKELY = 0.5  # from this likeness on two sentences are one that was changed
_FEWEST_WORDS = 4  # of a key, for it to say the same in another part of the report
_MOST_PAIRS = 2500  # of sentences without a partner, which are read against each other


class Since(StrEnum):
    """What became of a number since the last period."""

    NEW = "mới"
    CHANGED = "đã sửa"
    UNTOUCHED = "còn nguyên kỳ trước"


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A number of the report, and as typed what stood there in the last period; None where nothing did."""

    number: Number
    previous: str | None = None

    @property
    def since(self) -> Since:
        """What became of it; nothing typed is not untouched."""
        if self.previous is None:
            return Since.NEW
        return Since.UNTOUCHED if self.number.typed and self.number.typed == self.previous else Since.CHANGED


def found_figures(report: Report) -> tuple[FoundFigure, ...]:
    """Every number of the report beside that of the last period."""
    own = tuple(numbers(report))
    before = counterparts(report, own, report.previous)
    return tuple(FoundFigure(number, before[number].typed if number in before else None) for number in own)


def counterparts(report: Report, own: Iterable[Number], other: Report | None) -> dict[Number, Number]:
    """The numbers of another period's report that stand for the same thing as these of `report`.

    They have the same words around them in the same section, else stand in a sentence that was changed, else have the
    same words anywhere.
    """
    if other is None:
        return {}
    finding = _Finding(_parts(other, report), list(own), list(numbers(other)))
    finding.pair(finding.by_words())
    finding.pair(finding.by_sentence())
    finding.pair(finding.anywhere())
    return finding.found


def _parts(old: Report, new: Report) -> dict[str, str]:
    """The part of the old report that each part of the new one was."""
    back = {new_id: old_id for old_id, new_id in pairs(old.sections, new.sections).items()}
    ids = {appendix.id for appendix in old.appendices}
    for appendix, same_place in zip(new.appendices, old.appendices, strict=False):
        back[appendix.id] = appendix.id if appendix.id in ids else same_place.id
    return back


class _Finding:
    """Numbers being paired: each taken once."""

    def __init__(self, parts: dict[str, str], own: list[Number], others: list[Number]) -> None:
        self.found: dict[Number, Number] = {}
        self._parts, self._own, self._others = parts, own, others
        self._taken: set[Number] = set()

    def pair(self, likely: Iterator[tuple[Number, Number]]) -> None:
        """Take those pairs of which neither is taken."""
        for number, other in likely:
            if number not in self.found and other not in self._taken:
                self.found[number] = other
                self._taken.add(other)

    def by_words(self) -> Iterator[tuple[Number, Number]]:
        """The same words in the same part."""
        known = {(other.part, other.key): other for other in self._others}
        for number in self._own:
            if (other := known.get((self._part(number), number.key))) is not None:
                yield number, other

    def by_sentence(self) -> Iterator[tuple[Number, Number]]:
        """Numbers of one unit, in their order, of the likest sentences of the same part."""
        own, others = _by_line(self._left()), _by_line(other for other in self._others if other not in self._taken)
        if len(own) * len(others) > _MOST_PAIRS:
            return
        for (part, line), of_line in own.items():
            rivals = [key for key in others if key[0] == self._parts.get(part, part)]
            best = max(rivals, key=lambda key: likeness(line, key[1]), default=None)
            if best is not None and likeness(line, best[1]) >= _LIKELY:
                yield from _of_one_unit(of_line, others[best])

    def anywhere(self) -> Iterator[tuple[Number, Number]]:
        """The same words in another part, where they say enough."""
        known = {other.key: other for other in reversed(self._others) if other not in self._taken}
        for number in self._left():
            if number.key in known and len(number.key.split()) >= _FEWEST_WORDS:
                yield number, known[number.key]

    def _left(self) -> list[Number]:
        return [number for number in self._own if number not in self.found]

    def _part(self, number: Number) -> str:
        return self._parts.get(number.part, number.part)


def _by_line(of: Iterable[Number]) -> dict[tuple[str, str], list[Number]]:
    found: dict[tuple[str, str], list[Number]] = defaultdict(list)
    for number in of:
        found[number.part, number.line].append(number)
    return found


def _of_one_unit(own: list[Number], others: list[Number]) -> Iterator[tuple[Number, Number]]:
    waiting: dict[str, list[Number]] = defaultdict(list)
    for other in others:
        waiting[other.unit.lower()].append(other)
    for number in own:
        if waiting[number.unit.lower()]:
            yield number, waiting[number.unit.lower()].pop(0)
