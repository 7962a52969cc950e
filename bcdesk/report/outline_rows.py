"""An outline as rows, each a depth and a section: the form in which it is read, shown and corrected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from bcdesk.report.report import Section, walk

Row = tuple[int, Section]
"""The depth of a section (0 at the top), and the section without those below it."""
Rows = tuple[Row, ...]
DEEPEST = 20
"""How many levels of sections a report may have; the decree knows seven, and a file nested much deeper is refused."""


def rows_of(sections: tuple[Section, ...]) -> Rows:
    """The sections in reading order."""
    return tuple((depth, replace(section, children=())) for depth, section in walk(sections))


def nested(rows: Iterable[Row]) -> tuple[Section, ...]:
    """The tree of the rows; one that stands too deep for the row above stands directly below that, or beside it."""
    levels: list[list[Section]] = [[]]
    for depth, section in rows:
        _close(levels, min(depth, DEEPEST - 1))
        levels[-1].append(section)
        levels.append([])
    _close(levels, 0)
    return tuple(levels[0])


def _close(levels: list[list[Section]], depth: int) -> None:
    """Put the levels below `depth` under the last section above them."""
    while len(levels) > depth + 1:
        children = levels.pop()
        if children:
            levels[-1][-1] = replace(levels[-1][-1], children=tuple(children))


def numbered(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with the ids `s1`, `s2` … in reading order."""
    numbers = count(1)
    return nested((depth, replace(section, id=f"s{next(numbers)}")) for depth, section in rows_of(sections))


def family(rows: Sequence[Row], at: int) -> range:
    """The row at `at` with all that stand below it."""
    end = at + 1
    while end < len(rows) and rows[end][0] > rows[at][0]:
        end += 1
    return range(at, end)


def shifted(rows: Rows, at: int, by: int) -> Rows:
    """The row at `at` with its family one level deeper (1) or higher (-1); unchanged where that cannot be."""
    moving = family(rows, at)
    deepest = rows[at - 1][0] + 1 if at else 0
    if not 0 <= rows[at][0] + by <= deepest or max(rows[each][0] for each in moving) + by >= DEEPEST:
        return rows
    return tuple(
        (depth + by, section) if index in moving else (depth, section) for index, (depth, section) in enumerate(rows)
    )


def exchanged(rows: Rows, at: int, by: int) -> tuple[Rows, int]:
    """The row at `at` with its family before (-1) or behind (1) its neighbour, and where it stands then."""
    moving = family(rows, at)
    beside = _neighbour(rows, moving, by)
    if beside is None:
        return rows, at
    first, second = sorted((moving, beside), key=lambda family: family.start)
    changed = (
        *rows[: first.start],
        *rows[second.start : second.stop],
        *rows[first.start : first.stop],
        *rows[second.stop :],
    )
    return changed, first.start if by < 0 else first.start + len(second)


def _neighbour(rows: Rows, moving: range, by: int) -> range | None:
    """The family before or behind under the same parent; None where there is none."""
    depth = rows[moving.start][0]
    if by > 0:
        return family(rows, moving.stop) if moving.stop < len(rows) and rows[moving.stop][0] == depth else None
    at = moving.start - 1
    while at >= 0 and rows[at][0] > depth:
        at -= 1
    return family(rows, at) if at >= 0 and rows[at][0] == depth else None


def without_family(rows: Rows, at: int) -> Rows:
    """The rows without the one at `at` and those below it."""
    gone = family(rows, at)
    return (*rows[: gone.start], *rows[gone.stop :])
