"""The two places a tone mark may have: `hòa, ủy` and `hoà, uỷ`. Both are right, one of them in one document (VH-17)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bcdesk.vietnamese.slips import Slip

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _letters(vowel: str) -> str:
    return "".join(unicodedata.normalize("NFC", letter + tone) for letter in (vowel, vowel.upper()) for tone in _TONES)


_A, _E, _O, _U, _Y = map(_letters, "aeouy")
# Only open syllables have two forms, and `quý` has one.
_OLD = re.compile(rf"(?:[{_O}][aeAE]|(?<![qQ])[{_U}][yY])(?!\w)")
_NEW = re.compile(rf"(?:[oO][{_A}{_E}]|(?<![qQ])[uU][{_Y}])(?!\w)")
_PAIR = re.compile(f"{_OLD.pattern}|{_NEW.pattern}")


def old_style(text: str) -> str:
    """`text` with `uỷ, hoà` as `ủy, hòa`; every character keeps its place."""
    return _NEW.sub(lambda found: _moved(found[0]), text)


def mixed_tone_marks(texts: Sequence[str]) -> Iterator[tuple[int, Slip]]:
    """The words of a document that have the place of the minority, each with the number of its text.

    Where neither has more, the old place (`hòa, ủy`) is the better one.
    """
    found = [(at, pair) for at, text in enumerate(texts) for pair in _PAIR.finditer(text)]
    new = [_is_new(pair[0]) for _, pair in found]
    minority_is_new = sum(new) * 2 <= len(new)
    for (at, pair), is_new in zip(found, new, strict=True):
        if is_new is minority_is_new and len(set(new)) > 1:
            start, end = _word(texts[at], pair)
            changed = texts[at][start : pair.start()] + _moved(pair[0])
            yield at, Slip(start, end, "VH-17", (changed,), hint=True)


def _is_new(pair: str) -> bool:
    return _NEW.fullmatch(pair) is not None


def _moved(pair: str) -> str:
    """The pair with its tone mark on the other letter."""
    first, second = (unicodedata.normalize("NFD", letter) for letter in pair)
    tone = first[1:] or second[1:]
    swapped = (first[0], second[0] + tone) if first[1:] else (first[0] + tone, second[0])
    return unicodedata.normalize("NFC", "".join(swapped))


def _word(text: str, pair: re.Match[str]) -> tuple[int, int]:
    start = pair.start()
    while start and text[start - 1].isalpha():
        start -= 1
    return start, pair.end()
