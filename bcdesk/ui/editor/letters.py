"""The paper's typeface on the screen."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlockFormat

from bcdesk.painting.fonts import FAMILY

PAPER_POINTS = 13.0
CELL_POINTS = 11.5
PITCH_PERCENT = 112
GAP_BELOW = 6


def paper_text(points: float = PAPER_POINTS, *, bold: bool = False) -> QFont:
    """The paper's typeface at a size that reads well on a screen."""
    font = QFont(FAMILY)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def airy() -> QTextBlockFormat:
    """How paragraphs stand one under another: a little apart, their lines a little wider than the type."""
    made = QTextBlockFormat()
    made.setLineHeight(PITCH_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(GAP_BELOW)
    return made
