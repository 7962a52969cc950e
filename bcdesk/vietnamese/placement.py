"""On which letter of a syllable its tone mark stands."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bcdesk.vietnamese.syllables import TONES

_MARKS = {digit: mark for mark, digit in TONES.items()}
_PARTS = re.compile("(?P<onset>qu|gi(?=[aăâeêioôơuưy])|[^aăâeêioôơuưy]*)(?P<vowels>[aăâeêioôơuưy]+)(?P<coda>.*)")
_HATTED = "ăâêôơư"
_TWO_PLACES = ("oa", "oe", "uy")
"""Open rhymes whose mark may stand on either letter: `hòa, hoà`."""


@lru_cache(maxsize=65_536)
def spellings(syllable: str) -> tuple[str, ...]:
    """How a syllable given by its key is written in small letters: `hoa1` is `hòa` or `hoà`, the older way first."""
    base, tone = syllable[:-1], syllable[-1]
    found = _PARTS.fullmatch(base)
    if tone not in _MARKS or found is None:
        return (base,)
    start = found.start("vowels")
    places = _places(found["vowels"], closed=bool(found["coda"]))
    return tuple(_with_mark(base, start + place, _MARKS[tone]) for place in places)


def spelled(syllable: str) -> str:
    """The older of its ways (`hòa`), which is the more usual in offices."""
    return spellings(syllable)[0]


def _places(vowels: str, *, closed: bool) -> tuple[int, ...]:
    hatted = [place for place, letter in enumerate(vowels) if letter in _HATTED]
    if hatted:
        return (hatted[-1],)
    if vowels in _TWO_PLACES and not closed:
        return 0, 1
    middle = len(vowels) + closed > len("oa")
    return (1,) if middle else (0,)


def _with_mark(base: str, place: int, mark: str) -> str:
    return base[:place] + unicodedata.normalize("NFC", base[place] + mark) + base[place + 1 :]
