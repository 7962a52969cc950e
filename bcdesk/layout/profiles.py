"""The programs whose lines are foretold: Word, and the two LibreOffices that fidelity is measured against."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bcdesk.layout.breaks import BreakTable

CLOSING = "!?})]/\\.,;:"
OPENING = "([{"
MONEY = "%$+€₫№"
QUOTES = "\"'«»‘’“”"
SPACES = " \u00a0\u2011\u2060\n"


def _libreoffice(table: BreakTable, signs: str, money: str, dots: str) -> BreakTable:
    """A table of LibreOffice, whose lines end behind `signs` and never inside an amount of `money`."""
    anything = f"a0{money}{OPENING}"
    amount, figure = f"[{re.escape(money)}]", f"[\\d{re.escape(money)}]"
    return replace(
        table,
        pairs=(
            *table.pairs,
            (f"{signs}\t", f"{anything}—{dots}"),
            ("—", f"{anything}{dots}"),
            ("…", f"{anything}—"),
            (f"{money}),.:;]}}", f"{money}{OPENING}—{dots}"),
            ("a0", "—"),
            ("/", f"{anything}—{dots}"),  # the last: Word has no such place
        ),
        inert=QUOTES + CLOSING + SPACES,
        whole=(
            *table.whole,
            rf"\d[),.:;\]}}]|{amount}",
            rf"{amount}|[(\[{{]\d",
            rf"\d/|{figure}",
            rf"\d[,.;:]/|{figure}",
        ),
        glued_behind=OPENING,
        slash_retreats=True,
    )


LIBREOFFICE_7 = _libreoffice(
    BreakTable(pairs=(("a", "%"),), whole=(r"\d/|°", r"\d[,.;:]/|°"), glued_before=CLOSING),
    signs="-–!?|\\",
    money=MONEY,
    dots="…",
)
# A hyphen behind a number parts it from a digit, any other does not; one behind a blank begins its word.
NUMBER_END = re.escape(f"),.:;]}}/{MONEY}°\\")
LIBREOFFICE_25 = _libreoffice(
    BreakTable(
        pairs=(),
        whole=(
            rf"[^\d{NUMBER_END}]-|\d",
            rf"[^\d][{NUMBER_END}]-|\d",
            rf" -|[^\d{re.escape(MONEY + OPENING)}°\\—]",
        ),
        glued_before=CLOSING.replace("\\", ""),
        parted=r"[,.:;]\d",
    ),
    signs="-–!?|}",
    money=f"{MONEY}°\\",
    dots="",
)


@dataclass(frozen=True, slots=True)
class Profile:
    """How one program sets lines.

    `sixths`: whether it rounds each advance to 1/6 twip. `rounding`: what it adds to the width of what stands in one
    font before it drops the fraction and sets more behind it, None where it keeps the fraction; the characters of
    `apart` count as if in a font of their own. `column_shares`: the parts of a table's width to which it rounds the
    edges of columns, 0 where they stay as they are. `loose_cells`: whether the content of a
    cell over several rows, where a page ends inside it, stands at the top and is divided between any two lines.
    `tall_rows_begin_anywhere`: whether a row taller than a page begins below other text, not on a page of its own, and
    one that only the repeated head leaves too little room reaches over the bottom.
    """

    name: str
    breaks: BreakTable
    sixths: bool = False
    rounding: float | None = None
    apart: str = ""
    column_shares: int = 0
    loose_cells: bool = False
    tall_rows_begin_anywhere: bool = False


LO7 = Profile(
    "lo7",
    LIBREOFFICE_7,
    sixths=True,
    rounding=0.5,
    apart="\u00a0\u2011",
    column_shares=10_000,
    loose_cells=True,
    tall_rows_begin_anywhere=True,
)
LO25 = Profile(
    "lo25",
    LIBREOFFICE_25,
    rounding=0.0,
    apart="\u00a0\u2011",
    column_shares=10_000,
    tall_rows_begin_anywhere=True,
)
WORD = Profile(
    "word",
    replace(LIBREOFFICE_7, pairs=LIBREOFFICE_7.pairs[:-1], glued_before="", glued_behind="", slash_retreats=False),
)
