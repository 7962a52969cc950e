from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.office import Issuer, Layout
from bcdesk.report.report import DocumentDate, Place
from bcdesk.sheet.balance import balanced, filled
from bcdesk.sheet.lengths import mm, pt
from bcdesk.sheet.sheet import SINGLE, Align
from tests.sheet.samples import OFFICE, composed, font, one, styled, tables, width_of, with_layout


def length_of_rule(rule, column):
    return column - rule.format.left - rule.format.right


def head(sheet):
    return tables(sheet)[0]


def cells(sheet):
    return [[cell.paragraphs for cell in row.cells] for row in head(sheet).rows]


def test_quoc_hieu_is_bold_and_upright_in_13_point():
    assert one(composed(), "Quốc hiệu").plain == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert font(one(composed(), "Quốc hiệu")) == (13, True, False)


def test_tieu_ngu_is_bold_and_upright_in_14_point():
    assert one(composed(), "Tiêu ngữ").plain == "Độc lập - Tự do - Hạnh phúc"
    assert font(one(composed(), "Tiêu ngữ")) == (14, True, False)


def test_the_smaller_set_is_12_13_13():
    sheet = with_layout(head_size=12)
    assert [font(one(sheet, name))[0] for name in ("Quốc hiệu", "Tiêu ngữ", "Địa danh, thời gian")] == [12, 13, 13]


def test_quoc_hieu_and_tieu_ngu_stand_centred_and_single_spaced():
    for name in ("Quốc hiệu", "Tiêu ngữ", "Cơ quan ban hành"):
        for paragraph in styled(composed(), name):
            assert paragraph.format.align is Align.CENTER
            assert paragraph.format.pitch == SINGLE
            assert (paragraph.format.before, paragraph.format.after) == (0, 0)


def test_the_rule_under_tieu_ngu_is_as_long_as_its_text():
    sheet = composed()
    motto, rule = cells(sheet)[0][1][1:]
    assert length_of_rule(rule, head(sheet).columns[1]) == pytest.approx(width_of(motto.runs), rel=0.01)


def test_quoc_hieu_fits_its_column_on_one_line():
    sheet = with_layout(head_size=12)
    assert width_of(one(sheet, "Quốc hiệu").runs) <= head(sheet).columns[1]


def test_the_letterhead_fills_the_column_and_shows_no_lines():
    sheet = composed()
    assert sum(head(sheet).columns) == sheet.sections[0].page.column
    assert (head(sheet).padding, head(sheet).rule, head(sheet).indent) == (0, 0, 0)


def test_the_committee_stands_alone_in_bold():
    sheet = composed()
    assert [item.plain for item in styled(sheet, "Cơ quan ban hành")] == ["ỦY BAN NHÂN DÂN", "XÃ BA TƠ"]
    assert styled(sheet, "Cơ quan chủ quản") == []
    assert font(styled(sheet, "Cơ quan ban hành")[0]) == (13, True, False)


def test_an_office_stands_in_bold_under_the_committee_not_in_bold():
    sheet = composed(office=replace(OFFICE, issuer=Issuer.CULTURE))
    assert font(one(sheet, "Cơ quan chủ quản")) == (13, False, False)
    assert one(sheet, "Cơ quan chủ quản").plain == "UBND XÃ BA TƠ"
    assert cells(sheet)[0][0][0].style == "Cơ quan chủ quản"


def test_the_rule_under_the_issuer_is_a_third_to_a_half_of_its_longest_line():
    sheet = composed()
    *lines, rule = cells(sheet)[0][0]
    share = length_of_rule(rule, head(sheet).columns[0]) / max(width_of(line.runs) for line in lines)
    assert 1 / 3 <= share <= 1 / 2


def test_rules_are_lines_of_three_quarters_of_a_point():
    assert {rule.format.rule for rule in styled(composed(), "Đường kẻ")} == {6}


def test_an_issuer_too_long_for_its_column_is_broken_into_lines_that_fit():
    sheet = composed(office=replace(OFFICE, header=("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06",)))
    lines = styled(sheet, "Cơ quan ban hành")
    assert len(lines) > 1
    assert all(width_of(line.runs) <= head(sheet).columns[0] for line in lines)


def test_an_office_without_a_name_has_an_empty_line_and_no_rule():
    sheet = composed(office=replace(OFFICE, issuer=Issuer.OTHER, unit="", name=""))
    assert one(sheet, "Cơ quan ban hành").plain == ""
    assert len(styled(sheet, "Đường kẻ")) == 2


def test_number_and_date_share_a_row_and_a_baseline():
    sheet = composed()
    (number,), (date,) = cells(sheet)[1]
    assert (number.style, date.style) == ("Số, ký hiệu", "Địa danh, thời gian")
    assert number.format.pitch == date.format.pitch
    assert number.format.pitch.exact


