"""The year's calendar of reports: a line for each kind, a mark in the month in which the reported period ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcdesk.report.kept import Listed
from bcdesk.report.period import Period, Sequence
from bcdesk.ui.home.marks import Legend, MarkButton, Walked, centre
from bcdesk.ui.home.year import Mark, year_of
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import roman

MONTHS = range(1, 13)
QUARTERS = range(1, 5)
SHOWN_LINES = 4
SHOWN_MARKS = 2
_LINE, _HEAD = 30, 22
_HEADS = 2
_NAME_SHARE = 3
FIGURES = "{kind}: xem số liệu qua các kỳ"


class YearCalendar(QFrame):
    """The calendar of one year, with arrows to the years beside it.

    A mark opens its report; `begun` gives kind and period of one that is still to be begun, `figures_asked` the kind
    whose name was pressed.
    """

    opened = Signal(str)
    begun = Signal(str, Period)
    figures_asked = Signal(str)

    def __init__(self, kind_names: Mapping[str, str], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._kind_names = kind_names
        self._sequences: Mapping[str, Sequence] = {}
        self._listed: tuple[Listed, ...] = ()
        self._lines: list[list[Walked]] = []  # each begins with the name of its kind
        self._arrows: dict[int, QToolButton] = {}
        self._today = today
        self.year = today.year
        self.legend = Legend()
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("calendar")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP // 2, STEP, STEP // 2)
        column.setSpacing(STEP // 2)
        column.addWidget(self._scroll)
        column.addWidget(self.legend)

    def show_reports(self, listed: tuple[Listed, ...]) -> None:
        """Mark these reports."""
        self._listed = listed
        self._draw()

    def show_sequences(self, sequences: Mapping[str, Sequence]) -> None:
        """Know from now on which periods each kind is reported in."""
        self._sequences = sequences
        self._draw()

    def show_year(self, year: int) -> None:
        """Turn to another year."""
        self.year = year
        self._draw()

    def _turn(self, step: int) -> None:
        """Turn to the year beside, the keyboard on the arrow it was on."""
        self.show_year(self.year + step)
        self._arrows[step].setFocus()

    def _draw(self) -> None:
        kinds = year_of(self._listed, self._sequences, self.year)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, _NAME_SHARE)
        self._lines = []
        self._draw_head(grid)
        for line, (kind, marks) in enumerate(kinds.items(), start=_HEADS):
            self._draw_line(grid, line, kind, marks)
        for month in MONTHS:
            grid.setColumnStretch(month, 1)
        if self._lines:
            (self._lines[0][1:] or self._lines[0])[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setWidget(page)
        self._scroll.setFixedHeight(_HEADS * _HEAD + _LINE * min(SHOWN_LINES, len(kinds)) + STEP)
        self.legend.say("")

    def _draw_head(self, grid: QGridLayout) -> None:
        grid.addLayout(self._years(), 0, 0, _HEADS, 1)
        for quarter in QUARTERS:
            grid.addWidget(_head(f"Quý {roman(quarter)}"), 0, 3 * quarter - 2, 1, 3)
        for month in MONTHS:
            now = (self.year, month) == (self._today.year, self._today.month)
            grid.addWidget(_head(f"<b>Th. {month}</b>" if now else f"Th. {month}", muted=not now), 1, month)
        for row in range(_HEADS):
            grid.setRowMinimumHeight(row, _HEAD)

    def _years(self) -> QLayout:
        years = QHBoxLayout()
        years.setSpacing(0)
        for step, words, name in ((-1, "Năm trước", "arrow-left"), (1, "Năm sau", "arrow-right")):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(partial(self._turn, step))
            self._arrows[step] = button
            years.addWidget(button)
            if step < 0:
                years.addWidget(QLabel(f"<b>Năm {self.year}</b>"))
        years.addStretch()
        return years

    def _draw_line(self, grid: QGridLayout, line: int, kind: str, marks: tuple[Mark, ...]) -> None:
        name = KindName(self._kind_names.get(kind, kind))
        name.clicked.connect(partial(self.figures_asked.emit, kind))
        name.walked.connect(partial(self._walk, name))
        grid.addWidget(name, line, 0)
        buttons: list[Walked] = [name]
        for month in MONTHS:
            cell = QHBoxLayout()
            cell.setSpacing(1)
            of_month = [mark for mark in marks if mark.month == month]
            for mark in of_month[:SHOWN_MARKS]:
                buttons.append(self._button(mark))
                cell.addWidget(buttons[-1])
            if rest := len(of_month[SHOWN_MARKS:]):
                cell.addWidget(_rest_label(rest))
            grid.addLayout(cell, line, month, Qt.AlignmentFlag.AlignCenter)
        grid.setRowMinimumHeight(line, _LINE)
        self._lines.append(buttons)

    def _button(self, mark: Mark) -> MarkButton:
        button = MarkButton(mark, self._today)
        button.told.connect(self.legend.say)
        button.walked.connect(partial(self._walk, button))
        button.clicked.connect(partial(self._press, mark))
        return button

    def _press(self, mark: Mark) -> None:
        if mark.listed:
            self.opened.emit(mark.listed.id)
        else:
            self.begun.emit(mark.kind, mark.period)

    def _walk(self, button: Walked, key: int) -> None:
        """Go to the next mark in the direction of an arrow key, where there is one."""
        line = next(number for number, buttons in enumerate(self._lines) if button in buttons)
        target = next(self._neighbours(button, line, key), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(target)

    def _neighbours(self, button: Walked, line: int, key: int) -> Iterator[Walked]:
        buttons, step = self._lines[line], 1 if key in {Qt.Key.Key_Right, Qt.Key.Key_Down} else -1
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            at = buttons.index(button) + step
            yield from buttons[at : at + 1] if at >= 0 else ()
        elif 0 <= line + step < len(self._lines):
            yield min(self._lines[line + step], key=lambda other: abs(centre(other).x() - centre(button).x()))


class KindName(Walked):
    """The name of a kind, cut with dots where the room is short."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setToolTip(FIGURES.format(kind=words))
        self.setAccessibleName(FIGURES.format(kind=words))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits, underlined under the pointer and with the keyboard."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - STEP)
        painter, font = QPainter(self), self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _head(words: str, *, muted: bool = True) -> QLabel:
    label = QLabel(words)
    label.setObjectName("muted" if muted else "")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _rest_label(rest: int) -> QLabel:
    """How many more there are than a month has room for; the list shows them."""
    label = QLabel(f"+{rest}")
    label.setToolTip(f"Còn {rest} báo cáo nữa, xem trong danh sách")
    return label
