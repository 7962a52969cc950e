"""The markers of an outline: reading `I.`, `1.1.`, `đ)`, finding the next one, numbering anew on request.

Markers are typed text and may have gaps; nothing here changes one unless the clerk asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from bcdesk.report.report import Section
from bcdesk.vietnamese.numbers import (
    letter,
    ordinal,
    parse_letter,
    parse_ordinal,
    parse_roman,
    roman,
)


class MarkerStyle(StrEnum):
    """What a marker looks like, which decides how its heading is printed (ND-07 … ND-13)."""

    PART = "part"
    LETTER = "letter"
    ROMAN = "roman"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    POINT = "point"
    BRACKET = "bracket"
    DASH = "dash"
    PLUS = "plus"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class _Numeral:
    """A way to write a number: `read` gives None or raises nothing for what is not written so."""

    shape: str
    read: Callable[[str], int | None]
    write: Callable[[int], str]


def _ordinal_words(number: int) -> str:
    return f"thứ {ordinal(number) or number}"


def _parse_ordinal_words(text: str) -> int | None:
    word = text.rsplit(maxsplit=1)[-1]
    return int(word) if word.isdecimal() else parse_ordinal(word)


_ROMAN = _Numeral("[IVX]+", parse_roman, roman)
_DIGITS = _Numeral(r"\d{1,3}", int, str)
_SMALL = _Numeral("[a-zđ]{1,2}", parse_letter, letter)
_CAPITAL = _Numeral("[A-ZĐ]", lambda text: parse_letter(text.lower()), lambda number: letter(number).upper())
_ORDINAL = _Numeral(r"thứ\s+\w+", _parse_ordinal_words, _ordinal_words)
_ORDINAL_CAPITALS = _Numeral(r"THỨ\s+\w+", _ORDINAL.read, lambda number: _ordinal_words(number).upper())

_PART = r"(?:(?i:phần|chương|tiểu mục|mục)\s+)"
_END = r"[.)/:–-]{0,2}"
_NUMBERED = (
    *((MarkerStyle.PART, _PART, numeral, r"[.:]?") for numeral in (_ORDINAL, _ORDINAL_CAPITALS, _ROMAN, _DIGITS)),
    (MarkerStyle.ROMAN, "", _ROMAN, _END),
    (MarkerStyle.LETTER, "", _CAPITAL, _END),
    (MarkerStyle.ARABIC, "", _DIGITS, _END),
    (MarkerStyle.DECIMAL, r"(?:\d{1,3}\.)+", _DIGITS, _END),
    (MarkerStyle.BRACKET, r"\(", _DIGITS, r"\)"),
    (MarkerStyle.BRACKET, r"\(", _SMALL, r"\)"),
    (MarkerStyle.POINT, "", _SMALL, _END),
)
_FORMS = tuple(
    (style, numeral, re.compile(rf"(?P<before>{before})(?P<number>{numeral.shape})(?P<after>{after})"))
    for style, before, numeral, after in _NUMBERED
)
_SIGNS = {
    "-": MarkerStyle.DASH,
    "–": MarkerStyle.DASH,
    "•": MarkerStyle.DASH,
    "+": MarkerStyle.PLUS,
    "*": MarkerStyle.PLUS,
}
_DEFAULT_CHILD = {
    MarkerStyle.PART: "I.",
    MarkerStyle.LETTER: "I.",
    MarkerStyle.ROMAN: "1.",
    MarkerStyle.ARABIC: "a)",
    MarkerStyle.DECIMAL: "a)",
    MarkerStyle.POINT: "-",
    MarkerStyle.BRACKET: "-",
    MarkerStyle.DASH: "+",
}
FIRST_MARKER = "I."
"""What the first section of an empty report is marked with (ND-09)."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbered marker taken apart: `1.2.` is the number 2 between `1.` and `.`."""

    style: MarkerStyle
    before: str
    number: int
    after: str
    numeral: _Numeral

    @property
    def text(self) -> str:
        """The marker as typed."""
        return f"{self.before}{self.numeral.write(self.number)}{self.after}"

    @property
    def dotted(self) -> str:
        """What its children's decimal markers begin with: `1.2.`."""
        return f"{self.before if self.style is MarkerStyle.DECIMAL else ''}{self.number}."


def read_marker(text: str) -> Marker | None:
    """The marker taken apart; None for a sign, for no marker and for one that carries no number."""
    for style, numeral, form in _FORMS:
        found = form.fullmatch(text.strip())
        number = numeral.read(found["number"]) if found else None
        if found and number:
            return Marker(style, found["before"], number, found["after"], numeral)
    return None


def marker_style(text: str) -> MarkerStyle:
    """The look of a marker; NONE where there is none, or one of no known look."""
    marker = read_marker(text)
    return marker.style if marker else _SIGNS.get(text.strip(), MarkerStyle.NONE)


def split_heading(line: str) -> tuple[str, str]:
    """Marker and title of a heading typed in one line: `("1.1.", "Kết quả")`; an empty marker where there is none."""
    for _, numeral, form in _FORMS:
        found = re.match(rf"{form.pattern}(?=\s|$)", line.strip())
        if found and _stands_out(found) and numeral.read(found["number"]):
            return found[0], line.strip()[found.end() :].strip()
    sign, _, title = line.strip().partition(" ")
    return (sign, title.strip()) if sign in _SIGNS else ("", line.strip())


def _stands_out(found: re.Match[str]) -> bool:
    """Whether the marker is more than a number or a letter that begins a sentence."""
    return bool(found["before"] or found["after"])


def next_marker(text: str) -> str:
    """The marker after `text` in its list: `đ)` after `d)`; a sign repeats itself, no marker is followed by none."""
    marker = read_marker(text)
    if marker:
        return replace(marker, number=marker.number + 1).text
    return text.strip() if marker_style(text) is not MarkerStyle.NONE else ""


def default_child_marker(text: str) -> str:
    """The marker of the first section under one marked `text` (ND-09 … ND-12): `1.` under `I.`, `a)` under `1.`."""
    return _DEFAULT_CHILD.get(marker_style(text), "")


def marker_at(siblings: tuple[Section, ...], index: int, parent: str | None) -> str:
    """The marker of a section put among `siblings` at `index`; `parent` is the marker above, None at the top."""
    if index > 0:
        return next_marker(siblings[index - 1].marker)
    if siblings:
        return siblings[0].marker
    return FIRST_MARKER if parent is None else default_child_marker(parent)


def renumbered(sections: tuple[Section, ...], parent: Marker | None = None) -> tuple[Section, ...]:
    """The sections with each list counted from one, all levels down.

    A list keeps the look of the first marker of each style in it; signs and sections without a marker stay.
    """
    last: dict[MarkerStyle, Marker] = {}
    result = []
    for section in sections:
        marker = read_marker(section.marker)
        if marker:
            marker = _after(last.get(marker.style), marker, parent)
            last[marker.style] = marker
        text = marker.text if marker else section.marker
        result.append(replace(section, marker=text, children=renumbered(section.children, marker)))
    return tuple(result)


def _after(last: Marker | None, marker: Marker, parent: Marker | None) -> Marker:
    if last:
        return replace(last, number=last.number + 1)
    before = marker.before
    if marker.style is MarkerStyle.DECIMAL and parent and before.count(".") == parent.dotted.count("."):
        before = parent.dotted
    return replace(marker, before=before, number=1)
