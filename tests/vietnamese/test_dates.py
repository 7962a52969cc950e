from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.dates import DateLine, date_words, long_date, parse_date, parse_date_line, short_date, time_words

ANY_DATE = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def test_the_decree_dates_itself_so():
    assert long_date(date(2020, 3, 5)) == "ngày 05 tháng 3 năm 2020"


def test_february_is_padded():
    assert long_date(date(2020, 2, 15)) == "ngày 15 tháng 02 năm 2020"


def test_what_is_left_to_the_pen_is_blank():
    assert date_words(None, 3, 2024) == "ngày … tháng 3 năm 2024"
    assert date_words(None, None, None, blank="    ") == "ngày      tháng      năm     "


def test_a_short_date_is_padded_alike():
    assert short_date(date(2025, 7, 1)) == "01/7/2025"


@given(ANY_DATE)
def test_a_date_in_words_is_read_back(day):
    assert parse_date(f"Kế hoạch {long_date(day)} của Ủy ban nhân dân tỉnh") == day


@given(ANY_DATE)
def test_a_short_date_is_read_back(day):
    assert parse_date(short_date(day)) == day


@pytest.mark.parametrize("text", ["", "5/5 thôn", "31/02/2024", "ngày 31 tháng 4 năm 2024", "Quyết định 12/3/2024/QĐ"])
def test_what_is_no_date_is_not_read(text):
    assert parse_date(text) is None


def test_the_first_date_that_exists_is_taken():
    assert parse_date("31/02/2024, ngày 02 tháng 7 năm 2025, 01/7/2025") == date(2025, 7, 2)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Ba Bích, ngày tháng 03 năm 2024", DateLine("Ba Bích", None, 3, 2024)),
        ("Ba Tơ, ngày 05 tháng 3 năm 2024", DateLine("Ba Tơ", 5, 3, 2024)),
        ("Ba Tơ , ngày …… tháng ….. năm 2024.", DateLine("Ba Tơ", None, None, 2024)),
        ("Phường 1, Ngày ___ tháng ___ năm 20...", DateLine("Phường 1", None, None, None)),
        ("  ngày 7 tháng 12 năm", DateLine("", 7, 12, None)),
    ],
)
def test_a_typed_date_line_is_read_with_its_blanks(line, read):
    assert parse_date_line(line) == read


@pytest.mark.parametrize(
    "line",
    [
        "Trong ngày 05 tháng 3 năm 2024 đã tổ chức họp",
        "Ba Tơ, ngày 32 tháng 3 năm 2024",
        "Ba Tơ, ngày 5 tháng 13 năm 2024",
        "Ba Tơ",
    ],
)
def test_another_line_is_no_date_line(line):
    assert parse_date_line(line) is None


@given(st.none() | st.integers(1, 31), st.none() | st.integers(1, 12), st.none() | st.integers(1900, 2100))
def test_a_written_date_line_is_read_back(day, month, year):
    assert parse_date_line(f"Ba Tơ, {date_words(day, month, year)}") == DateLine("Ba Tơ", day, month, year)


@pytest.mark.parametrize(("written", "words"), [("2024-03-14T10:42:05", "10:42 14/03/2024"), ("hôm qua", ""), ("", "")])
def test_a_time_is_said_in_words(written, words):
    assert time_words(written) == words
