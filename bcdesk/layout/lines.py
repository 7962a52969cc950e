"""Paragraphs broken into lines: greedy, blanks hang behind the line's end, justified lines spread over their blanks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from bcdesk.layout.breaks import BLANK, Breaks
from bcdesk.layout.measure import LineHeight, Measure, Widths
from bcdesk.layout.pages import Image, Line, Piece
from bcdesk.layout.profiles import Profile
from bcdesk.layout.spans import Span, spans_of
from bcdesk.sheet.sheet import Align, Paragraph, Pitch

TAB = "\t"
TAB_STOP = 720
SLACK = 1e-6
LEADING = {Align.LEFT: 0.0, Align.JUSTIFY: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, and the number its mark shows."""

    number: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line of a broken paragraph, its pieces at their places across the page, not yet down it.

    `start` and `end` are its characters in the paragraph, `notes` the footnotes whose marks stand on it.
    """

    height: int
    baseline: int
    pieces: tuple[Piece, ...]
    start: int
    end: int
    images: tuple[Image, ...] = ()
    notes: tuple[Note, ...] = ()

    def at(self, y: float, paragraph: Paragraph) -> Line:
        """The line with its top at `y`, showing its place in the report."""
        lead = paragraph.source_start
        return Line(
            y,
            self.height,
            y + self.baseline,
            self.pieces,
            paragraph.source,
            max(self.start - lead, 0),
            max(self.end - lead, 0),
        )

    def images_at(self, y: float) -> tuple[Image, ...]:
        """Its pictures, standing on the baseline, with the line's top at `y`."""
        return tuple(replace(image, y=y + self.baseline - image.height) for image in self.images)


class Breaker:
    """Breaks paragraphs into lines under one profile, and remembers those it has broken."""

    def __init__(self, measure: Measure, profile: Profile) -> None:
        self.widths = Widths(measure, sixths=profile.sixths)
        self._table = profile.breaks
        self._known: dict[tuple[Paragraph, int, int, int], tuple[BrokenLine, ...]] = {}

    def broken(self, paragraph: Paragraph, x: int, width: int, note: int = 1) -> tuple[BrokenLine, ...]:
        """The lines of a paragraph in a column `width` twips wide at `x`; its first footnote has the number `note`."""
        key = (paragraph, x, width, note if any(run.footnote for run in paragraph.runs) else 0)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _Galley(self, paragraph, x, width, note).lines()
        return found

    def breaks(self, text: str) -> Breaks:
        """Where the lines of a text may begin."""
        return Breaks(text, self._table)

    def forget(self) -> None:
        """Drop what is remembered."""
        self._known.clear()


