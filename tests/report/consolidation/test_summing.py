from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.blocks import Paragraph, Picture, Run, paragraph
from bcdesk.report.consolidation.adding import added
from bcdesk.report.consolidation.summing import pieces_of
from bcdesk.report.consolidation.weaving import woven
from tests.report.strategies import BLOCKS

UNITS = ("Công an xã", "Trạm Y tế", "Trường Tiểu học Ba Vì", "Thôn 1", "Thôn 12")


def merged(*texts):
    """The pieces of one text, or several in a tuple, of each unit."""
    contents = [(text,) if isinstance(text, str) else text for text in texts]
    return pieces_of([(unit, tuple(map(paragraph, own))) for unit, own in zip(UNITS, contents, strict=False)])


def said(*texts):
    return [piece.blocks[0].plain for piece in merged(*texts)]


def doubt(*texts):
    """The doubt about sentences that stay apart."""
    pieces = merged(*texts)
    assert [piece.blocks[0].plain for piece in pieces] == list(texts)
    return {piece.doubt for piece in pieces}.pop()


@pytest.mark.parametrize(
    ("typed", "total"),
    [
        (["02", "3"], "05"),
        (["2", "3"], "5"),
        (["05", "07"], "12"),
        (["1.248", "860"], "2.108"),
        (["1248", "860"], "2.108"),
        (["5,5", "0,75"], "6,25"),
        (["110/114", "1.200/1.248"], "1.310/1.362"),
        (["04/05", "03/04"], "07/09"),
        (["1248", "0"], "1248"),
        (["-", "05"], "05"),
        (["Không có", "7"], "7"),
        (["-", "-"], "-"),
        (["", "-"], ""),
        (["5", "4/5"], None),
        (["5", "đang thống kê"], None),
        ([], ""),
    ],
)
def test_typed_figures_are_added_as_offices_write(typed, total):
    assert added(typed) == total


def test_sentences_that_differ_in_their_numbers_are_one_with_the_sums():
    assert said("Tổ chức 02 buổi với 120 lượt người.", "Tổ chức 03 buổi với 1.080 lượt người.") == [
        "Tổ chức 05 buổi với 1.200 lượt người."
    ]


def test_a_merged_sentence_knows_what_each_unit_wrote():
    (piece,) = merged("Tổ chức 02 buổi.", "Tổ chức 03 buổi;")
    assert [(source.unit, source.blocks[0].plain) for source in piece.sources] == [
        ("Công an xã", "Tổ chức 02 buổi."),
        ("Trạm Y tế", "Tổ chức 03 buổi;"),
    ]


def test_bullets_stops_spaces_capitals_and_places_of_tone_marks_are_no_difference():
    assert said("- Uỷ ban mở 02 lớp.", "+ Ủy ban  mở 03 lớp ;", "uỷ ban mở 4 lớp") == ["- Uỷ ban mở 09 lớp."]


def test_names_that_differ_in_their_marks_are_two_sentences():
    assert said("Hỗ trợ xã Ba Tơ 5 hộ.", "Hỗ trợ xã Ba Tô 6 hộ.") == ["Hỗ trợ xã Ba Tơ 5 hộ.", "Hỗ trợ xã Ba Tô 6 hộ."]


def test_a_share_is_reckoned_anew_from_its_summed_ratio():
    one = "Giải quyết đúng hạn 110/114 hồ sơ (96,49 %)."
    other = "Giải quyết đúng hạn 40/80 hồ sơ (50,0 %)."
    assert said(one, other) == ["Giải quyết đúng hạn 150/194 hồ sơ (77,32 %)."]


def test_a_share_is_reckoned_anew_from_the_two_numbers_it_is_of_in_all_units():
    one = "Tiếp nhận 120 hồ sơ, đã giải quyết 114 hồ sơ, đạt 95 %; từ chối 03 hồ sơ."
    other = "Tiếp nhận 80 hồ sơ, đã giải quyết 60 hồ sơ, đạt 75 %; từ chối 04 hồ sơ."
    assert said(one, other) == ["Tiếp nhận 200 hồ sơ, đã giải quyết 174 hồ sơ, đạt 87 %; từ chối 07 hồ sơ."]


