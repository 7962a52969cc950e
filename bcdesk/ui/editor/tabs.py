"""The tabs at the left: titles in two lines with a mark of their state, one of them drawn to reorder.

They are a real tab bar, so that a screen reader says "tab 3 of 8"; only the painting and the drawing are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from bcdesk.report.progress import PartState

WIDTH = 176
SIDE = 12
MARK = 10
BAR = 14  # what the scroll bar of a long list covers
MOST_LINES = 2
ROOM = 9


WORDS = {
    PartState.EMPTY: "chưa có nội dung",
    PartState.CARRIED: "còn nguyên kỳ trước",
    PartState.DRAFTING: "đang soạn",
    PartState.REVIEWED: "đã rà soát",
}


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: `key` is what it shows, `section` whether it can be drawn to another place."""

    key: str
    title: str
    state: PartState | None = None
    section: bool = False

    @property
    def words(self) -> str:
        """Title and state, for the tooltip and the screen reader."""
        return self.title if self.state is None else f"{self.title}: {WORDS[self.state]}"


class Tabs(QTabBar):
    """Shows tabs; `chosen` gives the key of the one the clerk turns to, `moved` a section and its new place."""

    chosen = Signal(str)
    moved = Signal(str, int)
    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: tuple[Tab, ...] = ()
        self._pressed: int | None = None
        self._target: int | None = None
        self._in_sight = WIDTH
        self.setShape(QTabBar.Shape.RoundedWest)
        self.setUsesScrollButtons(False)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Các phần của báo cáo")
        self.currentChanged.connect(self._on_current)

    @property
    def key(self) -> str:
        """What the current tab shows."""
        return self._tabs[self.currentIndex()].key

    @property
    def keys(self) -> tuple[str, ...]:
        """What the tabs show, from top to bottom."""
        return tuple(tab.key for tab in self._tabs)

    def show_tabs(self, tabs: tuple[Tab, ...], key: str) -> None:
        """Show these tabs, that of `key` in front."""
        if tabs == self._tabs and key == self.key:
            return
        blocker = QSignalBlocker(self)
        before, self._tabs = self._tabs, tabs
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        for index, tab in enumerate(tabs):
            if index >= len(before) or before[index] != tab:
                self._name(index, tab)
        self.setCurrentIndex(self.keys.index(key))
        blocker.unblock()
        self.update()

    def stay_within(self, width: int) -> None:
        """Draw marks and frames within so many pixels: beside them stands a scroll bar."""
        self._in_sight = width
        self.update()

    def turn(self, step: int) -> None:
        """Go to the next tab, or back; from the last to the first."""
        self.setCurrentIndex((self.currentIndex() + step) % max(self.count(), 1))

    def tabSizeHint(self, index: int) -> QSize:
        """Two lines at most."""
        lines = len(_lines(self._tabs[index].title, self.fontMetrics(), self._room())) if index < len(self._tabs) else 1
        return QSize(WIDTH, lines * self.fontMetrics().lineSpacing() + 2 * ROOM)

    def minimumSizeHint(self) -> QSize:
        """As large as all tabs together: the list scrolls, its tabs never shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs, and the line where the drawn one would go."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, tab in enumerate(self._tabs):
            rect = self.tabRect(index)
            rect.setWidth(min(rect.width(), self._in_sight))
            if rect.intersects(event.rect()):
                self._paint_tab(painter, rect, tab, current=index == self.currentIndex())
        if self._target is not None:
            last = self._target >= self.count()
            y = self.tabRect(self.count() - 1).bottom() if last else self.tabRect(self._target).top()
            painter.fillRect(QRect(0, y - 1, self.width(), 3), self.palette().color(QPalette.ColorRole.Highlight))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down, as the tabs stand."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.setCurrentIndex(min(max(self.currentIndex() + steps[Qt.Key(event.key())], 0), self.count() - 1))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the list around: it never turns to another tab."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn to the tab, and perhaps begin to draw it."""
        super().mousePressEvent(event)
        index = self.tabAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = index if left and index >= 0 and self._tabs[index].section else None
        self._start = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the tab to another place among the sections."""
        point = event.position().toPoint()
        far = self._pressed is not None and (point - self._start).manhattanLength() > QApplication.startDragDistance()
        if far or self._target is not None:
            self._target = self._slot(point.y())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the tab where it was drawn to."""
        super().mouseReleaseEvent(event)
        pressed, target, self._pressed, self._target = self._pressed, self._target, None, None
        self.update()
        if pressed is None or target is None:
            return
        place = target - self._first_section() - (target > pressed)
        if place != pressed - self._first_section():
            self.moved.emit(self._tabs[pressed].key, place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for what one can do with the tab."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.tabAt(event.pos()) if by_mouse else -1
        index = self.currentIndex() if index < 0 else index
        point = event.globalPos() if by_mouse else self.mapToGlobal(self.tabRect(index).center())
        self.menu_asked.emit(self._tabs[index].key, point)

    def _on_current(self, index: int) -> None:
        if 0 <= index < len(self._tabs):
            self.chosen.emit(self._tabs[index].key)

    def _name(self, index: int, tab: Tab) -> None:
        self.setTabText(index, tab.title.replace("&", "&&"))
        self.setTabToolTip(index, tab.words)
        self.setAccessibleTabName(index, tab.words)

    def _first_section(self) -> int:
        return next((at for at, tab in enumerate(self._tabs) if tab.section), 0)

    def _slot(self, y: int) -> int:
        """The index before which a tab let go at `y` would come, among the sections."""
        places = [at for at, tab in enumerate(self._tabs) if tab.section]
        return next((at for at in places if y < self.tabRect(at).center().y()), places[-1] + 1)

    def _room(self) -> int:
        return WIDTH - BAR - 2 * SIDE - MARK

    def _paint_tab(self, painter: QPainter, rect: QRect, tab: Tab, *, current: bool) -> None:
        role = QPalette.ColorRole
        if current:
            painter.fillRect(rect, self.palette().color(role.Base))
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), self.palette().color(role.Highlight))
        if current and self.hasFocus():
            painter.setPen(QPen(self.palette().color(role.Highlight), 1))
            painter.drawRoundedRect(QRectF(rect).adjusted(4.5, 1.5, -2.5, -1.5), 3, 3)
        painter.setPen(self.palette().color(role.Text if current else role.WindowText))
        y = rect.top() + ROOM + self.fontMetrics().ascent()
        for line in _lines(tab.title, self.fontMetrics(), self._room()):
            painter.drawText(QPoint(rect.left() + SIDE, y), line)
            y += self.fontMetrics().lineSpacing()
        centre = QPointF(rect.right() - SIDE - MARK / 2, rect.center().y() + 0.5)
        _paint_mark(painter, centre, tab.state, self.palette())


