"""The list of a report's figures: named ones once with all their places, and every other number, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bcdesk.report.figure import Figure, FigureKind
from bcdesk.report.figure_values import occurrences, shown_value
from bcdesk.report.figures import FoundFigure, Since, counterparts
from bcdesk.report.numbers import Number, numbers
from bcdesk.report.period import slot_of
from bcdesk.report.report import Report


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure: its value as typed, that of the last period and of the same period last year (None: nobody says one).

    `places` are where it stands; `others` of them say something else than `now`. `figure` is None without a name.
    """

    now: str
    previous: str | None
    year_ago: str | None
    places: tuple[Number, ...]
    others: tuple[Number, ...] = ()
    figure: Figure | None = None

    @property
    def name(self) -> str:
        """Its name, else the words around it."""
        return self.figure.name if self.figure else self.places[0].label

    @property
    def unit(self) -> str:
        """What it counts."""
        return self.figure.unit if self.figure else self.places[0].unit

    @property
    def kind(self) -> FigureKind | None:
        """What it is; None where nobody has said so."""
        return self.figure.kind if self.figure else None

    @property
    def since(self) -> Since:
        """What became of it since the last period."""
        if not self.places:
            return Since.CHANGED if self.now != self.previous else Since.UNTOUCHED
        return FoundFigure(self._as_now, self.previous).since

    @property
    def _as_now(self) -> Number:
        return next((place for place in self.places if place not in self.others), self.places[0])


@dataclass(frozen=True, slots=True)
class _Then:
    """Another period's report, and which of its numbers each number of this one was."""

    report: Report | None
    numbers: tuple[Number, ...]
    beside: dict[Number, Number]

    def value(self, figure: Figure, places: tuple[Number, ...]) -> str | None:
        """What a named figure was then: by its name, else by the places it stands at now."""
        if self.report is None:
            return None
        for known in self.report.figures:
            if known.id == figure.id:
                return shown_value(known, occurrences(known, self.numbers))
        return next((self.beside[place].typed for place in places if place in self.beside), None)

    def typed(self, number: Number) -> str | None:
        """What a number was then."""
        return self.beside[number].typed if number in self.beside else None


def figure_list(report: Report, year_ago: Report | None = None) -> tuple[FigureLine, ...]:
    """Every figure of the report; `year_ago` is the report of the same period last year, where there is one."""
    own = tuple(numbers(report))
    before = _then(report, own, report.previous)
    ago = _then(report, own, year_ago or same_period_before(report))
    named = {figure.id: occurrences(figure, own) for figure in report.figures}
    owner = {place: figure for figure in report.figures for place in named[figure.id]}
    line = partial(_named_line, named=named, before=before, ago=ago)
    return (*_in_order(own, owner, line, before, ago), *(line(one) for one in report.figures if not named[one.id]))


def same_period_before(report: Report) -> Report | None:
    """The same period of last year among the reports before this one; None where it is not among them."""
    before = report.previous
    while before is not None:
        if slot_of(before.period) == slot_of(report.period) and before.period.year == report.period.year - 1:
            return before
        before = before.previous
    return None


def _then(report: Report, own: tuple[Number, ...], other: Report | None) -> _Then:
    return _Then(other, tuple(numbers(other)) if other else (), counterparts(report, own, other))


def _in_order(
    own: tuple[Number, ...],
    owner: dict[Number, Figure],
    line: Callable[[Figure], FigureLine],
    before: _Then,
    ago: _Then,
) -> Iterator[FigureLine]:
    told: set[str] = set()
    for number in own:
        figure = owner.get(number)
        if figure is None:
            yield FigureLine(number.typed, before.typed(number), ago.typed(number), (number,))
        elif figure.id not in told:
            told.add(figure.id)
            yield line(figure)


def _named_line(figure: Figure, *, named: dict[str, tuple[Number, ...]], before: _Then, ago: _Then) -> FigureLine:
    places = named[figure.id]
    now = shown_value(figure, places)
    return FigureLine(
        now,
        figure.previous if figure.previous is not None else before.value(figure, places),
        figure.year_ago if figure.year_ago is not None else ago.value(figure, places),
        places,
        tuple(place for place in places if place.typed != now),
        figure,
    )
