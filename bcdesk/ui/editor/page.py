"""The content of a tab: fields and tables one under another, through which the caret walks as through one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bcdesk.report.carried import ParagraphState
from bcdesk.report.report import Place, Report
from bcdesk.ui.editor import footnote
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.grid import Grid
from bcdesk.ui.editor.letters import paper_text
from bcdesk.ui.editor.marks import Marks
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.sidemarks import set_sources, set_states
from bcdesk.ui.editor.sources import BlocksSource
from bcdesk.ui.editor.stretch import Stretch
from bcdesk.ui.editor.ways import WHOLE_PAGES, Way

LINE_EMS = 33
MARGIN = 24
ROOM_AROUND_CARET = 28
PAGE_SHARE = 0.85


class Page(QScrollArea):
    """A column no wider than the paper's lines. Those who build one put widgets into `column` and `adopt` the stops."""

    caret_moved = Signal(Place)
    menu_opening = Signal(QMenu, Place)

    def __init__(self, pen: Pen, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen = pen
        self._stretch = Stretch(pen, self.stops)
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._follow.timeout.connect(self.show_caret)
        self._keeps_caret = False  # from a jump until one scrolls: a page just made takes its heights only later
        self.verticalScrollBar().rangeChanged.connect(self._keep_caret)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._sheet = self._new_sheet()
        self.setWidget(self._sheet)

    def stops(self) -> list[Field | Grid]:
        """Every field and table, in reading order."""
        raise NotImplementedError

    def sync(self, report: Report) -> None:
        """Show what the report says."""
        raise NotImplementedError

    def adopt(self, stop: Field | Grid) -> None:
        """Let the caret walk from and to this field or table."""
        stop.leaving.connect(lambda way, extend: self._leave(stop, way, extend=extend))
        stop.caret_moved.connect(lambda: self._on_caret(stop))
        stop.focused.connect(lambda: self._on_caret(stop))
        self._stretch.adopt(stop)
        field = stop.cell if isinstance(stop, Grid) else stop
        field.menu_opening.connect(lambda menu: footnote.offer(menu, field))
        field.menu_opening.connect(lambda menu: self.menu_opening.emit(menu, stop.caret_place()))

    def show_place(self, place: Place, length: int = 0) -> bool:
        """Stand the caret at a place; whether it is on this page."""
        shown = next((stop for stop in self.stops() if stop.show_place(place, length)), None)
        for stop in self.stops():
            if shown is not None and stop is not shown and isinstance(stop, Field):
                stop.drop_selection()
        self._keeps_caret = shown is not None
        return shown is not None

    def mark(self, marks: Marks) -> None:
        """Show every hit of the search and every remark on this page."""
        for stop in self.stops():
            stop.mark(marks)

    def parts(self) -> frozenset[str]:
        """The parts of the report whose blocks stand on this page."""
        return frozenset(stop.source.part for stop in self.stops() if isinstance(stop.source, BlocksSource))

    def show_states(self, states: Mapping[str, Sequence[ParagraphState]]) -> None:
        """Mark at the side of each paragraph how far it is; `states` has those of all blocks of a part."""
        for stop in self.stops():
            source = stop.source
            if isinstance(stop, Field) and isinstance(source, BlocksSource):
                set_states(stop, states.get(source.part, ())[source.first : source.first + source.count])

    def show_sources(self, units: Mapping[str, Sequence[str]]) -> None:
        """Mark at the side of each paragraph from which units it came; `units` has those of all blocks of a part."""
        for stop in self.stops():
            source = stop.source
            if isinstance(stop, Field) and isinstance(source, BlocksSource):
                set_sources(stop, units.get(source.part, ())[source.first : source.first + source.count])

    def stop_with_caret(self) -> Field | Grid | None:
        """The field or table that has the caret."""
        return next((stop for stop in self.stops() if stop.hasFocus()), None)

    def show_caret(self) -> None:
        """Scroll as little as shows the caret."""
        stop = self.stop_with_caret()
        if stop is None:
            return
        rect = stop.caret_rect()
        top = self._sheet.mapFromGlobal(rect.topLeft()).y()
        self.ensureVisible(0, top + rect.height() // 2, 0, rect.height() // 2 + ROOM_AROUND_CARET)

    def _keep_caret(self) -> None:
        if self._keeps_caret:
            self.show_caret()

    def _let_go(self) -> None:
        self._keeps_caret = False

    def take_focus(self) -> None:
        """Put the caret into the field it was in last, else where the page begins."""
        field = self.pen.field
        begin = field if field is not None and self.isAncestorOf(field) else self.beginning()
        if begin is not None:
            begin.setFocus()

    def beginning(self) -> Field | Grid | None:
        """Where the caret stands at first."""
        return next(iter(self.stops()), None)

    def _new_sheet(self) -> QWidget:
        sheet = QWidget()
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        row = QHBoxLayout(sheet)
        row.setContentsMargins(MARGIN, MARGIN // 2, MARGIN, 2 * MARGIN)
        paper = QWidget()
        paper.setMaximumWidth(round(LINE_EMS * paper_text().pointSizeF() * self.logicalDpiX() / 72))
        paper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addStretch(0)
        row.addWidget(paper, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        self.column = QVBoxLayout(paper)
        self.column.setContentsMargins(0, 0, 0, 0)
        return sheet

    def _on_caret(self, stop: Field | Grid) -> None:
        if stop.hasFocus():
            self.caret_moved.emit(stop.caret_place())
            self._follow.start()

    def _leave(self, stop: Field | Grid, way: Way, *, extend: bool) -> None:
        if way in WHOLE_PAGES:
            self._turn_page(stop, way)
            return
        stops = self.stops()
        index = stops.index(stop) + (1 if way.forward else -1)
        if not 0 <= index < len(stops):
            return
        if extend and self._stretch.cross(stop, stops[index], forward=way.forward):
            return
        stops[index].enter(way, stop.caret_rect().x())

    def _turn_page(self, stop: Field | Grid, way: Way) -> None:
        step = round(self.viewport().height() * PAGE_SHARE) * (1 if way.forward else -1)
        caret = self._sheet.mapFromGlobal(stop.caret_rect().center())
        target = QPoint(caret.x(), min(max(caret.y() + step, 0), self._sheet.height() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step)
        nearest = min(self.stops(), key=lambda item: self._distance(item, target.y()))
        nearest.enter_at(self._sheet.mapToGlobal(target))

    def _distance(self, stop: Field | Grid, y: int) -> int:
        rect = QRect(stop.mapTo(self._sheet, QPoint(0, 0)), stop.size())
        return max(rect.top() - y, y - rect.bottom(), 0)
