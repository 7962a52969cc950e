"""What the layout must know of a font: unhinted advance widths and line heights, in font units.

`painting.fonts` reads them from the font the machine really uses; tests may give a fixed-width one.
"""

from __future__ import annotations

from typing import Protocol


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
