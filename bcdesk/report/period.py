"""Reporting periods as values: which stretch of which year a report speaks of, and which one comes next."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import NamedTuple

from bcdesk.vietnamese.dates import date_words, long_date
from bcdesk.vietnamese.numbers import padded_month, roman


class PeriodType(StrEnum):
    """The kinds of period an office reports on."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    NINE_MONTHS = "nine-months"
    YEAR = "year"
    RANGE = "range"
    AD_HOC = "ad-hoc"


@dataclass(frozen=True, slots=True)
class Period:
    """A period: `number` counts weeks, months or quarters within `year`; `start` and `end` are set for RANGE.

    `cut_off_start` and `cut_off_end` are the first and last day whose figures count (thời gian chốt số liệu), None
    until the kind's family of cut-offs or the clerk has set them.
    """

    type: PeriodType
    year: int
    number: int = 0
    start: date | None = None
    end: date | None = None
    cut_off_start: date | None = None
    cut_off_end: date | None = None


class CutOff(StrEnum):
    """The two families of cut-off days in use (`decree30` §6.2)."""

    FIFTEENTH = "15-14"
    CALENDAR = "calendar"


class Days(NamedTuple):
    """A first and a last day, both counted in."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Slot:
    """A period of every year: `number` counts weeks, months or quarters; week 0 stands for every week."""

    type: PeriodType
    number: int = 0


_FIXED_WORDS = {
    PeriodType.FIRST_HALF: "6 tháng đầu năm",
    PeriodType.SECOND_HALF: "6 tháng cuối năm",
    PeriodType.NINE_MONTHS: "9 tháng",
    PeriodType.YEAR: "năm",
}
_MONTHS = {
    PeriodType.FIRST_HALF: (1, 6),
    PeriodType.SECOND_HALF: (7, 12),
    PeriodType.NINE_MONTHS: (1, 9),
    PeriodType.YEAR: (1, 12),
}


NO_PERIOD = "đột xuất"
"""How a report without a period is called where its period would stand."""


def period_words(period: Period) -> str:
    """The period as an office writes it: `quý I năm 2024`; empty for AD_HOC."""
    match period.type:
        case PeriodType.RANGE:
            return f"từ {_day_words(period.start)} đến {_day_words(period.end)}"
        case PeriodType.AD_HOC:
            return ""
        case PeriodType.FIRST_HALF | PeriodType.SECOND_HALF | PeriodType.YEAR:
            return f"{slot_words(slot_of(period))} {period.year}"
        case _:
            return f"{slot_words(slot_of(period))} năm {period.year}"


def slot_words(slot: Slot) -> str:
    """The slot without its year: `quý I`, `tháng 3`, `6 tháng đầu năm`; empty for RANGE and AD_HOC."""
    match slot.type:
        case PeriodType.WEEK:
            return f"tuần {slot.number}" if slot.number else "tuần"
        case PeriodType.MONTH:
            return f"tháng {padded_month(slot.number)}"
        case PeriodType.QUARTER:
            return f"quý {roman(slot.number)}"
        case _:
            return _FIXED_WORDS.get(slot.type, "")


def _day_words(day: date | None) -> str:
    return long_date(day) if day else date_words(None, None, None)


def slot_of(period: Period) -> Slot:
    """Which period of its year this is."""
    return Slot(period.type, period.number)


def period_days(period: Period) -> Days | None:
    """The first and last day of the period; None for AD_HOC and a RANGE without its days.

    Weeks are those of ISO 8601.
    """
    match period.type:
        case PeriodType.WEEK:
            monday = date.fromisocalendar(period.year, period.number, 1)
            return Days(monday, monday + timedelta(days=6))
        case PeriodType.RANGE:
            return Days(period.start, period.end) if period.start and period.end else None
        case PeriodType.AD_HOC:
            return None
        case _:
            first, last = _months_of(period)
            return Days(date(period.year, first, 1), _month_end(period.year, last))


_COUNTED = {PeriodType.MONTH: 12, PeriodType.QUARTER: 4}


def period_exists(period: Period) -> bool:
    """Whether there is such a period: no month 13, no week 53 in a year of 52, no range that ends before it starts."""
    if not MINYEAR < period.year < MAXYEAR:
        return False
    match period.type:
        case PeriodType.WEEK:
            return 1 <= period.number <= date(period.year, 12, 28).isocalendar().week
        case PeriodType.MONTH | PeriodType.QUARTER:
            return 1 <= period.number <= _COUNTED[period.type]
        case PeriodType.RANGE:
            return not (period.start and period.end) or period.start <= period.end
        case _:
            return True


def cut_off(period: Period, family: CutOff) -> Days | None:
    """The days whose figures count: those of the calendar, or from a 15th to a 14th.

    The 15th is that of the month before, the 14th that of the last month (`decree30` §6.2).
    Weeks and ranges count their own days in either family; None for AD_HOC.
    """
    if family is CutOff.CALENDAR or period.type in (PeriodType.WEEK, PeriodType.RANGE, PeriodType.AD_HOC):
        return period_days(period)
    first, last = _months_of(period)
    start = date(period.year, first - 1, 15) if first > 1 else date(period.year - 1, 12, 15)
    return Days(start, date(period.year, last, 14))


def _months_of(period: Period) -> tuple[int, int]:
    if period.type is PeriodType.MONTH:
        return period.number, period.number
    if period.type is PeriodType.QUARTER:
        return 3 * period.number - 2, 3 * period.number
    return _MONTHS[period.type]


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


Sequence = tuple[Slot, ...]
"""The periods of one year in the order they are reported; empty where a kind has no fixed periods."""

EVERY_WEEK: Sequence = (Slot(PeriodType.WEEK),)
EVERY_MONTH: Sequence = tuple(Slot(PeriodType.MONTH, number) for number in range(1, 13))
EVERY_QUARTER: Sequence = tuple(Slot(PeriodType.QUARTER, number) for number in range(1, 5))


def next_period(period: Period, sequence: Sequence) -> Period:
    """The period reported after `period`: the next of `sequence`, else the first that ends later.

    Without a sequence it is the stretch that follows. Cut-off days are left open.
    """
    if not sequence or sequence == EVERY_WEEK or period_days(period) is None:
        return following_period(period)
    slot = slot_of(period)
    if slot in sequence:
        place = sequence.index(slot) + 1
        return _of_year(sequence[place % len(sequence)], period.year + place // len(sequence))
    end = _end(period)
    return next(candidate for candidate in _of_years(sequence, end.year, end.year + 2) if _end(candidate) > end)


def following_period(period: Period) -> Period:
    """The stretch of time right after `period`, which its section of coming tasks speaks of.

    After the first nine months it is quarter IV; AD_HOC follows itself.
    """
    year = period.year
    match period.type:
        case PeriodType.WEEK:
            iso = (_end(period) + timedelta(days=1)).isocalendar()
            return Period(PeriodType.WEEK, iso.year, iso.week)
        case PeriodType.MONTH | PeriodType.QUARTER:
            count = _COUNTED[period.type]
            return Period(period.type, year + period.number // count, period.number % count + 1)
        case PeriodType.RANGE:
            return _following_range(period)
        case PeriodType.AD_HOC:
            return replace(period, cut_off_start=None, cut_off_end=None)
        case _:
            following, years = _AFTER[period.type]
            return _of_year(following, year + years)


_AFTER = {
    PeriodType.FIRST_HALF: (Slot(PeriodType.SECOND_HALF), 0),
    PeriodType.SECOND_HALF: (Slot(PeriodType.FIRST_HALF), 1),
    PeriodType.NINE_MONTHS: (Slot(PeriodType.QUARTER, 4), 0),
    PeriodType.YEAR: (Slot(PeriodType.YEAR), 1),
}


def default_period(sequence: Sequence, today: date) -> Period:
    """The period most likely to be reported today: the one whose last day is nearest."""
    candidates = _around(sequence, today)
    if not candidates:
        return Period(PeriodType.AD_HOC, today.year)
    return min(candidates, key=lambda period: abs(_end(period) - today))


def periods_around(sequence: Sequence, today: date, each_side: int = 6) -> tuple[Period, ...]:
    """The default period with up to `each_side` periods before and after it, in order: what a list offers."""
    candidates = _around(sequence, today)
    if not candidates:
        return (default_period(sequence, today),)
    place = candidates.index(default_period(sequence, today))
    return candidates[max(0, place - each_side) : place + each_side + 1]


def _around(sequence: Sequence, today: date) -> tuple[Period, ...]:
    if sequence == EVERY_WEEK:
        monday = today - timedelta(days=today.weekday())
        weeks = ((monday + timedelta(weeks=step)).isocalendar() for step in range(-26, 27))
        return tuple(Period(PeriodType.WEEK, week.year, week.week) for week in weeks)
    return _of_years(sequence, max(today.year - 6, 1), min(today.year + 7, MAXYEAR))


def _of_years(sequence: Sequence, first: int, end: int) -> tuple[Period, ...]:
    return tuple(_of_year(slot, year) for year in range(first, end) for slot in sequence)


def _of_year(slot: Slot, year: int) -> Period:
    return Period(slot.type, year, slot.number)


def _end(period: Period) -> date:
    days = period_days(period)
    return days.last if days else date.min


def _following_range(period: Period) -> Period:
    days = period_days(period)
    if days is None:
        return period
    first = days.last + timedelta(days=1)
    return Period(PeriodType.RANGE, first.year, start=first, end=first + (days.last - days.first))
