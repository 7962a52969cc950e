"""What the layout must know of a font: unhinted advance widths and line heights, in font units.

`painting.fonts` reads them from the font the machine really uses; tests may give a fixed-width one.
"""

from __future__ import annotations

import math
from typing import NamedTuple, Protocol

from bcdesk.sheet.sheet import Run

TWIPS_PER_HALF_POINT = 10


class Face(Protocol):
    """One face (regular, bold, italic or bold italic) of the paper's typeface."""

    units_per_em: int
    ascent: int
    descent: int
    line_gap: int

    def advance(self, character: str) -> int:
        """The advance width of one character in font units, without kerning or hinting."""
        ...

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph for it."""
        ...


class Measure(Protocol):
    """The four faces of the paper's typeface."""

    family: str

    def face(self, *, bold: bool, italic: bool) -> Face:
        """The face for a weight and slant."""
        ...


class Advances(dict[str, float]):
    """Advance widths in twips of one face at one size, filled as characters come.

    With `sixths` each is rounded to 1/6 twip, as LibreOffice 7 does (0 of 190 near decisions wrong, `layout.md`).
    """

    def __init__(self, face: Face, size: int, *, sixths: bool = False) -> None:
        super().__init__()
        self._face = face
        self._scale = size * TWIPS_PER_HALF_POINT / face.units_per_em
        self._sixths = sixths

    def __missing__(self, character: str) -> float:
        twips = self._face.advance(character) * self._scale
        width = self[character] = math.floor(twips * 6 + 0.5) / 6 if self._sixths else twips
        return width


class Widths:
    """The advance widths of a measure, remembered per face and size."""

    def __init__(self, measure: Measure, *, sixths: bool = False) -> None:
        self.measure = measure
        self._sixths = sixths
        self._advances: dict[tuple[int, bool, bool], Advances] = {}
        self._heights: dict[tuple[int, bool, bool], LineHeight] = {}

    def advances(self, size: int, *, bold: bool, italic: bool) -> Advances:
        """The widths in twips of characters in a face at a size of half-points."""
        key = (size, bold, italic)
        found = self._advances.get(key)
        if found is None:
            face = self.measure.face(bold=bold, italic=italic)
            found = self._advances[key] = Advances(face, size, sixths=self._sixths)
        return found

    def line_height(self, size: int, *, bold: bool, italic: bool) -> LineHeight:
        """The height of a single-spaced line in a face."""
        key = (size, bold, italic)
        found = self._heights.get(key)
        if found is None:
            found = self._heights[key] = line_height(self.measure.face(bold=bold, italic=italic), size)
        return found


class LineHeight(NamedTuple):
    """A line in whole twips: above the baseline (leading included), in all, and what of it a multiple pitch adds."""

    ascent: int
    height: int
    extra: int = 0


def line_height(face: Face, size: int) -> LineHeight:
    """The single-spaced line of a face at a size of half-points, rounded as LibreOffice does (322 at 14 pt)."""
    ascent, gap, height = (
        math.floor(units * size * TWIPS_PER_HALF_POINT / face.units_per_em + 0.5)
        for units in (face.ascent, face.line_gap, face.ascent + face.descent + face.line_gap)
    )
    return LineHeight(ascent + gap, height)


def width(measure: Measure, runs: tuple[Run, ...]) -> float:
    """The width in twips of runs set on one line."""
    return sum(
        measure.face(bold=run.bold, italic=run.italic).advance(character)
        * run.size
        * TWIPS_PER_HALF_POINT
        / measure.face(bold=run.bold, italic=run.italic).units_per_em
        for run in runs
        for character in run.text
    )
