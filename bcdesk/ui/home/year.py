"""A year of reports as values: what stands in which month of which kind, and what is still to be begun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from bcdesk.report.kept import Listed
from bcdesk.report.period import EVERY_WEEK, Period, Sequence, period_days, period_words
from bcdesk.report.period_reading import parse_period
from bcdesk.report.report import State
from bcdesk.report.states import STATE_WORDS
from bcdesk.ui.home.words import short_words
from bcdesk.vietnamese.dates import short_date

_KNOWN_PERIODS = 4096
_SOON = timedelta(days=7)
EMPTY = "chưa lập; bấm để bắt đầu báo cáo này"


class Due(StrEnum):
    """How near the day is by which a report is to be sent; only a day that was given counts."""

    NONE = ""
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Mark:
    """A period in the month in which it ends: with its report, or none where that is still to be begun."""

    kind: str
    period: Period
    month: int
    listed: Listed | None = None

    def due(self, today: date) -> Due:
        """Whether the day given for it is near or past; what was sent is due no more."""
        if self.listed is None or self.listed.due is None or self.listed.state is State.SENT:
            return Due.NONE
        if self.listed.due < today:
            return Due.LATE
        return Due.SOON if self.listed.due - today <= _SOON else Due.NONE

    def short(self, today: date) -> str:
        """What stands on it: its period, and its day where that presses."""
        words = short_words(self.period)
        pressing = self.listed.due if self.listed and self.due(today) else None
        return f"{words} · {pressing.day}/{pressing.month}" if pressing else words

    def told(self, today: date) -> str:
        """All there is to say of it, in one sentence."""
        if self.listed is None:
            return f"{period_words(self.period)}: {EMPTY}"
        listed = self.listed
        late = ", đã quá hạn" if self.due(today) is Due.LATE else ""
        parts = (
            f"{listed.title} ({listed.period}): {STATE_WORDS[listed.state]}",
            f"theo {listed.request}" if listed.request else "",
            f"hạn gửi {short_date(listed.due)}{late}" if listed.due else "",
        )
        return "; ".join(filter(None, parts))


def year_of(listed: Iterable[Listed], sequences: Mapping[str, Sequence], year: int) -> dict[str, tuple[Mark, ...]]:
    """The marks of a year by kind, in the order of their periods; kinds in the order in which they are met.

    A kind that was reported on in this year or the one before shows what of its sequence is still to be begun.
    """
    marks: dict[str, list[Mark]] = {}
    for report in listed:
        period, month = _ends(report.period)
        if period and period.year in {year, year - 1}:
            of_kind = marks.setdefault(report.kind, [])
            if period.year == year:
                of_kind.append(Mark(report.kind, period, month, report))
    return {
        kind: tuple(sorted((*known, *_to_begin(kind, sequences, year, known)), key=_place))
        for kind, known in marks.items()
        if known or sequences.get(kind)
    }


def _to_begin(kind: str, sequences: Mapping[str, Sequence], year: int, known: Iterable[Mark]) -> Iterator[Mark]:
    begun = {(mark.period.type, mark.period.number) for mark in known}
    for slot in sequences.get(kind, ()):
        period = Period(slot.type, year, slot.number)
        days = None if slot in EVERY_WEEK else period_days(period)
        if days and (slot.type, slot.number) not in begun:
            yield Mark(kind, period, days.last.month)


def _place(mark: Mark) -> tuple[int, bool]:
    days = period_days(mark.period)
    return (days.last.toordinal() if days else 0, mark.listed is None)


@lru_cache(_KNOWN_PERIODS)
def _ends(words: str) -> tuple[Period | None, int]:
    """The period of these words and the month in which it ends; None where they name none that has days."""
    period = parse_period(words)
    days = period_days(period) if period else None
    return (period, days.last.month) if days else (None, 0)
