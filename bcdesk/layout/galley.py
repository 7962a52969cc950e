"""The text of one paragraph with its widths: how much of it fits on a line, and where its parts stand there."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from bcdesk.layout.breaks import BLANK, TAB
from bcdesk.layout.measure import Widths
from bcdesk.layout.spans import Span

LINE_BREAK = "\n"
TAB_STOP = 720
SLACK = 1e-6


class Part(NamedTuple):
    """What of a span stands on a line, `x` twips from the line's first character."""

    span: Span
    text: str
    x: float
    width: float


class Galley:
    """The set text of a paragraph whose lines hang at `hang`, the first place a tab may lead to.

    A span's width on a line is made whole before the next follows: its fraction counts from 1 - `rounding` on. With
    None it stays as it is.
    """

    def __init__(self, spans: tuple[Span, ...], text: str, widths: Widths, hang: int, rounding: float | None) -> None:
        self.text = text
        self._hang = hang
        self._spans = spans
        self._rounding = rounding
        self._edges = [0.0, *accumulate(_advances(spans, widths))]

    def segment_ends(self) -> list[int]:
        """The line breaks in the text, and its end."""
        if LINE_BREAK not in self.text:
            return [len(self.text)]
        return [*(index for index, sign in enumerate(self.text) if sign == LINE_BREAK), len(self.text)]

    def cut(self, start: int, stop: int, left: int, room: float) -> int:
        """The first character that does not fit on a line from `start`, `left` into the column; `stop` if all do."""
        room += SLACK
        for span, begin, end, x in self._walk(start, stop, left):
            if x + self._width(span, begin, end, left + x) > room:
                if span.text == TAB:
                    return begin
                return max(bisect_right(self._edges, self._edges[begin] + room - x, begin, end + 1) - 1, begin)
        return stop

    def parts(self, start: int, end: int, left: int) -> list[Part]:
        """What stands on a line from `start` to `end`."""
        return [
            Part(span, self.text[begin:stop], x, self._width(span, begin, stop, left + x))
            for span, begin, stop, x in self._walk(start, end, left)
        ]

    def before_blanks(self, start: int, end: int) -> int:
        """The end of a line without the blanks that hang."""
        while end > start and self.text[end - 1] == BLANK:
            end -= 1
        return end

    def own(self, index: int) -> int:
        """The character of the paragraph's own text at a character of the set text, which has marks and pictures."""
        if all(span.own for span in self._spans):
            return index
        return index - sum(
            min(span.end, index) - span.start for span in self._spans if not span.own and span.start < index
        )

    def _walk(self, start: int, stop: int, left: int) -> Iterator[tuple[Span, int, int, float]]:
        """Each span between two characters with its first and last character there and its place on the line."""
        x = 0.0
        for span in self._spans:
            begin, end = max(span.start, start), min(span.end, stop)
            if begin < end:
                yield span, begin, end, x
                width = self._width(span, begin, end, left + x)
                x += width if self._rounding is None else math.floor(width + self._rounding + SLACK)

    def _width(self, span: Span, begin: int, end: int, at: float) -> float:
        if span.text == TAB:
            return self._hang - at if at < self._hang else (at // TAB_STOP + 1) * TAB_STOP - at
        return self._edges[end] - self._edges[begin]


def _advances(spans: tuple[Span, ...], widths: Widths) -> Iterator[float]:
    for span in spans:
        if span.picture:
            yield span.picture.width
        else:
            yield from map(widths.advances(span.size, bold=span.bold, italic=span.italic).__getitem__, span.text)
