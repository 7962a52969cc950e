"""Reporting periods as values: which stretch of which year a report speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
