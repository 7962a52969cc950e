"""Another period for a report that is already begun."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from bcdesk.report.period import NO_PERIOD, Period, Sequence, period_words, periods_around
from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.dialogs.form import Ask, Field, Form

PERIOD = Field("period", "Kỳ báo cáo", Ask.CHOICE)


class PeriodDialog(Dialog):
    """Asks for a period of the report's own sequence, around today; the present one stands among them."""

    def __init__(self, period: Period, sequence: Sequence, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Đổi kỳ báo cáo", "Đổi kỳ báo cáo", parent)
        offered = periods_around(sequence, today)
        periods = offered if period in offered else (period, *offered)
        self.form = Form((PERIOD,))
        self.form.set_choices("period", period_choices(periods))
        self.form.show_values({"period": period})
        self.body.addWidget(self.form)
        self.finish(400, 0, self.form.field("period"))

    @property
    def period(self) -> Period:
        """The period chosen."""
        period: Period = self.form.values()["period"]
        return period


def period_choices(periods: Iterable[Period]) -> list[Choice]:
    """The periods to choose from, in words."""
    return [Choice(period, period_words(period) or NO_PERIOD) for period in periods]
