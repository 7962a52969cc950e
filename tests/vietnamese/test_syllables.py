from __future__ import annotations

import pytest

from bcdesk.vietnamese.syllables import is_syllable, key


@pytest.mark.parametrize("word", ["toàn", "ủy", "uỷ", "Đường", "NGHIÊNG", "hòa", "hoà", "gìn", "a", "quyền"])
def test_legal_syllables_are_known_in_any_case_and_with_the_mark_anywhere(word: str):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "toạt1", "toàt", "xìt", "cải cách", "wifi", "ngờì", "zalo", "thuwcj", "b"])
def test_what_is_no_syllable_is_told(word: str):
    assert not is_syllable(word)


def test_the_key_says_base_and_tone_wherever_the_mark_stands():
    assert key("ủy") == key("uỷ") == key("Uỷ") == "uy3"
    assert key("được") == "đươc5"
    assert key("ban") == "ban0"
    assert key("xyz") is None


def test_a_syllable_typed_as_letters_and_marks_is_the_same():
    assert key("ho\u0300a") == key("hòa")
