"""Which syllables may have been meant by another, and how readily the one is written for the other.

The weights are natural logarithms of how likely the slip is. The order of what offices confuse is that of the errors
counted in real commune reports (`vietnamese` §2): hỏi–ngã first, then the other tones, marks, onsets and finals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from bcdesk.vietnamese.folding import unmarked
from bcdesk.vietnamese.telex import keystrokes
from bcdesk.vietnamese.vocabulary import Vocabulary

HOOK_OR_TILDE, OTHER_TONE, TONE_MISSING = -3.0, -7.0, -6.5
OTHER_HATS, OTHER_HATS_AND_TONE = -7.0, -10.5
ONSET, FINAL = -5.0, -7.0
KEY_MISSING, KEY_TOO_MANY, KEY_BESIDE, KEYS_SWAPPED = -9.0, -9.0, -9.0, -9.0
FIRST_KEY_MISSING, OTHER_KEY = -10.5, -11.5
KEYS_LEFT = -4.0  # just its keys, left as they were typed (`lamf`)
TWO_KEYS = -14.0

_ONSETS = (
    ("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("v", "d"), ("l", "n"), ("g", "gh"), ("ng", "ngh"),
    ("c", "k"), ("c", "qu"),
)  # fmt: skip
_FINALS = (
    ("n", "ng"), ("c", "t"), ("nh", "n"), ("ch", "t"), ("ch", "c"), ("m", "n"), ("nh", "ng"), ("ch", "nh"), ("i", "y"),
    ("o", "u"),
)  # fmt: skip
_OPEN_I = re.compile(r"(?:[hklmst]|qu)[iy]\d")
_SHORTEST_FOR_TWO = 4
_TWO = 2
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ACROSS = (
    *((row, row[1:]) for row in _ROWS),
    *((upper[shift:], lower) for upper, lower in pairwise(_ROWS) for shift in (0, 1)),
)
_BESIDE = frozenset(
    pair for rows in _ACROSS for one, two in zip(*rows, strict=False) for pair in (one + two, two + one)
)
"""The pairs of keys that lie beside one another."""

Neighbour = tuple[int, float]


class Neighbours:
    """What may have been meant by each syllable of a vocabulary, found once and kept."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, tuple[Neighbour, ...]] = {}
        self._plain: dict[str, list[int]] = defaultdict(list)
        self._typed: dict[str, int] = {}
        self._shortened: dict[str, list[int]] = defaultdict(list)
        for token in vocabulary.syllables():
            syllable = vocabulary.keys[token]
            keys = keystrokes(syllable)
            self._plain[unmarked(syllable[:-1])].append(token)
            self._typed[keys] = token
            for short in {keys, *_without_one(keys)}:
                self._shortened[short].append(token)

    def of(self, syllable: str) -> tuple[Neighbour, ...]:
        """The ids of what may have been meant by the syllable of a key, the likeliest first."""
        if syllable not in self._known:
            found: dict[int, float] = {}
            for token, weight in (*self._same_letters(syllable), *self._swapped(syllable)):
                found[token] = max(weight, found.get(token, weight))
            for token, weight in self.near(keystrokes(syllable)):
                found.setdefault(token, weight)
            for same in (syllable, _other_i(syllable)):
                found.pop(self._vocabulary.id(same), None)
            self._known[syllable] = tuple(sorted(found.items(), key=lambda pair: -pair[1]))
        return self._known[syllable]

    def exactly(self, keys: str) -> int | None:
        """The syllable that these keystrokes make."""
        return self._typed.get(keys)

    def near(self, keys: str) -> Iterator[Neighbour]:
        """The syllables one or two keystrokes away, each once."""
        shorter = {keys, *_without_one(keys)}
        for token in dict.fromkeys(token for short in sorted(shorter) for token in self._shortened.get(short, ())):
            weight = slip_weight(keys, keystrokes(self._vocabulary.keys[token]))
            if weight is not None:
                yield token, weight
            elif len(keys) >= _SHORTEST_FOR_TWO:
                yield token, TWO_KEYS

    def _same_letters(self, syllable: str) -> Iterator[Neighbour]:
        base, tone = syllable[:-1], syllable[-1]
        for token in self._plain[unmarked(base)]:
            other = self._vocabulary.keys[token]
            same_tone = other[-1] == tone
            if other[:-1] == base:
                yield token, _tone_weight(tone, other[-1])
            else:
                yield token, OTHER_HATS if same_tone or (syllable.isascii() and tone == "0") else OTHER_HATS_AND_TONE

    def _swapped(self, syllable: str) -> Iterator[Neighbour]:
        base, tone = syllable[:-1], syllable[-1]
        for pairs, weight, swap in ((_ONSETS, ONSET, _other_onset), (_FINALS, FINAL, _other_final)):
            for one, other in (*pairs, *((second, first) for first, second in pairs)):
                token = self._vocabulary.id(swap(base, one, other) + tone)
                if token >= 0:
                    yield token, weight


def _tone_weight(tone: str, other: str) -> float:
    if {tone, other} == {"3", "4"}:
        return HOOK_OR_TILDE
    return TONE_MISSING if tone == "0" else OTHER_TONE


def _other_onset(base: str, one: str, other: str) -> str:
    return other + base[len(one) :] if base.startswith(one) else ""


def _other_final(base: str, one: str, other: str) -> str:
    return base[: -len(one)] + other if base.endswith(one) else ""


def _other_i(syllable: str) -> str:
    """The syllable written with the other letter for i (`kỹ, kĩ`): a matter of taste, never an error."""
    return f"{syllable[:-2]}{'i' if syllable[-2] == 'y' else 'y'}{syllable[-1]}" if _OPEN_I.fullmatch(syllable) else ""


def _without_one(keys: str) -> set[str]:
    return {keys[:at] + keys[at + 1 :] for at in range(len(keys))}


def slip_weight(keys: str, meant: str) -> float | None:
    """How readily one slip of the fingers makes `keys` of `meant`: a key too few, too many, beside, or too early.

    None where it takes more than one.
    """
    if keys == meant:
        return KEYS_LEFT
    if len(keys) == len(meant):
        differing = [at for at, (one, two) in enumerate(zip(keys, meant, strict=True)) if one != two]
        first, last = differing[0], differing[-1]
        if first == last:
            return KEY_BESIDE if keys[first] + meant[first] in _BESIDE else OTHER_KEY
        swapped = keys[first] == meant[last] and keys[last] == meant[first]
        return KEYS_SWAPPED if len(differing) == last - first + 1 == len("ab") and swapped else None
    if len(keys) + 1 == len(meant) and keys in _without_one(meant):
        return FIRST_KEY_MISSING if keys == meant[1:] else KEY_MISSING
    return KEY_TOO_MANY if len(keys) == len(meant) + 1 and meant in _without_one(keys) else None


def two_away(keys: str, other: str) -> bool:
    """Whether at most two keys must be typed otherwise."""
    if abs(len(keys) - len(other)) > _TWO:
        return False
    row = list(range(len(other) + 1))
    for count, letter in enumerate(keys, 1):
        last, row[0] = row[0], count
        for at, sign in enumerate(other, 1):
            last, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, last + (letter != sign))
    return row[-1] <= _TWO