class _Galley:
    """One paragraph while it is broken. Places are distances from the start of its text set on one endless line."""

    def __init__(self, breaker: Breaker, paragraph: Paragraph, x: int, width: int, note: int) -> None:
        self._widths = breaker.widths
        self._paragraph = paragraph
        self._format = paragraph.format
        self._x = x
        self._width = width
        self._spans = spans_of(paragraph, note)
        self._text = "".join(span.text for span in self._spans)
        self._breaks = breaker.breaks(self._text)
        self._edges = [0.0, *accumulate(self._advances())]

    def _advances(self) -> list[float]:
        advances: list[float] = []
        for span in self._spans:
            if span.picture:
                advances.append(span.picture.width)
            else:
                table = self._widths.advances(span.size, bold=span.bold, italic=span.italic)
                advances.extend(map(table.__getitem__, span.text))
        for index in self._indexes_of("\t\n"):
            advances[index] = 0.0
        return advances

    def _indexes_of(self, characters: str) -> list[int]:
        if not any(character in self._text for character in characters):
            return []
        return [index for index, character in enumerate(self._text) if character in characters]

    def lines(self) -> tuple[BrokenLine, ...]:
        ends = [*self._indexes_of("\n"), len(self._text)]
        lines: list[BrokenLine] = []
        start = 0
        for end in ends:
            lines += self._segment(start, end, first=not lines)
            start = end + 1
        return tuple(lines)

    def _segment(self, start: int, stop: int, *, first: bool) -> list[BrokenLine]:
        """The lines of the text up to a line break or the end."""
        lines: list[BrokenLine] = []
        while True:
            left = self._format.left + (self._format.first if first else 0)
            room = self._width - self._format.right - left
            edges = self._tabbed(start, stop, left)
            cut = bisect_right(edges, edges[start] + room + SLACK, start, stop + 1) - 1
            if cut >= stop:
                end = start + len(self._text[start:stop].rstrip(BLANK))
                lines.append(self._line(edges, start, end, min(stop + 1, len(self._text)), left, room, last=True))
                return lines
            end, after = self._breaks.end_of_line(start, cut)
            after = min(after, stop)
            lines.append(self._line(edges, start, end, after, left, room, last=after == stop))
            if after == stop:
                return lines
            start, first = after, False

    def _tabbed(self, start: int, stop: int, left: int) -> list[float]:
        """The places of the characters with the tabs from `start` on as wide as they are on a line beginning there."""
        tabs = [] if TAB not in self._text else [i for i in range(start, stop) if self._text[i] == TAB]
        edges = self._edges
        if tabs:
            edges = edges.copy()
            ends = [*tabs[1:], stop]
            for tab, end in zip(tabs, ends, strict=True):
                at = left + edges[tab] - edges[start]
                gap = self._stop_behind(at) - at
                shift = edges[tab] + gap - edges[tab + 1]
                for index in range(tab + 1, (end if end < stop else len(edges) - 1) + 1):
                    edges[index] += shift
        return edges

    def _stop_behind(self, at: float) -> float:
        hanging = self._format.left
        return hanging if at < hanging else (at // TAB_STOP + 1) * TAB_STOP

    def _line(
        self, edges: list[float], start: int, end: int, after: int, left: int, room: int, *, last: bool
    ) -> BrokenLine:
        rest = room - (edges[end] - edges[start])
        origin = self._x + left + max(rest, 0.0) * LEADING[self._format.align] - edges[start]
        spread, spread_from = self._spread(start, end, rest, last=last)
        spans = [span for span in self._spans if span.start < end and span.end > start]
        ascent, height = self._height(spans or self._spans[:1])
        return BrokenLine(
            height=height,
            baseline=ascent,
            pieces=tuple(self._pieces(edges, spans, start, end, origin, spread, spread_from)),
            start=self._plain(start),
            end=self._plain(after),
            images=tuple(
                Image(
                    origin + edges[span.start],
                    0,
                    span.picture.width,
                    span.picture.height,
                    span.picture.data,
                    span.picture.description,
                )
                for span in spans
                if span.picture
            ),
            notes=tuple(Note(int(span.text), span.footnote) for span in spans if span.footnote),
        )

    def _spread(self, start: int, end: int, rest: float, *, last: bool) -> tuple[float, int]:
        """What each blank of a justified line is widened by, and from which character on."""
        if self._format.align is not Align.JUSTIFY or last or rest <= 0:
            return 0.0, start
        begin = self._text.rfind(TAB, start, end) + 1 or start
        blanks = self._text.count(BLANK, begin, end)
        return (rest / blanks if blanks else 0.0), begin

    def _pieces(
        self,
        edges: list[float],
        spans: list[Span],
        start: int,
        end: int,
        origin: float,
        spread: float,
        spread_from: int,
    ) -> list[Piece]:
        pieces = []
        shift = 0.0
        for span in spans:
            if span.picture:
                continue
            for begin, stop in self._parts(max(span.start, start), min(span.end, end)):
                text = self._text[begin:stop]
                wider = spread if begin >= spread_from else 0.0
                extra = wider * text.count(BLANK)
                x = origin + edges[begin] + shift
                width = edges[stop] - edges[begin] + extra
                pieces.append(Piece(x, text, span.size, span.bold, span.italic, width, wider, span.raise_))
                shift += extra
        return pieces

    def _parts(self, begin: int, stop: int) -> list[tuple[int, int]]:
        """The stretches of a span without tabs."""
        if TAB not in self._text:
            return [(begin, stop)]
        tabs = [index for index in range(begin, stop) if self._text[index] == TAB]
        bounds = [begin - 1, *tabs, stop]
        return [(left + 1, right) for left, right in pairwise(bounds) if right > left + 1]

    def _height(self, spans: Sequence[Span]) -> LineHeight:
        pitch = self._format.pitch
        if pitch.exact:
            return LineHeight(pitch.value * 4 // 5, pitch.value)
        heights = [self._span_height(span) for span in spans] or [self._mark_height()]
        ascent = max(height.ascent for height in heights)
        return _multiple(ascent, ascent + max(height.height - height.ascent for height in heights), pitch)

    def _span_height(self, span: Span) -> LineHeight:
        if span.picture:
            return LineHeight(span.picture.height, span.picture.height)
        return self._widths.line_height(span.size, bold=span.bold, italic=span.italic)

    def _mark_height(self) -> LineHeight:
        return self._widths.line_height(self._paragraph.mark_size, bold=False, italic=False)

    def _plain(self, index: int) -> int:
        """The character of the paragraph's own text at a character of the set text, which has marks and pictures."""
        extra = sum(min(span.end, index) - span.start for span in self._spans if not span.own and span.start < index)
        return index - extra


def _multiple(ascent: int, height: int, pitch: Pitch) -> LineHeight:
    wanted = height * pitch.value // 240
    return LineHeight(ascent + wanted - height, wanted)
