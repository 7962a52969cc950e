"""What an expression of time means in a report of some period: that period, the one after it, the one a year ago.

What it means does not change when the report is rolled over; only which months it then stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bcdesk.report.period import CutOff, Period, PeriodType, cut_off, following_period, period_days
from bcdesk.vietnamese.timeforms import Form
from bcdesk.vietnamese.timewords import TimeWords

_MONTHS_OF_YEAR, _MONTHS_OF_QUARTER = 12, 3


class Span(NamedTuple):
    """Months, or weeks, from `first` to `last` of a year; year 0 is one that is not said."""

    weekly: bool
    first: int
    last: int
    year: int


class Meaning(StrEnum):
    """What months an expression stands for, seen from the period of the report."""

    PERIOD = "period"
    YEAR = "year"
    NEXT = "next"
    YEAR_AGO = "year-ago"
    CUMULATIVE = "cumulative"
    LAST_YEAR = "last-year"
    CUMULATIVE_AGO = "cumulative-ago"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Boundary:
    """The first or last day of the period, or of the one after it, in one family of cut-off days."""

    family: CutOff
    last: bool
    next: bool = False

    def day(self, period: Period) -> date | None:
        """That day for a report of `period`; None where the period has no days."""
        days = cut_off(following_period(period) if self.next else period, self.family)
        return days and (days.last if self.last else days.first)


def span_of_words(words: TimeWords) -> Span | None:
    """The months or weeks an expression names; None for one that names none."""
    if words.form is Form.WEEK:
        return Span(weekly=True, first=words.number, last=words.number, year=words.year)
    months = _MONTHS_NAMED.get(words.form)
    return _months(*months(words.number), words.year) if months else None


_MONTHS_NAMED: dict[Form, Callable[[int], tuple[int, int]]] = {
    Form.MONTH: lambda month: (month, month),
    Form.QUARTER: lambda quarter: (_MONTHS_OF_QUARTER * quarter - 2, _MONTHS_OF_QUARTER * quarter),
    Form.FIRST_MONTHS: lambda count: (1, count),
    Form.LAST_MONTHS: lambda count: (_MONTHS_OF_YEAR + 1 - count, _MONTHS_OF_YEAR),
    Form.YEAR: lambda _: (1, _MONTHS_OF_YEAR),
    Form.BARE_YEAR: lambda _: (1, _MONTHS_OF_YEAR),
}


def span_of_period(period: Period) -> Span | None:
    """The months or weeks of a period; None for a range and for a period without days."""
    if period.type is PeriodType.WEEK:
        return Span(weekly=True, first=period.number, last=period.number, year=period.year)
    days = period_days(period)
    if days is None or period.type is PeriodType.RANGE:
        return None
    return _months(days.first.month, days.last.month, period.year)


def goes_on(old: Period, new: Period) -> bool:
    """Whether the new period holds the old one and goes on, so that its figures are the old ones and more."""
    before, after = span_of_period(old), span_of_period(new)
    if before is None or after is None or before.weekly or after.weekly:
        return False
    return before.year == after.year and after.first <= before.first and after.last > before.last


def _months(first: int, last: int, year: int) -> Span:
    return Span(weekly=False, first=first, last=last, year=year)


def meant(meaning: Meaning, period: Period) -> Span | None:
    """The months or weeks that meaning stands for in a report of `period`."""
    own = span_of_period(period)
    return _MEANT[meaning](period, own) if own else None


def _preceding(period: Period, own: Span) -> Span | None:
    """The period of the same type before this one."""
    if period.type is PeriodType.WEEK:
        return _ending_before(period)
    length = own.last - own.first + 1
    if own.first > length:
        return own._replace(first=own.first - length, last=own.last - length)
    last = _MONTHS_OF_YEAR
    return own._replace(first=last - length + 1, last=last, year=own.year - 1) if own.first == 1 else None


def _ending_before(week: Period) -> Span | None:
    last = date(week.year - 1, 12, 28).isocalendar().week
    before = replace(week, number=week.number - 1) if week.number > 1 else Period(week.type, week.year - 1, last)
    return span_of_period(before)


def _year_before(span: Span) -> Span:
    return span._replace(year=span.year - 1)


def _until_now(own: Span) -> Span | None:
    return None if own.weekly else own._replace(first=1)


def _whole_year(own: Span) -> Span:
    return _months(1, _MONTHS_OF_YEAR, own.year)


_MEANT: dict[Meaning, Callable[[Period, Span], Span | None]] = {
    Meaning.PERIOD: lambda _, own: own,
    Meaning.YEAR: lambda _, own: _whole_year(own),
    Meaning.NEXT: lambda period, _: span_of_period(following_period(period)),
    Meaning.YEAR_AGO: lambda _, own: _year_before(own),
    Meaning.CUMULATIVE: lambda _, own: _until_now(own),
    Meaning.LAST_YEAR: lambda _, own: _year_before(_whole_year(own)),
    Meaning.CUMULATIVE_AGO: lambda _, own: None if own.weekly else _year_before(own._replace(first=1)),
    Meaning.BEFORE: _preceding,
}


def meanings_of(words: TimeWords, period: Period) -> Iterator[Meaning]:
    """What an expression can mean in a report of `period`, the likeliest first."""
    return (meaning for meaning in Meaning if stands_for(words, meaning, period))


def stands_for(words: TimeWords, meaning: Meaning, period: Period) -> bool:
    """Whether the expression names the months of that meaning; a year that is not said is any."""
    named, span = span_of_words(words), meant(meaning, period)
    if named is None or span is None:
        return False
    return named == (span if named.year else span._replace(year=0))


def boundaries_of(words: TimeWords, period: Period) -> Iterator[Boundary]:
    """The boundaries a day is; a day without a year is one of any year."""
    for following in (False, True):
        for family in CutOff:
            for last in (False, True):
                boundary = Boundary(family, last, following)
                day = boundary.day(period)
                if day and (day.day, day.month) == (words.day, words.number) and words.year in (0, day.year):
                    yield boundary
