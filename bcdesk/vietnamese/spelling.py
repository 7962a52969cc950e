"""The proofreader: it marks what is thought to be written wrongly in a text, and what may have been meant.

It loads several megabytes and thinks a while about a long text: load it and ask it behind the window, never while a
key is handled. It may be asked from any thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from bcdesk.places import resources
from bcdesk.vietnamese.confusions import Confusions
from bcdesk.vietnamese.context import BALANCED, Context
from bcdesk.vietnamese.guesses import Guesses, Sentence
from bcdesk.vietnamese.lexicon import NOTHING_OWN, Lexicon
from bcdesk.vietnamese.likelihood import Likelihood
from bcdesk.vietnamese.misspelling import Misspelling
from bcdesk.vietnamese.neighbours import Neighbours
from bcdesk.vietnamese.ngrams import Ngrams
from bcdesk.vietnamese.nonwords import Nonwords
from bcdesk.vietnamese.phrases import RightPhrases
from bcdesk.vietnamese.vocabulary import Vocabulary
from bcdesk.vietnamese.words import Piece, is_judged, pieces

_DATA = resources() / "language"
_KEPT = 4096


class Proofreader:
    """Finds the misspellings of a paragraph; what it found is kept by the paragraph's text."""

    def __init__(self, lexicon: Lexicon = NOTHING_OWN, margin: float = BALANCED) -> None:
        """Load the language with an office's own words; `margin` is how sure a guess must be (BALANCED, QUIET)."""
        own = (*lexicon.words, *lexicon.phrases)
        phrases = (*_column("office-words.tsv"), *_list("phrases.txt"), *_heads("compounds.txt"), *own)
        self._vocabulary = Vocabulary.read(_DATA / "ngrams-law.vocab.tsv")
        self._likelihood = Likelihood(_ngrams(), self._vocabulary, phrases)
        neighbours = Neighbours(self._vocabulary)
        context = Context(self._likelihood, self._vocabulary, neighbours)
        known = frozenset(phrase.lower() for phrase in (*phrases, *_column("place-syllables.tsv")))
        self._confusions = Confusions.read(_DATA / "confusions.tsv")
        self._nonwords = Nonwords(context, self._vocabulary, neighbours, known)
        self._guesses = Guesses(context, self._vocabulary, RightPhrases(phrases), margin)
        self._own = RightPhrases(lexicon.words)
        self._kept = lru_cache(maxsize=_KEPT)(self._read)

    def slips(self, text: str) -> tuple[Misspelling, ...]:
        """What is thought to be wrong in a paragraph in NFC, in its order, none overlapping.

        Nothing in a text without any mark: that is a file name, an address, a code.
        """
        return self._kept(text) if is_judged(text) else ()

    def new_pairs(self, text: str) -> frozenset[str]:
        """The words beside one another that neither the law nor the phrases know, where nothing is thought wrong."""
        wrong = self.slips(text)
        row = pieces(text) if is_judged(text) else ()
        return frozenset(
            f"{first.text} {second.text}"
            for first, second in pairwise(row)
            if first.is_word
            and second.is_word
            and not any(_touches(slip, first, second) for slip in wrong)
            and not self._likelihood.has(self._vocabulary.of(first), self._vocabulary.of(second))
        )

    def _read(self, text: str) -> tuple[Misspelling, ...]:
        sentence = Sentence(text, self._vocabulary)
        sentence.leave(self._own)
        for search in (self._wrong_forms, self._nonwords_of, self._guesses.repeated, self._guesses.doubtful):
            sentence.take(search(sentence))
        return tuple(sorted(sentence.found, key=lambda slip: slip.start))

    def _wrong_forms(self, sentence: Sentence) -> Iterable[Misspelling]:
        return self._confusions.found(sentence.row)

    def _nonwords_of(self, sentence: Sentence) -> Iterator[Misspelling]:
        for at in sentence.open_words():
            slip = self._nonwords.found(sentence.row, sentence.tokens, at)
            if slip is not None:
                yield slip


def _touches(slip: Misspelling, first: Piece, second: Piece) -> bool:
    return slip.start < second.end and first.start < slip.end


@cache
def _ngrams() -> Ngrams:
    return Ngrams.read(_DATA / "ngrams-law.bin")


def _column(file_name: str) -> tuple[str, ...]:
    """The first column of a table with a head line."""
    lines = (_DATA / file_name).read_text(encoding="utf-8").splitlines()
    return tuple(line.split("\t")[0] for line in lines[1:])


def _list(file_name: str) -> tuple[str, ...]:
    """The phrases between the commas of a list, whose groups are headed by `#`."""
    lines = (_DATA / file_name).read_text(encoding="utf-8").splitlines()
    return tuple(phrase.strip() for line in lines if not line.startswith("#") for phrase in line.split(","))


def _heads(file_name: str) -> tuple[str, ...]:
    """The phrases of a list by their first syllable: `ao: cá, bèo` stands for `ao cá` and `ao bèo`."""
    lines = (_DATA / file_name).read_text(encoding="utf-8").splitlines()
    parted = (line.partition(": ") for line in lines if not line.startswith("#"))
    return tuple(f"{head} {rest}" for head, _, rests in parted for rest in rests.split(", "))
