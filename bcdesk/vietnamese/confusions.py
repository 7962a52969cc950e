"""Wrong forms of office Vietnamese that are wrong wherever they stand (`nổ lực` for `nỗ lực`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcdesk.vietnamese.letter_case import cased_like
from bcdesk.vietnamese.misspelling import Kind, Misspelling
from bcdesk.vietnamese.phrases import Phrases, name, names
from bcdesk.vietnamese.words import Piece


@dataclass(frozen=True, slots=True)
class Confusion:
    """The right form for a wrong one, which is right itself behind or before one of the other words."""

    right: tuple[str, ...]
    unless_behind: frozenset[str]
    unless_before: frozenset[str]


class Confusions:
    """The table of wrong forms."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._wrong = Phrases((line.split("\t")[0], _confusion(*line.split("\t")[1:])) for line in lines)

    @classmethod
    def read(cls, path: Path) -> Confusions:
        """The table in a file with a header: wrong, right, kind, unless behind, unless before."""
        return cls(path.read_text(encoding="utf-8").splitlines()[1:])

    def found(self, row: Sequence[Piece]) -> Iterator[Misspelling]:
        """The wrong forms in a row of pieces, the longest where several begin at one word, none overlapping."""
        known, at = names(row), 0
        while at < len(row):
            behind = known[at - 1]
            for end, one in self._wrong.at(known, at):
                if behind not in one.unless_behind and known[min(end, len(row) - 1)] not in one.unless_before:
                    yield _marked(one, row[at:end])
                    at = end - 1
                    break
            at += 1


def _confusion(right: str, _kind: str, behind: str = "", before: str = "", *_counts: str) -> Confusion:
    return Confusion(tuple(right.split()), *(frozenset(map(name, words.split())) for words in (behind, before)))


def _marked(one: Confusion, found: Sequence[Piece]) -> Misspelling:
    """The words of the form that differ, with the right ones."""
    pairs = zip(found, one.right, strict=True)
    differing = [at for at, (piece, right) in enumerate(pairs) if name(piece.text) != name(right)]
    first, last = differing[0], differing[-1] + 1
    right = " ".join(cased_like(one.right[at], found[at].text) for at in range(first, last))
    return Misspelling(found[first].start, found[last - 1].end, Kind.CONFUSION, (right,), certain=True)
