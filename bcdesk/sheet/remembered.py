"""Results remembered by the very objects they were made from, so that a changed value costs what has changed in it.

The values of this program are immutable and a change keeps what it does not touch, so the same object gives the same
result; looking it up costs nothing of its size.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

V = TypeVar("V")


class Remembered(Generic[V]):
    """What was asked for in this round and the one before it; older results are forgotten."""

    def __init__(self) -> None:
        self._before: dict[Hashable, tuple[Sequence[object], V]] = {}
        self._now: dict[Hashable, tuple[Sequence[object], V]] = {}

    def begin_round(self) -> None:
        """Forget what the last round did not ask for."""
        self._before, self._now = self._now, {}

    def get(self, objects: Sequence[object], value: Hashable, make: Callable[[], V]) -> V:
        """What `make` gave for these very objects and an equal `value`, or gives now."""
        # The objects are kept beside the result, so that no other can come to their addresses.
        key = (value, *map(id, objects))
        entry = self._now.get(key) or self._before.get(key)
        if entry is None:
            entry = (objects, make())
        self._now[key] = entry
        return entry[1]
