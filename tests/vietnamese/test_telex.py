from __future__ import annotations

import pytest

from bcdesk.vietnamese.syllables import key
from bcdesk.vietnamese.telex import keystrokes, typed


@pytest.mark.parametrize("word", ["thuwjc", "thưcj", "thuwcj", "thực"])
def test_keys_left_in_a_word_are_those_of_the_syllable(word):
    assert typed(word) == keystrokes(key("thực") or "")


def test_one_key_makes_both_hats():
    assert typed("dduowcj") == keystrokes(key("được") or "")


def test_the_hat_of_an_open_syllable_is_only_on_its_last_letter():
    assert typed("thuowr") == keystrokes(key("thuở") or "")


def test_the_tone_comes_last():
    assert keystrokes("uy3") == "uyr"
    assert keystrokes("ban0") == "ban"
