"""The syllables of Vietnamese: which there are, and by what key two spellings of one syllable are alike."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from bcdesk.places import resources

TONES = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
"""The marks of huyền, sắc, hỏi, ngã and nặng with the digit each is in a key; no tone is 0."""


@lru_cache(maxsize=65_536)
def key(word: str) -> str | None:
    """The toneless base and the digit of the tone, wherever its mark stands: `uy3` for `ủy` and `Uỷ`.

    None where `word` is no legal syllable.
    """
    base, tones = tones_apart(word)
    tone = tones or "0"
    return base + tone if tone in _tones_of().get(base, "") else None


def has_tones(letters: str) -> bool:
    """Whether `letters`, which bear no tone, are a syllable with some tone."""
    return letters.lower() in _tones_of()


def tones_apart(word: str) -> tuple[str, str]:
    """The small letters of `word` without tones, hats kept, and the digits of the marks that stood on them."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    base = "".join(sign for sign in decomposed if sign not in TONES)
    return unicodedata.normalize("NFC", base), "".join(TONES[sign] for sign in decomposed if sign in TONES)


def is_syllable(word: str) -> bool:
    """Whether `word` is one legal syllable, in letters of any case."""
    return key(word) is not None


@cache
def _tones_of() -> dict[str, str]:
    lines = (resources() / "language" / "syllables.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines[1:])
