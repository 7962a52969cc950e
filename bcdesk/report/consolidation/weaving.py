"""One order for what several units have in orders of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Known = tuple[Hashable, Hashable]
"""What a thing is known by, and what it stands under."""


def woven(lists: Sequence[Sequence[T]]) -> tuple[T, ...]:
    """Everything once: what several lists share in the order of the first that has it, what only one has behind that.

    A list that shares nothing comes last.
    """
    times = Counter(item for each in lists for item in set(each))
    order: list[T] = []
    following: dict[T | None, dict[T, None]] = defaultdict(dict)
    alone: dict[T, None] = {}
    for each in lists:
        if all(times[item] == 1 for item in each):
            alone |= dict.fromkeys(each)
        else:
            _weave_in(dict.fromkeys(each), order, following, times)
    anchored = [item for anchor in order for item in (anchor, *following[anchor])]
    return (*following[None], *anchored, *alone)


def _weave_in(
    items: Iterable[T], order: list[T], following: dict[T | None, dict[T, None]], times: Mapping[T, int]
) -> None:
    """Put what is shared in its order, and what is not behind the shared thing it follows on."""
    at, last = 0, None
    for item in items:
        if times[item] == 1:
            following[last][item] = None
            continue
        if item not in order:
            order.insert(at, item)
        at, last = order.index(item) + 1, item


def told_apart(lists: Sequence[Sequence[Known]]) -> list[list[Hashable]]:
    """What each thing is known by: what it stands under too, where one list has it under several."""
    times = [Counter(known for known, _ in set(each)) for each in lists]
    again = {known for counts in times for known, count in counts.items() if count > 1}
    return [[(known, under) if known in again else known for known, under in each] for each in lists]
