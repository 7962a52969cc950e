"""The year's calendar of reports: a line for each kind, a mark in the month in which the reported period ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QWidget

from bcdesk.report.kept import Listed
from bcdesk.report.period import Period, period_days
from bcdesk.report.period_reading import parse_period
from bcdesk.report.report import State
from bcdesk.report.states import STATE_WORDS
from bcdesk.ui.home.words import short_words
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP

MONTHS = range(1, 13)
SHOWN_LINES = 5
SHOWN_MARKS = 3
_KNOWN_PERIODS = 4096
_LINE = 30
_NAME_SHARE = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A report in the calendar."""

    listed: Listed
    period: Period
    month: int


def marks_of(listed: Iterable[Listed], year: int) -> dict[str, tuple[Mark, ...]]:
    """The marks of a year by kind, kinds in the order in which they are met."""
    marks: dict[str, list[Mark]] = {}
    for report in listed:
        period, month = _ends(report.period)
        if period and period.year == year:
            marks.setdefault(report.kind, []).append(Mark(report, period, month))
    return {kind: tuple(of_kind) for kind, of_kind in marks.items()}


@lru_cache(_KNOWN_PERIODS)
def _ends(words: str) -> tuple[Period | None, int]:
    """The period of these words and the month in which it ends; None where they name none that has days."""
    period = parse_period(words)
    days = period_days(period) if period else None
    return (period, days.last.month) if days else (None, 0)


class YearCalendar(QFrame):
    """The calendar of one year, with arrows to the years beside it; a mark opens its report."""

    opened = Signal(str)

    def __init__(self, kind_names: Mapping[str, str], year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._kind_names = kind_names
        self._listed: tuple[Listed, ...] = ()
        self.year = year
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("calendar")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP, STEP // 2, STEP, STEP // 2)
        row.addWidget(self._scroll)

    def show_reports(self, listed: tuple[Listed, ...]) -> None:
        """Mark these reports."""
        self._listed = listed
        self._draw()

    def show_year(self, year: int) -> None:
        """Turn to another year."""
        self.year = year
        self._draw()

    def _draw(self) -> None:
        marks = marks_of(self._listed, self.year)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, _NAME_SHARE)
        self._draw_head(grid)
        for line, (kind, kind_marks) in enumerate(marks.items(), start=1):
            self._draw_line(grid, line, kind, kind_marks)
        grid.setRowMinimumHeight(0, _LINE)
        for month in MONTHS:
            grid.setColumnStretch(month, 1)
        self._scroll.setWidget(page)
        self._scroll.setFixedHeight(_LINE * (1 + min(SHOWN_LINES, len(marks))) + STEP)

    def _draw_head(self, grid: QGridLayout) -> None:
        years = QHBoxLayout()
        years.setSpacing(0)
        for step, words, name in ((-1, "Năm trước", "arrow-left"), (1, "Năm sau", "arrow-right")):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, year=self.year + step: self.show_year(year))
            years.addWidget(button)
            if step < 0:
                years.addWidget(QLabel(f"<b>Năm {self.year}</b>"))
        years.addStretch()
        grid.addLayout(years, 0, 0)
        for month in MONTHS:
            head = QLabel(f"Th. {month}")
            head.setObjectName("muted")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, month)

    def _draw_line(self, grid: QGridLayout, line: int, kind: str, marks: tuple[Mark, ...]) -> None:
        words = self._kind_names.get(kind, kind)
        grid.addWidget(_KindName(words), line, 0)
        for month in MONTHS:
            cell = QHBoxLayout()
            cell.setSpacing(2)
            of_month = [mark for mark in marks if mark.month == month]
            for mark in of_month[:SHOWN_MARKS]:
                cell.addWidget(self._mark(mark))
            if rest := len(of_month[SHOWN_MARKS:]):
                cell.addWidget(_rest_label(rest))
            grid.addLayout(cell, line, month, Qt.AlignmentFlag.AlignCenter)
        grid.setRowMinimumHeight(line, _LINE)

    def _mark(self, mark: Mark) -> QToolButton:
        button = QToolButton()
        button.setObjectName("draft" if mark.listed.state == State.DRAFTING else "finished")
        button.setText(short_words(mark.period))
        words = f"{mark.listed.title} ({mark.listed.period}): {STATE_WORDS[mark.listed.state]}"
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.opened.emit(mark.listed.id))
        return button


class _KindName(QLabel):
    """The name of a kind, cut with dots where the room is short."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - STEP)
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _rest_label(rest: int) -> QLabel:
    """How many more there are than a month has room for; the list shows them."""
    label = QLabel(f"+{rest}")
    label.setToolTip(f"Còn {rest} báo cáo nữa, xem trong danh sách")
    return label
