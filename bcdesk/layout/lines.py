"""Paragraphs broken into lines: greedy, blanks hang behind the line's end, justified lines spread over their blanks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bcdesk.layout.breaks import BLANK, TAB, Breaks
from bcdesk.layout.galley import Galley, Part
from bcdesk.layout.measure import LineHeight, Measure, Widths
from bcdesk.layout.pages import Image, Line, Piece
from bcdesk.layout.profiles import Profile
from bcdesk.layout.spans import spans_of
from bcdesk.sheet.sheet import Align, Paragraph

SINGLE = 240
REMEMBERED = 8_000
LEADING = {Align.LEFT: 0.0, Align.JUSTIFY: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, and the number its mark shows."""

    number: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line of a broken paragraph, its pieces at their places across the page, not yet down it.

    `start` and `end` are its characters in the paragraph, `notes` the footnotes whose marks stand on it. `extra` is
    what a multiple pitch adds below it; at the foot of a page it may stand over.
    """

    height: int
    baseline: int
    pieces: tuple[Piece, ...]
    start: int
    end: int
    images: tuple[Image, ...] = ()
    notes: tuple[Note, ...] = ()
    extra: int = 0

    def at(self, y: float, paragraph: Paragraph) -> Line:
        """The line with its top at `y`, showing its place in the report."""
        lead = paragraph.source_start
        start, end = max(self.start - lead, 0), max(self.end - lead, 0)
        return Line(y, self.height, y + self.baseline, self.pieces, paragraph.source, start, end)

    def images_at(self, y: float) -> tuple[Image, ...]:
        """Its pictures, standing on the baseline, with the line's top at `y`."""
        return tuple(replace(image, y=y + self.baseline - image.height) for image in self.images)


class Breaker:
    """Breaks paragraphs into lines under one profile, and remembers those it has broken."""

    def __init__(self, measure: Measure, profile: Profile) -> None:
        self._widths = Widths(measure, sixths=profile.sixths)
        self._profile = profile
        self._known: dict[tuple[Paragraph, int, int, int], tuple[BrokenLine, ...]] = {}

    def broken(self, paragraph: Paragraph, x: int, width: int, note: int = 1) -> tuple[BrokenLine, ...]:
        """The lines of a paragraph in a column `width` twips wide at `x`; its first footnote has the number `note`."""
        key = (paragraph, x, width, note if any(run.footnote for run in paragraph.runs) else 0)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._break(paragraph, x, width, note)
        return found

    def tidy(self) -> None:
        """Forget all once it has become much: each typed letter leaves a broken paragraph behind."""
        if len(self._known) > REMEMBERED:
            self._known.clear()

    def _break(self, paragraph: Paragraph, x: int, width: int, note: int) -> tuple[BrokenLine, ...]:
        spans = spans_of(paragraph, note, self._profile.apart)
        text = "".join(span.text for span in spans)
        breaks = Breaks(text, self._profile.breaks, [span.start for span in spans])
        galley = Galley(spans, text, self._widths, paragraph.format.left, self._profile.rounding)
        return _Setter(paragraph, galley, breaks, self._widths, x, width).lines()


class _Setter:
    """Sets one paragraph line by line."""

    def __init__(
        self, paragraph: Paragraph, galley: Galley, breaks: Breaks, widths: Widths, x: int, width: int
    ) -> None:
        self._paragraph = paragraph
        self._format = paragraph.format
        self._galley = galley
        self._breaks = breaks
        self._widths = widths
        self._x = x
        self._width = width

    def lines(self) -> tuple[BrokenLine, ...]:
        """All lines of the paragraph; one without text where it is empty."""
        lines: list[BrokenLine] = []
        start = 0
        for stop in self._galley.segment_ends():
            lines += self._segment(start, stop, first=not lines)
            start = stop + 1
        return tuple(lines)

    def _segment(self, start: int, stop: int, *, first: bool) -> list[BrokenLine]:
        """The lines of the text up to a line break or the paragraph's end."""
        lines: list[BrokenLine] = []
        while True:
            left = self._format.left + (self._format.first if first else 0)
            room = self._width - self._format.right - left
            cut = self._galley.cut(start, stop, left, room)
            end, after = (stop, stop) if cut >= stop else self._breaks.end_of_line(start, cut)
            last = after >= stop
            end = self._galley.before_blanks(start, min(end, stop))
            shown = min(stop + 1, len(self._galley.text)) if last else after
            lines.append(self._line(start, end, shown, left, room, last=last))
            if last:
                return lines
            start, first = after, False

    def _line(self, start: int, end: int, shown: int, left: int, room: int, *, last: bool) -> BrokenLine:
        parts = self._galley.parts(start, end, left)
        rest = room - (parts[-1].x + parts[-1].width if parts else 0.0)
        origin = self._x + left + max(rest, 0.0) * LEADING[self._format.align]
        spread = self._spread(parts, rest) if self._format.align is Align.JUSTIFY and not last and rest > 0 else 0.0
        height = self._height(parts)
        pieces, images = _placed(parts, origin, spread)
        notes = tuple(Note(int(part.span.text), part.span.footnote) for part in parts if part.span.footnote)
        begin, until = self._galley.own(start), self._galley.own(shown)
        return BrokenLine(height.height, height.ascent, pieces, begin, until, images, notes, height.extra)

    def _spread(self, parts: list[Part], rest: float) -> float:
        """What each blank behind the last tab of a justified line is widened by."""
        blanks = sum(part.text.count(BLANK) for part in _behind_tabs(parts))
        return rest / blanks if blanks else 0.0

    def _height(self, parts: list[Part]) -> LineHeight:
        pitch = self._format.pitch
        if pitch.exact:
            return LineHeight(pitch.value * 4 // 5, pitch.value)
        heights = [self._part_height(part) for part in parts] or [self._empty_height()]
        ascent = max(height.ascent for height in heights)
        height = ascent + max(height.height - height.ascent for height in heights)
        return LineHeight(ascent, height * pitch.value // SINGLE, max(height * pitch.value // SINGLE - height, 0))

    def _part_height(self, part: Part) -> LineHeight:
        span = part.span
        if span.picture:
            return LineHeight(span.picture.height, span.picture.height)
        return self._widths.line_height(span.size, bold=span.bold, italic=span.italic)

    def _empty_height(self) -> LineHeight:
        return self._widths.line_height(self._paragraph.mark_size, bold=False, italic=False)


def _behind_tabs(parts: list[Part]) -> list[Part]:
    tabs = [index for index, part in enumerate(parts) if part.text == TAB]
    return parts[tabs[-1] + 1 :] if tabs else parts


def _placed(parts: list[Part], origin: float, spread: float) -> tuple[tuple[Piece, ...], tuple[Image, ...]]:
    """The pieces and pictures of a line that begins at `origin`."""
    pieces: list[Piece] = []
    images: list[Image] = []
    spreading = len(parts) - len(_behind_tabs(parts)) if spread else 0
    shift = 0.0
    for index, part in enumerate(parts):
        span = part.span
        x = origin + part.x + shift
        if span.picture:
            picture = span.picture
            images.append(Image(x, 0, picture.width, picture.height, picture.data, picture.description))
        elif part.text != TAB:
            wider = spread if index >= spreading else 0.0
            extra = wider * part.text.count(BLANK)
            pieces.append(
                Piece(x, part.text, span.size, span.bold, span.italic, part.width + extra, wider, span.raise_)
            )
            shift += extra
    return tuple(pieces), tuple(images)
