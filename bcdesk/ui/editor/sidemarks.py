"""The quiet marks at the side of paragraphs: still as last period, changed since, or new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextEdit

from bcdesk.report.carried import ParagraphState
from bcdesk.ui.editor.document import blocks
from bcdesk.ui.style.colours import colours_in

NEAR = 8  # pixels from the left edge in which the tip shows
_ORDER = tuple(ParagraphState)
_NO_STATE = -1
_AT, _WIDTH, _GAP = 1.5, 1.5, 2
_DOTS = (1, 4)  # in widths


def set_states(field: QTextEdit, states: Sequence[ParagraphState]) -> None:
    """Mark the paragraphs of a field in order; a mark goes with its paragraph wherever that moves."""
    changed = False
    for number, block in enumerate(blocks(field.document())):
        state = _ORDER.index(states[number]) if number < len(states) else _NO_STATE
        changed |= block.userState() != state
        block.setUserState(state)
    if changed:
        field.viewport().update()


def paint_states(field: QTextEdit) -> None:
    """Dots beside what is as it was, a line beside what was changed, a stronger one beside what is new."""
    colours, painter = colours_in(field.palette()), QPainter(field.viewport())
    dots = QPen(QColor(colours.muted), _WIDTH, Qt.PenStyle.DotLine)
    dots.setDashPattern(_DOTS)
    pens = {
        ParagraphState.CARRIED: dots,
        ParagraphState.CHANGED: QPen(QColor(colours.line), _WIDTH),
        ParagraphState.NEW: QPen(QColor(colours.accent), _WIDTH),
    }
    for block in blocks(field.document()):
        if (pen := pens.get(_state(block))) is not None:  # type: ignore[arg-type]  # None is no key, and so has no pen
            rect = field.document().documentLayout().blockBoundingRect(block)
            painter.setPen(pen)
            painter.drawLine(QPointF(_AT, rect.top() + _GAP), QPointF(_AT, rect.bottom() - _GAP))
    painter.end()


def state_words(field: QTextEdit, y: float) -> str:
    """What the mark at that height says; empty where there is none."""
    layout = field.document().documentLayout()
    there = (block for block in blocks(field.document()) if layout.blockBoundingRect(block).bottom() >= y)
    state = next(map(_state, there), None)
    return state.value if state not in {None, ParagraphState.EMPTY} else ""


def _state(block: QTextBlock) -> ParagraphState | None:
    number = block.userState()
    return _ORDER[number] if 0 <= number < len(_ORDER) else None
