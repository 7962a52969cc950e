"""Percentages of a table from the two values they are of: those they fit in every unit's table.

A column of percentages is of two other columns or of a column of ratios; a single percentage may be of two other rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import permutations

from bcdesk.report.consolidation.adding import Ratio, bare, is_share_of, says_nothing, share_words
from bcdesk.vietnamese.amounts import Amount, amount

Spot = tuple[Hashable, int]
Parts = tuple[Hashable, ...]


@dataclass(frozen=True)
class Sheets:
    """What stands in the tables of the units, and in the one made of them, by row and column."""

    units: Sequence[Mapping[Spot, str]]
    merged: Mapping[Spot, str]

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns with a value somewhere."""
        return tuple(sorted({column for sheet in self.units for (_, column), text in sheet.items() if amount(text)}))

    @cached_property
    def rows(self) -> tuple[Hashable, ...]:
        """The rows with a value somewhere, each once."""
        return tuple(dict.fromkeys(row for sheet in self.units for (row, _), text in sheet.items() if amount(text)))


def shares(sheets: Sheets, wanted: Sequence[Spot]) -> dict[Spot, str | None]:
    """Each wanted percentage of the table made of all; None where it is of no values that can be told."""
    by_column: dict[int, list[Spot]] = defaultdict(list)
    for spot in wanted:
        by_column[spot[1]].append(spot)
    found: dict[Spot, str | None] = {}
    for column, spots in by_column.items():
        others = [other for other in sheets.columns if other != column]
        fitting = [parts for parts in _choices(others) if _fits(sheets, spots, _Across(parts))]
        for spot in spots:
            ways: list[_Way] = [_Across(parts) for parts in fitting] or list(_down(sheets, spot))
            found[spot] = _reckoned(sheets, spot, ways)
    return found


@dataclass(frozen=True)
class _Across:
    """A percentage of other columns of its row."""

    parts: Parts

    def spots(self, spot: Spot) -> list[Spot]:
        """The values it is of."""
        return [(spot[0], part) for part in self.parts if isinstance(part, int)]


@dataclass(frozen=True)
class _Down:
    """A percentage of other rows of its column."""

    parts: Parts

    def spots(self, spot: Spot) -> list[Spot]:
        """The values it is of."""
        return [(part, spot[1]) for part in self.parts]


_Way = _Across | _Down


def _choices(of: Sequence[Hashable]) -> Iterator[Parts]:
    """A ratio, or a part and its whole."""
    yield from ((one,) for one in of)
    yield from permutations(of, 2)


def _down(sheets: Sheets, spot: Spot) -> Iterator[_Down]:
    for parts in _choices([row for row in sheets.rows if row != spot[0]]):
        way = _Down(parts)
        if _fits(sheets, [spot], way):
            yield way


def _fits(sheets: Sheets, spots: Sequence[Spot], way: _Way) -> bool:
    """Whether the percentages are of those values in each unit that has them, and of more than nothing in one."""
    real = False
    for sheet in sheets.units:
        for spot in spots:
            typed = sheet.get(spot, "")
            if says_nothing(typed):
                continue
            ratio = _ratio(sheet, way.spots(spot))
            if ratio is None or not is_share_of(typed, ratio):
                return False
            real = real or bool(ratio[1])
    return real


def _ratio(sheet: Mapping[Spot, str], spots: Sequence[Spot]) -> Ratio | None:
    """What stands there as a part and its whole: one ratio, or two plain values."""
    worth = [one for spot in spots if (one := _worth(sheet.get(spot, ""))) is not None]
    if len(worth) < len(spots) or any((one.whole is None) is (len(spots) == 1) for one in worth):
        return None
    whole = worth[0].whole
    return worth[0].value, worth[-1].value if whole is None else whole


@lru_cache(maxsize=65_536)
def _worth(typed: str) -> Amount | None:
    return None if typed.endswith("%") else amount(typed)


def _reckoned(sheets: Sheets, spot: Spot, ways: Sequence[_Way]) -> str | None:
    """The percentage all ways agree on, else what all units say alike."""
    typed = [sheet[spot] for sheet in sheets.units if spot in sheet]
    said = [text for text in typed if not says_nothing(text)]
    if not said:
        return typed[0] if typed else ""
    results = {_by(sheets, spot, way) for way in ways}
    if len(results) == 1 and None not in results:
        return results.pop()
    return said[0] if len({amount(text) for text in said}) == 1 else None


def _by(sheets: Sheets, spot: Spot, way: _Way) -> str | None:
    together = _ratio(sheets.merged, way.spots(spot))
    own = [(_ratio(sheet, way.spots(spot)), bare(sheet.get(spot, ""))) for sheet in sheets.units]
    known = [(ratio, typed) for ratio, typed in own if ratio is not None]
    if together is None:
        return None
    return share_words(together, [ratio for ratio, _ in known], [typed for _, typed in known])
