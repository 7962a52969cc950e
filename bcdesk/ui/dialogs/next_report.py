"""The next period's report: its period in one line, and below it everything that changes with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from bcdesk.report.kinds import Kind
from bcdesk.report.period import NO_PERIOD, Period, period_words, periods_around
from bcdesk.report.period_reading import parse_period
from bcdesk.report.report import Report
from bcdesk.report.rollover import RollOver, Shift, expected_due, plan, successor
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.dialogs.form import Ask, Field, Form
from bcdesk.ui.dialogs.period import period_choices
from bcdesk.ui.dialogs.shift_list import ShiftList
from bcdesk.vietnamese.dates import short_date

PERIOD = Field("period", "Kỳ mới", Ask.SUGGESTED, "Ví dụ: quý II năm 2024")
UNCLEAR = "Chưa rõ kỳ nào. Ghi ví dụ: quý II năm 2024, tháng 7 năm 2024, 6 tháng đầu năm 2024."
CUMULATIVE = (
    "Kỳ mới gồm cả kỳ cũ nên số liệu thành số lũy kế: báo cáo mới nhắc từng số phải cộng thêm "
    "trong “Nội dung còn của kỳ trước”."
)


class NextReportDialog(Dialog):
    """Proposes the period that follows, or `to`; any other can be chosen or typed. The old report stays as it is."""

    def __init__(
        self,
        report: Report,
        kinds: Iterable[Kind],
        today: date,
        parent: QWidget | None = None,
        *,
        to: Period | None = None,
    ) -> None:
        super().__init__("Lập báo cáo kỳ sau", "Lập báo cáo", parent)
        self._report = report
        self._offered = _offered(report, tuple(kinds), today)
        self.roll_over: RollOver | None = None
        self.form = Form((PERIOD,))
        self.form.set_choices("period", period_choices(self._offered))
        self.told = note("")
        self.shifts = ShiftList()
        self.body.addWidget(self.form)
        self.body.addWidget(self.told)
        self.body.addWidget(self.shifts, 1)
        self.form.changed.connect(lambda _: self._plan())
        self.form.show_values({"period": _words(to or self._offered[0])})
        self._plan()
        self.finish(980, 560, self.form.field("period"))

    @property
    def chosen(self) -> tuple[Shift, ...]:
        """The shifts to be done."""
        return self.shifts.chosen

    def _plan(self) -> None:
        """Show what the period in the line changes; the ticks stay while one writes the same period otherwise."""
        to = self._period()
        self.act.setEnabled(to is not None)
        if to is None:
            self.roll_over = None
            self.told.setText(UNCLEAR)
            self.shifts.show_shifts(())
            return
        roll_over = plan(self._report, to)
        if roll_over != self.roll_over:
            self.roll_over = roll_over
            self.told.setText(_told(roll_over))
            self.shifts.show_shifts(roll_over.shifts)

    def _period(self) -> Period | None:
        words = self.form.values()["period"]
        return next((each for each in self._offered if _words(each) == words), None) or parse_period(words)


def _offered(report: Report, kinds: tuple[Kind, ...], today: date) -> tuple[Period, ...]:
    """The periods of the kind's own sequence, the one that follows first."""
    following = successor(report, kinds)
    sequence = next((kind.sequence for kind in kinds if kind.id == report.kind), ())
    known = {_words(report.period), _words(following)}
    return (following, *(each for each in periods_around(sequence, today) if _words(each) not in known))


def _words(period: Period) -> str:
    return period_words(period) or NO_PERIOD


def _told(roll_over: RollOver) -> str:
    """From when to when figures count, until when the report is likely due, and what becomes of the old figures."""
    to = roll_over.to
    told = []
    if to.cut_off_start and to.cut_off_end:
        told.append(f"Số liệu tính từ {short_date(to.cut_off_start)} đến {short_date(to.cut_off_end)}.")
    if due := expected_due(to):
        told.append(f"Thời hạn gửi dự kiến {short_date(due)}.")
    return "\n".join(filter(None, (" ".join(told), CUMULATIVE if roll_over.cumulative else "")))
