"""Automatic numbers and bullets, written out: in a report they are text that must not be lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_lowercase

from bcdesk.vietnamese.numbers import roman
from bcdesk.word.cascade import Properties, paragraph_properties, run_properties
from bcdesk.word.markup import Element, attribute, child, children, number, on_off
from bcdesk.word.symbols import symbol

DEEPEST = 8
LONGEST_TEXT = 80
LARGEST_ROMAN = 3999
LARGEST_LETTER = 260
_PLACES = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `own` are the properties of its paragraphs."""

    start: int
    shape: str
    text: str
    suffix: str
    legal: bool
    restarts: bool
    own: Properties
    run: Properties


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        self._lists = {attribute(each, "numId"): each for each in _children(root, "num")}
        self._kinds = {attribute(each, "abstractNumId"): each for each in _children(root, "abstractNum")}
        self._linked = {attribute(child(each, "styleLink")): name for name, each in self._kinds.items()}
        self._counts: dict[str | None, dict[int, int]] = {}
        self._levels: dict[tuple[int, int], Level | None] = {}
        self._started: set[tuple[int, int]] = set()

    def level(self, properties: Properties) -> Level | None:
        """The level a paragraph of these properties is numbered by; None for one without a number."""
        key = properties.get("list", 0), _depth(properties)
        if key not in self._levels:
            self._levels[key] = self._read(*key)
        return self._levels[key]

    def _read(self, name: int, depth: int) -> Level | None:
        found = self._lists.get(str(name))
        own = next((each for each in _overrides(found, depth) if child(each, "lvl") is not None), None)
        element = child(own, "lvl")
        if element is None:
            every = _children(self._kinds.get(self._kind(found)), "lvl")
            element = next((each for each in every if number(each, "ilvl") == depth), None)
        return None if element is None else _level(element)

    def marker(self, properties: Properties, level: Level) -> str:
        """The number or bullet of the next paragraph of these properties on their level, with the blank behind it."""
        depth = _depth(properties)
        counts = self._counted(properties, depth, level)
        return self._written(level, properties, counts) + ("" if level.suffix == "nothing" else " ")

    def _kind(self, found: Element | None) -> str | None:
        """The abstract list of a list; where that is only a link to a style's list, the one it means."""
        kind = attribute(child(found, "abstractNumId"))
        link = attribute(child(self._kinds.get(kind), "numStyleLink"))
        return self._linked.get(link, kind) if link else kind

    def _counted(self, properties: Properties, depth: int, level: Level) -> dict[int, int]:
        """The counts of the list with this paragraph counted; deeper levels begin anew."""
        found = self._lists.get(str(properties["list"]))
        counts = self._counts.setdefault(self._kind(found), {})
        start = level.start
        starts = [number(child(each, "startOverride")) for each in _overrides(found, depth)]
        if starts and starts[0] is not None and (properties["list"], depth) not in self._started:
            self._started.add((properties["list"], depth))
            counts.pop(depth, None)
            start = starts[0]
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            below = self.level({**properties, "list_level": deeper})
            if below is None or below.restarts:
                del counts[deeper]
        return counts

    def _written(self, level: Level, properties: Properties, counts: dict[int, int]) -> str:
        if level.shape == "bullet":
            return "".join(symbol(character, level.run.get("font", "")) for character in level.text)

        def count(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            above = self.level({**properties, "list_level": depth})
            value = counts.get(depth, above.start if above else 1)
            return written(value, "decimal" if level.legal or above is None else above.shape)

        return _PLACES.sub(count, level.text)


def written(value: int, shape: str) -> str:
    """A count in one of Word's shapes, of which an office uses these; any other is written in digits."""
    if shape == "none":
        return ""
    if shape.endswith("Letter") and 1 <= value <= LARGEST_LETTER:
        repeats, place = divmod(value - 1, len(ascii_lowercase))
        letters = ascii_lowercase[place] * (repeats + 1)
        return letters.upper() if shape == "upperLetter" else letters
    if shape.endswith("Roman") and 1 <= value <= LARGEST_ROMAN:
        return roman(value) if shape == "upperRoman" else roman(value).lower()
    return f"{value:02}" if shape == "decimalZero" else str(value)


def _depth(properties: Properties) -> int:
    level: int = properties.get("list_level", 0)
    return max(0, min(DEEPEST, level))


def _overrides(found: Element | None, depth: int) -> list[Element]:
    return [each for each in _children(found, "lvlOverride") if number(each, "ilvl") == depth]


def _children(element: Element | None, tag: str) -> list[Element]:
    return [] if element is None else children(element, tag)


def _level(element: Element) -> Level:
    start = number(child(element, "start"))
    return Level(
        start=1 if start is None else start,
        shape=attribute(child(element, "numFmt")) or "decimal",
        text=(attribute(child(element, "lvlText")) or "")[:LONGEST_TEXT],
        suffix=attribute(child(element, "suff")) or "tab",
        legal=bool(on_off(child(element, "isLgl"))),
        restarts=number(child(element, "lvlRestart")) != 0,
        own=paragraph_properties(child(element, "pPr")),
        run=run_properties(child(element, "rPr")),
    )
