"""Floors a little under what is reached; the held-out texts are only counted by `tests.vietnamese.measure`."""

from __future__ import annotations

import pytest

from bcdesk.report.units import communes, provinces
from tests.vietnamese.injected import SLIPS, injected, righted
from tests.vietnamese.marked import paragraphs, typed
from tests.vietnamese.measure import Tally, measured
from tests.vietnamese.proofreading import proofreader


@pytest.fixture(scope="module")
def tally() -> Tally:
    return measured(proofreader(), paragraphs("open"))


def test_three_of_four_legal_syllables_in_the_wrong_place_are_found(tally):
    assert tally.recall(legal=True) >= 0.75


def test_every_word_that_is_no_syllable_is_found(tally):
    assert tally.recall(legal=False) == 1


def test_there_is_less_than_one_false_alarm_in_two_thousand_syllables(tally):
    assert tally.alarms_per_1000 <= 0.5


def test_the_first_suggestion_is_nearly_always_right(tally):
    assert tally.first_right >= 0.97


def test_an_injected_error_is_the_only_one_of_its_text():
    texts = paragraphs("open")
    made = list(injected(texts, 2))
    assert len(made) == 2 * len(SLIPS)
    assert {text.corrected(text.errors[0]) for text in made} <= {righted(text) for text in texts}


def test_injected_errors_are_the_same_at_every_call():
    assert list(injected(paragraphs("open"), 1)) == list(injected(paragraphs("open"), 1))


def test_a_marked_text_is_the_typed_one_and_its_errors():
    text = typed("xã {nổ→nỗ hoi-nga} lực")
    assert text.text == "xã nổ lực"
    assert text.corrected(text.errors[0]) == "xã nỗ lực"


def test_names_of_communes_are_left():
    names = [unit for province in provinces() for unit in communes(province)][::5]
    doubted = [unit.name for unit in names if proofreader().slips(f"UBND {unit.unit} {unit.name} tổ chức họp thôn.")]
    assert len(doubted) <= len(names) / 300
