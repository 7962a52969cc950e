from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.folding import fold, fold_with_places, holds_words, sort_key, unmarked


@pytest.mark.parametrize("text", ["Đường", "duong", "ĐƯỜNG", "dường", unicodedata.normalize("NFD", "Đường")])
def test_marks_and_case_do_not_matter_for_finding(text):
    assert fold(text) == "duong"


@pytest.mark.parametrize(
    ("typed", "held"), [("", True), ("nghe cong", True), ("Công nghệ", True), ("công chức", False)]
)
def test_words_are_held_in_any_order_with_or_without_marks(typed, held):
    assert holds_words("Ứng dụng công nghệ thông tin", typed) is held


def test_letters_without_marks_keep_their_case():
    assert unmarked("Đường Quỳnh Lưu, đất") == "Duong Quynh Luu, dat"


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_each_folded_character_knows_where_it_came_from(text):
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert all(fold(text[place]).count(sign) for sign, place in zip(folded, places, strict=True))


def test_places_survive_a_loose_tone_mark():
    assert fold_with_places("ta\u0323 ở") == ("ta o", (0, 1, 3, 4))


@pytest.mark.parametrize(
    "ordered",
    [
        ["an", "ăn", "ân", "ba", "da", "đa", "em", "êm", "oi", "ôi", "ơi", "u", "ư", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Ba Tô", "Ba Tơ", "Ba Vì", "Bắc Ninh"],
        ["Sơn Hà", "Sơn Hạ", "Sơn Hạ B"],
        ["1", "a", "y", "фa"],
        ["hòa", "Hòa"],
    ],
)
def test_names_sort_by_the_vietnamese_alphabet(ordered):
    shuffled = [*ordered[1:], ordered[0]]
    assert sorted(shuffled, key=sort_key) == ordered


@given(st.text())
def test_both_unicode_forms_sort_alike(text):
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))