def _paint_mark(painter: QPainter, centre: QPointF, state: PartState | None, palette: QPalette) -> None:
    """○ empty, a dotted ring for what still is as it was, ◐ in work, ● reviewed: shapes, told apart without colour."""
    if state is None:
        return
    colour = palette.color(
        QPalette.ColorRole.PlaceholderText if state is PartState.EMPTY else QPalette.ColorRole.Highlight
    )
    circle = QRectF(centre.x() - MARK / 2, centre.y() - MARK / 2, MARK, MARK)
    painter.setPen(
        QPen(QColor(colour), 1.5, Qt.PenStyle.DotLine if state is PartState.CARRIED else Qt.PenStyle.SolidLine)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    filled = QPainterPath()
    if state is PartState.REVIEWED:
        filled.addEllipse(circle)
    elif state in {PartState.DRAFTING, PartState.CARRIED}:
        filled.moveTo(centre)
        filled.arcTo(circle, 90, 180)
    painter.fillPath(filled, QColor(colour))


def _lines(title: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The title in at most two lines, the rest of it left out with an ellipsis."""
    layout = QTextLayout(title)
    layout.setTextOption(QTextOption())
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(title[line.textStart() : line.textStart() + line.textLength()].strip())
        if len(lines) == MOST_LINES:
            rest = title[line.textStart() :]
            lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            break
    layout.endLayout()
    return lines or [""]
