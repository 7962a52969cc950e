"""Named figures as values: what is counted, in what unit, and the number as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FigureKind(StrEnum):
    """What a figure is, which says how it is compared and summed."""

    COUNT = "count"
    MONEY = "money"
    RATIO = "ratio"
    PERCENTAGE = "percentage"
    CODED = "coded"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a figure stands in the text: a part of the report, and the words around, without numbers and periods."""

    part: str
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with a name, which every sentence and table that says it shares.

    `value` is kept as typed: `02`, `0`, `-` and nothing differ. `cumulative`: it counts from the beginning of the
    year. `parts` are the ids of the figures a ratio or percentage is made of: the part and the whole, or one ratio.
    `previous` and `year_ago` are the values of the last period and of the same period last year where the clerk gives
    them by hand, None where the reports say them.
    """

    id: str
    name: str
    unit: str = ""
    kind: FigureKind = FigureKind.COUNT
    cumulative: bool = False
    value: str = ""
    anchors: tuple[Anchor, ...] = ()
    parts: tuple[str, ...] = ()
    previous: str | None = None
    year_ago: str | None = None
