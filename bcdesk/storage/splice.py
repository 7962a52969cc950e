"""What changed between two texts, as one stretch: enough to make either of the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bcdesk.errors import UnreadableReport


@dataclass(frozen=True, slots=True)
class Splice:
    """At `start`, `added` came in the place of `removed`."""

    start: int
    removed: str
    added: str

    @classmethod
    def between(cls, old: str, new: str) -> Splice:
        """What makes `new` of `old`."""
        shorter = min(len(old), len(new))
        start = _longest(shorter, lambda low, high: old[low:high] == new[low:high])
        old_end, new_end = old[::-1], new[::-1]
        tail = _longest(shorter - start, lambda low, high: old_end[low:high] == new_end[low:high])
        return cls(start, old[start : len(old) - tail], new[start : len(new) - tail])

    def forth(self, text: str) -> str:
        """The new text of the old one. Raises UnreadableReport where it is not the old one."""
        return self._put(text, self.removed, self.added)

    def back(self, text: str) -> str:
        """The old text of the new one. Raises UnreadableReport where it is not the new one."""
        return self._put(text, self.added, self.removed)

    def _put(self, text: str, out: str, into: str) -> str:
        end = self.start + len(out)
        if text[self.start : end] != out:
            raise UnreadableReport("splice")
        return text[: self.start] + into + text[end:]


def _longest(most: int, same: Callable[[int, int], bool]) -> int:
    """The largest number up to `most` of which `same(0, number)` holds; stretches are compared, not letters."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if same(low, middle):
            low = middle
        else:
            most = middle - 1
    return low
