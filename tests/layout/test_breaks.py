"""Each habit of a program that a line shows. `|` marks the first character that does not fit."""

from __future__ import annotations

import pytest

from bcdesk.layout.breaks import Breaks
from bcdesk.layout.profiles import LO7, LO25, WORD


def line(marked: str, profile=WORD) -> str:
    """The line that ends where `|` stands or before, and `/` where the next begins."""
    cut = marked.index("|")
    text = marked.replace("|", "", 1)
    end, after = Breaks(text, profile.breaks).end_of_line(0, cut)
    return f"{text[:end]}¦{text[after:]}"


EVERYWHERE = {
    "công tác tuy|ên truyền": "công tác¦tuyên truyền",
    "công tác|  tuyên": "công tác¦tuyên",
    "giai đoạn 2021-20|25": "giai đoạn 2021-¦2025",
    "số TT-B|TC": "số TT-¦BTC",
    "từ 50–6|0": "từ 50–¦60",
    "xã—huy|ện": "xã—¦huyện",
    "ôi!xã| a": "ôi!xã¦a",
    "ôi!x|ã a": "ôi!¦xã a",
    "nữa…x|ã a": "nữa…¦xã a",
    "a b|x-)": "a¦bx-)",
    "a ông/b|à": "a¦ông/bà",
    "a 15/3/20|24": "a¦15/3/2024",
    "a nhiệm\u00a0v|ụ": "a¦nhiệm\u00a0vụ",
    "a (xã|)": "a¦(xã)",
    "a “xã|”": "a¦“xã”",
    "a 12,5|%": "a¦12,5%",
    "tuyêntruyền|dài": "tuyêntruyền¦dài",
    "nhiệm|\u00a0vụ": "nhiệm¦vụ",
    "a số \u00a0/B|C": "a số¦\u00a0/BC",
    "a ngày\u00a0 thá|ng": "a ngày\u00a0¦tháng",
    "ab\tc|d": "ab\t¦cd",
    "ab|\tcd": "ab¦\tcd",
}


@pytest.mark.parametrize("profile", [WORD, LO7, LO25], ids=lambda profile: profile.name)
@pytest.mark.parametrize("marked", EVERYWHERE)
def test_all_programs_break_alike(marked, profile):
    assert line(marked, profile) == EVERYWHERE[marked]


@pytest.mark.parametrize("profile", [LO7, LO25], ids=lambda profile: profile.name)
def test_libreoffice_leaves_no_closing_sign_alone_behind_a_blank(profile):
    assert line("hộp thư công vụ .|..", profile) == "hộp thư công¦vụ ..."


def test_word_breaks_at_every_blank():
    assert line("hộp thư công vụ .|..") == "hộp thư công vụ¦..."


def test_libreoffice_breaks_before_a_closing_sign_where_the_blank_itself_does_not_fit():
    assert line("công vụ| ...", LO7) == "công vụ¦..."


def test_libreoffice_keeps_an_opening_sign_with_the_word_behind_the_blank():
    assert line("xã a ( t|hôn)", LO7) == "xã a¦( thôn)"


@pytest.mark.parametrize("profile", [LO7, LO25], ids=lambda profile: profile.name)
def test_libreoffice_goes_back_to_the_blank_from_behind_a_slash_even_past_a_hyphen(profile):
    assert line("số 18-NQ/T|W", profile) == "số¦18-NQ/TW"


def test_libreoffice_takes_the_hyphen_where_the_line_is_full_right_behind_the_slash():
    assert line("số 18-NQ/|TW", LO7) == "số 18-¦NQ/TW"


def test_libreoffice_takes_the_hyphen_where_digits_stand_around_the_slash():
    assert line("số 3-4/5|6", LO7) == "số 3-¦4/56"


def test_libreoffice_breaks_a_path_without_a_blank_behind_its_slash():
    path = "x" * 70 + "/yyy"
    assert line(f"{path}|y", LO7) == f"{'x' * 70}/¦yyyy"


def test_word_takes_the_hyphen_before_a_slash():
    assert line("số 18-NQ/T|W") == "số 18-¦NQ/TW"


def test_libreoffice_25_does_not_part_letters_and_digits_behind_a_hyphen():
    assert line("dịch covid-1|9", LO25) == "dịch¦covid-19"
    assert line("dịch covid-1|9", LO7) == "dịch covid-¦19"
    assert line("dịch covid-1|9", WORD) == "dịch covid-¦19"


LIBREOFFICE_25 = {
    "a 9h30'-|11h": ("a 9h30'-¦11h", "a¦9h30'-11h"),
    "a số 5 -xã|n": ("a số 5 -¦xãn", "a số 5¦-xãn"),
    "a xã –|…": ("a xã –¦…", "a xã¦–…"),
    "a xã ,5|0": ("a¦xã ,50", "a xã¦,50"),
    "a {b}c|d": ("a¦{b}cd", "a {b}¦cd"),
    "a b\\c|d": ("a b\\¦cd", "a¦b\\cd"),
    "a xã|%": ("a xã¦%", "a¦xã%"),
    "a xã.°|C": ("a¦xã.°C", "a xã.¦°C"),
}


@pytest.mark.parametrize("marked", LIBREOFFICE_25)
def test_libreoffice_25_breaks_otherwise_than_7(marked):
    assert (line(marked, LO7), line(marked, LO25)) == LIBREOFFICE_25[marked]


def test_numbers_keep_their_signs():
    assert line("a (5)|%", LO7) == "a¦(5)%"
    assert line("a 24/7,/9|0%", LO7) == "a¦24/7,/90%"


def test_a_closing_sign_in_another_font_than_the_blank_before_it_may_begin_a_line():
    text = "công vụ ..."
    assert Breaks(text, LO7.breaks).end_of_line(0, 9) == (4, 5)
    assert Breaks(text, LO7.breaks, fresh=[0, 8]).end_of_line(0, 9) == (7, 8)
    assert Breaks(text, LO7.breaks, fresh=[0, 7]).end_of_line(0, 9) == (4, 5)
