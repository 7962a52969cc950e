"""The named figures of a report from those of its units: counts added, ratios side by side, percentages reckoned anew.

Figures are the same by name and unit of measure, whatever their ids. One that a unit has but has not filled yet has no
sum, and neither have words and codes. Where a number stands in a sentence that was merged, the sentence is right: it
was added up from all units, also from those whose file names no figures; the other places of the figure follow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bcdesk.report.consolidation.adding import Ratio, added, says_nothing, share_words
from bcdesk.report.figure import Figure, FigureKind
from bcdesk.report.figure_edits import KeepFigure, from_parts, with_value
from bcdesk.report.figure_values import figure_of, occurrences, shown_value
from bcdesk.report.merged import MergedFigure, Piece
from bcdesk.report.numbers import Number, numbers
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import Report
from bcdesk.report.search import replaced
from bcdesk.vietnamese.amounts import NO_DATA, amount, typed_like
from bcdesk.vietnamese.folding import fold

Given = Sequence[tuple[str, tuple[Figure, ...]]]
Values = Mapping[str, str]
"""The value each unit gives."""

PARTIAL = "Số liệu “{name}” là {value}, cộng từ {had}/{all} đơn vị; đơn vị khác không ghi riêng số liệu này."

_ORDER = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.RATIO, FigureKind.PERCENTAGE)


def added_figures(own: tuple[Figure, ...], given: Given) -> tuple[MergedFigure, ...]:
    """The figures of the report that a unit has too, each with its sum (nothing where there is none) and all values."""
    by_name = [(unit, {_name(figure): figure.value for figure in reversed(figures)}) for unit, figures in given]
    values = {
        figure.id: {unit: known[_name(figure)] for unit, known in by_name if _name(figure) in known} for figure in own
    }
    sums = _Sums({figure.id: figure for figure in own}, values)
    return tuple(
        MergedFigure(figure.id, sums.of(figure), tuple(values[figure.id]), tuple(values[figure.id].values()))
        for figure in own
        if values[figure.id]
    )


def _name(figure: Figure) -> tuple[str, str]:
    return " ".join(fold(figure.name).split()), " ".join(fold(figure.unit).split())


@dataclass(frozen=True)
class _Sums:
    """The figures of the report by id, and what each unit gives for them."""

    figures: Mapping[str, Figure]
    values: Mapping[str, Values]

    def of(self, figure: Figure) -> str:
        """What a figure comes to; nothing where that cannot be told."""
        typed = tuple(self.values[figure.id].values())
        if figure.kind not in _ORDER or not typed or not all(one.strip() for one in typed):
            return ""
        if figure.kind is FigureKind.PERCENTAGE:
            return self._share(figure)
        return self._from_parts(figure) or added(typed) or ""

    def _from_parts(self, figure: Figure) -> str:
        """A ratio of two figures that were added up."""
        sums = [self.of(self.figures[part]) for part in self._parts(figure)]
        together = amount("/".join(sums)) if len(sums) > 1 else None
        return "/".join(sums) if figure.kind is FigureKind.RATIO and together and together.whole is not None else ""

    def _share(self, figure: Figure) -> str:
        """A percentage from the sums of what it is of; without any, what all units say alike."""
        own = self.values[figure.id]
        parts = self._parts(figure)
        together = _ratio([self.of(self.figures[part]) for part in parts])
        if together is None:
            return next(iter(own.values())) if not parts and len(set(map(amount, own.values()))) == 1 else ""
        of_units = [(_ratio([self.values[part].get(unit, "") for part in parts]), typed) for unit, typed in own.items()]
        known = [(ratio, typed) for ratio, typed in of_units if ratio is not None]
        return share_words(together, [ratio for ratio, _ in known], [typed for _, typed in known]) or ""

    def _parts(self, figure: Figure) -> tuple[str, ...]:
        return tuple(part for part in figure.parts if part in self.figures and part != figure.id)


def _ratio(typed: Sequence[str]) -> Ratio | None:
    worth = amount("/".join(typed)) if typed and not any(map(says_nothing, typed)) else None
    return (worth.value, worth.whole) if worth is not None and worth.whole is not None else None


def partial_sums(report: Report) -> tuple[str, ...]:
    """Of how many units a named figure is the sum, a sentence for each that stands as merged and not all units gave."""
    if report.merged is None:
        return ()
    count, own = len(report.merged.contributions), tuple(numbers(report))
    return tuple(
        PARTIAL.format(name=figure.name, value=f"{each.value} {figure.unit}".strip(), had=len(each.units), all=count)
        for each in report.merged.figures
        for figure in report.figures
        if figure.id == each.id and each.value and len(each.units) < count
        if _is_same(shown_value(figure, occurrences(figure, own)), each.value)
    )


def with_figures(report: Report, figures: Iterable[MergedFigure], pieces: Iterable[Piece] = ()) -> Report:
    """The report with these sums wherever the figures stand as they were at the last merge (`report.merged`).

    What the editor has changed since stays; before the first merge only a figure without a value, or with that of the
    last period, is given one. `pieces` are those merged into the report now, whose own numbers go before the sums.
    """
    new = {figure.id: figure.value for figure in figures}
    merged = tuple(piece.blocks[0] for piece in pieces if piece.sources)
    own = tuple(numbers(report))
    said = {figure.id: _said_in(merged, report, figure, own) for figure in report.figures}
    led = {figure_id: next(iter(typed)) for figure_id, typed in said.items() if len(typed) == 1}
    free = [each for each in report.figures if not said[each.id] and _is_free(report, each, own)]
    for figure_id, typed in led.items():
        report = _following(report, figure_of(report, figure_id), typed, merged)
    for figure in sorted((each for each in free if each.kind in _ORDER), key=lambda each: _ORDER.index(each.kind)):
        of_led = from_parts(report, figure) if led.keys() & set(figure.parts) else None
        report = _set(report, figure.id, of_led or new.get(figure.id, ""))
    return report


def _said_in(merged: tuple[object, ...], report: Report, figure: Figure, own: tuple[Number, ...]) -> set[str]:
    """What the merged text says of a figure; where that is several things, none leads and none is written over."""
    return {number.typed for number in occurrences(figure, own) if _block(report, number) in merged}


def _block(report: Report, number: Number) -> object:
    return blocks_of(report, number.part)[number.hit.place.block]


def _is_free(report: Report, figure: Figure, own: tuple[Number, ...]) -> bool:
    """Whether the editor has not given it a value since the last merge."""
    now = shown_value(figure, occurrences(figure, own))
    base = {each.id: each.value for each in report.merged.figures} if report.merged else {}
    if base.get(figure.id):
        return _is_same(now, base[figure.id])
    before = next((each for each in report.previous.figures if each.id == figure.id), None) if report.previous else None
    return says_nothing(now) or (before is not None and _is_same(now, before.value))


def _is_same(one: str, other: str) -> bool:
    return one.strip() == other.strip() or (one.strip() not in NO_DATA and amount(one) == amount(other) is not None)


def _following(report: Report, figure: Figure, typed: str, merged: tuple[object, ...]) -> Report:
    """The report whose other places of a figure, where they say what it was, say what the merged text says."""
    behind = [
        number
        for number in occurrences(figure, numbers(report))
        if number.typed == figure.value != typed and _block(report, number) not in merged
    ]
    changed = replaced(report, tuple(number.hit for number in behind), typed_like(typed, figure.value))
    return changed if figure.value == typed else KeepFigure(replace(figure, value=typed)).apply(changed)


def _set(report: Report, figure_id: str, typed: str) -> Report:
    figure = figure_of(report, figure_id)
    if not typed or _is_same(shown_value(figure, occurrences(figure, numbers(report))), typed):
        return report
    return with_value(report, figure, typed)
