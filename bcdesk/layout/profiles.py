"""The programs whose lines are foretold: Word, and the two LibreOffices that fidelity is measured against."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.layout.breaks import BreakTable

AFTER = "-–—!?…|}"
CLOSING = ".,;:!?)]}/"


@dataclass(frozen=True, slots=True)
class Profile:
    """How one program breaks lines; `sixths`: whether it rounds each advance to 1/6 twip."""

    name: str
    breaks: BreakTable
    sixths: bool = False


WORD = Profile("word", BreakTable(AFTER, CLOSING, "", hyphen_before_digit=True, slash_retreats=False))
LO25 = Profile("lo25", BreakTable(AFTER, CLOSING, CLOSING, hyphen_before_digit=False, slash_retreats=True))
LO7 = Profile("lo7", BreakTable(AFTER, CLOSING, CLOSING, hyphen_before_digit=True, slash_retreats=True), sixths=True)
