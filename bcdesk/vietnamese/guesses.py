"""What is wrong by its context only: a legal syllable that another one would fit much better, and doubled words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcdesk.vietnamese.context import Better, Context
from bcdesk.vietnamese.letter_case import cased_like
from bcdesk.vietnamese.misspelling import Kind, Misspelling
from bcdesk.vietnamese.phrases import RightPhrases
from bcdesk.vietnamese.slips import begins_sentence
from bcdesk.vietnamese.syllables import key
from bcdesk.vietnamese.vocabulary import Vocabulary
from bcdesk.vietnamese.words import Piece, pieces

_SUGGESTIONS = 4
_ONE_CAPITAL, _NAME = 3.0, 6.0
_BACKED = 1.5  # how much surer for each neighbour that the word was seen beside
_REACH = 2


class Sentence:
    """A paragraph as it is read: its pieces, the tokens they are taken for, and what was found in it so far."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        row = pieces(text)
        self.row = (row[0], *row, row[-1])  # two tokens stand before and behind each word
        self.tokens = [vocabulary.of(piece) for piece in self.row]
        self.found: list[Misspelling] = []
        self._vocabulary = vocabulary
        self._closed: set[int] = set()

    def open_words(self) -> Iterator[int]:
        """Where a word stands of which nothing has been said yet."""
        return (at for at, piece in enumerate(self.row) if piece.is_word and at not in self._closed)

    def leave(self, right: RightPhrases) -> None:
        """Say nothing of the words inside phrases that are right here, whatever else is known of them."""
        self._closed.update(right.inside(self.row))

    def take(self, slips: Iterable[Misspelling]) -> None:
        """Keep what was found, and read its words from now on as their best suggestion."""
        for slip in slips:
            inside = [at for at, piece in enumerate(self.row) if slip.start <= piece.start < slip.end]
            if not self._closed.isdisjoint(inside):
                continue
            self.found.append(slip)
            self._closed.update(inside)
            words = slip.suggestions[0].split() if slip.suggestions else []
            for at, word in zip(inside, words, strict=False):
                self.tokens[at] = self._vocabulary.id(key(word) or "")


class Guesses:
    """Asks the context; what stands inside a phrase that is known to be right is not doubted."""

    def __init__(self, context: Context, vocabulary: Vocabulary, right: RightPhrases, margin: float) -> None:
        self._context = context
        self._vocabulary = vocabulary
        self._right = right
        self._margin = margin

    def repeated(self, sentence: Sentence) -> Iterator[Misspelling]:
        """Words the hand has doubled (`của của`), not those the language doubles or two phrases share."""
        row, right = sentence.row, self._right.inside(sentence.row)
        for at in sentence.open_words():
            before = row[at - 1]
            if before.text != row[at].text or not before.is_word or row[at].is_capital or {at - 1, at} <= right:
                continue
            if self._context.is_doubled(sentence.tokens, at):
                yield Misspelling(before.start, row[at].end, Kind.REPEAT, (before.text,), certain=False)

    def doubtful(self, sentence: Sentence) -> Iterator[Misspelling]:
        """The syllables that others would fit better, the clearest first, each read rightly before the next is asked.

        So a word is not doubted for the slip of its neighbour.
        """
        right = self._right.inside(sentence.row)
        words = {at for at in sentence.open_words() if at not in right}
        doubts = {at: better for at in words if (better := self._better(sentence, at))}
        while doubts:
            at = max(doubts, key=lambda place: doubts[place][0].gain)
            better = doubts.pop(at)
            words.discard(at)
            sentence.tokens[at] = better[0].token
            yield self._said(sentence.row[at], better)
            for near in words.intersection(range(at - _REACH, at + _REACH + 1)):
                doubts[near] = self._better(sentence, near)
            doubts = {place: found for place, found in doubts.items() if found}

    def _better(self, sentence: Sentence, at: int) -> list[Better]:
        syllable = key(sentence.row[at].text)
        needed = self._margin + _caution(sentence, at) + _BACKED * self._context.backing(sentence.tokens, at)
        return self._context.better(sentence.tokens, at, syllable, needed) if syllable else []

    def _said(self, piece: Piece, better: list[Better]) -> Misspelling:
        words = tuple(cased_like(self._vocabulary.spelled(one.token), piece.text) for one in better[:_SUGGESTIONS])
        return Misspelling(piece.start, piece.end, Kind.CONTEXT, words, certain=False)


def _caution(sentence: Sentence, at: int) -> float:
    """How much surer one must be of a word with a capital: it may be a name."""
    word, beside = sentence.row[at], (sentence.row[at - 1], sentence.row[at + 1])
    if not word.is_capital:
        return 0.0
    if any(piece.is_capital and piece.is_word for piece in beside):
        return _NAME
    return 0.0 if begins_sentence(sentence.text, word.start) else _ONE_CAPITAL
