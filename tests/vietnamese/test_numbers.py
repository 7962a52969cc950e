from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.numbers import (
    grouped,
    letter,
    ordinal,
    padded,
    padded_month,
    parse_letter,
    parse_ordinal,
    parse_roman,
    roman,
    size_words,
)


@given(st.integers(1, 3999))
def test_a_roman_number_is_read_back(number):
    assert parse_roman(roman(number)) == number


@pytest.mark.parametrize(("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (2024, "MMXXIV")])
def test_roman_numbers_are_written_as_usual(number, written):
    assert roman(number) == written


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "1", "Đ", "MMMM"])
def test_what_is_no_roman_number_is_not_read(text):
    assert parse_roman(text) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_there_is_no_roman_number_outside_its_range(number):
    with pytest.raises(ValueError, match="no such number"):
        roman(number)


def test_list_letters_stand_in_vietnamese_order():
    assert "".join(map(letter, range(1, 24))) == "abcdđeghiklmnopqrstuvxy"


def test_after_y_the_letters_double():
    assert [letter(23), letter(24), letter(25)] == ["y", "aa", "ab"]


@given(st.integers(1, 2000))
def test_a_list_letter_is_read_back(number):
    assert parse_letter(letter(number)) == number


@pytest.mark.parametrize("text", ["", "f", "ă", "A", "1", "aw"])
def test_what_is_no_list_letter_is_not_read(text):
    assert parse_letter(text) is None


def test_there_is_no_letter_before_a():
    with pytest.raises(ValueError, match="no such number"):
        letter(0)


@given(st.integers(1, 10))
def test_an_ordinal_is_read_back(number):
    word = ordinal(number)
    assert word
    assert parse_ordinal(word.upper()) == number


def test_beyond_ten_there_is_no_ordinal_word():
    assert ordinal(11) is None
    assert parse_ordinal("mười một") is None


def test_a_number_below_ten_is_padded():
    assert [padded(5), padded(12)] == ["05", "12"]


def test_only_the_first_two_months_are_padded():
    assert [padded_month(month) for month in (1, 2, 3, 9, 10)] == ["01", "02", "3", "9", "10"]


def test_thousands_are_grouped_by_dots():
    assert [grouped(999), grouped(1248), grouped(13203300)] == ["999", "1.248", "13.203.300"]


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 KB"), (1, "1 KB"), (1024**2 - 1, "1024 KB"), (3_565_158, "3,4 MB"), (5 * 1024**3, "5,0 GB")],
)
def test_bytes_are_told_in_the_largest_unit_that_fits(size, words):
    assert size_words(size) == words
