"""What stands in the calendar: a report with the shape of its state, or a place where one is still to be begun."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from bcdesk.report.report import State
from bcdesk.report.states import STATE_WORDS
from bcdesk.ui.home.year import Due, Mark
from bcdesk.ui.style.colours import colours_in
from bcdesk.ui.style.style import STEP

SHAPE = 12
_SHARP = 2  # pixels painted for one shown, for fine screens
_WALK = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_FULL_TURN, _TOP = 360 * 16, 90 * 16  # as Qt counts angles


class Walked(QToolButton):
    """A button of the calendar; `walked` says that an arrow key leads away from it."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys."""
        if event.key() in _WALK:
            self.walked.emit(event.key())
        else:
            super().keyPressEvent(event)


class MarkButton(Walked):
    """A mark one can press; `told` says all about it while one looks at it."""

    told = Signal(str)

    def __init__(self, mark: Mark, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = mark
        self._words = mark.told(today)
        self.setObjectName(mark.due(today).value or ("draft" if mark.listed else "slot"))
        self.setText(mark.short(today))
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setIconSize(QSize(SHAPE, SHAPE))
        if mark.listed:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._paint_shape()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say what is under the pointer."""
        super().enterEvent(event)
        self.told.emit(self._words)

    def leaveEvent(self, event: QEvent) -> None:
        """Be silent again."""
        super().leaveEvent(event)
        self.told.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what has the keyboard."""
        super().focusInEvent(event)
        self.told.emit(self._words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be silent again."""
        super().focusOutEvent(event)
        self.told.emit("")

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_shape()

    def _paint_shape(self) -> None:
        colours = colours_in(self.palette())
        colour = {Due.LATE.value: colours.red, Due.SOON.value: colours.amber}.get(self.objectName(), colours.accent)
        if self.mark.listed:
            self.setIcon(QIcon(shape(self.mark.listed.state, QColor(colour))))


def shape(state: State, colour: QColor) -> QPixmap:
    """A disc that is the fuller the further a report has come."""
    drawn = QPixmap(SHAPE * _SHARP, SHAPE * _SHARP)
    drawn.setDevicePixelRatio(_SHARP)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    disc = QRectF(1, 1, SHAPE - 2, SHAPE - 2)
    painter.drawEllipse(disc)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    share = list(State).index(state) / (len(State) - 1)
    painter.drawPie(disc, _TOP, -round(share * _FULL_TURN))
    painter.end()
    return drawn


class Legend(QWidget):
    """What the shapes mean; while a mark is looked at, what there is to say of it stands here instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self._shapes = {state: QLabel() for state in State}
        self._meaning = QWidget()
        meaning = QHBoxLayout(self._meaning)
        row = QHBoxLayout(self)
        for layout in (meaning, row):
            layout.setContentsMargins(0, 0, 0, 0)
        for state, drawn in self._shapes.items():
            name = QLabel(STATE_WORDS[state])
            name.setObjectName("muted")
            meaning.addWidget(drawn)
            meaning.addWidget(name)
            meaning.addSpacing(STEP)
        meaning.addStretch()
        row.addWidget(self._meaning)
        row.addWidget(self.words)
        self.say("")
        self._paint_shapes()

    def say(self, words: str) -> None:
        """Say this instead; the meaning of the shapes again where it is nothing."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self._meaning.setVisible(not words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_shapes()

    def _paint_shapes(self) -> None:
        colour = QColor(colours_in(self.palette()).accent)
        for state, drawn in self._shapes.items():
            drawn.setPixmap(shape(state, colour))


def centre(button: QWidget) -> QPointF:
    """Where a mark stands among the others."""
    return QPointF(button.mapTo(button.window(), button.rect().center()))
