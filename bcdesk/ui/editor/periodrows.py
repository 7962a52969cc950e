"""Under the period of a report: from when to when its figures count, and until when it is to be sent."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from bcdesk.report.edits import SetField
from bcdesk.report.period import CutOff, Days, Period, cut_off
from bcdesk.report.report import Report
from bcdesk.report.rollover import expected_due
from bcdesk.ui.editor.form import FRAME
from bcdesk.ui.editor.pen import Pen
from bcdesk.vietnamese.dates import short_date

CUT_OFF, DUE = "Chốt số liệu", "Thời hạn gửi"
OPEN = "chưa chốt"
BY_REQUEST, EXPECTED = "{day} (theo văn bản yêu cầu)", "dự kiến {day}; có văn bản yêu cầu thì theo hạn ghi ở đó"
WORDS = "Đổi thời gian chốt số liệu"


class CutOffChoice(QComboBox):
    """The days whose figures count: those of either family, or as they were set."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._shown: Period | None = None
        self.setAccessibleName("Thời gian chốt số liệu")
        self.setToolTip("Số liệu tính trong những ngày này")
        self.activated.connect(self._choose)

    def sync(self, report: Report) -> None:
        """Show what the report counts by."""
        self.setEnabled(not report.frozen)
        if report.period == self._shown:
            return
        self._shown = report.period
        self.clear()
        for days in choices(report.period):
            self.addItem(days_words(days) if days else OPEN, days)

    def _choose(self, index: int) -> None:
        days, period = self.itemData(index), self._pen.report.period
        if days is not None:
            first, last = days
            self._pen.commit_composition()
            chosen = replace(period, cut_off_start=first, cut_off_end=last)
            self._pen.act(SetField("period", chosen, WORDS))


class DueWords(QLabel):
    """The day a requesting document says, else the one to be expected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, FRAME, 0, 0)
        self.setWordWrap(True)

    def sync(self, report: Report) -> None:
        """Show it."""
        self.setText(due_words(report))


def choices(period: Period) -> tuple[Days | None, ...]:
    """The days that can be chosen, those that are set first (None: none are); none for a period without days."""
    families = tuple(days for family in CutOff if (days := cut_off(period, family)) is not None)
    if not families:
        return ()
    first, last = period.cut_off_start, period.cut_off_end
    now = Days(first, last) if first and last else None
    return (now, *(days for days in dict.fromkeys(families) if days != now))


def days_words(days: Days) -> str:
    """From when to when, in words."""
    return f"từ {short_date(days.first)} đến {short_date(days.last)}"


def due_words(report: Report) -> str:
    """Until when the report is to be sent; empty where nothing can be said."""
    if report.request is not None and report.request.due is not None:
        return BY_REQUEST.format(day=short_date(report.request.due))
    expected = expected_due(report.period)
    return EXPECTED.format(day=short_date(expected)) if expected else ""