def test_shares_of_a_long_sentence_are_each_of_their_own_numbers():
    one = "Tiếp nhận 1.024 hồ sơ; đúng hạn 1.020 hồ sơ, đạt 99,61 %; quá hạn 04 hồ sơ, chiếm 0,39 %."
    other = "Tiếp nhận 10 hồ sơ; đúng hạn 10 hồ sơ, đạt 100 %; quá hạn 0 hồ sơ, chiếm 0 %."
    assert said(one, other) == [
        "Tiếp nhận 1.034 hồ sơ; đúng hạn 1.030 hồ sơ, đạt 99,61 %; quá hạn 04 hồ sơ, chiếm 0,39 %."
    ]


def test_exact_whole_shares_whose_sum_is_none_get_two_decimals():
    assert said("Có 5/5 hồ sơ đúng hạn, đạt 100 %.", "Có 3/4 hồ sơ đúng hạn, đạt 75 %.") == [
        "Có 8/9 hồ sơ đúng hạn, đạt 88,89 %."
    ]


def test_rounded_whole_shares_stay_whole():
    assert said("Có 1/3 hồ sơ trễ hạn (33 %).", "Có 1/8 hồ sơ trễ hạn (13 %).") == ["Có 2/11 hồ sơ trễ hạn (18 %)."]


def test_a_unit_whose_share_is_not_its_ratio_is_named():
    (piece,) = merged("Có 1/4 hồ sơ trễ hạn (25 %).", "Có 1/4 hồ sơ trễ hạn (52 %).")
    assert piece.blocks[0].plain == "Có 2/8 hồ sơ trễ hạn (25 %)."
    assert piece.doubt == "Tỷ lệ của Trạm Y tế không đúng bằng phép chia hai số của nó."


def test_a_share_of_nothing_in_all_units_stays():
    assert said("Trễ hạn 0/0 hồ sơ (0 %).", "Trễ hạn 0/0 hồ sơ (0 %).") == ["Trễ hạn 0/0 hồ sơ (0 %)."]


def test_shares_that_are_of_nothing_and_differ_are_not_averaged():
    assert doubt("Trễ hạn 0/0 hồ sơ (0 %).", "Trễ hạn 0/0 hồ sơ (100 %).").startswith("Tỷ lệ 0 %, 100 %")


def test_a_share_without_parts_that_all_say_alike_stays():
    assert said("Tỷ lệ hài lòng đạt 95 %.", "Tỷ lệ hài lòng đạt 95%.") == ["Tỷ lệ hài lòng đạt 95 %."]


def test_shares_without_parts_are_never_averaged():
    assert doubt("Tỷ lệ hài lòng đạt 95 %.", "Tỷ lệ hài lòng đạt 90 %.") == (
        "Tỷ lệ 95 %, 90 % không rõ tính từ hai số nào, nên không gộp."
    )


def test_a_share_that_may_be_of_two_different_pairs_is_left_to_the_editor():
    one = "Có 10 hộ nghèo, 20 hộ cận nghèo, 05 hộ khó khăn, 10 hộ mới, đạt 50 %."
    other = "Có 30 hộ nghèo, 40 hộ cận nghèo, 150 hộ khó khăn, 200 hộ mới, đạt 75 %."
    assert "75 %" in doubt(one, other)


