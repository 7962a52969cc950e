"""Rows of words that mean something together, found in a text wherever the tone marks are placed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from bcdesk.vietnamese.syllables import key
from bcdesk.vietnamese.words import Piece

T = TypeVar("T")


def name(word: str) -> str:
    """By what two spellings of a word are alike: the key of a syllable, the small letters of another word."""
    return key(word) or word.lower()


class Phrases(Generic[T]):
    """Phrases of one word or more, each with what is known of it."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for phrase, value in phrases:
            words = tuple(map(name, phrase.split()))
            if words:
                self._by_first[words[0]].append((words, value))
        for known in self._by_first.values():
            known.sort(key=lambda pair: -len(pair[0]))

    def at(self, names: Sequence[str], at: int) -> Iterator[tuple[int, T]]:
        """The phrases that begin at a word of a row, the longest first: the place behind, and what is known."""
        for words, value in self._by_first.get(names[at], ()):
            if tuple(names[at : at + len(words)]) == words:
                yield at + len(words), value


class RightPhrases:
    """Phrases that are right as they stand; a word with a capital in one (`Tân Bình`) is right with a capital only."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = Phrases((phrase, tuple(word[0].isupper() for word in phrase.split())) for phrase in phrases)

    def inside(self, row: Sequence[Piece]) -> set[int]:
        """Where in a row the words of the phrases stand."""
        found = names(row)
        return {
            place
            for at in range(len(found))
            for end, capitals in self._phrases.at(found, at)
            if all(piece.is_capital or not capital for piece, capital in zip(row[at:end], capitals, strict=True))
            for place in range(at, end)
        }


def names(row: Sequence[Piece]) -> list[str]:
    """The names of a row of pieces."""
    return [name(piece.text) for piece in row]
