from __future__ import annotations

import pytest

from bcdesk.report.figure_telling import telling
from bcdesk.report.numbers import numbers
from bcdesk.report.report import HEADING, Place
from tests.report.figured import of, quarter

RISE = "tăng 12 hồ sơ (10,5 %) so với quý trước"
FALL = "giảm 4 hồ sơ (3,1 %) so với cùng kỳ"


def told(text, phrase=RISE, caret=None):
    report = of(quarter(2), text)
    found = telling(report, next(iter(numbers(report))), caret, phrase)
    return found.edit.apply(report).sections[0].blocks[0].plain


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Có 126 hồ sơ, giảm 2 hồ sơ so với quý trước.", f"Có 126 hồ sơ, {RISE}."),
        ("Có 126 hồ sơ (giảm 2 hồ sơ so với quý trước).", f"Có 126 hồ sơ ({RISE})."),
        ("Có 126 hồ sơ, tăng 1.248 hồ sơ (1,5%) so với quý I năm 2024; khác.", f"Có 126 hồ sơ, {RISE}; khác."),
        ("Có 126 hồ sơ, bằng quý trước.", f"Có 126 hồ sơ, {RISE}."),
        ("Có 126 hồ sơ. Tăng 2 hồ sơ so với quý trước.", f"Có 126 hồ sơ, {RISE}. Tăng 2 hồ sơ so với quý trước."),
        (
            "Có 126 hồ sơ, giảm 9 hồ sơ so với cùng kỳ năm 2023, tăng 2 hồ sơ so với quý trước.",
            f"Có 126 hồ sơ, giảm 9 hồ sơ so với cùng kỳ năm 2023, {RISE}.",
        ),
        (
            "Có 126 hồ sơ, mở 5 lớp, tăng 2 lớp so với quý trước.",
            f"Có 126 hồ sơ, {RISE}, mở 5 lớp, tăng 2 lớp so với quý trước.",
        ),
    ],
)
def test_the_old_comparison_of_the_figure_gives_way(text, wanted):
    assert told(text) == wanted


def test_a_comparison_with_another_period_stays():
    text = "Có 126 hồ sơ, tăng 2 hồ sơ so với quý trước, giảm 9 hồ sơ so với cùng kỳ năm 2023."
    assert told(text, FALL) == f"Có 126 hồ sơ, tăng 2 hồ sơ so với quý trước, {FALL}."


@pytest.mark.parametrize(
    ("before", "wanted"),
    [("Khác", f"Khác, {RISE}"), ("Khác,", f"Khác, {RISE}"), ("Khác ", f"Khác {RISE}"), ("(", f"({RISE}"),
     ("Khác.", f"Khác. {RISE.capitalize()}"), ("", RISE.capitalize())],
)  # fmt: skip
def test_at_the_caret_it_is_joined_to_what_stands_there(before, wanted):
    report = of(quarter(2), "Có 126 hồ sơ.", before)
    found = telling(report, next(iter(numbers(report))), Place("s1", 1, len(before)), RISE)
    assert found.edit.apply(report).sections[0].blocks[1].plain == wanted
    assert found.behind.offset == len(wanted)


def test_a_caret_in_a_heading_is_no_place_for_it():
    assert told("Có 126 hồ sơ.", caret=Place("s1", HEADING, 2)) == f"Có 126 hồ sơ, {RISE}."


def test_without_a_place_nothing_is_said():
    assert telling(of(quarter(2)), None, None, RISE) is None
