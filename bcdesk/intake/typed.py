"""An old report before anything in it is recognised: its lines as they were typed, and blocks that are ready.

Plain text and a read DOCX both become a list of these, so that one recogniser serves both. Whatever is not a `Typed`
is taken as it stands: tables, pictures, and the marked paragraphs of `asides`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bcdesk.report.report import Block, Paragraph, Run

CAPITAL_LETTERS = "A-Z" + "".join(filter(str.isupper, map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))))
CAPITAL = f"[{CAPITAL_LETTERS}]"

# What sets columns apart where a table of two columns was copied as text.
_COLUMN_GAP = re.compile(r"\t+|\s{3,}")
_LINE_OF_SIGNS = re.compile(r"[\s\-_=*~.–—─…·•+]+(?:o0o|ooo)?[\s\-_=*~.–—─…·•+]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """A paragraph as it came, its runs without outer spaces.

    `gap` counts the empty paragraphs before it. `level` (1–9) and `style` are what a word processor calls it, 0 and
    empty for plain text. `landscape`: it stands on a page turned on its side.
    """

    runs: tuple[Run, ...]
    gap: int = 0
    level: int = 0
    style: str = ""
    landscape: bool = False

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def paragraph(self) -> Paragraph:
        """The same as a paragraph of a report."""
        return Paragraph(self.runs)


Item = Typed | Block


def typed(text: str, gap: int = 0) -> Typed:
    """A paragraph of plain text."""
    return Typed((Run(text.strip()),), gap)


def text_of(item: Item) -> str:
    """The characters of an item that may be recognised; none of a block that is ready."""
    return item.text if isinstance(item, Typed) else ""


def without_tabs(item: Item) -> Item:
    """An item with a space for each tab within it, which a report does not know."""
    if not isinstance(item, Typed) or "\t" not in item.text:
        return item
    return replace(item, runs=tuple(replace(run, text=run.text.replace("\t", " ")) for run in item.runs))


def cut(runs: tuple[Run, ...], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The characters from `start` to `end` with their formats and the footnotes behind them, without outer spaces."""
    length = sum(len(run.text) for run in runs)
    return trimmed(_sliced(runs, start, length if end is None else end))


def trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The same without outer spaces; a footnote behind such a space moves to the words beside it."""
    text = "".join(run.text for run in runs)
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    found, at = [], 0
    for run in runs:
        piece = run.text[max(left - at, 0) : max(right - at, 0)]
        at += len(run.text)
        found.append(replace(run, text=piece))
    return joined(found)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs that hold something; a footnote alone hangs on the run before it, where that has none of its own."""
    found: list[Run] = []
    for run in runs:
        if run.text or (run.footnote and (not found or found[-1].footnote)):
            found.append(run)
        elif run.footnote:
            found[-1] = replace(found[-1], footnote=run.footnote)
    return tuple(found)


def footnote_marks(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The footnotes of the runs without their words."""
    return tuple(Run("", footnote=run.footnote) for run in runs if run.footnote)


def _sliced(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    found, at = [], 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        hangs = start < at <= end or at == start == 0
        found.append(replace(run, text=piece, footnote=run.footnote if hangs else ()))
    return tuple(found)


def columns(text: str) -> list[str]:
    """The columns of a line that was copied from a table without rules, one where there are none."""
    return [part for part in _COLUMN_GAP.split(text.strip()) if part]


def is_drawn_line(text: str) -> bool:
    """Whether a paragraph is a row of signs typed to look like a rule or a place to fill in."""
    return len(text) > 1 and _LINE_OF_SIGNS.fullmatch(text) is not None and text.strip() not in {"./.", "..."}


def is_upper(text: str) -> bool:
    """Whether there are letters, and all of them are capitals."""
    return text.isupper() and sum(letter.isalpha() for letter in text) > 1
