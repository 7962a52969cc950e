"""Comparing and sorting Vietnamese text: without marks for finding and naming, by the alphabet for lists."""

from __future__ import annotations

import unicodedata
from functools import cache

from bcdesk.vietnamese.text import nfc

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_BEFORE_LETTERS, _BEHIND_LETTERS = 128, 1000
_LETTER_ORDER = {letter: _BEFORE_LETTERS + place for place, letter in enumerate(_ALPHABET)}


def unmarked(text: str) -> str:
    """`text` without tones and hats, đ as d; `Đường` becomes `Duong`."""
    letters = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return letters.replace("đ", "d").replace("Đ", "D")


@cache
def _folded(character: str) -> str:
    return unmarked(character).casefold()


def fold(text: str) -> str:
    """`text` without tones, hats and case, đ as d: `Đường` and `duong` fold alike."""
    return "".join(map(_folded, text))


def holds_words(text: str, typed: str) -> bool:
    """Whether `text` holds each of the typed words, in any order, typed with marks or without."""
    folded = fold(text)
    return all(word in folded for word in fold(typed).split())


def fold_with_places(text: str) -> tuple[str, tuple[int, ...]]:
    """`fold(text)`, and for each of its characters the index in `text` it came from."""
    parts = [_folded(character) for character in text]
    return "".join(parts), tuple(index for index, part in enumerate(parts) for _ in part)


def sort_key(text: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...], str], ...]:
    """The key that sorts by the Vietnamese alphabet: word by word its letters, then tones, then small before capital.

    The order of tones is that of Vietnamese dictionaries: none, huyền, hỏi, ngã, sắc, nặng (`vietnamese` §6).
    """
    return tuple(_word_key(word) for word in nfc(text).split())


def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    pairs = [_letter_and_tone(letter) for letter in word.lower()]
    return tuple(letter for letter, _ in pairs), tuple(tone for _, tone in pairs), word.swapcase()


@cache
def _letter_and_tone(letter: str) -> tuple[int, int]:
    decomposed = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), 0)
    base = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    # What is no Vietnamese letter stands before (digits, signs) or behind (foreign letters) the alphabet.
    code = ord(base[0]) if base else 0
    return _LETTER_ORDER.get(base, code if code < _BEFORE_LETTERS else code + _BEHIND_LETTERS), tone
