"""Where a line may end, as tables of characters: one table for each program whose lines are foretold.

LibreOffice's were read off its own lines, pair of characters by pair (LibreOffice 7.4, 14 000 pairs in words and
numbers). Word's is argued from its documented habits; it could not be measured.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

BLANK = " "
TAB = "\t"
NO_BREAK = "\u00a0"
LETTER = "a"
DIGIT = "0"
OVERLY_LONG = 66
NEVER = "(?!)"
SIGNS = re.compile(r"[^\w \n]")


@dataclass(frozen=True, slots=True)
class BreakTable:
    """The rules of one program.

    `pairs`: a line may end behind a character of the first string before one of the second, where `a` stands for
    letters and all signs named nowhere in the table and `0` for digits; `inert` names signs no pair is about.
    `whole` are patterns that join two characters in spite of `pairs`: `|` stands between them.
    `glued_before` are signs a blank does not part from the word before it, except where what they begin is `parted`
    (a pattern), `glued_behind` those it does not part from the word behind it. `slash_retreats`: where the last place
    to break would be behind a slash, the line ends at the blank before it, even past a hyphen.
    """

    pairs: tuple[tuple[str, str], ...]
    inert: str = ""
    whole: tuple[str, ...] = ()
    glued_before: str = ""
    parted: str = NEVER
    glued_behind: str = ""
    slash_retreats: bool = False


class Breaks:
    """The places of one text at which a line may begin. Where a `fresh` font follows a blank, it always may."""

    def __init__(self, text: str, table: BreakTable, fresh: Iterable[int] = ()) -> None:
        self._text = text
        self._slash_retreats = table.slash_retreats
        self._places = _rules(table).places(text)
        parted = [place for place in fresh if 0 < place < len(text) and text[place - 1] == BLANK]
        if parted:
            self._places = sorted({*self._places, *parted})

    def end_of_line(self, start: int, cut: int) -> tuple[int, int]:
        """Where the line from `start` ends and the next begins, `cut` being the first character that does not fit.

        Between the two stand the blanks that hang.
        """
        text = self._text
        if text[cut] == BLANK:
            return _before_blanks(text, start, cut), _behind_blanks(text, cut)
        place = cut if text[cut] == TAB else self._last_place(cut)
        if place <= start:
            return _within_word(text, max(cut, start + 1))
        return _before_blanks(text, start, place), place

    def _last_place(self, cut: int) -> int:
        index = bisect_right(self._places, cut) - 1
        if self._slash_retreats and index >= 0 and self._places[index] == cut and self._text[cut - 1] == "/":
            index -= 1
        place = self._places[index] if index >= 0 else 0
        if self._slash_retreats and place and self._text[place - 1] == "/":
            blank = self._text.rfind(BLANK, max(0, place - OVERLY_LONG), place)
            return blank + 1 if blank >= 0 else place
        return place


class _Rules:
    """A table made ready for looking up."""

    def __init__(self, table: BreakTable) -> None:
        self._named = set("".join(behind + before for behind, before in table.pairs) + table.inert) - {LETTER, DIGIT}
        self._before: dict[str, set[str]] = {}
        for behind, before in table.pairs:
            for character in behind:
                self._before.setdefault(character, set()).update(before)
        behind, before = re.escape(table.glued_behind), re.escape(table.glued_before)
        self._blanks = re.compile(rf"(?<=[^ \t\n{behind}]) +(?=[^ \t\n{before}]|{table.parted})")
        joined = (pattern.replace("|", ")(?=", 1) for pattern in table.whole)
        self._whole = re.compile("|".join(f"(?<={pattern})" for pattern in joined) or NEVER)

    def places(self, text: str) -> list[int]:
        """Where a line may begin, in rising order."""
        blanks = [match.end() for match in self._blanks.finditer(text)]
        signs = {place for match in SIGNS.finditer(text) for place in self._around(text, match.start())}
        return sorted(signs.union(blanks)) if signs else blanks

    def _around(self, text: str, sign: int) -> Iterator[int]:
        """The places before and behind a sign at which a line may begin."""
        for place in (sign, sign + 1):
            inside = 0 < place < len(text)
            if inside and self._may_part(text[place - 1], text[place]) and not self._whole.match(text, place):
                yield place

    def _may_part(self, behind: str, before: str) -> bool:
        return self._kind(before) in self._before.get(self._kind(behind), ())

    def _kind(self, character: str) -> str:
        if character in self._named:
            return character
        return DIGIT if character.isdecimal() else LETTER


@cache
def _rules(table: BreakTable) -> _Rules:
    return _Rules(table)


def _within_word(text: str, cut: int) -> tuple[int, int]:
    """A word wider than the line is split where the line is full; a no-break space there hangs like a blank."""
    return cut, cut + 1 if text[cut : cut + 1] == NO_BREAK else cut


def _before_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == BLANK:
        end -= 1
    return end


def _behind_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] == BLANK:
        place += 1
    return place
