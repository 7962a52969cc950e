"""The programs whose lines are foretold: Word, and the two LibreOffices that fidelity is measured against."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bcdesk.layout.breaks import BreakTable

CLOSING = "!?})]/\\.,;:"
OPENING = "([{"
MONEY = "%$+€₫"
QUOTES = "\"'«»‘’“”"
DASHES = "-–!?|\\"
SPACES = " \u00a0\u2060\n"
ANYTHING = f"a0{MONEY}{OPENING}"

LIBREOFFICE = BreakTable(
    pairs=(
        (f"{DASHES}\t", f"{ANYTHING}—…"),
        ("—", f"{ANYTHING}…"),
        ("…", f"{ANYTHING}—"),
        (f"{MONEY}),.:;]}}", f"{MONEY}{OPENING}—…"),
        ("a", "%—"),
        ("0", "—"),
        ("/", f"{ANYTHING}—…"),  # the last: Word has no such place
    ),
    inert=QUOTES + CLOSING + SPACES,
    whole=(r"\d[),.:;\]}]|[%$+€₫]", r"[%$+€₫]|[(\[{]\d", r"\d/|[\d%$+€₫°]", r"\d[,.;:]/|[\d%$+€₫°]"),
    glued_before=CLOSING,
    glued_behind=OPENING,
    slash_retreats=True,
)


@dataclass(frozen=True, slots=True)
class Profile:
    """How one program sets lines.

    `sixths`: whether it rounds each advance to 1/6 twip. `whole_twips`: whether it rounds the width of what stands in
    one font before more follows; then the characters of `apart` count as if in a font of their own. `column_shares`:
    the parts of a table's width to which it rounds the edges of columns, 0 where they stay as they are.
    """

    name: str
    breaks: BreakTable
    sixths: bool = False
    whole_twips: bool = False
    apart: str = ""
    column_shares: int = 0


LO7 = Profile("lo7", LIBREOFFICE, sixths=True, whole_twips=True, apart="\u00a0\u2011", column_shares=10_000)
LO25 = Profile("lo25", replace(LIBREOFFICE, whole=(*LIBREOFFICE.whole, r"[^\W\d]-|\d")), column_shares=10_000)
WORD = Profile(
    "word",
    replace(LIBREOFFICE, pairs=LIBREOFFICE.pairs[:-1], glued_before="", glued_behind="", slash_retreats=False),
)
