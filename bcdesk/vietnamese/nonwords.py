"""Words that are no syllable as they are written: a mark on the wrong letter, keys left behind, two words in one."""

from __future__ import annotations

from collections.abc import Sequence

from bcdesk.vietnamese.context import Better, Context
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.letter_case import cased_like
from bcdesk.vietnamese.misspelling import Kind, Misspelling
from bcdesk.vietnamese.neighbours import TWO_KEYS, Neighbours
from bcdesk.vietnamese.placement import spellings
from bcdesk.vietnamese.syllables import has_tones, is_syllable, key
from bcdesk.vietnamese.telex import typed
from bcdesk.vietnamese.tidying import LOOK_ALIKES
from bcdesk.vietnamese.vocabulary import Vocabulary
from bcdesk.vietnamese.words import Piece, is_judged

_VOWELS = frozenset("aeiouy")
_SHORTEST = 2
_SUGGESTIONS = 5
_FOREIGN, _NAME = -4.0, 8.0  # so much better than any foreign word, or a name, must stand what is offered for it
_LEAD = 3.0


class Nonwords:
    """Finds what was meant by a word that is no syllable."""

    def __init__(self, context: Context, vocabulary: Vocabulary, neighbours: Neighbours, known: frozenset[str]) -> None:
        self._context = context
        self._vocabulary = vocabulary
        self._neighbours = neighbours
        self._known = known

    def found(self, row: Sequence[Piece], tokens: Sequence[int], at: int) -> Misspelling | None:
        """What is wrong with the word at `at`; None for a syllable, a name, a foreign or a known word."""
        word = row[at].text
        if len(word) < _SHORTEST or "'" in word or "’" in word or word.lower() in self._known:
            return None
        syllable = key(word)
        if syllable is not None:
            right = spellings(syllable)
            return None if word.lower() in right else _said(row[at], Kind.PLACEMENT, right[:1])
        unlike = word.translate(LOOK_ALIKES)
        if unlike != word:
            return _said(row[at], Kind.LETTER, (unlike,)) if is_syllable(unlike) else None
        return self._typed(row, tokens, at) or self._near(row, tokens, at) if _may_be_wrong(word) else None

    def _typed(self, row: Sequence[Piece], tokens: Sequence[int], at: int) -> Misspelling | None:
        """Keys left behind in a word with marks, or two words in one."""
        word = row[at].text
        if not is_judged(word) or row[at].is_capital:
            return None
        meant = self._neighbours.exactly(typed(word))
        if meant is not None:
            return _said(row[at], Kind.TELEX, (self._vocabulary.spelled(meant),))
        apart = self._apart(tokens, at, word)
        return _said(row[at], Kind.GLUED, apart) if apart else None

    def _apart(self, tokens: Sequence[int], at: int, word: str) -> tuple[str, ...]:
        """The ways to part a word into two that stand together elsewhere, the likeliest first."""
        ways = ((word[:cut], word[cut:]) for cut in range(_SHORTEST, len(word) - 1))
        pairs = [(first, second) for first, second in ways if is_syllable(first) and is_syllable(second)]
        sure = [" ".join(pair) for pair in pairs if pair[1][0].isupper() and pair[0][-1].islower()]
        likely = {" ".join(pair): self._together(tokens, at, *pair) for pair in pairs}
        return tuple(sure or sorted((way for way in likely if likely[way] > 0), key=lambda way: -likely[way]))

    def _together(self, tokens: Sequence[int], at: int, first: str, second: str) -> float:
        one, two = (self._vocabulary.id(key(word) or "") for word in (first, second))
        return self._context.pair(tokens[at - 1], one, two)

    def _near(self, row: Sequence[Piece], tokens: Sequence[int], at: int) -> Misspelling | None:
        """The syllables a few keys away, the one that stands best here first."""
        word = row[at].text
        meant = [pair for pair in self._neighbours.near(typed(word)) if is_judged(word) or pair[1] > TWO_KEYS]
        better = self._context.ranked(tokens, at, meant)
        if not _is_surely_wrong(row, at) and not _stands_out(better, _NAME if row[at].is_capital else _FOREIGN):
            return None
        return _said(
            row[at], Kind.SYLLABLE, tuple(self._vocabulary.spelled(one.token) for one in better[:_SUGGESTIONS])
        )


def _said(piece: Piece, kind: Kind, suggestions: tuple[str, ...]) -> Misspelling:
    cased = tuple(cased_like(suggestion, piece.text) for suggestion in suggestions)
    return Misspelling(piece.start, piece.end, kind, cased, certain=True)


def _may_be_wrong(word: str) -> bool:
    """Whether it could be Vietnamese: it has a vowel; acronyms and names of programs have capitals inside."""
    return not _VOWELS.isdisjoint(fold(word)) and (is_judged(word) or word[1:].islower())


def _is_surely_wrong(row: Sequence[Piece], at: int) -> bool:
    """Whether no name and no foreign word looks so: small letters with marks, or a rhyme that needs a tone (`cuc`)."""
    word = row[at].text
    if row[at].is_capital or is_judged(word):
        return not row[at].is_capital
    return has_tones(word) and any(is_judged(piece.text) for piece in (row[at - 1], row[at + 1]))


def _stands_out(better: Sequence[Better], needed: float) -> bool:
    """Whether one syllable stands so well that a foreign word, or a name, is unlikely there."""
    return bool(better) and better[0].gain > needed and (len(better) == 1 or better[0].gain - better[1].gain > _LEAD)
