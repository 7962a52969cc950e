"""The mark a line begins with, and what it says about where the line belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bcdesk.intake.typed import CAPITAL, CAPITAL_LETTERS
from bcdesk.report.outline import MarkerStyle, marker_style, read_marker

SIGNS = frozenset("-–+*•")

_BEGINS = rf"[{CAPITAL_LETTERS}“\"(]"
_AHEAD = rf"(?=\s|$|{_BEGINS})"
# `1- Nông nghiệp` is a marker, `2 - 3 hộ` and `2- 3 hộ` are figures.
_DASH = rf"[–-](?=\s+[^\W\d]|$|{_BEGINS})"
_MARKER = re.compile(
    r"(?P<part>(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:(?:thứ|THỨ)\s+\w+|[IVX]+|\d{1,2})\b[.:]?)"
    rf"(?=\s*$|(?<=[.:])\s|\s+{CAPITAL})"
    rf"|(?P<roman>[IVX]{{1,6}}[.)/–-]){_AHEAD}"
    rf"|(?P<letter>[A-ZĐ][.)/–-]){_AHEAD}"
    rf"|(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}})+(?:[.)/]{_AHEAD}|{_DASH}|(?=\s+{_BEGINS})))"
    rf"|(?P<arabic>\d{{1,3}}(?:(?:[.)]|/\.?){_AHEAD}|{_DASH}))"
    rf"|(?P<point>[a-zđ][.)/]){_AHEAD}"
    rf"|(?P<bracket>\((?:\d{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)){_AHEAD}"
    r"|(?P<sign>[-–+*•](?=\s|[^\W\d]))"
)
_RANKS = (
    MarkerStyle.PART, MarkerStyle.LETTER, MarkerStyle.ROMAN, MarkerStyle.ARABIC, MarkerStyle.DECIMAL,
    MarkerStyle.POINT, MarkerStyle.BRACKET,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """A marker as typed, and where in the line the text behind it begins."""

    marker: str
    text_start: int

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign that may be a bullet as well as a heading's marker."""
        return self.marker in SIGNS

    @property
    def style(self) -> MarkerStyle:
        """The look of the marker."""
        return marker_style(self.marker)

    @property
    def key(self) -> tuple[str, ...]:
        """Alike for the markers of one sequence: `1.` and `2.`, `1.1.` and `1.2`, not `1)`."""
        read = read_marker(self.marker)
        if read is None:
            return (self.marker,)
        if read.style is MarkerStyle.DECIMAL:
            return (read.style, str(read.before.count(".")))
        return (read.style, read.before.split(" ")[0].lower(), read.after)

    @property
    def rank(self) -> tuple[int, int]:
        """How high a sequence usually stands: parts first, signs last; a decimal by its count of numbers."""
        place = _RANKS.index(self.style) if self.style in _RANKS else len(_RANKS)
        return place, self.marker.count(".", 0, -1)

    @property
    def begins_sequence(self) -> bool:
        """Whether it is the first of its sequence: `I.`, `1)`, `a)`, `(1)`."""
        read = read_marker(self.marker)
        return read is not None and read.number == 1


def item_of_list(text: str) -> str | None:
    """What a line says behind the sign of a list; None for a line without one."""
    return text[1:].lstrip() if text[:1] in SIGNS else None


def marked(text: str) -> Marked | None:
    """The marker a line begins with; None for a line without one."""
    found = _MARKER.match(text)
    if not found or (not text[found.end() :].strip() and found["sign"]):
        return None
    rest = text[found.end() :]
    return Marked(found.group(), len(text) - len(rest.lstrip()))


def is_marked(text: str) -> bool:
    """Whether a line begins with a marker."""
    return marked(text) is not None
