"""Naming a figure, and changing it in every sentence and table that says it, as edits.

A figure is typed as the one before it was; a place that says something else is never written over in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bcdesk.report.arithmetic import RATIO, line_findings
from bcdesk.report.figure import Figure, FigureKind
from bcdesk.report.figure_values import figure_of, occurrences, shown_value
from bcdesk.report.numbers import Number, numbers
from bcdesk.report.report import Place, Report
from bcdesk.report.search import Correct, Hit, replaced, text_at
from bcdesk.vietnamese.amounts import amount, typed_like, words_like


@dataclass(frozen=True, slots=True)
class KeepFigure:
    """Give a figure its name, or change what is known of it; the text stays, unless it is reckoned from other parts."""

    figure: Figure
    words: str = "Đặt tên số liệu"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with that figure, in the place of the one of its id."""
        known = next((figure for figure in report.figures if figure.id == self.figure.id), None)
        if known is None:
            return replace(report, figures=(*report.figures, self.figure))
        kept = _with_figure(report, self.figure)
        new = from_parts(kept, self.figure) if self.figure.parts != known.parts else None
        return kept if new is None else SetFigure(self.figure.id, new).apply(kept)


@dataclass(frozen=True, slots=True)
class ForgetFigure:
    """Take the name from a figure; the text stays."""

    id: str
    words: str = "Bỏ tên số liệu"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report without that figure, also as a part of others."""
        left = (figure for figure in report.figures if figure.id != self.id)
        apart = tuple(replace(one, parts=()) if self.id in one.parts else one for one in left)
        return replace(report, figures=apart)


@dataclass(frozen=True, slots=True)
class SetFigure:
    """Give a named figure a value wherever it stands as before; what is reckoned from it follows.

    `everywhere`: also where the text says something else.
    """

    id: str
    typed: str
    everywhere: bool = False
    words: str = "Sửa số liệu"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with that value. Raises KeyError for an unknown figure."""
        changed = with_value(report, figure_of(report, self.id), self.typed, everywhere=self.everywhere)
        return _reckoned(changed, {self.id})


@dataclass(frozen=True, slots=True)
class SetNumber:
    """Give one number of the text another value; a share reckoned behind it follows."""

    number: Number
    typed: str
    words: str = "Sửa số liệu"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with that number, typed as the one before it was; it must be of this report."""
        return _written(report, (self.number,), typed_like(self.typed, self.number.typed))


def _with_figure(report: Report, figure: Figure) -> Report:
    figures = tuple(figure if one.id == figure.id else one for one in report.figures)
    return report if figures == report.figures else replace(report, figures=figures)


def with_value(report: Report, figure: Figure, typed: str, *, everywhere: bool = False) -> Report:
    """The report with that value of a figure, and no other changed."""
    places = occurrences(figure, numbers(report))
    now = shown_value(figure, places)
    new = typed_like(typed, now)
    touched = tuple(number for number in places if everywhere or number.typed == now)
    return _with_figure(_written(report, touched, new), replace(figure, value=new))


def _reckoned(report: Report, changed: set[str]) -> Report:
    """The figures made of changed ones, and those made of them, each once."""
    done = set(changed)
    while True:
        ready = (one for one in report.figures if one.id not in done and changed & set(one.parts))
        figure = next(ready, None)
        if figure is None:
            return report
        done.add(figure.id)
        changed.add(figure.id)
        new = from_parts(report, figure)
        if new is not None:
            report = with_value(report, figure, new)


def from_parts(report: Report, figure: Figure) -> str | None:
    """A ratio or percentage reckoned from its parts; None where they are no numbers."""
    known = {one.id: one for one in report.figures}
    own = tuple(numbers(report))
    typed = [shown_value(known[part], occurrences(known[part], own)) for part in figure.parts if part in known]
    ratio = amount("/".join(typed)) if typed and "%" not in "".join(typed) else None
    if ratio is None or ratio.whole is None:
        return None
    if figure.kind is FigureKind.RATIO:
        return "/".join(typed)
    model = shown_value(figure, occurrences(figure, own))
    return words_like(ratio.share, model) if figure.kind is FigureKind.PERCENTAGE and ratio.share is not None else None


def _written(report: Report, touched: tuple[Number, ...], new: str) -> Report:
    """The report with these numbers typed so, and the shares right behind them, where they were right, right again."""
    after = replaced(report, tuple(number.hit for number in touched), new)
    for place in {replace(number.hit.place, offset=0) for number in touched}:
        after = _with_shares(report, after, place)
    return after


def _with_shares(before: Report, after: Report, place: Place) -> Report:
    old_lines, new_lines = text_at(before, place).split("\n"), text_at(after, place).split("\n")
    starts, start = [], 0
    for line in new_lines:
        starts.append(start)
        start += len(line) + 1
    for old, new, start in reversed(list(zip(old_lines, new_lines, starts, strict=True))):
        if old == new or any(finding.rule == RATIO for finding in line_findings(old)):
            continue
        for finding in reversed([finding for finding in line_findings(new) if finding.rule == RATIO]):
            after = _corrected(after, place, start, finding.fixes[0].edit)
    return after


def _corrected(report: Report, place: Place, start: int, edit: object) -> Report:
    if not isinstance(edit, Correct):
        return report
    hits = tuple(
        Hit(replace(place, offset=start + hit.start), start + hit.start, start + hit.end) for hit in edit.found
    )
    return replaced(report, hits, edit.new)
