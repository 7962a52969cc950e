"""What an office adds to the language: words of its own dictionary, and what its issued reports have taught."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bcdesk.vietnamese.words import Piece, Sort, is_judged, pieces

_REPORTS = 2  # a name or phrase is the office's own when so many issued reports have it
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` were added by the clerk, `phrases` learned; words or phrases of several words, in NFC."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def with_word(self, word: str) -> Lexicon:
        """The lexicon with one more word of the clerk's."""
        return self if word in self.words else Lexicon((*self.words, word), self.phrases)

    def without_word(self, word: str) -> Lexicon:
        """The lexicon without a word of the clerk's."""
        return Lexicon(tuple(one for one in self.words if one != word), self.phrases)

    def plain(self) -> dict[str, list[str]]:
        """The lexicon as plain values, to be kept as a setting."""
        return {"words": list(self.words), "phrases": list(self.phrases)}

    @classmethod
    def from_plain(cls, value: Any) -> Lexicon:
        """The lexicon of a setting; what is no lexicon is an empty one."""
        kept = value if isinstance(value, dict) else {}
        return cls(*(_texts(kept.get(name)) for name in ("words", "phrases")))


NOTHING_OWN = Lexicon()
"""The lexicon of an office that has added nothing yet."""


def names(reports: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The names (`Kon Trăng`, `Rơ Châm H'Lốt`) that two of the reports have, each given by its texts."""
    seen: Counter[str] = Counter()
    for texts in reports:
        seen.update({name for text in texts if is_judged(text) for name in _names(pieces(text))})
    return tuple(sorted(name for name, times in seen.items() if times >= _REPORTS))


def _names(row: Sequence[Piece]) -> Iterator[str]:
    """The runs of words with a capital inside a sentence; where a sentence begins, a capital proves no name."""
    before = row[0]
    for is_name, run in groupby(row, key=_is_name):
        words = list(run)
        if is_name and before.sort is not Sort.BREAK and len(words) <= _LONGEST_NAME:
            yield " ".join(piece.text for piece in words)
        before = words[-1]


def _is_name(piece: Piece) -> bool:
    return piece.is_word and piece.is_capital and not (piece.text.isupper() and len(piece.text) > 1)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()
