"""Naming a figure, and changing it in every sentence and table that says it, as edits.

A figure is changed where it stands as it did; a place that says something else is never written over in silence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bcdesk.report.arithmetic import RATIO, line_findings
from bcdesk.report.figure import Anchor, Figure, FigureKind
from bcdesk.report.numbers import Number, numbers
from bcdesk.report.report import Place, Report
from bcdesk.report.search import Correct, Hit, replaced, text_at
from bcdesk.vietnamese.amounts import amount, typed_like, words_like
from bcdesk.vietnamese.folding import fold

_SURE = 10  # from here on one value with one unit is one figure, whatever the words before it
_WORDS_SHARED = 2
_FEWEST_WORDS = 4
_MONEY = frozenset({"đồng", "triệu đồng", "tỷ đồng", "tỉ đồng", "nghìn đồng", "ngàn đồng", "vnđ"})
_TAIL = "… "


@dataclass(frozen=True, slots=True)
class KeepFigure:
    """Give a figure its name, or change what is known of it; the text stays."""

    figure: Figure
    words: str = "Đặt tên số liệu"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with that figure, in the place of the one of its id."""
        known = any(figure.id == self.figure.id for figure in report.figures)
        if not known:
            return replace(report, figures=(*report.figures, self.figure))
        return _with_figure(report, self.figure)


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
        changed = _with_value(report, figure_of(report, self.id), self.typed, everywhere=self.everywhere)
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


def figure_of(report: Report, figure_id: str) -> Figure:
    """The named figure of that id. Raises KeyError where there is none."""
    for figure in report.figures:
        if figure.id == figure_id:
            return figure
    raise KeyError(figure_id)


def occurrences(figure: Figure, own: Iterable[Number]) -> tuple[Number, ...]:
    """Where a figure stands among the numbers of a report; by the words alone where its sections are no more."""
    all_numbers = tuple(own)
    anchors = {(anchor.part, anchor.label) for anchor in figure.anchors}
    found = tuple(number for number in all_numbers if (number.part, number.key) in anchors)
    labels = {label for _, label in anchors if len(label.split()) >= _FEWEST_WORDS}
    return found or tuple(number for number in all_numbers if number.key in labels)


def shown_value(figure: Figure, places: Iterable[Number]) -> str:
    """What a figure is now: what the text says where it says one thing, else the value it was given."""
    said = {number.typed for number in places}
    return said.pop() if len(said) == 1 else figure.value


def named(report: Report, number: Number) -> Figure:
    """A figure for a number of the report, with what can be guessed of it, shared by all places that say the same."""
    own = tuple(numbers(report))
    places = (number, *(other for other in own if other != number and _is_same(number, other)))
    name = _name(min(places, key=lambda place: _TAIL.strip() in place.label))
    return Figure(
        id=_fresh_id(report, name),
        name=name,
        unit=number.unit,
        kind=_kind(number),
        value=number.typed,
        anchors=tuple(Anchor(place.part, place.key) for place in places),
        parts=_parts(report, number, own),
    )


def _is_same(number: Number, other: Number) -> bool:
    if not number.typed or (number.typed, fold(number.unit)) != (other.typed, fold(other.unit)) or not number.unit:
        return False
    worth = amount(number.typed)
    if worth is None or number.unit == "%":
        return number.key == other.key
    shared = _words(number) & _words(other)
    return worth.value >= _SURE or worth.whole is not None or len(shared) >= _WORDS_SHARED


def _words(number: Number) -> set[str]:
    return set(fold(number.label.partition("…")[0]).split()) - {"·", *fold(number.unit).split()}


def _name(number: Number) -> str:
    """The words around, the unit once: `Đã tiếp nhận hồ sơ thủ tục`."""
    words = " ".join(number.label.replace("…", " ").replace(" · ", ", ").split()) or number.unit or "Số liệu"
    return words[:1].upper() + words[1:]


def _fresh_id(report: Report, name: str) -> str:
    """An id that the same name has in any report: so figures of reports that do not know each other meet."""
    base = "-".join(fold(name).replace("#", " ").split()) or "so-lieu"
    taken = {figure.id for figure in report.figures}
    ids = (base, *(f"{base}-{count}" for count in range(2, len(taken) + 2)))
    return next(one for one in ids if one not in taken)


def _kind(number: Number) -> FigureKind:
    worth = amount(number.typed)
    if number.unit == "%":
        return FigureKind.PERCENTAGE
    if worth is not None and worth.whole is not None:
        return FigureKind.RATIO
    return FigureKind.MONEY if number.unit.lower() in _MONEY else FigureKind.COUNT


def _parts(report: Report, number: Number, own: tuple[Number, ...]) -> tuple[str, ...]:
    """The named ratio right before a percentage that is reckoned from it."""
    at = own.index(number) if number in own else 0
    before = own[at - 1] if at else None
    if number.unit != "%" or before is None or before.line != number.line:
        return ()
    ratio, share = amount(before.typed), amount(number.typed)
    if ratio is None or ratio.share is None or share is None or abs(ratio.share - share.value) >= 1:
        return ()
    return tuple(figure.id for figure in report.figures if before in occurrences(figure, own))[:1]


def _with_figure(report: Report, figure: Figure) -> Report:
    figures = tuple(figure if one.id == figure.id else one for one in report.figures)
    return report if figures == report.figures else replace(report, figures=figures)


def _with_value(report: Report, figure: Figure, typed: str, *, everywhere: bool = False) -> Report:
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
        new = _from_parts(report, figure)
        if new is not None:
            report = _with_value(report, figure, new)


def _from_parts(report: Report, figure: Figure) -> str | None:
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