def test_a_share_of_another_sentence_is_not_explained():
    assert doubt("Có 10 hộ, 20 người. Đạt 50 % kế hoạch.", "Có 30 hộ, 40 người. Đạt 75 % kế hoạch.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thu 5 triệu đồng.", "Thu 5.000 nghìn đồng."),
        ("Ngày 12/3/2024 mở 02 lớp.", "Ngày 15/3/2024 mở 03 lớp."),
        ("Thực hiện Kế hoạch số 12/KH-UBND mở 02 lớp.", "Thực hiện Kế hoạch số 15/KH-UBND mở 02 lớp."),
        ("Đúng hạn 5/5 hồ sơ.", "Đúng hạn 5 hồ sơ."),
        ("Có 02 dịch vụ mức độ 3.", "Có 03 dịch vụ mức độ 4."),
    ],
)
def test_sentences_that_say_different_things_stay_apart_without_a_doubt(one, other):
    assert doubt(one, other) == ""


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Quý I năm 2024 có 02 vụ.", "Quý I năm 2024 có 03 vụ.", "Quý I năm 2024 có 05 vụ."),
        ("Có 25 dịch vụ mức độ 3.", "Có 5 dịch vụ mức độ 3.", "Có 30 dịch vụ mức độ 3."),
        ("Theo Nghị quyết 57 mở 02 lớp.", "Theo Nghị quyết 57 mở 03 lớp.", "Theo Nghị quyết 57 mở 05 lớp."),
        ("Dự án 3 hỗ trợ 10 hộ.", "Dự án 3 hỗ trợ 5 hộ.", None),
        ("Nội dung 3: hỗ trợ 10 hộ.", "Nội dung 3: hỗ trợ 5 hộ.", "Nội dung 3: hỗ trợ 15 hộ."),
        ("(1) Mở 02 lớp; (2) cấp 10 thẻ.", "(1) Mở 03 lớp; (2) cấp 5 thẻ.", "(1) Mở 05 lớp; (2) cấp 15 thẻ."),
        ("Gồm (1) 02 lớp; (2) 10 thẻ.", "Gồm (1) 03 lớp; (2) 5 thẻ.", "Gồm (1) 05 lớp; (2) 15 thẻ."),
        ("Gọi điện thoại 02553861234 có 2 vụ.", "Gọi điện thoại 02553861234 có 3 vụ.",
         "Gọi điện thoại 02553861234 có 5 vụ."),
        ("Quay 113, 0987654321 có 2 vụ.", "Quay 113, 0987654321 có 3 vụ.", "Quay 226, 0987654321 có 5 vụ."),
    ],
)  # fmt: skip
def test_numbers_that_name_something_are_not_added(one, other, together):
    assert said(one, other) == ([together] if together else [one, other])


@pytest.mark.parametrize(
    "sentence",
    [
        "Năng suất lúa đạt {} tạ/ha.",
        "Thu nhập bình quân {} triệu đồng.",
        "Phát thanh {} giờ/ngày.",
        "Chấm đạt {} điểm.",
        "Người cao nhất {} tuổi.",
        "Số hồ sơ tăng {} lần so với cùng kỳ.",
        "Bắt đầu lúc {} giờ sáng.",
        "Lượng mưa đo được {} mm.",
        "Đường dây {} kV.",
        "Mặt đường rộng {} m.",
        "Khoảng cách đến trung tâm {} km.",
        "Hỗ trợ mỗi hộ {} con giống.",
        "Tiêm đủ {} mũi.",
    ],
)
def test_averages_rates_marks_and_times_are_not_added(sentence):
    one, other = sentence.format("52"), sentence.format("50")
    assert doubt(one, other) == "Số 52, 50 là mức bình quân, định mức hoặc thứ bậc, không cộng được."
    assert said(one, one) == [one]


def test_what_each_one_gets_stays_while_those_who_get_it_are_added():
    one, other = "Hỗ trợ mỗi hộ 5 triệu đồng cho 12 hộ.", "Hỗ trợ mỗi hộ 5 triệu đồng cho 8 hộ."
    assert said(one, other) == ["Hỗ trợ mỗi hộ 5 triệu đồng cho 20 hộ."]


