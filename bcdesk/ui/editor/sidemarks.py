"""The quiet marks at the side of paragraphs: how far each is since last period, and from which units it came."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextEdit

from bcdesk.report.carried import ParagraphState
from bcdesk.ui.editor.document import blocks
from bcdesk.ui.style.colours import colours_in

NEAR = 8  # pixels from the left edge in which the tip shows
SOURCES = "units"
_ORDER = tuple(ParagraphState)
_AT, _WIDTH, _GAP = 2.5, 1.5, 2
_DOTS = (1, 4)  # in widths
_SOURCE_AT, _SOURCE_WIDTH = 0.5, 1
# Qt keeps one number with a paragraph, wherever that moves: its state in the low digit, its source in the others.
_ROOM = len(_ORDER) + 1


def set_states(field: QTextEdit, states: Sequence[ParagraphState]) -> None:
    """Mark the paragraphs of a field in order; a mark goes with its paragraph wherever that moves."""
    marks = [_ORDER.index(state) + 1 for state in states]
    _set(field, [_joined(_at(marks, at), _source(block)) for at, block in enumerate(blocks(field.document()))])


def set_sources(field: QTextEdit, units: Sequence[str]) -> None:
    """Mark the paragraphs of a field that came from units, in words; empty for one that did not."""
    said = list(dict.fromkeys(filter(None, units)))
    field.setProperty(SOURCES, said)
    marks = [said.index(words) + 1 if words else 0 for words in units]
    _set(field, [_joined(_state(block), _at(marks, at)) for at, block in enumerate(blocks(field.document()))])


def paint_states(field: QTextEdit) -> None:
    """Dots beside what is as it was, a line beside what was changed, a stronger one beside what is new.

    A thin line of its own stands beside what came from units.
    """
    colours, painter = colours_in(field.palette()), QPainter(field.viewport())
    dots = QPen(QColor(colours.muted), _WIDTH, Qt.PenStyle.DotLine)
    dots.setDashPattern(_DOTS)
    pens = {
        ParagraphState.CARRIED: dots,
        ParagraphState.CHANGED: QPen(QColor(colours.line), _WIDTH),
        ParagraphState.NEW: QPen(QColor(colours.accent), _WIDTH),
    }
    source = QPen(QColor(colours.accent), _SOURCE_WIDTH)
    for block in blocks(field.document()):
        rect, state = field.document().documentLayout().blockBoundingRect(block), _state(block)
        if state and (pen := pens.get(_ORDER[state - 1])) is not None:
            _paint_line(painter, pen, _AT, rect)
        if _source(block):
            _paint_line(painter, source, _SOURCE_AT, rect)
    painter.end()


def state_words(field: QTextEdit, y: float) -> str:
    """What the marks at that height say; empty where there is none."""
    layout = field.document().documentLayout()
    block = next((each for each in blocks(field.document()) if layout.blockBoundingRect(each).bottom() >= y), None)
    if block is None:
        return ""
    state, source, units = _state(block), _source(block), field.property(SOURCES) or []
    words = _ORDER[state - 1].value if state and _ORDER[state - 1] is not ParagraphState.EMPTY else ""
    return "\n".join(filter(None, (words, units[source - 1] if 0 < source <= len(units) else "")))


def _paint_line(painter: QPainter, pen: QPen, x: float, rect: QRectF) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(x, rect.top() + _GAP), QPointF(x, rect.bottom() - _GAP))


def _set(field: QTextEdit, marks: Sequence[int]) -> None:
    changed = False
    for mark, block in zip(marks, blocks(field.document()), strict=True):
        changed |= max(block.userState(), 0) != mark
        block.setUserState(mark)
    if changed:
        field.viewport().update()


def _joined(state: int, source: int) -> int:
    return source * _ROOM + state


def _state(block: QTextBlock) -> int:
    """Its state, counted from 1; 0 where it has none, as a new paragraph."""
    return max(block.userState(), 0) % _ROOM


def _source(block: QTextBlock) -> int:
    return max(block.userState(), 0) // _ROOM


def _at(marks: Sequence[int], at: int) -> int:
    return marks[at] if at < len(marks) else 0
