"""What issued reports teach: the names of an office, and the phrases that stand in several of them.

A word that was thought wrong is never learned, however often it was issued: a slip that comes back each quarter stays
a slip.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bcdesk.vietnamese.spelling import Proofreader
from bcdesk.vietnamese.syllables import is_syllable
from bcdesk.vietnamese.words import Piece, Sort, is_judged, pieces

_REPORTS = 2  # what so many issued reports have is the office's own
_LONGEST_NAME = 6


def learned(reports: Iterable[Sequence[str]], proofreader: Proofreader) -> tuple[str, ...]:
    """The names (`Kon Trăng`) and pairs of words unknown so far that two reports have, each given by its paragraphs.

    It takes about as long as proofreading the reports. The result is for `Lexicon.phrases`.
    """
    seen: Counter[str] = Counter()
    for texts in reports:
        seen.update(frozenset().union(*(taught(text, proofreader) for text in texts)))
    return in_several(seen)


def taught(text: str, proofreader: Proofreader) -> frozenset[str]:
    """The names and the pairs of words unknown so far of one paragraph."""
    return frozenset(_names(pieces(text))) | proofreader.new_pairs(text) if is_judged(text) else frozenset()


def in_several(seen: Counter[str]) -> tuple[str, ...]:
    """What so many reports have that it is the office's own, of what was `seen` once for each report that has it."""
    return tuple(sorted(phrase for phrase, times in seen.items() if times >= _REPORTS))


def _names(row: Sequence[Piece]) -> Iterator[str]:
    """The runs of words with a capital inside a sentence; where a sentence begins, a capital proves no name."""
    before = row[0]
    for is_name, run in groupby(row, key=_is_name):
        words = list(run)
        if is_name and before.sort is not Sort.BREAK and _says_enough(words):
            yield " ".join(piece.text for piece in words)
        before = words[-1]


def _says_enough(words: Sequence[Piece]) -> bool:
    """Whether they can only be a name: one syllable alone (`Chủ tịch`) may be any word."""
    return 1 < len(words) <= _LONGEST_NAME or not is_syllable(words[0].text)


def _is_name(piece: Piece) -> bool:
    return piece.is_word and piece.is_capital and not (piece.text.isupper() and len(piece.text) > 1)
