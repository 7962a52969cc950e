"""The runs of a paragraph as they are set: tabs apart, pictures as one character, footnote marks as raised numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bcdesk.layout.breaks import TAB
from bcdesk.sheet.sheet import Paragraph, Picture, Run

OBJECT = "\ufffc"
MARK_SIZE = 0.58
MARK_RAISE = 0.39


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one font from `start` to `end` of the set text, or one tab; `own` if the paragraph's own text."""

    start: int
    text: str
    size: int
    bold: bool = False
    italic: bool = False
    raise_: int = 0
    own: bool = True
    picture: Picture | None = None
    footnote: tuple[Paragraph, ...] = ()

    @property
    def end(self) -> int:
        """The character behind the last."""
        return self.start + len(self.text)


def spans_of(paragraph: Paragraph, note: int, apart: str) -> tuple[Span, ...]:
    """The spans of a paragraph; its first footnote has the number `note`, the characters of `apart` stand alone."""
    spans: list[Span] = []
    start = 0
    for run in _joined(paragraph.runs):
        for span in _set(run, start, note, apart):
            spans.append(span)
            start = span.end
        note += bool(run.footnote)
    return tuple(spans)


def _joined(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs, those of one font as one: to the word processor they are."""
    for (size, bold, italic, textual, _), group in groupby(runs, _kind):
        if textual:
            yield Run("".join(run.text for run in group), size, bold, italic)
        else:
            yield from group


def _kind(run: Run) -> tuple[int, bool, bool, bool, bool]:
    return run.size, run.bold, run.italic, not (run.footnote or run.picture), bool(run.picture)


def _set(run: Run, start: int, note: int, apart: str) -> Iterator[Span]:
    if run.picture:
        yield Span(start, OBJECT, run.size, own=False, picture=run.picture)
        return
    for part in _parts(run.text, apart):
        yield Span(start, part, run.size, run.bold, run.italic)
        start += len(part)
    if run.footnote:
        size = round(run.size * MARK_SIZE)
        lift = round(run.size * 10 * MARK_RAISE)
        yield Span(start, str(note), size, run.bold, run.italic, lift, own=False, footnote=run.footnote)


def _parts(text: str, apart: str) -> list[str]:
    signs = re.escape(TAB + apart)
    return re.findall(f"[{signs}]|[^{signs}]+", text)
