from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.consolidation.merging import merge
from bcdesk.report.consolidation.placing import proposals
from bcdesk.report.consolidation.values import LEFT_OUT, OWN
from bcdesk.report.edits import normalised
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.merged import Merged, Placement
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Appendix, Report, Section, paragraph, walk
from bcdesk.report.units import sample_office
from tests.report.consolidation.units import received, report_of, section, titled

COMMUNE = report_of(
    section(
        "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ I NĂM 2024",
        section("1. Kinh tế", section("a) Nông nghiệp, lâm nghiệp, thủy sản"), section("b) Thu, chi ngân sách")),
        section("2. Cải cách hành chính, chuyển đổi số"),
        section("3. Quốc phòng - an ninh"),
    ),
    section("II. NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2024", section("1. Kinh tế"), section("2. Quốc phòng - an ninh")),
    section("III. ĐỀ XUẤT, KIẾN NGHỊ"),
    appendices=(Appendix("p1", ("BIỂU TỔNG HỢP THU NGÂN SÁCH",)),),
)
TEXT = "Đã làm."


def placed(*sent, report: Report = COMMUNE, placements=()) -> dict[str, tuple[str, bool]]:
    """By the last of its titles, the title of the section a heading goes into, and whether that is sure."""
    titles = {each.id: each.title for _, each in walk(report.sections)}
    titles |= {each.id: " ".join(each.title) for each in report.appendices}
    return {
        each.titles[-1]: (titles.get(each.part, each.part), each.sure) for each in proposals(report, sent, placements)
    }


def test_a_heading_goes_to_the_section_of_its_title_whatever_marker_capitals_and_period():
    unit = received("Trạm Y tế", section("IV. Nhiệm vụ trọng tâm 6 tháng cuối năm 2024", TEXT))
    assert placed(unit) == {"Nhiệm vụ trọng tâm 6 tháng cuối năm 2024": ("NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2024", True)}


def test_an_abbreviation_is_the_words_it_stands_for():
    assert placed(received("Văn phòng", section("1. CCHC, chuyển đổi số", TEXT))) == {
        "CCHC, chuyển đổi số": ("Cải cách hành chính, chuyển đổi số", True)
    }


def test_a_title_that_is_only_alike_is_asked():
    assert placed(received("Văn phòng", section("1. Công tác cải cách hành chính", TEXT))) == {
        "Công tác cải cách hành chính": ("Cải cách hành chính, chuyển đổi số", False)
    }


def test_headings_of_several_units_may_go_to_one_section():
    sent = (
        received("Công an", section("1. An ninh, quốc phòng", TEXT)),
        received("Quân sự", section("1. Quốc phòng, an ninh", TEXT)),
    )
    assert {part for part, _ in placed(*sent).values()} == {"Quốc phòng - an ninh"}


@pytest.mark.parametrize(
    ("above", "under"), [("I. Kết quả thực hiện nhiệm vụ quý I", 0), ("II. Nhiệm vụ trọng tâm quý II", 1)]
)
def test_of_two_sections_of_one_title_it_is_the_one_below_where_the_heading_above_went(above, under):
    found = proposals(COMMUNE, [received("Công an", section(above, section("1. Kinh tế", TEXT)))])
    assert found[-1].part == COMMUNE.sections[under].children[0].id


def test_plans_do_not_go_among_results_because_only_these_have_a_section_of_that_title():
    unit = received("Tài chính", section("I. Nhiệm vụ trọng tâm quý II", section("1. Thu, chi ngân sách", TEXT)))
    assert placed(unit)["Thu, chi ngân sách"] == (OWN, True)


def test_a_section_at_the_top_is_found_from_below_another_one_and_asked():
    unit = received("Công an", section("I. Kết quả thực hiện nhiệm vụ", section("5. Đề xuất, kiến nghị", TEXT)))
    assert placed(unit)["Đề xuất, kiến nghị"] == ("ĐỀ XUẤT, KIẾN NGHỊ", False)


