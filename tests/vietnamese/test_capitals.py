"""Capital letters by annex II: what is a slip, what is not, and what is offered."""

from __future__ import annotations

import pytest

from bcdesk.vietnamese.capitals import capital_slips, title_case_slip
from bcdesk.vietnamese.slips import CLAUSES
from bcdesk.vietnamese.tone_marks import mixed_tone_marks, old_style
from tests.house.tree import ROOT

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"


def said(text: str) -> list[tuple[str, str, str]]:
    return [(slip.rule, text[slip.start : slip.end], slip.suggestions[0]) for slip in capital_slips(text)]


@pytest.mark.parametrize(
    ("text", "rule", "found", "wanted"),
    [
        ("UBND xã đã Phổ biến, quán triệt đến cán bộ.", "VH-01", "Phổ", "phổ"),
        ("Xã đã họp. sau đó báo cáo huyện.", "VH-01", "sau", "Sau"),
        ("tiếp nhận 12 hồ sơ trong quý.", "VH-01", "tiếp", "Tiếp"),
        ("Kết quả công tác Tuyên Truyền trong quý.", "VH-01", "Tuyên Truyền", "tuyên truyền"),
        ("Ngân sách của Xã Ba Tơ được cân đối.", "VH-03", "Xã", "xã"),
        ("Người dân sống ở quận 1, thành phố cũ.", "VH-04", "quận", "Quận"),
        ("Đoàn đi thăm thành phố Hồ Chí Minh.", "VH-05", "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Sự chỉ đạo của Đảng Ủy xã.", "VH-06", "Đảng Ủy", "Đảng ủy"),
        ("Ủy Ban chỉ đạo đài truyền thanh.", "VH-06", "Ủy Ban", "Ủy ban nhân dân"),
        ("Theo báo cáo của ủy ban nhân dân xã.", "VH-06", "ủy ban nhân dân", "Ủy ban nhân dân"),
        ("Kỳ họp thứ ba của Hội Đồng Nhân Dân xã khóa XII.", "VH-06", "Hội Đồng Nhân Dân", "Hội đồng nhân dân"),
        ("Giao Phòng văn hóa - xã hội chủ trì.", "VH-06", "Phòng văn hóa - xã hội", "Phòng Văn hóa - Xã hội"),
        ("Theo hướng dẫn của sở Nội vụ tỉnh.", "VH-06", "sở Nội vụ", "Sở Nội vụ"),
        ("Nâng cao tinh thần phục vụ nhân dân.", "VH-07", "nhân dân", "Nhân dân"),
        ("Thực hiện chủ trương của đảng về nông thôn.", "VH-09", "của đảng", "của Đảng"),
        ("Thực hiện kế hoạch số 12/KH-UBND của xã.", "VH-10", "kế hoạch", "Kế hoạch"),
        ("Thực hiện theo khoản 2 điều 5 của Luật.", "VH-11", "điều", "Điều"),
        ("Thực hiện theo Khoản 2 Điều 5 của Luật.", "VH-11", "Khoản", "khoản"),
        ("Xã họp giao ban vào thứ hai hằng tuần.", "VH-12", "hai", "Hai"),
        ("Tặng quà dịp tết Nguyên Đán cho hộ nghèo.", "VH-13", "Nguyên Đán", "Nguyên đán"),
        ("Được tặng Huân chương Lao động hạng nhì.", "VH-14", "nhì", "Nhì"),
        ("Tuyên truyền tiêm phòng covid – 19 cho dân.", "VH-15", "covid – 19", "COVID-19"),
    ],
)
def test_a_slip_is_found_and_its_correction_offered(text: str, rule: str, found: str, wanted: str) -> None:
    assert said(text) == [(rule, found, wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã Ba Tơ báo cáo kết quả thực hiện quý I năm 2026 như sau:",
        "Uỷ ban nhân dân xã phối hợp với Toà án nhân dân khu vực.",
        "Công khai tại Bộ phận Một cửa của xã.",
        "Thực hiện Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ, theo điểm a khoản 1 Điều 10.",
        "Trong dịp tết Nguyên đán và ngày Quốc khánh, xã tặng 120 suất quà.",
        "Lực lượng vũ trang nhân dân, Ban Thanh tra nhân dân xã phối hợp tốt.",
        "Nhân dân ủng hộ chủ trương của Đảng, chính sách của Nhà nước.",
        "Cán bộ nội vụ, cơ sở y tế, đội ngũ đảng viên của đảng bộ xã.",
        "Các tổ chức phi chính phủ; ngân sách nhà nước; thành phố trực thuộc trung ương.",
        "Họp thứ Hai hằng tuần, mỗi tháng hai lần, lần thứ hai trong năm.",
        "Đã điều 02 xe chữa cháy, thăm thôn An Toàn, Phường Điện Biên Phủ, Quận 1.",
        "Ông Phạm Văn An, Trưởng thôn Con Rã; TP. Quảng Ngãi; ThS. Lê Văn An.",
        "Trang https://bato.quangngai.gov.vn và thư ubnd.bato@quangngai.gov.vn hoạt động tốt.",
        "ĐẢNG ỦY, HỘI ĐỒNG NHÂN DÂN XÃ",
        "Báo Cáo Công Tác Đảng Ủy",
        "- Lưu: VT.",
        "",
    ],
)
def test_right_text_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_the_example_has_its_slips_of_capitals_and_no_other() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    found = [(slip.rule, line[slip.start : slip.end]) for line in lines for slip in capital_slips(line)]
    assert found == [
        ("VH-01", "Phổ"),
        ("VH-15", "covid – 19"),
        ("VH-06", "Ủy Ban"),
        ("VH-06", "trung ương"),
        ("VH-07", "nhân dân"),
        ("VH-06", "bộ phận Một cửa"),
        ("VH-06", "Đảng Ủy"),
        ("VH-07", "nhân dân"),
        ("VH-07", "nhân dân"),
    ]


