from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese import tidying
from bcdesk.vietnamese.tidying import (
    LOOK_ALIKES,
    Mend,
    broken_lines,
    extra_spaces,
    goes_on,
    hidden_signs,
    look_alikes,
    spaces_at_signs,
    uneven_hyphens,
)

RULES = (hidden_signs, look_alikes, broken_lines, extra_spaces, spaces_at_signs, uneven_hyphens)
PIECES = st.sampled_from(
    ["xã", "Ủy ban", "kinh tế", "XÃ", "KT", "XH", "a", "7", "500", "5/5", "1,5", " ", "  ", "   ", "\n", ",", ".", ";",
     ":", "!", "?", "...", "./.", "(", ")", "“", "”", "-", "–", "/", "@", "\u00a0", "\u200b", "\u00ad", "\u202f",
     "\uf0b7", "nƣớc", "nǎm", "HÐND", "со", "Số:", "ngày", "tháng", "I.", "- ", "a)", "bao-cao.docx", "www.xa.gov.vn",
     "thực hiện kế hoạch của Ủy ban nhân dân xã về"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def mended(rule: Callable[[str], Iterator[Mend]], text: str) -> str:
    made, at = "", 0
    for start, end, new in sorted(rule(text)):
        assert start >= at
        made, at = made + text[at:start] + new, end
    return made + text[at:]


def letters(text: str) -> str:
    return "".join(sign for sign in text.translate(LOOK_ALIKES) if sign.isalnum())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@given(text=TEXTS)
def test_a_second_run_finds_nothing(rule, text: str):
    once = mended(rule, text)
    assert mended(rule, once) == once


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@given(text=TEXTS)
def test_letters_and_figures_stay(rule, text: str):
    assert letters(mended(rule, text)) == letters(text)


@given(text=TEXTS)
def test_after_all_of_them_in_their_order_none_finds_anything(text: str):
    for rule in RULES:
        text = mended(rule, text)
    assert [list(rule(text)) for rule in RULES] == [[]] * len(RULES)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("tu\u00adần\u200b này\ufeff", "tuần này"),
        ("nhiệm\u00a0vụ\u202fxã", "nhiệm vụ xã"),
        ("Điều\u00a05, 10\u00a0km", "Điều\u00a05, 10\u00a0km"),
        ("Điều \u00a05", "Điều  5"),
        ("\uf0b7\tHọp thôn", "- Họp thôn"),
        ("cứng\u2011nhắc", "cứng\u2011nhắc"),
    ],
)
def test_hidden_signs_go_and_hard_spaces_become_ordinary(typed: str, tidy: str):
    assert mended(hidden_signs, typed) == tidy


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("nƣớc sạch nǎm 2025", "nước sạch năm 2025"),
        ("Ðảng ủy, Ɖoàn", "Đảng ủy, Đoàn"),
        ("HÐND, QÐ-UBND", "HĐND, QĐ-UBND"),
        ("bа́o cаo", "báo cao"),
        ("со рус Москва", "со рус Москва"),
        ("Guðmundur", "Guðmundur"),
        ("АТ", "АТ"),
    ],
)
def test_look_alikes_change_only_in_words_that_become_syllables(typed: str, tidy: str):
    assert mended(look_alikes, typed) == tidy


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("họp  thôn   xã", "họp thôn xã"),
        ("  thụt đầu dòng ", "thụt đầu dòng"),
        ("Số:      /BC-UBND", "Số:      /BC-UBND"),
        ("ngày    tháng    năm 2026", "ngày    tháng    năm 2026"),
    ],
)
def test_several_spaces_become_one_and_room_for_the_pen_stays(typed: str, tidy: str):
    assert mended(extra_spaces, typed) == tidy


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("xã , thôn ; bản :", "xã, thôn; bản:"),
        ("xã ,thôn", "xã, thôn"),
        ("tốt .Các thôn", "tốt. Các thôn"),
        ("tốt.Các thôn", "tốt. Các thôn"),
        ("đạt 98% ,tăng", "đạt 98%, tăng"),
        ("( Đảng ủy )", "(Đảng ủy)"),
        ("chưa có ?", "chưa có?"),
    ],
)
def test_spaces_stand_behind_signs_and_not_before(typed: str, tidy: str):
    assert mended(spaces_at_signs, typed) == tidy


@pytest.mark.parametrize(
    "typed",
    ["7 . 500", "5/5 thôn", "1,5", "1.248", "tỷ lệ 1 : 1000", "công vụ ...", "v.v...", "đến nay ./.", "TP.HCM", "(  )",
     "ubnd.babich@quangngai.gov.vn", "https://dichvucong.gov.vn/a,b", "bao-cao,moi.docx", r"C:\Bao cao", "7:30",
     "A.B", "PGS.TS Lê", "Nguyễn .V"],
)  # fmt: skip
def test_figures_addresses_files_and_abbreviations_stay(typed: str):
    for rule in (extra_spaces, spaces_at_signs, uneven_hyphens):
        if rule is not extra_spaces or "  " not in typed:
            assert mended(rule, typed) == typed


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("kinh tế -xã hội", "kinh tế - xã hội"),
        ("KINH TẾ– XÃ HỘI", "KINH TẾ – XÃ HỘI"),
        ("KT -XH", "KT-XH"),
        ("12/BC -UBND", "12/BC -UBND"),
        ("A- Kết quả", "A- Kết quả"),
        ("II- Văn hóa", "II- Văn hóa"),
        ("- kinh tế", "- kinh tế"),
        ("2- 3 hộ, covid – 19", "2- 3 hộ, covid – 19"),
        ("kinh tế - xã hội", "kinh tế - xã hội"),
    ],
)
def test_a_dash_between_words_is_spaced_alike_on_both_sides(typed: str, tidy: str):
    assert mended(uneven_hyphens, typed) == tidy


LONG = "Thực hiện kế hoạch của Ủy ban nhân dân xã về"


@pytest.mark.parametrize(
    ("line", "following", "broken"),
    [
        (LONG, "việc tổ chức các hoạt động", True),
        (LONG, "Đề án 06", True),
        (f"{LONG} việc tuyên truyền", "Đề án 06", False),
        (f"{LONG} việc đó.", "các thôn", False),
        (f"{LONG} gồm:", "các thôn", False),
        (LONG, "- các thôn", False),
        (LONG, "a) các thôn", False),
        (LONG.upper(), "các thôn", False),
        ("hộ nghèo", "hộ cận nghèo", False),
        (LONG, "", False),
    ],
)
def test_a_line_goes_on_where_a_sentence_breaks_off(line: str, following: str, broken: bool):
    assert goes_on(line, following) is broken


def test_lines_broken_within_a_paragraph_are_joined_one_after_the_other():
    assert mended(broken_lines, f"{LONG}\nviệc\nđó.\nTốt") == f"{LONG} việc đó.\nTốt"


def test_no_rule_touches_an_ordinary_sentence():
    text = "Trong quý I/2024, UBND xã (cơ quan chủ trì) đã ban hành 05 văn bản; đạt 98,5% kế hoạch – tăng 2%./."
    assert [list(rule(text)) for rule in vars(tidying).values() if rule in RULES] == [[]] * len(RULES)
