"""How well a syllable stands among its neighbours: the counts of the law, and the phrases of commune life beside them.

The law knows its own register only. A phrase that an office uses (`gieo sạ`, `cổ vũ`, a name) counts beside it: behind
a syllable that begins `n` such pairs, a share that grows with `n` is added for them. Nothing is taken from what the law
uses there: that a phrase is known makes no other one unlikely. So these are weights to compare, which may exceed 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import exp, inf, log

from bcdesk.vietnamese.ngrams import Ngrams
from bcdesk.vietnamese.syllables import key
from bcdesk.vietnamese.vocabulary import Vocabulary

_HALF_SHARE = 5.0  # so many pairs behind a syllable that the law never uses have half of its likelihood
_LAW_FOR_ONE = 1000.0  # so many places in the law weigh as much as one pair
_LARGEST_SHARE = 0.3
_TRIPLE_SHARE = 0.8
_SHARE_ALONE = 0.1
_EVERYWHERE = exp(-5.6)
_EXPECTED_TIMES, _EXPECTED_SHARE = 5, 0.03


class Likelihood:
    """The counts of the law with those of the phrases of an office."""

    def __init__(self, ngrams: Ngrams, vocabulary: Vocabulary, phrases: Iterable[str] = ()) -> None:
        self._ngrams = ngrams
        self._pairs: dict[int, Counter[int]] = defaultdict(Counter)
        self._triples: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        self._single: Counter[int] = Counter()
        for phrase in phrases:
            tokens = [vocabulary.add(found) for found in map(key, phrase.split()) if found]
            self._single.update(tokens)
            for first, second in pairwise(tokens):
                self._pairs[first][second] += 1
            for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
                self._triples[first, second][third] += 1
        self._all = sum(self._single.values()) or 1
        self._totals = {first: sum(behind.values()) for first, behind in self._pairs.items()}

    def followers(self, first: int) -> list[int]:
        """What the law leads one to expect behind a token."""
        return self._ngrams.followers(first, _EXPECTED_TIMES, _EXPECTED_SHARE)

    def has(self, first: int, second: int) -> bool:
        """Whether the two were seen together, in the law or in the phrases."""
        return self._ngrams.has(first, second) or second in self._pairs.get(first, ())

    def behind(self, first: int, second: int, token: int) -> float:
        """How likely `token` is behind `first second`."""
        alone = _SHARE_ALONE * self._single[token] / self._all * self._ngrams.weight(second)
        likely = self._ngrams.behind_two(first, second, token) + alone
        total = self._totals.get(second)
        if total:
            share = min(_LARGEST_SHARE, total / (total + _HALF_SHARE + self._ngrams.count(second) / _LAW_FOR_ONE))
            likely += share * self._pairs[second][token] / total
        third = self._triples.get((first, second))
        return likely + _TRIPLE_SHARE * third[token] / third.total() if third else likely

    def fit(self, first: int, second: int, token: int) -> float:
        """How much likelier the law has `token` behind `first second` than behind `second` whatever stood before."""
        return self._ngrams.behind_two(first, second, token) / self._ngrams.behind(second, token)

    def is_everywhere(self, token: int) -> bool:
        """Whether a token is one that stands behind anything (`của, các, trong`)."""
        return self._ngrams.alone(token) > _EVERYWHERE

    def standing(self, before: Sequence[int], token: int, after: Sequence[int], least: float = -inf) -> float:
        """The logarithm of how likely `token` is between the two tokens before and the two after it.

        It is not counted to its end where it can no longer be more than `least`.
        """
        (first, second), (third, fourth) = before, after
        total = log(self.behind(first, second, token))
        if total > least:
            total += log(self.behind(second, token, third))
        return total + log(self.behind(token, third, fourth)) if total > least else total
