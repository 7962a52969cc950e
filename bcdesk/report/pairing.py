"""Which section of one report is which of another, and which of them stand elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import product

from bcdesk.report.lines import section_lines
from bcdesk.report.report import Section, walk
from bcdesk.report.word_changes import likeness

_LIKELY = 0.5
_MOST_PAIRS = 2500  # of sections without a partner, whose texts are read against each other

Sections = tuple[Section, ...]


def pairs(old: Sections, new: Sections) -> dict[str, str]:
    """The ids of the old sections with those of the new ones: by id, else by heading, by title, by their text."""
    before, after = [each for _, each in walk(old)], [each for _, each in walk(new)]
    new_ids = {section.id for section in after}
    found = {section.id: section.id for section in before if section.id in new_ids}
    for key in (lambda section: section.heading, lambda section: section.title.casefold()):
        _pair_by(key, before, after, found)
    _pair_by_text(before, after, found)
    return found


def moved(old: Sections, new: Sections, paired: Mapping[str, str]) -> set[str]:
    """The ids of the new sections that hang below another one than before, or changed their order with neighbours."""
    above_old, above_new = _parents(old), _parents(new)
    back = {new_id: old_id for old_id, new_id in paired.items()}
    gone_elsewhere = {
        new_id for new_id, old_id in back.items() if paired.get(above_old[old_id], "") != above_new[new_id]
    }
    order = {section.id: at for at, (_, section) in enumerate(walk(old))}
    families = [new, *(section.children for _, section in walk(new))]
    for family in families:
        stayed = [each.id for each in family if each.id in back and each.id not in gone_elsewhere]
        rising = _longest_rising([order[back[new_id]] for new_id in stayed])
        gone_elsewhere |= {new_id for new_id in stayed if order[back[new_id]] not in rising}
    return gone_elsewhere


def _left(before: list[Section], after: list[Section], found: Mapping[str, str]) -> tuple[list[Section], list[Section]]:
    taken = set(found.values())
    return [each for each in before if each.id not in found], [each for each in after if each.id not in taken]


def _pair_by(key: Callable[[Section], str], before: list[Section], after: list[Section], found: dict[str, str]) -> None:
    old, new = _left(before, after, found)
    by_key = {key(section): section.id for section in reversed(new) if key(section)}
    for section in old:
        if (partner := by_key.pop(key(section), None)) is not None:
            found[section.id] = partner


def _pair_by_text(before: list[Section], after: list[Section], found: dict[str, str]) -> None:
    old, new = _left(before, after, found)
    if len(old) * len(new) > _MOST_PAIRS:
        return
    texts = {id(section): _text(section) for section in (*old, *new)}
    alike = [(likeness(texts[id(one)], texts[id(other)]), one.id, other.id) for one, other in product(old, new)]
    taken: set[str] = set()
    for likely, old_id, new_id in sorted(alike, key=lambda pair: -pair[0]):
        if likely >= _LIKELY and old_id not in found and new_id not in taken:
            found[old_id] = new_id
            taken.add(new_id)


def _text(section: Section) -> str:
    return "\n".join(line.text for line in section_lines(section))


def _parents(sections: Sections, above: str = "") -> dict[str, str]:
    """The id of the section each hangs below; empty at the top."""
    found = {section.id: above for section in sections}
    for section in sections:
        found |= _parents(section.children, section.id)
    return found


def _longest_rising(numbers: list[int]) -> set[int]:
    """As many of the numbers as possible that stand in rising order; the numbers differ."""
    ends: list[int] = []
    came_after: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        came_after[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    chosen: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        chosen.add(last)
        last = came_after[last]
    return chosen
