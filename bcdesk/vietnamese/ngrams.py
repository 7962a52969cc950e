"""How likely a syllable is behind two others: counts of legal Vietnamese, kept in arrays and looked up by bisection.

The format of the two files, how they were counted and pruned, and test values stand in `resources/language/README.md`.
Pruning kept the totals of the contexts, so the likelihoods behind a context add up to 1.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from math import exp
from pathlib import Path

MAGIC = 0x474E4356
UNKNOWN, BREAK, NUMBER = 0, 1, 2
"""The ids of a word that is no syllable, of punctuation and the start of a line, and of any number."""

ABSENT = -1
"""Stands for a legal syllable that the counts have never seen."""

_DISCOUNT = 0.75
_FLOOR = 0.1  # what a token never seen counts, for a likelihood above zero
_COUNTS = tuple(exp(step / 16) for step in range(256))
_WEIGHTS = tuple(exp(-step / 32) for step in range(256))


class Ngrams:
    """The counts of single tokens, pairs and triples; every id is that of a line of the vocabulary."""

    def __init__(self, data: bytes) -> None:
        """Read the table; raises ValueError where `data` is not such a table."""
        header = _whole(data[:32], "I")
        if header[0] != MAGIC:
            raise ValueError("not a table of n-grams")
        self.size, pairs, triples = header[2], header[3], header[4]
        rest = memoryview(data)[32:]
        taken = 0

        def part(code: str, length: int) -> array[int]:
            nonlocal taken
            start, taken = taken, taken + length * array(code).itemsize
            return _whole(rest[start:taken], code)

        self._single, self._left, self._first = (part("I", self.size + extra) for extra in (0, 0, 1))
        self._pair_first = part("I", pairs + 1)
        self._second, self._third = part("H", pairs), part("H", triples)
        self._single_weight, self._pair_weight = part("B", self.size), part("B", pairs)
        self._pair_count, self._triple_count = part("B", pairs), part("B", triples)
        self._all_left = sum(self._left) + _FLOOR * self.size

    @classmethod
    def read(cls, path: Path) -> Ngrams:
        """The table in a file."""
        return cls(path.read_bytes())

    def count(self, token: int) -> int:
        """How often a token was seen."""
        return self._single[token] if 0 <= token < self.size else 0

    def alone(self, token: int) -> float:
        """How likely a token is in any context: by how many different ones it follows."""
        return ((self._left[token] if 0 <= token < self.size else 0) + _FLOOR) / self._all_left

    def behind(self, first: int, token: int) -> float:
        """How likely `token` is behind `first`."""
        if not 0 <= first < self.size:
            return self.alone(token)
        row = self._row(first, token)
        seen = (_COUNTS[self._pair_count[row]] - _DISCOUNT) / self._single[first] if row >= 0 else 0.0
        return seen + _WEIGHTS[self._single_weight[first]] * self.alone(token)

    def behind_two(self, first: int, second: int, token: int) -> float:
        """How likely `token` is behind `first second`."""
        shorter = self.behind(second, token)
        row = self._row(first, second)
        if row < 0:
            return shorter
        seen = 0.0
        end = self._pair_first[row + 1]
        at = bisect_left(self._third, token, self._pair_first[row], end) if token >= 0 else end
        if at < end and self._third[at] == token:
            seen = (_COUNTS[self._triple_count[at]] - _DISCOUNT) / _COUNTS[self._pair_count[row]]
        return seen + _WEIGHTS[self._pair_weight[row]] * shorter

    def has(self, first: int, second: int) -> bool:
        """Whether the table keeps the pair."""
        return self._row(first, second) >= 0

    def weight(self, first: int) -> float:
        """The share of the likelihood behind `first` that is left to what was never seen there."""
        return _WEIGHTS[self._single_weight[first]] if 0 <= first < self.size else 1.0

    def followers(self, first: int, least: int, share: float) -> list[int]:
        """The tokens behind `first` seen `least` times or more and in that share of all its places."""
        if not 0 <= first < self.size:
            return []
        wanted = max(least, share * self._single[first])
        rows = range(self._first[first], self._first[first + 1])
        return [self._second[row] for row in rows if _COUNTS[self._pair_count[row]] >= wanted]

    def _row(self, first: int, second: int) -> int:
        if not 0 <= first < self.size or second < 0:
            return -1
        end = self._first[first + 1]
        at = bisect_left(self._second, second, self._first[first], end)
        return at if at < end and self._second[at] == second else -1


def _whole(data: bytes | memoryview, code: str) -> array[int]:
    found = array(code)
    found.frombytes(data)
    if sys.byteorder == "big":
        found.byteswap()
    return found
