"""What the named figures of a report are, by what its text says."""

from __future__ import annotations

from collections.abc import Iterable

from bcdesk.report.figure import Figure
from bcdesk.report.numbers import Number
from bcdesk.report.report import Report

_FEWEST_WORDS = 4


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