def test_marks_out_of_a_scale_all_have_are_not_added():
    assert doubt("Đạt 15/19 tiêu chí.", "Đạt 17/19 tiêu chí.") == (
        "Các đơn vị cùng ghi …/19 tiêu chí, có thể là số chung của cả xã, nên không cộng."
    )
    assert said("Đúng hạn 15/19 hồ sơ.", "Đúng hạn 17/19 hồ sơ.") == ["Đúng hạn 32/38 hồ sơ."]


def test_hours_that_are_counted_add():
    assert said("Phát thanh 120 giờ.", "Phát thanh 80 giờ.") == ["Phát thanh 200 giờ."]


def test_a_whole_that_all_share_is_not_added():
    assert "số chung của cả xã" in doubt("Có 10/12 thôn đạt chuẩn.", "Có 10/12 thôn đạt chuẩn.")


def test_wholes_of_their_own_are_added():
    assert said("Có 5/5 thôn đạt chuẩn.", "Có 6/7 thôn đạt chuẩn.") == ["Có 11/12 thôn đạt chuẩn."]


@pytest.mark.parametrize("sentence", ["Kế hoạch giao 120 triệu đồng.", "Thu 30/120 triệu đồng kế hoạch giao."])
def test_a_plan_that_is_the_same_in_all_units_is_not_added(sentence):
    assert "số chung của cả xã" in doubt(sentence, sentence)


def test_plans_that_are_made_are_counted():
    assert said("Ban hành 01 kế hoạch.", "Ban hành 01 kế hoạch.") == ["Ban hành 02 kế hoạch."]


def test_a_large_number_that_three_units_share_is_added_and_pointed_out():
    (piece,) = merged(*["Có 150 hội viên."] * 3)
    assert (piece.blocks[0].plain, piece.doubt) == (
        "Có 450 hội viên.",
        "Các đơn vị cùng ghi 150 hội viên; nếu là số chung thì sửa lại số đã cộng.",
    )


@pytest.mark.parametrize("sentence", ["Mở 02 (hai) lớp.", "Tổ chức hai buổi tuyên truyền."])
def test_numbers_in_words_are_not_added(sentence):
    assert doubt(sentence, sentence) != ""


@pytest.mark.parametrize(
    ("sentence", "unclear"),
    [
        ("Trồng 15ha keo.", "15ha"),
        ("Mở 5-7 buổi.", "5-7"),
        ("Mở 02 buổi/120 lượt người.", "120"),
        ("Trồng 12.5 ha keo.", "12.5"),
        ("Tiếp nhận 1 248 hồ sơ.", "1 248"),
    ],
)
def test_a_number_that_may_be_something_else_is_not_added(sentence, unclear):
    assert doubt(sentence, sentence) == f"Không rõ “{unclear}” có phải là số lượng không, nên không cộng."


@pytest.mark.parametrize(
    "sentence",
    [
        "Giai đoạn 2021-2025, mở {} lớp.",
        "Theo Nghị quyết số 57-NQ/TW và Quyết định 19a/2024/QĐ-TTg, mở {} lớp.",
        "Theo khoản 5a, lớp 5A mở {} lớp.",
        "Từ ngày 5-7/3/2024 mở {} lớp.",
        "1.1. Mở {} lớp.",
        "Trồng {} m2 rau, phòng COVID-19.",
    ],
)
def test_days_documents_and_markers_do_not_keep_sentences_apart(sentence):
    assert said(sentence.format("02"), sentence.format("03")) == [sentence.format("05")]


def test_what_several_units_say_without_a_number_stands_once():
    (piece,) = merged("Không có vướng mắc.", "Không có vướng mắc.", "Đề nghị hỗ trợ.")[:1]
    assert piece.units == UNITS[:2]