def test_a_number_below_ten_gets_a_zero():
    assert one(composed(number="5"), "Số, ký hiệu").plain == "Số: 05/BC-UBND"


def test_the_number_is_upright_in_13_point_whatever_the_head():
    assert font(one(with_layout(head_size=12), "Số, ký hiệu")) == (13, False, False)


def test_the_symbol_of_the_report_wins_over_that_of_the_office():
    assert one(composed(number="12", symbol="BC-VHXH"), "Số, ký hiệu").plain == "Số: 12/BC-VHXH"


def test_a_blank_number_keeps_12_mm_for_the_pen():
    (run,) = one(composed(), "Số, ký hiệu").runs
    blank = replace(run, text="\u00a0" * run.text.count("\u00a0"))
    assert width_of((blank,)) >= mm(12)


def test_the_date_is_italic_with_a_zero_before_small_days_and_none_before_march():
    assert one(composed(), "Địa danh, thời gian").plain == "Ba Tơ, ngày 05 tháng 3 năm 2024"
    assert font(one(composed(), "Địa danh, thời gian")) == (14, False, True)


def test_january_and_february_get_a_zero():
    sheet = composed(date=DocumentDate(10, 2, 2024))
    assert one(sheet, "Địa danh, thời gian").plain == "Ba Tơ, ngày 10 tháng 02 năm 2024"


def test_a_blank_day_keeps_8_mm_for_the_pen():
    (run,) = one(composed(date=DocumentDate(None, 3, 2024)), "Địa danh, thời gian").runs
    assert run.text.endswith(" tháng 3 năm 2024")
    assert width_of((replace(run, text="\u00a0" * run.text.count("\u00a0")),)) >= mm(8)


def test_the_place_typed_in_the_report_is_printed():
    assert one(composed(place="Ba Bích"), "Địa danh, thời gian").plain.startswith("Ba Bích, ngày")


def test_the_draft_mark_stands_bold_under_the_number():
    sheet = composed(draft_mark="DỰ THẢO (lần 2)")
    assert cells(sheet)[1][0][1].plain == "DỰ THẢO (lần 2)"
    assert font(one(sheet, "Dự thảo")) == (13, True, False)


def test_the_title_is_bold_centred_capitals():
    title = one(composed(), "Tên loại")
    assert (title.plain, font(title)) == ("BÁO CÁO", (14, True, False))
    assert (title.format.align, title.format.first) == (Align.CENTER, 0)


def test_the_subject_is_bold_and_centred_as_typed():
    subject = one(composed(subject=("Công tác  tháng 6",)), "Trích yếu")
    assert (subject.plain, font(subject), subject.format.align) == (
        "Công tác  tháng 6",
        (14, True, False),
        Align.CENTER,
    )


def test_each_line_of_the_subject_knows_which_it_is():
    sheet = composed(subject=("Công tác tháng 6", "và phương hướng tháng 7"))
    assert [item.source for item in styled(sheet, "Trích yếu")] == [Place("subject", 0), Place("subject", 1)]


def test_the_rule_under_the_subject_is_a_third_to_a_half_of_its_longest_line():
    sheet = composed(subject=("Công tác tháng 6", "và phương hướng, nhiệm vụ tháng 7"))
    rule = sheet.sections[0].blocks[4]
    share = length_of_rule(rule, sheet.sections[0].page.column) / width_of(styled(sheet, "Trích yếu")[1].runs)
    assert 1 / 3 <= share <= 1 / 2


def test_the_rule_under_a_subject_that_is_broken_follows_its_longest_printed_line():
    sheet = composed(subject=("chữ " * 40,))
    rule = sheet.sections[0].blocks[3]
    assert 1 / 3 <= length_of_rule(rule, sheet.sections[0].page.column) / sheet.sections[0].page.column <= 1 / 2


def test_without_a_subject_there_is_no_rule():
    assert len(styled(composed(subject=()), "Đường kẻ")) == 2


@pytest.mark.parametrize(("dates", "last"), [("", "Tên loại"), ("(Từ ngày 15/12/2023)", "Khoảng thời gian")])
def test_without_a_subject_the_text_stands_off_from_the_last_line_of_the_title(dates, last):
    assert one(composed(subject=(), date_range=dates), last).format.after == pt(12)


def test_the_date_range_stands_upright_below_the_subject():
    sheet = composed(date_range="(Từ ngày 15/12/2023 đến ngày 14/3/2024)")
    assert font(one(sheet, "Khoảng thời gian")) == (14, False, False)


def test_no_addressee_prints_nothing():
    assert styled(composed(addressees=("", " ")), "Kính gửi") == []


