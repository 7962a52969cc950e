"""The runs of a paragraph as they are set: tabs apart, pictures as one character, footnote marks as raised numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bcdesk.sheet.sheet import Paragraph, Picture, Run

TAB = "\t"
OBJECT = "\ufffc"
MARK_SIZE = 0.58
MARK_RAISE = 0.33
PARTS = re.compile(r"\t|[^\t]+")


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


def spans_of(paragraph: Paragraph, note: int) -> tuple[Span, ...]:
    """The spans of a paragraph; its first footnote has the number `note`."""
    spans: list[Span] = []
    start = 0
    for run in paragraph.runs:
        for span in _set(run, start, note):
            if spans and _continues(spans[-1], span):
                spans[-1] = replace(span, start=spans[-1].start, text=spans[-1].text + span.text)
            else:
                spans.append(span)
            start = span.end
        note += bool(run.footnote)
    return tuple(spans)


def _continues(before: Span, span: Span) -> bool:
    """Whether two spans are one to the word processor: the same font, and nothing but text."""
    plain = before.own and span.own and TAB not in (before.text, span.text) and not (before.picture or span.picture)
    return plain and (before.size, before.bold, before.italic) == (span.size, span.bold, span.italic)


def _set(run: Run, start: int, note: int) -> Iterator[Span]:
    if run.picture:
        yield Span(start, OBJECT, run.size, own=False, picture=run.picture)
        return
    for part in PARTS.findall(run.text) if TAB in run.text else (run.text,):
        if part:
            yield Span(start, part, run.size, run.bold, run.italic)
            start += len(part)
    if run.footnote:
        size = round(run.size * MARK_SIZE)
        lift = round(run.size * 10 * MARK_RAISE)
        yield Span(start, str(note), size, run.bold, run.italic, lift, own=False, footnote=run.footnote)