def test_a_unit_that_has_nothing_to_say_is_silent_where_another_has_something():
    assert said("Không có.", "Đề nghị hỗ trợ.", "- Không") == ["Đề nghị hỗ trợ."]
    (piece,) = merged("Không có.", "- Không có")
    assert piece.units == UNITS[:2]
    assert said("Không có.") == ["Không có."]
    assert said(("Tồn tại:", "Không có."), "Đề nghị hỗ trợ.") == ["Tồn tại:", "Không có.", "Đề nghị hỗ trợ."]


def test_few_units_that_name_themselves_are_named_together():
    assert said("Công an xã mở 02 lớp.", "Trạm Y tế mở 03 lớp.") == ["Công an xã và Trạm Y tế mở 05 lớp."]
    assert said("Tại thôn 1 có 2 vụ.") == ["Tại thôn 1 có 2 vụ."]


def test_many_units_that_name_themselves_are_the_units():
    names = [f"Năm 2024, {unit} mở 02 lớp. {unit} đề nghị hỗ trợ." for unit in UNITS]
    assert said(*names) == ["Năm 2024, các đơn vị mở 10 lớp. Các đơn vị đề nghị hỗ trợ."]


def test_a_number_of_a_name_is_no_figure():
    names = [f"{unit} mở 02 lớp." for unit in UNITS[3:]]
    texts = [(unit, (paragraph(text),)) for unit, text in zip(UNITS[3:], names, strict=True)]
    assert [piece.blocks[0].plain for piece in pieces_of(texts)] == ["Thôn 1 và Thôn 12 mở 04 lớp."]


def test_formats_and_footnotes_of_the_first_unit_stay_around_the_sums():
    note = (Run("Số liệu đến 15/3."),)
    one = Paragraph((Run("Mở "), Run("02", bold=True), Run(" lớp", footnote=note), Run(".", italic=True)))
    (piece,) = pieces_of([("A", (one,)), ("B", (paragraph("Mở 03 lớp."),))])
    assert piece.blocks == (
        Paragraph((Run("Mở "), Run("05", bold=True), Run(" lớp", footnote=note), Run(".", italic=True))),
    )


def test_sentences_one_unit_has_stand_behind_what_they_follow_on():
    one = ("Kết quả:", "Đã mở đường.", "Tồn tại:", "Thiếu vốn.")
    other = ("Kết quả:", "Đã trồng cây.", "Tồn tại:", "Thiếu người.")
    assert said(one, other) == [
        "Kết quả:", "Đã mở đường.", "Đã trồng cây.", "Tồn tại:", "Thiếu vốn.", "Thiếu người.",
    ]  # fmt: skip


def test_the_same_words_under_other_lines_are_other_numbers():
    one = ("Đất đai:", "- Tiếp nhận 05 hồ sơ.", "Hộ tịch:", "- Tiếp nhận 07 hồ sơ.")
    other = ("Đất đai:", "- Tiếp nhận 01 hồ sơ.", "Hộ tịch:", "- Tiếp nhận 02 hồ sơ.")
    assert said(one, other) == ["Đất đai:", "- Tiếp nhận 06 hồ sơ.", "Hộ tịch:", "- Tiếp nhận 09 hồ sơ."]


def test_a_unit_that_says_the_same_twice_counts_twice():
    (piece,) = merged(("Mở 02 lớp.", "Mở 03 lớp."), ("Mở 04 lớp.",))
    assert piece.blocks[0].plain == "Mở 09 lớp."
    assert [source.unit for source in piece.sources] == ["Công an xã", "Công an xã", "Trạm Y tế"]


def test_cumulative_numbers_of_one_unit_are_not_added():
    pieces = merged(("Lũy kế 02 lớp.", "Lũy kế 03 lớp."), ("Lũy kế 04 lớp.",))
    assert len(pieces) == 3
    assert pieces[0].doubt == "Một đơn vị ghi số lũy kế này nhiều lần, nên không cộng."


def test_cumulative_numbers_of_units_add():
    assert said("Lũy kế 02 lớp.", "Lũy kế 04 lớp.") == ["Lũy kế 06 lớp."]


