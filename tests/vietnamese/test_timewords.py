from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.timeforms import Form, year_name, year_name_index
from bcdesk.vietnamese.timewords import (
    Letters,
    capitalised,
    is_holiday,
    letters_of,
    retyped,
    skeleton,
    time_words,
)


def only(text: str):
    (words,) = time_words(text)
    return words


@pytest.mark.parametrize(
    ("text", "form", "numbers"),
    [
        ("quý I/2024", Form.QUARTER, (0, 1, 2024, 0)),
        ("Quý 1 năm 2018", Form.QUARTER, (0, 1, 2018, 0)),
        ("quý tư", Form.QUARTER, (0, 4, 0, 0)),
        ("06 tháng đầu năm 2021", Form.FIRST_MONTHS, (0, 6, 2021, 0)),
        ("chín tháng năm 2024", Form.FIRST_MONTHS, (0, 9, 2024, 0)),
        ("6 tháng cuối năm", Form.LAST_MONTHS, (0, 6, 0, 0)),
        ("tháng 6/2020", Form.MONTH, (0, 6, 2020, 0)),
        ("T3/2024", Form.MONTH, (0, 3, 2024, 0)),
        ("03/2024", Form.MONTH, (0, 3, 2024, 0)),
        ("tuần 01/2024", Form.WEEK, (0, 1, 2024, 0)),
        ("24 tháng 6 năm 2022", Form.DAY, (24, 6, 2022, 0)),
        ("25-10-2017", Form.DAY, (25, 10, 2017, 0)),
        ("ngày 30/4", Form.DAY_MONTH, (30, 4, 0, 0)),
        ("2021-2025", Form.YEARS, (0, 0, 2021, 2025)),
        ("2021-25", Form.YEARS, (0, 0, 2021, 2025)),
        ("từ năm 2021 đến năm 2025", Form.YEARS, (0, 0, 2021, 2025)),
        ("năm học 2023-2024", Form.SCHOOL_YEAR, (0, 0, 2023, 2024)),
        ("năm 2024", Form.YEAR, (0, 0, 2024, 0)),
        ("Luật Đất đai 2024", Form.BARE_YEAR, (0, 0, 2024, 0)),
        ("5/5 thôn", Form.FRACTION, (0, 0, 0, 0)),
        ("ngày 31/13", Form.FRACTION, (0, 0, 0, 0)),
        ("88 năm ngày thành lập", Form.ANNIVERSARY, (0, 88, 0, 0)),
        ("Đinh Dậu", Form.YEAR_NAME, (0, 34, 0, 0)),
        ("30/2020/NĐ-CP", Form.SYMBOL, (0, 0, 0, 0)),
        ("18-NQ/TW", Form.SYMBOL, (0, 0, 0, 0)),
        ("cùng kỳ năm trước", Form.RELATIVE, (0, 0, 0, 0)),
        ("15 ngày", Form.DURATION, (0, 15, 0, 0)),
    ],
)
def test_an_expression_of_time_is_read_with_its_numbers(text, form, numbers):
    words = only(text)
    assert (words.form, (words.day, words.number, words.year, words.until)) == (form, numbers)


@pytest.mark.parametrize(
    "text",
    [
        "quý vị đại biểu",
        "có 2024 hộ",
        "cách mạng công nghiệp 4.0",
        "tuần 2 lần",
        "họp quý một lần",
        "Giáp Sửu là không có năm",
    ],
)
def test_what_only_looks_like_time_is_left_alone(text):
    assert not any(words.form not in {Form.YEAR_NAME, Form.DURATION} for words in time_words(text))


@pytest.mark.parametrize(
    ("text", "numbers", "new"),
    [
        ("quý I/2024", {"number": 2}, "quý II/2024"),
        ("Quý 1 năm 2024", {"number": 4, "year": 2025}, "Quý 4 năm 2025"),
        ("quý một", {"number": 3}, "quý ba"),
        ("quý iv", {"number": 1}, "quý i"),
        ("QUÝ MỘT", {"number": 4}, "QUÝ BỐN"),
        ("tháng 03/2024", {"number": 4}, "tháng 04/2024"),
        ("tháng 3", {"number": 2}, "tháng 02"),
        ("tháng 1", {"number": 2}, "tháng 2"),
        ("tháng 02", {"number": 3}, "tháng 3"),
        ("06 tháng đầu năm", {"number": 9}, "09 tháng đầu năm"),
        ("6 tháng đầu năm", {"number": 9}, "9 tháng đầu năm"),
        ("tuần 09", {"number": 10}, "tuần 10"),
        ("14/3/2024", {"day": 14, "number": 6, "year": 2024}, "14/6/2024"),
        ("1/7/2025", {"day": 1, "number": 10, "year": 2025}, "1/10/2025"),
        ("01 tháng 7 năm 2025", {"day": 5, "number": 8, "year": 2026}, "05 tháng 8 năm 2026"),
        ("94 năm Ngày", {"number": 95}, "95 năm"),
    ],
)
def test_other_numbers_are_typed_in_the_same_manner(text, numbers, new):
    assert retyped(only(text), **numbers) == new


def test_the_part_of_an_expression_is_as_typed():
    assert (only("Quý 01 năm 2024").part("number"), only("quý I").part("year")) == ("01", "")


def test_the_skeleton_is_the_same_for_another_period():
    assert skeleton("Trong quý I năm 2024, đạt 5/5 thôn") == skeleton("Trong 6 tháng đầu năm 2024, đạt 3/3 thôn")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("QUÝ I NĂM 2024", Letters.CAPITALS),
        ("Quý I", Letters.CAPITAL),
        ("quý I", Letters.SMALL),
        ("6 tháng", Letters.SMALL),
    ],
)
def test_capitals_are_told_without_roman_numbers(text, letters):
    assert letters_of(text) is letters


def test_words_take_the_capitals_asked_for():
    assert [capitalised("quý II", each) for each in Letters] == ["quý II", "Quý II", "QUÝ II"]


def test_days_kept_every_year_are_known():
    assert is_holiday(only("ngày 30/4"))
    assert not is_holiday(only("ngày 12/3"))


@pytest.mark.parametrize(
    ("year", "name"), [(2017, "Đinh Dậu"), (2024, "Giáp Thìn"), (2025, "Ất Tỵ"), (1984, "Giáp Tý")]
)
def test_a_year_has_its_name(year, name):
    assert year_name(year) == name


def test_a_name_of_another_spelling_is_the_same_year():
    assert year_name_index("Ất Tị") == year_name_index("ẤT TỴ") == 42


def test_a_pair_that_names_no_year_has_no_place():
    assert year_name_index("Giáp Sửu") == 0


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["quý ", "I", "5/5", " năm 2024", "/", "ngày ", "-2025"])).map("".join)
)
def test_expressions_stand_apart_and_where_they_say(text):
    found = time_words(text)
    assert all(text[words.start : words.end] == words.text for words in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(retyped(words) == words.text for words in found)
