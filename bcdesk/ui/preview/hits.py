"""From a point on a page to the character of the report that is printed there, and from a place to its lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from bcdesk.painting.fonts import paper_font
from bcdesk.report.report import HEADING, Place

if TYPE_CHECKING:
    from bcdesk.layout.pages import Line, Page, Piece


def place_at(page: Page, x: float, y: float) -> Place | None:
    """The place in the report nearest to a point in twips; None on a page that shows nothing of it."""
    line = min((line for line in page.lines if line.source), key=lambda found: _distance(found, x, y), default=None)
    if line is None or line.source is None:
        return None
    offset = line.start - _lead(line) + _character_at(line, x)
    if offset >= 0:
        return replace(line.source, offset=offset)
    # What stands before the text of a block in its line is the heading it runs on from.
    return Place(line.source.part, HEADING) if line.source.block == 0 else replace(line.source, offset=0)


def lines_of(page: Page, place: Place) -> list[Line]:
    """The lines of a page that show a block."""
    return [line for line in page.lines if line.source == place]


def printed_place(pages: tuple[Page, ...], place: Place | None) -> Place | None:
    """Where `place` is printed: there, or for what has no line of its own (an empty paragraph, a heading run in) near.

    None where its part is on no page.
    """
    if place is None:
        return None
    printed = {line.source for page in pages for line in page.lines}
    near = (Place(place.part, block) for block in (*range(place.block - 1, HEADING - 1, -1), 0))
    return place if place in printed else next((other for other in near if other in printed), None)


def _distance(line: Line, x: float, y: float) -> tuple[float, float]:
    first, last = (line.pieces[0], line.pieces[-1]) if line.pieces else (None, None)
    left, right = (first.x, last.x + last.width) if first and last else (x, x)
    return _outside(line.top, y, line.top + line.height), _outside(left, x, right)


def _outside(low: float, value: float, high: float) -> float:
    return max(low - value, value - high, 0.0)


def _lead(line: Line) -> int:
    """How many characters of a block's first line stand before its text: a marker, a hyphen, a heading run in."""
    if line.start > 0:
        return 0
    hanging = 1 if any(piece.spread for piece in line.pieces) else 0
    return max(len(line.text) + hanging - line.end, 0)


def _character_at(line: Line, x: float) -> int:
    """How many characters of the line stand left of `x`."""
    before = 0
    for piece in line.pieces:
        if x < piece.x + piece.width:
            return before + _character_in(piece, x - piece.x)
        before += len(piece.text)
    return before


def _character_in(piece: Piece, x: float) -> int:
    metrics = QFontMetricsF(paper_font(piece.size, bold=piece.bold, italic=piece.italic))
    edge = 0.0
    for index, character in enumerate(piece.text):
        width = metrics.horizontalAdvance(character) + (piece.spread if character == " " else 0.0)
        if x < edge + width / 2:
            return index
        edge += width
    return len(piece.text)
