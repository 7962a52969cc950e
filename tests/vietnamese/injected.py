"""Right texts with one error put into each of them by rule: they show what a kind of error does, not how good we are.

Figures on such errors are rosier than on real ones, which stand where the text is odd; they are never counted as real.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from random import Random

from bcdesk.vietnamese.folding import unmarked
from bcdesk.vietnamese.placement import spelled
from bcdesk.vietnamese.syllables import is_syllable, key
from bcdesk.vietnamese.telex import keystrokes
from tests.vietnamese.marked import Error, Typed

_WORD = re.compile(r"(?<![^\W_])[^\W\d_A-ZĐÀ-Ý]{2,}(?![^\W_])")
_ONSETS = {
    "s-x": (("s", "x"),),
    "ch-tr": (("ch", "tr"),),
    "d-gi-r": (("d", "gi"), ("d", "r"), ("gi", "r")),
    "l-n": (("l", "n"),),
}
_FINALS = {"n-ng": (("n", "ng"),), "final": (("c", "t"), ("nh", "ch"))}
_TONES = "012345"

Slip = Callable[[str, Random], str]


def injected(texts: Sequence[Typed], times: int) -> Iterator[Typed]:
    """The texts as they should be, each with one error; `times` of each kind, the same ones at every call."""
    right = [righted(text) for text in texts]
    for kind, slip in SLIPS.items():
        dice = Random(kind)
        tries = (_spoilt(text, kind, slip, dice) for text in cycle(right))
        yield from islice((one for one in tries if one is not None), times)


def righted(text: Typed) -> str:
    """A text as it should be."""
    right = text.text
    for error in reversed(text.errors):
        right = right[: error.start] + error.right + right[error.end :]
    return right


def _spoilt(text: str, kind: str, slip: Slip, dice: Random) -> Typed | None:
    words = [found for found in _WORD.finditer(text) if is_syllable(found[0])]
    if not words:
        return None
    word = dice.choice(words)
    wrong = slip(word[0], dice)
    if wrong in {"", word[0]}:
        return None
    error = Error(word.start(), word.start() + len(wrong), word[0], kind)
    return Typed(text[: word.start()] + wrong + text[word.end() :], (error,))


def _legal(syllable: str) -> str:
    return spelled(syllable) if is_syllable(spelled(syllable)) else ""


def _other_tone(word: str, dice: Random) -> str:
    syllable = _key(word)
    left = [tone for tone in _TONES[1:] if tone != syllable[-1] and {tone, syllable[-1]} != {"3", "4"}]
    return _legal(syllable[:-1] + dice.choice(left))


def _hook_or_tilde(word: str, _dice: Random) -> str:
    syllable = _key(word)
    return _legal(syllable[:-1] + {"3": "4", "4": "3"}[syllable[-1]]) if syllable[-1] in "34" else ""


def _without_tone(word: str, _dice: Random) -> str:
    return _legal(_key(word)[:-1] + "0")


def _without_hat(word: str, _dice: Random) -> str:
    syllable = _key(word)
    return _legal(unmarked(syllable[:-1]) + syllable[-1])


def _swapped(pairs: Sequence[tuple[str, str]], *, at_end: bool) -> Slip:
    def slip(word: str, dice: Random) -> str:
        base, tone = _key(word)[:-1], _key(word)[-1]
        ways = [pair for one, two in pairs for pair in ((one, two), (two, one))]
        fit = [(one, two) for one, two in ways if (base.endswith(one) if at_end else base.startswith(one))]
        if not fit:
            return ""
        one, two = dice.choice(fit)
        return _legal((base[: -len(one)] + two if at_end else two + base[len(one) :]) + tone)

    return slip


def _without_letter(word: str, dice: Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _letter_twice(word: str, dice: Random) -> str:
    at = dice.randrange(len(word))
    return word[: at + 1] + word[at:]


def _letters_swapped(word: str, dice: Random) -> str:
    at = dice.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _keys(word: str, _dice: Random) -> str:
    return keystrokes(_key(word))


def _twice(word: str, _dice: Random) -> str:
    return f"{word} {word}"


def _key(word: str) -> str:
    return key(word) or word


SLIPS: dict[str, Slip] = {
    "hoi-nga": _hook_or_tilde,
    "tone": _other_tone,
    "missing": _without_tone,
    "mark": _without_hat,
    **{kind: _swapped(pairs, at_end=False) for kind, pairs in _ONSETS.items()},
    **{kind: _swapped(pairs, at_end=True) for kind, pairs in _FINALS.items()},
    "letter": _without_letter,
    "double key": _letter_twice,
    "transposed": _letters_swapped,
    "telex": _keys,
    "repeated": _twice,
}
"""What the hand does to a word, by kind; empty where it cannot be done to that word."""
