"""Legal syllables in the wrong place (`đại phát thanh`), and words doubled by the hand, told from what stands around.

A syllable is doubted when another one that may have been meant stands there so much better that it outweighs how rare
that slip is (`resources/language/README.md`, the recipe).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from operator import attrgetter

from bcdesk.vietnamese.likelihood import Likelihood
from bcdesk.vietnamese.neighbours import Neighbour, Neighbours, two_away
from bcdesk.vietnamese.ngrams import BREAK
from bcdesk.vietnamese.telex import keystrokes
from bcdesk.vietnamese.vocabulary import Vocabulary

BALANCED, QUIET = 3.5, 4.5
"""How much better the other must stand: for a draft, and for a text that is printed today."""

_DOUBLED, _FITTING = 5.0, 0.35
_EXPECTED = -13.0  # two keys away, but just what the neighbours ask for


@dataclass(frozen=True, slots=True)
class Better:
    """A syllable that would stand better, and by how much."""

    token: int
    gain: float


class Context:
    """What would stand better in a row of tokens."""

    def __init__(self, likelihood: Likelihood, vocabulary: Vocabulary, neighbours: Neighbours) -> None:
        self._likelihood = likelihood
        self._vocabulary = vocabulary
        self._neighbours = neighbours
        self._expected: dict[tuple[str, int], tuple[Neighbour, ...]] = {}

    def better(self, tokens: Sequence[int], at: int, syllable: str, least: float) -> list[Better]:
        """What would stand better by more than `least` where the syllable of a key stands, the best first."""
        before, after = tokens[at - 2 : at], tokens[at + 1 : at + 3]
        enough = least + self._likelihood.standing(before, tokens[at], after)
        found = [
            Better(token, self._likelihood.standing(before, token, after, enough - weight) - enough + least + weight)
            for token, weight in self._meant(syllable, before[1])
            if weight > enough
        ]
        return sorted((one for one in found if one.gain > least), key=attrgetter("gain"), reverse=True)

    def ranked(self, tokens: Sequence[int], at: int, meant: Iterable[Neighbour]) -> list[Better]:
        """What may be meant at `at`, the best first, each with how much better it stands than what is there."""
        now = self._standing(tokens, at, tokens[at])
        found = [Better(token, self._standing(tokens, at, token) - now + weight) for token, weight in meant]
        return sorted(found, key=attrgetter("gain"), reverse=True)

    def backing(self, tokens: Sequence[int], at: int) -> int:
        """How many of the two neighbours of the token at `at` it was seen beside."""
        return sum(self._likelihood.has(*pair) for pair in pairwise(tokens[at - 1 : at + 2]))

    def pair(self, before: int, first: int, second: int) -> float:
        """How likely two tokens are behind another; 0 where they were never seen together."""
        seen = self._likelihood.has(first, second)
        return self._likelihood.behind(BREAK, before, first) * self._likelihood.behind(before, first, second) * seen

    def _standing(self, tokens: Sequence[int], at: int, token: int) -> float:
        return self._likelihood.standing(tokens[at - 2 : at], token, tokens[at + 1 : at + 3])

    def _meant(self, syllable: str, before: int) -> Iterator[Neighbour]:
        yield from self._neighbours.of(syllable)
        known = (syllable, before)
        if known not in self._expected:
            self._expected[known] = tuple(self._asked_for(syllable, before))
        yield from self._expected[known]

    def _asked_for(self, syllable: str, before: int) -> Iterator[Neighbour]:
        near = {token for token, weight in self._neighbours.of(syllable) if weight >= _EXPECTED}
        keys = keystrokes(syllable)
        for token in self._likelihood.followers(before):
            name = self._vocabulary.keys[token]
            if token not in near and name[-1].isdigit() and two_away(keys, keystrokes(name)):
                yield token, _EXPECTED

    def is_doubled(self, tokens: Sequence[int], at: int) -> bool:
        """Whether the token at `at` repeats the one before it by a slip, and not where two phrases meet.

        Where they meet (`thực hiện | hiện đại hóa`) what follows goes ill with what stood before the two.
        """
        first, word, third = tokens[at - 2], tokens[at], tokens[at + 1]
        behind = self._likelihood.behind
        once = behind(first, word, third)
        twice = behind(first, word, word) * behind(word, word, third)
        fits = self._likelihood.fit(first, word, third) > _FITTING
        return log(once / twice) > _DOUBLED and (fits or self._likelihood.is_everywhere(word))
