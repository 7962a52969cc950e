"""One order for what several units have in orders of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Known = tuple[Hashable, Hashable]
"""What a thing is known by, and what it stands under."""


def woven(lists: Sequence[Sequence[T]]) -> tuple[T, ...]:
    """Everything once: what several lists share in the order of the first that has it, and what only one has behind
    the shared thing it follows on there, list by list.
    """  # noqa: D205  # one sentence
    times = Counter(item for each in lists for item in set(each))
    order: list[T] = []
    following: dict[T | None, dict[T, None]] = defaultdict(dict)
    for each in lists:
        at, last = 0, None
        for item in dict.fromkeys(each):
            if times[item] == 1:
                following[last][item] = None
                continue
            if item not in order:
                order.insert(at, item)
            at, last = order.index(item) + 1, item
    return tuple(
        item for anchor in (None, *order) for item in (*(() if anchor is None else (anchor,)), *following[anchor])
    )


def told_apart(lists: Sequence[Sequence[Known]]) -> list[list[Hashable]]:
    """What each thing is known by: what it stands under too, where one list has it under several."""
    times = [Counter(known for known, _ in set(each)) for each in lists]
    again = {known for counts in times for known, count in counts.items() if count > 1}
    return [[(known, under) if known in again else known for known, under in each] for each in lists]
