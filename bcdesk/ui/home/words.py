"""How the list speaks of a report: its period, and when it was last changed, in office words."""

from __future__ import annotations

from datetime import datetime

from bcdesk.report.period import Period, PeriodType
from bcdesk.vietnamese.dates import short_date
from bcdesk.vietnamese.numbers import roman

_SHORT = {
    PeriodType.FIRST_HALF: "6T",
    PeriodType.SECOND_HALF: "6T cuối",
    PeriodType.NINE_MONTHS: "9T",
    PeriodType.YEAR: "Năm",
}


def changed_words(changed_at: datetime, now: datetime) -> str:
    """`10:42 hôm nay`, `10:42 hôm qua`, else `24/11/2025`, in the local time of `now`."""
    local = changed_at.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days == 0:
        return f"{local:%H:%M} hôm nay"
    return f"{local:%H:%M} hôm qua" if days == 1 else short_date(local.date())


def short_words(period: Period) -> str:
    """A period on a mark in the calendar: `T3`, `Quý I`, `6T`, `9T`, `Năm`."""
    if period.type == PeriodType.MONTH:
        return f"T{period.number}"
    if period.type == PeriodType.QUARTER:
        return f"Quý {roman(period.number)}"
    if period.type == PeriodType.WEEK:
        return f"Tuần {period.number}"
    return _SHORT.get(period.type, "●")
