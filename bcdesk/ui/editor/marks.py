"""What is marked in the text: the hits of the search, and the places of remarks, underlined."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from bcdesk.report.report import Place
from bcdesk.report.search import Hit
from bcdesk.ui.style.colours import colours_in

HIT_STRENGTH = 90


@dataclass(frozen=True, slots=True)
class Underline:
    """A remark about the characters of `hit`, which were `text` when it was made: it is not shown under others."""

    hit: Hit
    text: str
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is marked: hits, the hit jumped to, and remarks."""

    hits: tuple[Hit, ...] = ()
    at: Hit | None = None
    remarks: tuple[Underline, ...] = ()

    def of_block(self, place: Place) -> Marks:
        """Those in one block."""
        hits = tuple(hit for hit in self.hits if hit.place == place)
        return replace(self, hits=hits, remarks=tuple(mark for mark in self.remarks if mark.hit.place == place))


def hit_format(palette: QPalette, *, strong: bool = False) -> QTextCharFormat:
    """How a hit of the search looks: a tint of amber, the one jumped to in the colours of a selection."""
    made = QTextCharFormat()
    if strong:
        made.setBackground(palette.highlight())
        made.setForeground(palette.highlightedText())
    else:
        made.setBackground(QColor(230, 160, 20, HIT_STRENGTH))
    return made


def remark_format(palette: QPalette, *, grave: bool) -> QTextCharFormat:
    """How the place of a remark looks: a wave under it, amber, or red where it is wrong."""
    made, colours = QTextCharFormat(), colours_in(palette)
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(QColor(colours.red if grave else colours.amber))
    return made