def test_empty_paragraphs_between_units_are_left_out():
    assert said(("Mở 02 lớp.", ""), ("", "Mở 03 lớp.")) == ["Mở 05 lớp."]


def test_pictures_stay_as_they_are():
    picture = Picture(b"x", "image/png", 100.0)
    pieces = pieces_of([("A", (picture,)), ("B", (picture,))])
    assert [piece.blocks for piece in pieces] == [(picture,), (picture,)]


def test_nothing_gives_nothing():
    assert pieces_of([]) == pieces_of([("A", ())]) == ()


def test_a_unit_that_shares_nothing_comes_last():
    assert said("Đề nghị hỗ trợ.", "Mở 02 lớp.", "Mở 03 lớp.") == ["Mở 05 lớp.", "Đề nghị hỗ trợ."]


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=5, unique=True), max_size=4))
def test_weaving_keeps_everything_once(lists):
    assert sorted(woven(lists)) == sorted({item for each in lists for item in each})


@given(st.lists(BLOCKS, max_size=6))
def test_one_unit_alone_changes_nothing(blocks):
    pieces = pieces_of([("A", tuple(blocks))])
    assert [piece.blocks for piece in pieces] == [(block,) for block in blocks]
    assert [piece.sources[0].blocks for piece in pieces] == [(block,) for block in blocks]


@given(st.lists(st.lists(BLOCKS, max_size=4), max_size=4))
def test_of_all_units_wrote_nothing_is_lost(contents):
    """Every block with something in it is in the sources of a piece, and of one only."""
    units = [(f"Đơn vị {at}", tuple(blocks)) for at, blocks in enumerate(contents)]
    sources = [(source.unit, source.blocks[0]) for piece in pieces_of(units) for source in piece.sources]
    wanted = [(unit, block) for unit, blocks in units for block in blocks]
    for one in sources:
        wanted.remove(one)
    assert all(isinstance(block, Paragraph) and not block.plain.strip() for _, block in wanted)


COUNTS = st.integers(0, 9) | st.integers(0, 2_000_000)
GIVEN = st.lists(st.tuples(COUNTS, COUNTS, st.integers(0, 10**6), st.booleans()), min_size=2, max_size=6)


def grouped(number, pad=False):
    return f"{number:02}" if pad and number < 10 else f"{number:,}".replace(",", ".")


def sentence(done, late, money, pad):
    whole = done + late
    share = f" ({percent(done, whole)} %)" if whole else " (0,00 %)"
    return (
        f"- Giải quyết đúng hạn {grouped(done, pad)}/{grouped(whole)} hồ sơ{share}, "
        f"trễ hạn {grouped(late, pad)} hồ sơ, thu {grouped(money // 100)},{money % 100:02} triệu đồng"
    )


def percent(part, whole):
    value = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def digits(text):
    """The text without the zero before a count below ten, which units write or not."""
    return " ".join(word.lstrip("0(") or "0" for word in text.replace("/", " / ").split())


@given(GIVEN)
def test_sums_and_shares_are_right_to_the_digit_whatever_the_units(rows):
    units = [(f"Đơn vị {at}", (paragraph(sentence(*row)),)) for at, row in enumerate(rows)]
    (piece,) = pieces_of(units)
    done, late, money = (sum(row[at] for row in rows) for at in range(3))
    assert digits(piece.blocks[0].plain) == digits(sentence(done, late, money, pad=False))
    (turned,) = pieces_of(units[::-1])
    assert digits(turned.blocks[0].plain) == digits(piece.blocks[0].plain)


@given(COUNTS, COUNTS, st.integers(0, 10**6), st.booleans())
def test_a_unit_with_nothing_to_tell_changes_nothing(done, late, money, pad):
    own = sentence(done, late, money, pad)
    nothing = sentence(0, 0, 0, pad=False)
    assert said(own, nothing) == [own]
