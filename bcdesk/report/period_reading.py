"""Finding the period a subject or a sentence speaks of, as offices type it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bcdesk.report.period import Period, PeriodType, period_exists
from bcdesk.vietnamese.dates import parse_date
from bcdesk.vietnamese.numbers import parse_roman

_DAY = r"(?:ngày\s+)?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_YEAR = r"(?:\s*(?:[,/-]|,?\s*năm)?\s*(?P<year>(?:19|20)\d\d)\b)?"
_FORMS = {
    PeriodType.WEEK: rf"\btuần\s+(?:thứ\s+)?(?P<number>\d{{1,2}})\b(?P<unclear>\s+tháng\s)?{_YEAR}",
    PeriodType.FIRST_HALF: rf"\b0?6\s+tháng\s+đầu\s+năm{_YEAR}",
    PeriodType.SECOND_HALF: rf"\b0?6\s+tháng\s+cuối\s+năm{_YEAR}",
    PeriodType.NINE_MONTHS: rf"\b0?9\s+tháng\b(?:\s+đầu)?{_YEAR}",
    PeriodType.QUARTER: rf"\bquý\s+(?P<number>IV|I{{1,3}}|0?[1-4])\b{_YEAR}",
    # Not the month of a day: `ngày 05 tháng 3`.
    PeriodType.MONTH: rf"(?<!\d\s)\btháng\s+(?P<number>1[0-2]|0?[1-9])\b{_YEAR}",
    PeriodType.RANGE: rf"\btừ\s+(?P<start>{_DAY})\s+đến\s+(?:hết\s+)?(?P<end>{_DAY})",
    # Not the year of a month or a day, and not a span of years.
    PeriodType.YEAR: r"(?<!tháng\s\d\s)(?<!tháng\s\d\d\s)\bnăm\s+(?P<year>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d)",
}
_PATTERNS = {type_: re.compile(form, re.IGNORECASE) for type_, form in _FORMS.items()}
_NO_YEAR = 0


def parse_period(text: str) -> Period | None:
    """The first period `text` speaks of: `quý I năm 2024`, `Quý 1/2018`, `06 tháng đầu năm 2024`.

    A period without a year takes that of the next one: `tháng 12 và nhiệm vụ tháng 01 năm 2025` speaks of 2024.
    None where no year can be told, and for a week counted within its month, whose days nobody agrees on.
    """
    stated = [_read(type_, found) for type_, found in _found(text)]
    if not stated or stated[0] is None:
        return None
    first = stated[0]
    if first.year != _NO_YEAR:
        return first if period_exists(first) else None
    dated = next((other for other in stated if other and other.year != _NO_YEAR), None)
    return _in_the_year_of(first, dated) if dated else None


def _found(text: str) -> list[tuple[PeriodType, re.Match[str]]]:
    every = [(type_, found) for type_, pattern in _PATTERNS.items() for found in pattern.finditer(text)]
    return sorted(every, key=lambda pair: pair[1].start())


def _read(type_: PeriodType, found: re.Match[str]) -> Period | None:
    parts = found.groupdict()
    if parts.get("unclear"):
        return None
    if type_ is PeriodType.RANGE:
        return _range(parse_date(found["start"]), parse_date(found["end"]))
    typed = parts.get("number") or "0"
    return Period(type_, int(parts["year"] or _NO_YEAR), parse_roman(typed) or int(typed))


def _range(start: date | None, end: date | None) -> Period | None:
    return Period(PeriodType.RANGE, start.year, start=start, end=end) if start and end and start <= end else None


def _in_the_year_of(period: Period, other: Period) -> Period | None:
    turn = other.type is period.type and other.number < period.number
    dated = replace(period, year=other.year - turn)
    return dated if period_exists(dated) else None
