"""What an office adds to the language: words of its own dictionary, and what its issued reports have taught."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` were added by the clerk, `phrases` learned; words or phrases of several words, in NFC."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def with_word(self, word: str) -> Lexicon:
        """The lexicon with one more word of the clerk's."""
        return self if word in self.words else replace(self, words=(*self.words, word))

    def without_word(self, word: str) -> Lexicon:
        """The lexicon without a word of the clerk's."""
        return replace(self, words=tuple(one for one in self.words if one != word))

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


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()