def test_what_is_only_an_opinion_is_a_hint() -> None:
    slips = capital_slips("Niêm yết tại bộ phận Một cửa theo hướng dẫn của trung ương.")
    assert [slip.hint for slip in slips] == [True, True]


def test_a_committee_of_nothing_is_worth_a_note() -> None:
    (slip,) = capital_slips("Ủy ban chỉ đạo các thôn.")
    assert slip.hint
    assert slip.suggestions == ("Ủy ban nhân dân",)


def test_a_suggestion_keeps_the_place_of_the_tone_mark() -> None:
    assert said("Sự chỉ đạo của Đảng Uỷ xã.") == [("VH-06", "Đảng Uỷ", "Đảng uỷ")]


def test_the_first_letter_is_not_judged_inside_a_sentence() -> None:
    assert capital_slips("tiếp nhận 12 hồ sơ.", begins=False) == ()


def test_every_rule_says_what_it_rests_on() -> None:
    assert all("NĐ 30/2020" in clause for clause in CLAUSES.values())


def test_a_capital_for_every_word_of_a_subject_is_noticed() -> None:
    slip = title_case_slip("Công Tác Tuyên Truyền Cải Cách Hành Chính Quý I")
    assert slip
    assert slip.rule == "VH-16"


def test_a_subject_in_sentence_case_is_right() -> None:
    assert title_case_slip("Công tác tuyên truyền cải cách hành chính quý I năm 2024") is None


def test_the_place_of_the_tone_mark_that_is_rarer_is_told() -> None:
    texts = ("Ủy ban nhân dân xã, thủy lợi", "văn hoá, quý I, hoàn thành", "hòa giải")
    (found,) = mixed_tone_marks(texts)
    at, slip = found
    assert (at, texts[at][slip.start : slip.end], slip.suggestions) == (1, "hoá", ("hóa",))


def test_one_place_of_the_tone_mark_throughout_is_right() -> None:
    assert list(mixed_tone_marks(("Uỷ ban, văn hoá, thuỷ lợi", "sức khoẻ"))) == []


def test_the_old_place_wins_where_both_are_as_frequent() -> None:
    ((_, slip),) = mixed_tone_marks(("văn hóa", "uỷ quyền"))
    assert slip.suggestions == ("ủy",)


def test_the_old_style_keeps_every_character_in_its_place() -> None:
    assert old_style("Uỷ ban, HOÀ bình, khoẻ, quý, hoàn, thuỳ") == "Ủy ban, HÒA bình, khỏe, quý, hoàn, thùy"


def test_no_name_stands_twice_in_the_table() -> None:
    rows = (ROOT / "resources/language/capitals.tsv").read_text(encoding="utf-8").splitlines()
    names = [row.split("\t")[1].lower() for row in rows]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("wrong", ["Chủ Tịch", "Kế Hoạch", "Cán Bộ", "Nghị Quyết", "Bí Thư", "Công Chức", "Thủ Tục"])
def test_two_capitals_where_one_stands_are_a_slip(wrong: str) -> None:
    ((_, found, wanted),) = said(f"Trong quý, {wrong} của xã đã được nêu.")
    assert (found, wanted.lower()) == (wrong, wrong.lower())


def test_the_title_of_a_person_is_left_to_the_writer() -> None:
    assert said("Các Phó Chủ tịch và phó chủ tịch xã đã dự họp; Phó chủ tịch phụ trách báo cáo.") == []
