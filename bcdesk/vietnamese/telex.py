"""Telex, the way nearly every office types: a syllable as its keystrokes, and keys left behind in a word."""

from __future__ import annotations

from functools import lru_cache

from bcdesk.vietnamese.syllables import tones_apart

_KEYS = str.maketrans({"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"})
_TONE_KEYS = "fsrxj"  # huyền, sắc, hỏi, ngã, nặng: the digits 1 to 5 of a key


@lru_cache(maxsize=65_536)
def keystrokes(syllable: str) -> str:
    """The keys of a syllable given by its key (`uy3`): the letters with their hats, the tone last (`uyr`)."""
    return _typed(syllable[:-1], syllable[-1])


def typed(word: str) -> str:
    """The keys that `word` was typed with, those still in it included: `thuwjc` and `thưcj` are those of `thực`."""
    base, tones = tones_apart(word)
    if tones:
        return _typed(base, tones[-1])
    at = max(base.rfind(letter, 1) for letter in _TONE_KEYS)
    if at > 0:
        base, tones = base[:at] + base[at + 1 :], str(_TONE_KEYS.index(base[at]) + 1)
    return _typed(base, tones or "0")


def _typed(base: str, tone: str) -> str:
    keys = base.translate(_KEYS)
    if "uow" in keys and "uwow" not in keys and not keys.endswith("uow"):
        keys = keys.replace("uow", "uwow")  # one key makes both hats of ươ
    return keys + (_TONE_KEYS[int(tone) - 1] if tone != "0" else "")
