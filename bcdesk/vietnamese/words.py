"""A text as a row of words, numbers and breaks, the way the counts of the law were taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_PIECES = re.compile(r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<number>\d+(?:[.,/]\d+)*)|(?P<space>[ \t\xa0]+)|[\W_]")
_ADDRESSES = re.compile(r"\S*(?:@|://|\\|www\.|_)\S*|\S+\.(?:docx?|xlsx?|pptx?|pdf|txt|vn|com|org|net|jpe?g|png|zip)\b")
_MARKED = re.compile("[À-ỹđĐ]")
_LONGEST_ACRONYM = 5


class Sort(Enum):
    """What a piece of a text is; an ASIDE is a word that is not judged: an acronym, a part of an address."""

    WORD = auto()
    ASIDE = auto()
    NUMBER = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a number or a run of punctuation, by its place in the text; breaks outside the text are empty."""

    sort: Sort
    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word to be judged."""
        return self.sort is Sort.WORD

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


def is_judged(text: str) -> bool:
    """Whether a text is Vietnamese with its marks; what has none is a file name, an address, a code."""
    return _MARKED.search(text) is not None


def pieces(text: str) -> tuple[Piece, ...]:
    """The row of pieces of a text in NFC, with a break before and behind, none beside another."""
    row = [Piece(Sort.BREAK, "", 0, 0)]
    for piece in (*_found(text), Piece(Sort.BREAK, "", len(text), len(text))):
        if piece.sort is not Sort.BREAK or row[-1].sort is not Sort.BREAK:
            row.append(piece)
    capitals = [piece.text.isupper() and len(piece.text) > 1 for piece in row]
    return tuple(
        Piece(Sort.ASIDE, piece.text, piece.start, piece.end)
        if capitals[at]
        and piece.is_word
        and _is_acronym(piece.text, beside_capitals=capitals[at - 1] or capitals[at + 1])
        else piece
        for at, piece in enumerate(row)
    )


def _found(text: str) -> Iterator[Piece]:
    asides = [found.span() for found in _ADDRESSES.finditer(text)]
    for found in _PIECES.finditer(text):
        start, end = found.span()
        if found["word"]:
            inside = any(first <= start < last for first, last in asides)
            yield Piece(Sort.ASIDE if inside or _is_code(text, start, end) else Sort.WORD, found[0], start, end)
        elif not found["space"]:
            yield Piece(Sort.NUMBER if found["number"] else Sort.BREAK, found[0], start, end)


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether a digit hangs on the word (`ĐT100`, `2km`), unless it is a small word with its marks (`11năm`)."""
    if text[end : end + 1].isdigit():
        return True
    return text[start - 1 : start].isdigit() and not (is_judged(text[start:end]) and text[start:end].islower())


def _is_acronym(word: str, *, beside_capitals: bool) -> bool:
    return not beside_capitals and len(word) <= _LONGEST_ACRONYM
