"""The paper's typeface as the machine has it: advance widths for the layout, fonts for the painter.

Times New Roman where present, else what stands in for it with the same widths (Liberation Serif 2). Widths are read
unhinted from the font's own tables, so that no screen or zoom changes a line (`layout.md` §1).
"""

from __future__ import annotations

import struct
from functools import lru_cache

from PySide6.QtGui import QFont, QRawFont

from bcdesk.errors import NoTypeface

FAMILY = "Times New Roman"
AS_WIDE = ("Liberation Serif", "Tinos")  # where the machine itself names no stand-in
_ANY_SIZE = 24  # what is read of a face is the same at every size


class FontFace:
    """One face, read once from the font file. Raises NoTypeface where there is none: Qt would go down."""

    def __init__(self, font: QRawFont) -> None:
        if not font.isValid():
            raise NoTypeface
        self._font = font
        self.family = str(font.familyName())
        self.units_per_em = int(font.unitsPerEm())
        self.ascent, self.descent, self.line_gap = _vertical(font)
        self._advances = _advances(font)
        self._known: dict[str, int] = {}
        self._glyphs: dict[str, int] = {}

    def advance(self, character: str) -> int:
        """The advance width in font units."""
        width = self._known.get(character)
        if width is None:
            width = self._known[character] = self._advances[min(self.glyph(character), len(self._advances) - 1)]
        return width

    def covers(self, character: str) -> bool:
        """Whether there is a glyph for it."""
        return self.glyph(character) != 0

    def glyph(self, character: str) -> int:
        """The glyph's number, 0 where there is none."""
        glyph = self._glyphs.get(character)
        if glyph is None:
            found = self._font.glyphIndexesForString(character)
            glyph = self._glyphs[character] = int(found[0]) if found else 0
        return glyph


class FontMeasure:
    """The four faces of the paper's typeface on this machine."""

    def __init__(self) -> None:
        both = (False, True)
        self._faces = {(bold, italic): paper_face(bold=bold, italic=italic) for bold in both for italic in both}
        self.family = self.face(bold=False, italic=False).family

    def face(self, *, bold: bool, italic: bool) -> FontFace:
        """The face for a weight and slant."""
        return self._faces[bold, italic]


def paper_face(*, bold: bool = False, italic: bool = False) -> FontFace:
    """One face of the paper's typeface on this machine."""
    return FontFace(QRawFont.fromFont(paper_font(_ANY_SIZE, bold=bold, italic=italic)))


@lru_cache(maxsize=64)
def paper_font(half_points: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """The font in which one unit of the painter is a twip; never hinted, never kerned."""
    font = QFont([FAMILY, *AS_WIDE])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(half_points * 10)
    font.setBold(bold)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    return font


def _advances(font: QRawFont) -> tuple[int, ...]:
    count = struct.unpack_from(">H", font.fontTable("hhea").data(), 34)[0]
    pairs = struct.unpack_from(f">{'Hh' * count}", font.fontTable("hmtx").data())
    return pairs[::2]


def _vertical(font: QRawFont) -> tuple[int, int, int]:
    ascent, descent, gap = struct.unpack_from(">hhh", font.fontTable("hhea").data(), 4)
    return ascent, -descent, gap
