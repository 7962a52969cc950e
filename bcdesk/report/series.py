"""The figures of one kind of report over its periods: rows are figures, columns periods, and what they sum to.

Of each period counts the report that is signed or issued, whose values are frozen, else the latest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bcdesk.report.cumulation import cumulated
from bcdesk.report.figure import Figure
from bcdesk.report.figure_values import occurrences, shown_value
from bcdesk.report.numbers import Number, numbers
from bcdesk.report.period import Days, Period, Slot, period_days, slot_of
from bcdesk.report.report import Report, State
from bcdesk.vietnamese.amounts import amount
from bcdesk.vietnamese.quantities import number_words

_JUMP, _LARGE = 4, 50


@dataclass(frozen=True, slots=True)
class Course:
    """A figure through the periods of its series: as typed, None where no report says it.

    `year_ago` is the value a year before the last period, `so_far` the sum from the beginning of its year; None where
    they cannot be told.
    """

    figure: Figure
    values: tuple[str | None, ...]
    year_ago: str | None = None
    so_far: str | None = None

    @property
    def amounts(self) -> tuple[Decimal | None, ...]:
        """The values to be drawn: of a ratio its share."""
        return tuple(_worth(value) for value in self.values)


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of a kind over its periods, the earliest first."""

    periods: tuple[Period, ...] = ()
    courses: tuple[Course, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """A report of the series with its numbers."""

    report: Report
    numbers: tuple[Number, ...]

    def value(self, figure: Figure) -> str | None:
        """What it says of a figure, named in it or not."""
        for known in self.report.figures:
            if known.id == figure.id:
                return shown_value(known, occurrences(known, self.numbers))
        places = occurrences(figure, self.numbers)
        said = {place.typed for place in places}
        return said.pop() if len(said) == 1 else None


def series(reports: Iterable[Report], until: Period | None = None) -> Series:
    """The series of these reports of one kind, those changed last before others; without periods that end later."""
    end = period_days(until) if until else None
    said = [_Said(report, tuple(numbers(report))) for report in _one_each(reports) if _is_within(report.period, end)]
    periods = tuple(each.report.period for each in said)
    figures: dict[str, Figure] = {}
    for each in reversed(said):
        for figure in each.report.figures:
            figures.setdefault(figure.id, figure)
    values = {figure: tuple(each.value(figure) for each in said) for figure in figures.values()}
    by_id = {figure.id: of_figure for figure, of_figure in values.items()}
    return Series(
        periods,
        tuple(
            Course(figure, of_figure, _year_ago(figure, periods, of_figure), cumulated(figure, periods, by_id))
            for figure, of_figure in values.items()
        ),
    )


def jumps(course: Course, periods: tuple[Period, ...]) -> tuple[str, ...]:
    """For each value the one it is far from, in words (`trước đó 24.555`), else nothing.

    It is measured against the last value of a period of the same length; of a ratio the whole counts.
    """
    found = []
    for at, period in enumerate(periods):
        before = [_base(course.values[i]) for i in range(at) if periods[i].type is period.type]
        known = [value for value in before if value is not None]
        found.append(_jump(known[-1], _base(course.values[at])) if known else "")
    return tuple(found)


def _one_each(reports: Iterable[Report]) -> list[Report]:
    """One report of each period that has days, the earliest first; of two that end together the longer one last."""
    chosen: dict[tuple[Slot, Days], Report] = {}
    for report in reports:
        days = period_days(report.period)
        if days is not None:
            key = slot_of(report.period), days
            known = chosen.get(key)
            if known is None or _settled(report.state) > _settled(known.state):
                chosen[key] = report
    order = sorted(chosen, key=lambda key: (key[1].last, -key[1].first.toordinal()))
    return [chosen[key] for key in order]


def _is_within(period: Period, end: Days | None) -> bool:
    days = period_days(period)
    return end is None or days is None or days.last <= end.last


def _settled(state: State) -> int:
    """How far a report is: all drafts alike."""
    return max(0, list(State).index(state) - list(State).index(State.SUBMITTED))


def _year_ago(figure: Figure, periods: tuple[Period, ...], values: tuple[str | None, ...]) -> str | None:
    """The value a year before that of the last period, else the one given by hand."""
    last = periods[-1] if periods else None
    for period, value in zip(periods, values, strict=True):
        if last and slot_of(period) == slot_of(last) and period.year == last.year - 1 and value is not None:
            return value
    return figure.year_ago


def _worth(typed: str | None) -> Decimal | None:
    worth = amount(typed or "")
    if worth is None:
        return None
    return worth.value if worth.whole is None else worth.share


def _base(typed: str | None) -> Decimal | None:
    worth = amount(typed or "")
    if worth is None:
        return None
    return worth.value if worth.whole is None else worth.whole


def _jump(before: Decimal, now: Decimal | None) -> str:
    if now is None or max(before, now) < _LARGE or max(before, now) < _JUMP * min(before, now):
        return ""
    return f"trước đó {number_words(before, max(-int(before.as_tuple().exponent), 0))}"