def test_a_heading_that_fits_nothing_is_asked_at_the_top_and_goes_along_below_another():
    unit = received(
        "Thôn 1", section("I. Đặc điểm", TEXT), section("3. Quốc phòng - an ninh", section("a) Hòa giải", TEXT))
    )
    assert placed(unit)["Đặc điểm"] == (OWN, False)
    assert placed(unit)["Hòa giải"] == (OWN, True)


def test_nothing_is_asked_of_a_heading_without_text():
    assert placed(received("Thôn 1", section("I. Đặc điểm")))["Đặc điểm"] == (OWN, True)


def test_a_heading_over_headings_with_text_is_asked_where_these_go_with_it():
    unit = received("Thôn 1", section("I. Đặc điểm", section("1. Địa bàn", TEXT)))
    assert placed(unit) == {"Đặc điểm": (OWN, False), "Địa bàn": (OWN, True)}
    unit = received("Thôn 1", section("I. Đặc điểm", section("1. Kiến nghị, đề xuất", TEXT)))
    assert placed(unit)["Đặc điểm"] == (OWN, True)


@pytest.mark.parametrize(("heading", "goes"), [
    ("V. Phương hướng quý II", "NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2026"), ("4. Khó khăn, vướng mắc", "Tồn tại, hạn chế"),
    ("Thuận lợi", "Ưu điểm"), ("3. An ninh trật tự", "Quốc phòng - an ninh"),
    ("Công tác quân sự", "Quốc phòng - an ninh"), ("5. Thu thuế", "Thu, chi ngân sách"),
    ("2. Hộ nghèo, cận nghèo", "Việc làm, giảm nghèo, an sinh xã hội"),
    ("I. Kết quả công tác", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ I NĂM 2026"),
])  # fmt: skip
def test_a_heading_of_another_title_goes_where_its_purpose_or_its_field_leads_and_is_asked(heading: str, goes: str):
    kind = next(kind for kind in load_kinds() if kind.id == "kinh-te-xa-hoi")
    report = new_report(kind, Period(PeriodType.QUARTER, 2026, 1), sample_office())
    unit = received("Thôn 1", section(heading, TEXT))
    assert list(placed(unit, report=report).values()) == [(goes, False)]


@pytest.mark.parametrize(("unit", "heading", "goes"), [
    ("Trạm Y tế", "1. Công tác khám chữa bệnh", "Y tế, dân số"),
    ("Trường Tiểu học Ba Tơ", "2. Chất lượng hai mặt", "Giáo dục và đào tạo"),
    ("Công an xã", "II. Kết quả công tác", "Quốc phòng - an ninh"),
])  # fmt: skip
def test_what_one_unit_writes_goes_where_its_field_leads_and_is_asked(unit: str, heading: str, goes: str):
    kind = next(kind for kind in load_kinds() if kind.id == "kinh-te-xa-hoi")
    report = new_report(kind, Period(PeriodType.QUARTER, 2026, 1), sample_office())
    assert list(placed(received(unit, section(heading, TEXT)), report=report).values()) == [(goes, False)]


def test_plans_of_a_unit_go_into_its_field_among_the_plans():
    unit = received("Công an", section("III. Phương hướng quý II", TEXT))
    assert proposals(COMMUNE, [unit])[0].part == COMMUNE.sections[1].children[1].id


def test_below_the_section_of_its_field_a_heading_goes_along():
    unit = received(
        "Công an", section("3. Quốc phòng - an ninh", section("a) Bảo vệ an ninh", section("- Nội bộ", TEXT)))
    )
    assert placed(unit)["Bảo vệ an ninh"] == (OWN, True)


def test_headings_below_one_that_goes_along_stay_below_it():
    orders = section("a) Quản lý hành chính", section("- Kinh tế", TEXT), section("b) Tiếp dân", TEXT))
    unit = received("Công an", section("3. Quốc phòng - an ninh", orders))
    assert placed(unit)["Quản lý hành chính"] == placed(unit)["Tiếp dân"] == placed(unit)["Kinh tế"] == (OWN, True)


def test_a_heading_that_says_most_of_one_below_is_asked():
    report = report_of(section("I. KẾT QUẢ THỰC HIỆN", section("1. Cải cách hành chính, chuyển đổi số")))
    unit = received("Thôn 1", section("I. Kết quả thực hiện", section("1. Công tác cải cách hành chính", TEXT)))
    assert placed(unit, report=report)["Công tác cải cách hành chính"] == ("Cải cách hành chính, chuyển đổi số", False)


def test_what_is_for_a_purpose_of_its_own_goes_there_from_below_the_results():
    report = report_of(*COMMUNE.sections, section("IV. ĐÁNH GIÁ", section("1. Tồn tại, hạn chế")))
    unit = received("Thôn 1", section("I. Kết quả thực hiện nhiệm vụ", section("5. Khó khăn", TEXT)))
    assert placed(unit, report=report)["Khó khăn"] == ("Tồn tại, hạn chế", False)


def test_a_title_that_stands_in_several_sections_means_the_first():
    assert (
        proposals(COMMUNE, [received("Thôn 1", section("1. Kinh tế", TEXT))])[0].part
        == COMMUNE.sections[0].children[0].id
    )


def test_a_shorter_title_is_the_only_longer_one_for_sure():
    assert placed(received("Thôn 1", section("1. Kiến nghị", TEXT))) == {"Kiến nghị": ("ĐỀ XUẤT, KIẾN NGHỊ", True)}


def test_what_is_remembered_comes_before_the_title_and_what_is_decided_now_before_both():
    unit = received("Công an", section("1. Kinh tế", TEXT))
    other, third = titled(COMMUNE, "ĐỀ XUẤT, KIẾN NGHỊ").id, titled(COMMUNE, "Quốc phòng - an ninh").id
    remembering = replace(COMMUNE, merged=Merged(placements=(Placement("kinh te", other),)))
    assert placed(unit, report=remembering) == {"Kinh tế": ("ĐỀ XUẤT, KIẾN NGHỊ", True)}
    decided = placed(unit, report=remembering, placements=[Placement("kinh te", third)])
    assert decided == {"Kinh tế": ("Quốc phòng - an ninh", True)}


def test_the_key_of_a_heading_holds_in_the_next_period():
    keys = {
        proposals(COMMUNE, [received("Công an", section(f"I. Kết quả {period}", TEXT))])[0].heading
        for period in ("quý I năm 2024", "6 tháng đầu năm 2025", "tháng 7/2025")
    }
    assert len(keys) == 1


def test_the_key_of_a_heading_is_kept_as_it_is():
    heading = proposals(COMMUNE, [received("Thôn 1", section("I. 닑 lạ", TEXT))])[0].heading
    assert heading == normalised(heading)


def test_what_went_to_a_section_that_is_no_more_is_left_out():
    remembering = replace(COMMUNE, merged=Merged(placements=(Placement("kinh te", "s99"),)))
    assert placed(received("Công an", section("1. Kinh tế", TEXT)), report=remembering) == {"Kinh tế": (LEFT_OUT, True)}


def test_what_stands_below_a_heading_left_out_is_left_out_unless_it_has_a_section():
    unit = received(
        "Công an", section("I. Đặc điểm", section("1. Địa bàn", TEXT), section("2. Kiến nghị, đề xuất", TEXT))
    )
    found = placed(unit, placements=[Placement("dac diem", LEFT_OUT)])
    assert found["Địa bàn"] == (LEFT_OUT, True)
    assert found["Kiến nghị, đề xuất"] == ("ĐỀ XUẤT, KIẾN NGHỊ", True)


def test_formulas_of_opening_and_closing_are_no_text():
    unit = received(
        "Trạm Y tế",
        opening=(paragraph("Thực hiện Công văn số 12/UBND ngày 01/3/2024, Trạm Y tế báo cáo kết quả quý I như sau:"),),
        closing=(
            paragraph("Trên đây là báo cáo kết quả quý I của Trạm Y tế./."),
            paragraph("Kính trình UBND xã xem xét."),
        ),
    )
    assert proposals(COMMUNE, [unit]) == ()


def test_what_an_opening_and_a_closing_say_besides_is_asked():
    unit = received(
        "Trạm Y tế",
        opening=(paragraph("Trong quý I dịch bệnh ổn định. Trạm Y tế báo cáo như sau:"),),
        closing=(paragraph("Đề nghị cấp thêm 02 tủ lạnh."),),
    )
    assert placed(unit) == {
        "Phần mở đầu": ("Nông nghiệp, lâm nghiệp, thủy sản", False), "Phần kết": ("ĐỀ XUẤT, KIẾN NGHỊ", False)
    }  # fmt: skip


def test_the_opening_of_a_unit_gets_a_section_of_its_own_where_the_report_has_none():
    unit = received("Trạm Y tế", opening=(paragraph("Tình hình dịch bệnh ổn định."),))
    assert placed(unit, report=report_of()) == {"Phần mở đầu": (OWN, False)}


def test_an_appendix_goes_to_the_one_of_its_title_else_stays_one_of_its_own():
    unit = received(
        "Tài chính",
        appendices=(
            Appendix("s1", ("Biểu tổng hợp", "thu ngân sách quý I"), (paragraph("a"),)),
            Appendix("s2", ("Danh sách hộ nghèo",), (paragraph("b"),)),
        ),
    )
    assert placed(unit) == {
        "Biểu tổng hợp thu ngân sách quý I": ("BIỂU TỔNG HỢP THU NGÂN SÁCH", True), "Danh sách hộ nghèo": (OWN, True)
    }  # fmt: skip


def test_items_of_lists_are_text_and_their_numbers_become_dashes():
    items = Section(
        "", "1.", "", (paragraph("Đã ban hành 12 kế hoạch."),), (Section("", "a)", "", (paragraph("Của xã."),)),)
    )
    unit = received(
        "Công an", section("3. Quốc phòng - an ninh", items, section("- Tội phạm", "Giảm."), section("+ Ma túy"))
    )
    found = proposals(COMMUNE, [unit])
    assert [(each.titles, each.texts) for each in found] == [(("Quốc phòng - an ninh",), 5)]


def test_each_unit_is_named_once_and_every_text_counted():
    sent = [received(unit, section("1. Kinh tế", TEXT, TEXT), section("2. Kinh tế", TEXT)) for unit in ("A", "B")]
    assert [(each.units, each.texts) for each in proposals(COMMUNE, sent)] == [(("A", "B"), 6)]


def test_where_a_heading_went_for_the_field_of_one_unit_it_is_asked_of_another():
    police, clinic, soldiers = (
        received(unit, section("II. Kết quả công tác", f"{unit} đã thực hiện tốt nhiệm vụ."))
        for unit in ("Công an xã", "Trạm Y tế", "Ban Chỉ huy Quân sự xã")
    )
    report = merge(COMMUNE, [police]).report
    there = placed(police, report=report)
    assert there == {"Kết quả công tác": ("Quốc phòng - an ninh", True)} == placed(soldiers, report=report)
    assert placed(clinic, report=report) == {"Kết quả công tác": ("Quốc phòng - an ninh", False)}
    assert placed(clinic, report=merge(report, [clinic]).report) == there


def test_what_was_asked_of_a_unit_is_not_asked_again_though_its_text_stands_below():
    police = received("Công an xã", section("II. Kết quả công tác", TEXT))
    clinic = received("Trạm Y tế", section("II. Kết quả công tác", section("1. Vệ sinh", TEXT)))
    report = merge(COMMUNE, [police]).report
    assert placed(clinic, report=report)["Kết quả công tác"] == ("Quốc phòng - an ninh", False)
    assert placed(clinic, report=merge(report, [clinic]).report)["Kết quả công tác"][1]
