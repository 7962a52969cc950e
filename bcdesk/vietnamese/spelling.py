"""The proofreader: it marks what is thought to be written wrongly in a text, and what may have been meant.

It loads several megabytes and thinks a while about a long text: load it and ask it behind the window, never while a
key is handled. It may be asked from any thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

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
from bcdesk.vietnamese.phrases import Phrases
from bcdesk.vietnamese.vocabulary import Vocabulary
from bcdesk.vietnamese.words import is_judged

_DATA = resources() / "language"
_KEPT = 4096


class Proofreader:
    """Finds the misspellings of a paragraph; what it found is kept by the paragraph's text."""

    def __init__(self, lexicon: Lexicon = NOTHING_OWN, margin: float = BALANCED) -> None:
        """Load the language with an office's own words; `margin` is how sure a guess must be (BALANCED, QUIET)."""
        phrases = (*_listed("office-words.tsv"), *_listed("phrases.txt"), *lexicon.words, *lexicon.phrases)
        self._vocabulary = Vocabulary.read(_DATA / "ngrams-law.vocab.tsv")
        likelihood = Likelihood(_ngrams(), self._vocabulary, phrases)
        neighbours = Neighbours(self._vocabulary)
        context = Context(likelihood, self._vocabulary, neighbours)
        known = frozenset(phrase.lower() for phrase in (*phrases, *_listed("place-syllables.tsv")))
        self._confusions = Confusions.read(_DATA / "confusions.tsv")
        self._nonwords = Nonwords(context, self._vocabulary, neighbours, known)
        self._guesses = Guesses(context, self._vocabulary, Phrases((phrase, None) for phrase in phrases), margin)
        self._own = Phrases((word, None) for word in lexicon.words)
        self._kept = lru_cache(maxsize=_KEPT)(self._read)

    def slips(self, text: str) -> tuple[Misspelling, ...]:
        """What is thought to be wrong in a paragraph in NFC, in its order, none overlapping.

        Nothing in a text without any mark: that is a file name, an address, a code.
        """
        return self._kept(text) if is_judged(text) else ()

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


@cache
def _ngrams() -> Ngrams:
    return Ngrams.read(_DATA / "ngrams-law.bin")


def _listed(file_name: str) -> tuple[str, ...]:
    """The first column of a table, or the phrases between the commas of a list whose groups are headed by `#`."""
    lines = (_DATA / file_name).read_text(encoding="utf-8").splitlines()
    phrases = [line.split("\t")[0].split(",") for line in lines if not line.startswith("#")]
    return tuple(phrase.strip() for line in phrases for phrase in line)
