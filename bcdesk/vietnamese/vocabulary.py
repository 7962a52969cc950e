"""The syllables that the counts know, each with its number, and the rows of numbers of a text."""

from __future__ import annotations

from pathlib import Path

from bcdesk.vietnamese.ngrams import ABSENT, BREAK, NUMBER, UNKNOWN
from bcdesk.vietnamese.placement import spelled
from bcdesk.vietnamese.syllables import key
from bcdesk.vietnamese.words import Piece, Sort


class Vocabulary:
    """The number of every known syllable and acronym; office words add the syllables that the law never uses."""

    def __init__(self, lines: list[str]) -> None:
        self.keys = [line.split("\t")[0] for line in lines]
        self._ids = {name: at for at, name in enumerate(self.keys)}

    @classmethod
    def read(cls, path: Path) -> Vocabulary:
        """The vocabulary in a file, whose line numbers are the ids."""
        return cls(path.read_text(encoding="utf-8").splitlines())

    def add(self, syllable: str) -> int:
        """The number of a syllable given by its key, a new one where it has none."""
        if syllable not in self._ids:
            self._ids[syllable] = len(self.keys)
            self.keys.append(syllable)
        return self._ids[syllable]

    def id(self, syllable: str) -> int:
        """The number of a syllable given by its key; ABSENT where it has none."""
        return self._ids.get(syllable, ABSENT)

    def syllables(self) -> list[int]:
        """The numbers of all syllables, without acronyms and the signs for breaks and numbers."""
        return [at for at, name in enumerate(self.keys) if name[-1].isdigit()]

    def spelled(self, token: int) -> str:
        """The syllable of a number, in small letters."""
        return spelled(self.keys[token])

    def of(self, piece: Piece) -> int:
        """The number that stands for a piece of a text."""
        if piece.sort is Sort.BREAK:
            return BREAK
        if piece.sort is Sort.NUMBER:
            return NUMBER
        acronym = self._ids.get(piece.text) if piece.text.isupper() else None
        if acronym is not None or piece.sort is Sort.ASIDE:
            return UNKNOWN if acronym is None else acronym
        syllable = key(piece.text)
        return UNKNOWN if syllable is None else self.id(syllable)