def test_one_addressee_stands_on_the_line_of_the_label():
    line = one(composed(addressees=("Ủy ban nhân dân tỉnh Quảng Ngãi",)), "Kính gửi")
    assert line.plain == "Kính gửi: Ủy ban nhân dân tỉnh Quảng Ngãi"
    assert font(line) == (14, False, False)
    assert line.source_start == len("Kính gửi: ")


def test_several_addressees_end_in_semicolons_and_a_stop():
    lines = styled(composed(addressees=("Sở Nội vụ", "Sở Tư pháp;", "Sở Tài chính")), "Kính gửi")
    assert [line.plain for line in lines] == ["Kính gửi:", "- Sở Nội vụ;", "- Sở Tư pháp;", "- Sở Tài chính."]


def test_the_hyphens_stand_under_the_colon():
    label, *items = styled(composed(addressees=("Sở Nội vụ", "Sở Tư pháp")), "Kính gửi")
    colon = label.format.left + width_of((replace(label.runs[0], text="Kính gửi"),))
    assert {item.format.left + item.format.first for item in items} == {round(colon)}


def test_only_the_last_addressee_has_space_below():
    lines = styled(composed(addressees=("Sở Nội vụ", "Sở Tư pháp")), "Kính gửi")
    assert [bool(line.format.after) for line in lines] == [False, False, True]


def chars(text):
    return float(len(text))


def test_a_line_is_filled_with_the_words_that_fit():
    assert filled("a bb ccc dddd", 6, chars) == ["a bb", "ccc", "dddd"]


def test_a_word_wider_than_the_column_stands_alone():
    assert filled("a bbbbbbbb c", 4, chars) == ["a", "bbbbbbbb", "c"]


def test_lines_are_balanced():
    assert balanced("aaa bbb ccc ddd", 12, chars) == ["aaa bbb", "ccc ddd"]


def test_the_head_has_more_room_at_the_left_with_a_narrow_right_margin():
    assert head(with_layout(right=15)).columns[0] > head(with_layout(right=20)).columns[0]


def test_sizes_of_the_office_outside_the_decree_are_not_printed():
    assert font(one(with_layout(body_size=16), "Tên loại"))[0] == 14
    assert Layout().head_size == 13


def test_a_few_lines_are_balanced_and_many_filled():
    assert balanced("aa " * 20, 5, chars) == filled("aa " * 20, 5, chars)


def lines_of(paragraph, column):
    return filled(paragraph.plain, column - paragraph.format.left - paragraph.format.right, text_width(paragraph))


def text_width(paragraph):
    return lambda text: width_of((replace(paragraph.runs[0], text=text),))


LONG = "Kết quả công tác cải cách hành chính sáu tháng đầu năm và phương hướng sáu tháng cuối năm trên địa bàn"


@pytest.mark.parametrize(
    ("style", "changes"),
    [
        ("Trích yếu", {"subject": (LONG,)}),
        ("Khoảng thời gian", {"date_range": LONG}),
        ("Kính gửi", {"addressees": (LONG,)}),
    ],
)
def test_a_centred_text_wider_than_the_column_has_lines_of_like_length(style, changes):
    sheet = composed(**changes)
    paragraph = one(sheet, style)
    lengths = [len(line) for line in lines_of(paragraph, sheet.sections[0].page.column)]
    assert len(lengths) == len(filled(paragraph.plain, sheet.sections[0].page.column, text_width(paragraph)))
    assert min(lengths) > max(lengths) * 0.75
    assert paragraph.format.left == paragraph.format.right


def test_a_centred_text_that_fits_keeps_the_whole_column():
    assert (one(composed(), "Trích yếu").format.left, one(composed(), "Trích yếu").format.right) == (0, 0)


def test_a_long_place_gets_a_wider_column_for_its_date_line():
    sheet = composed(place="Nguyễn Nghiêm")
    assert width_of(one(sheet, "Địa danh, thời gian").runs) <= head(sheet).columns[1]
    assert width_of(one(sheet, "Số, ký hiệu").runs) <= head(sheet).columns[0]


def test_the_date_line_takes_no_room_from_the_number():
    sheet = composed(place="Phường " * 6, symbol="BC-TTPVHCCKTHTĐT")
    assert width_of(one(sheet, "Số, ký hiệu").runs) <= head(sheet).columns[0]


def test_a_name_whose_lines_do_not_fit_is_broken_anew_into_fewer():
    header = ("BAN CHỈ ĐẠO XÂY DỰNG NÔNG THÔN MỚI", "VÀ GIẢM NGHÈO", "BỀN VỮNG")
    sheet = composed(office=replace(OFFICE, header=header))
    lines = [item.plain for item in styled(sheet, "Cơ quan ban hành")]
    assert " ".join(lines) == " ".join(header)
    assert len(lines) == 3
