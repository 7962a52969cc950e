from __future__ import annotations

import pytest

from bcdesk.places import resources
from bcdesk.vietnamese.ngrams import ABSENT, BREAK, Ngrams
from bcdesk.vietnamese.vocabulary import Vocabulary

LANGUAGE = resources() / "language"


@pytest.fixture(scope="module")
def ngrams() -> Ngrams:
    return Ngrams.read(LANGUAGE / "ngrams-law.bin")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.read(LANGUAGE / "ngrams-law.vocab.tsv")


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("uy3 ban0 nhân0", 0.688),
        ("đai1 phat2 thanh0", 0.993),
        ("đai5 phat2 thanh0", 0.036),
    ],
)
def test_the_law_says_how_likely_a_syllable_is_behind_two_others(ngrams, vocabulary, words, likely):
    first, second, third = map(vocabulary.id, words.split())
    assert ngrams.behind_two(first, second, third) == pytest.approx(likely, abs=0.001)


def test_what_stands_behind_two_tokens_adds_up_to_one(ngrams, vocabulary):
    first, second = vocabulary.id("uy3"), vocabulary.id("ban0")
    total = sum(ngrams.behind_two(first, second, token) for token in range(ngrams.size))
    assert total == pytest.approx(1, abs=0.02)


def test_a_syllable_the_law_never_uses_is_unlikely_but_possible(ngrams, vocabulary):
    assert vocabulary.id("xoong2") == ABSENT
    assert 0 < ngrams.behind_two(BREAK, BREAK, ABSENT) < 1e-6
    assert ngrams.count(ABSENT) == 0


def test_behind_a_token_that_is_not_known_any_other_is_as_likely_as_alone(ngrams, vocabulary):
    token = vocabulary.id("ban0")
    assert ngrams.behind(ABSENT, token) == ngrams.alone(token)
    assert ngrams.followers(ABSENT, 1, 0) == []


def test_followers_are_those_seen_often_enough(ngrams, vocabulary):
    followers = ngrams.followers(vocabulary.id("uy3"), 5, 0.03)
    assert vocabulary.id("ban0") in followers
    assert len(followers) < 34


def test_other_data_is_no_table():
    with pytest.raises(ValueError, match="n-grams"):
        Ngrams(bytes(64))
