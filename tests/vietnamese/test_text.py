from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.text import clean, nfc


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ti\u00ea\u0301ng", "tiếng"),
        ("tie\u0301\u0302ng", "tiếng"),
        ("ti\u00e9\u0302ng", "tiếng"),
        ("ma\u0323\u0306t", "mặt"),
        ("ma\u0306\u0323t", "mặt"),
        ("a\u0340\u0302", "ầ"),
        ("m²", "m²"),
    ],
)
def test_a_letter_has_one_written_form(typed, written):
    assert nfc(typed) == written


@given(st.text())
def test_the_written_form_is_composed_and_final(text):
    assert unicodedata.is_normalized("NFC", nfc(text))
    assert nfc(nfc(text)) == nfc(text)


def test_what_is_no_character_goes():
    assert clean("Ba\x00 T\u01a1\ud83d\ufffe") == "Ba Tơ"


def test_breaks_of_old_files_do_not_glue_words():
    assert clean("một\x0bhai\x0cba") == "một hai ba"


def test_tabs_lines_and_soft_breaks_stay():
    assert clean("một\thai\nba\u2028bốn") == "một\thai\nba\u2028bốn"


@given(st.text(st.characters()))
def test_clean_text_can_be_kept_anywhere(text):
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)
    assert clean(clean(text)) == clean(text)
