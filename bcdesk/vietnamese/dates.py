"""Dates as an office writes them, and reading them back as they are typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from bcdesk.vietnamese.numbers import padded, padded_month

BLANK = "…"
"""Stands in a text for a part of a date that is left to the pen."""

_GAP = r"[\s.…_]*"
_DATE_LINE = re.compile(
    rf"^\s*(?:(?P<place>[^,]*?)\s*,)?\s*ngày{_GAP}(?P<day>\d{{1,2}})?{_GAP}"
    rf"tháng{_GAP}(?P<month>\d{{1,2}})?{_GAP}năm{_GAP}(?P<year>\d{{4}}|20(?=[\s.…_]))?{_GAP}$",
    re.IGNORECASE,
)
_LONG_DATE = re.compile(
    r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})", re.IGNORECASE
)
_SHORT_DATE = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})(?![\d/-])")
_LAST_DAY, _LAST_MONTH = 31, 12
_CENTURY = 100  # `năm 20…` is a printed form whose year is still to be written


@dataclass(frozen=True, slots=True)
class DateLine:
    """A typed line `Ba Tơ, ngày … tháng 3 năm 2024`; None is a part left blank."""

    place: str
    day: int | None
    month: int | None
    year: int | None


def date_words(day: int | None, month: int | None, year: int | None, blank: str = BLANK) -> str:
    """`ngày 05 tháng 3 năm 2020`, with `blank` for each part that is None (DD-03, DD-04, DD-05)."""
    return " ".join(
        (
            "ngày",
            blank if day is None else padded(day),
            "tháng",
            blank if month is None else padded_month(month),
            "năm",
            blank if year is None else str(year),
        )
    )


def long_date(when: date) -> str:
    """`ngày 05 tháng 3 năm 2020`."""
    return date_words(when.day, when.month, when.year)


def short_date(when: date) -> str:
    """`05/3/2020`, as dates are written in lists and notes."""
    return f"{padded(when.day)}/{padded_month(when.month)}/{when.year}"


def time_words(written: str) -> str:
    """`10:42 14/03/2024` for a time in ISO 8601; empty where it is none."""
    try:
        return f"{datetime.fromisoformat(written):%H:%M %d/%m/%Y}"
    except ValueError:
        return ""


def parse_date_line(line: str) -> DateLine | None:
    """A date line as typed, its blanks empty, dotted or underlined; None where the line is something else."""
    found = _DATE_LINE.match(line)
    if found is None:
        return None
    day, month, year = (int(part) if part else None for part in found.group("day", "month", "year"))
    if not _possible(day, month):
        return None
    return DateLine(found["place"] or "", day, month, year if year and year > _CENTURY else None)


def parse_date(text: str) -> date | None:
    """The first date in `text`, in words or as day/month/year; None where there is no date that exists."""
    for found in sorted((*_LONG_DATE.finditer(text), *_SHORT_DATE.finditer(text)), key=lambda match: match.start()):
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
    return None


def _possible(day: int | None, month: int | None) -> bool:
    return (day is None or 1 <= day <= _LAST_DAY) and (month is None or 1 <= month <= _LAST_MONTH)
