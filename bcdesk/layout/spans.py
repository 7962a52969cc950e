"""The runs of a paragraph as they are set: pictures as one character, the marks of footnotes as raised numbers."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.sheet.sheet import Paragraph, Picture, Run

OBJECT = "\ufffc"
MARK_SIZE = 0.58
MARK_RAISE = 0.33


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one font from `start` to `end` of the set text; `own` if they are the paragraph's own text."""

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
            spans.append(span)
            start = span.end
        note += bool(run.footnote)
    return tuple(spans)


def _set(run: Run, start: int, note: int) -> list[Span]:
    if run.picture:
        return [Span(start, OBJECT, run.size, own=False, picture=run.picture)]
    spans = [Span(start, run.text, run.size, run.bold, run.italic)] if run.text else []
    if run.footnote:
        size = round(run.size * MARK_SIZE)
        lift = round(run.size * 10 * MARK_RAISE)
        at = start + len(run.text)
        spans.append(Span(at, str(note), size, run.bold, run.italic, lift, own=False, footnote=run.footnote))
    return spans
