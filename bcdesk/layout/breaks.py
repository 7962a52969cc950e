"""Where a line may end, as tables of characters: one table for each program whose lines are foretold.

Measured on LibreOffice 7.4 and 25.2 (`layout.md` §1). Word's table is argued from its documented habits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

BLANK = " "
OVERLY_LONG = 66


@dataclass(frozen=True, slots=True)
class BreakTable:
    """The rules of one program.

    A line may end behind blanks and behind each character of `after`, except before one of `never_before`;
    `glued_after_blank` are those a blank does not part from what stands before it. `hyphen_before_digit`: whether
    a letter, a hyphen and a digit may part behind the hyphen (`covid-|19`). `slash_retreats`: where the last place
    to break would be behind a slash, the line ends at the blank before it instead, even past a hyphen.
    """

    after: str
    never_before: str
    glued_after_blank: str
    hyphen_before_digit: bool
    slash_retreats: bool


class Breaks:
    """The places of one text at which a line may begin."""

    def __init__(self, text: str, table: BreakTable) -> None:
        self._text = text
        self._table = table
        self._places = [match.end() for match in _pattern(table).finditer(text)]

    def end_of_line(self, start: int, cut: int) -> tuple[int, int]:
        """Where the line from `start` ends and the next begins, `cut` being the first character that does not fit.

        Between the two stand the blanks that hang. A word wider than the line is split before `cut`.
        """
        text = self._text
        if text[cut] == BLANK:
            return _before_blanks(text, start, cut), _behind_blanks(text, cut)
        index = bisect_right(self._places, cut) - 1
        place = self._places[index] if index >= 0 else 0
        if self._table.slash_retreats and place > start and text[place - 1] == "/":
            place = self._retreat(place)
        if place <= start:
            cut = max(cut, start + 1)
            return cut, cut
        return _before_blanks(text, start, place), place

    def _retreat(self, place: int) -> int:
        blank = self._text.rfind(BLANK, max(0, place - OVERLY_LONG), place)
        return blank + 1 if blank >= 0 else place


def _before_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == BLANK:
        end -= 1
    return end


def _behind_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] == BLANK:
        place += 1
    return place


@lru_cache(maxsize=8)
def _pattern(table: BreakTable) -> re.Pattern[str]:
    """Matches what stands before each place where a line may begin."""
    hyphen = "-" if table.hyphen_before_digit else r"(?<!\w)-|(?<=\d)-|-(?!\d)"
    after = "".join(sorted(set(table.after) - {"-"}))
    slash = r"|/(?=[^\W\d])" if table.slash_retreats else ""
    parts = (
        rf" +(?![{re.escape(table.glued_after_blank)} ])|\t" if table.glued_after_blank else " +(?! )|\t",
        rf"(?:{hyphen}|[{re.escape(after)}])(?![{re.escape(table.never_before + after)} -])",
    )
    return re.compile("|".join(parts) + slash)
