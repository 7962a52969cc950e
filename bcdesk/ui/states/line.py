"""The states of a report on one line, the one it is in marked; where there is no room, only what lies ahead."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from bcdesk.report.report import State
from bcdesk.report.states import STATE_WORDS

ARROW, MORE, HERE = " → ", "… → ", "● "


class StateLine(QWidget):
    """`đang soạn → ● trình ký → đã ký, chờ số → đã phát hành → đã gửi`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.DRAFTING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_state(State.DRAFTING)

    def show_state(self, state: State) -> None:
        """Mark this state."""
        self._state = state
        words, at = STATE_WORDS[state], list(State).index(state) + 1
        self.setAccessibleName(f"Trạng thái: {words} (bước {at} trong {len(State)})")
        self.setToolTip("".join(_pieces(tuple(State), state)))
        self.updateGeometry()
        self.update()

    def words(self, width: int) -> str:
        """What is shown where there are so many pixels."""
        return "".join(self._fitting(width))

    def sizeHint(self) -> QSize:
        """Room for all states."""
        return QSize(self._width(_pieces(tuple(State), self._state)), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the state itself."""
        return QSize(self._width(_pieces((self._state,), self._state)), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # as Qt calls it
        """Paint the states, the one it is in bold and in the accent."""
        painter, role = QPainter(self), QPalette.ColorRole
        at = QPoint(0, (self.height() + self.fontMetrics().ascent() - self.fontMetrics().descent()) // 2)
        for piece in self._fitting(self.width()):
            font = self._font(piece)
            painter.setFont(font)
            painter.setPen(self.palette().color(role.Link if font.bold() else role.PlaceholderText))
            painter.drawText(at, piece)
            at += QPoint(QFontMetrics(font).horizontalAdvance(piece), 0)
        painter.end()

    def _fitting(self, width: int) -> tuple[str, ...]:
        states, at = tuple(State), tuple(State).index(self._state)
        shorter = (states, states[at:], states[at : at + 2], states[at : at + 1])
        found = (pieces for shown in shorter if self._width(pieces := _pieces(shown, self._state)) <= width)
        return next(found, _pieces(states[at : at + 1], self._state))

    def _font(self, piece: str) -> QFont:
        font = QFont(self.font())
        font.setBold(piece.startswith(HERE))
        return font

    def _width(self, pieces: tuple[str, ...]) -> int:
        return sum(QFontMetrics(self._font(piece)).horizontalAdvance(piece) for piece in pieces)


def _pieces(shown: tuple[State, ...], here: State) -> tuple[str, ...]:
    """The words of these states with arrows between them; `…` where the first ones are left out."""
    pieces = [MORE] if len(shown) > 1 and shown[0] is not State.DRAFTING else []
    for index, state in enumerate(shown):
        pieces.extend([ARROW] if index else [])
        pieces.append(f"{HERE if state is here else ''}{STATE_WORDS[state]}")
    return tuple(pieces)
