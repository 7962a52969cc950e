from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.kind_files import Group
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.office import Office
from bcdesk.report.period import EVERY_QUARTER, CutOff, Period, PeriodType
from bcdesk.report.record import decode_kind, encode_kind
from bcdesk.report.report import Cell, Report, Run, Section, Table, paragraph, walk
from bcdesk.report.templates import (
    RHYTHMS,
    About,
    about,
    described,
    fresh_kind_id,
    gapped,
    rhythm_words,
    template_of,
    template_of_outline,
)
from bcdesk.report.units import sample_office
from tests.report.strategies import reports

SAID = About("Công tác dân vận", Group.THEMATIC, EVERY_QUARTER, CutOff.CALENDAR)
FIRST, SECOND = Period(PeriodType.QUARTER, 2024, 1), Period(PeriodType.QUARTER, 2025, 2)
ELSEWHERE = Office(unit="phường", name="Sa Huỳnh", province="Tỉnh Quảng Ngãi")


def written(*sections: Section, **rest: object) -> Report:
    return Report("khac", FIRST, sample_office(), sections=sections, **rest)


def again(report: Report, *kept: str, period: Period = SECOND, office: Office = ELSEWHERE) -> Report:
    """A new report of a template of that one."""
    return new_report(template_of(report, SAID, kept, "mau-x"), period, office)


def test_period_and_office_become_gaps_and_are_filled_anew():
    report = written(
        Section("s1", "I.", "KẾT QUẢ QUÝ I NĂM 2024"),
        subject=("Công tác dân vận quý I năm 2024",),
        opening=(paragraph("Ủy ban nhân dân xã Ba Tơ báo cáo công tác dân vận quý I năm 2024 như sau:"),),
        recipients=("Như trên;", "UBND xã Ba Tơ;", "Lưu: VT, VHXH (2)."),
    )
    new = again(report)
    assert new.subject == ("Công tác dân vận quý II năm 2025",)
    assert new.opening[0].plain == "Ủy ban nhân dân phường Sa Huỳnh báo cáo công tác dân vận quý II năm 2025 như sau:"
    assert new.sections[0].heading == "I. KẾT QUẢ QUÝ II NĂM 2025"
    assert new.recipients == ("Như trên;", "UBND phường Sa Huỳnh;", "Lưu: VT, VHXH (2).")


def test_text_is_left_out_but_where_it_is_kept():
    report = written(
        Section("s1", "1.", "Kết quả", (paragraph("Đã làm."),), reviewed=True),
        Section("s2", "2.", "Chung", (paragraph("Thực hiện thường xuyên."),)),
    )
    assert [[block.plain for block in each.blocks] for each in again(report, "s2").sections] == [
        [], ["Thực hiện thường xuyên."],
    ]  # fmt: skip
    assert not again(report).sections[0].reviewed


def test_kept_text_has_gaps_too_and_keeps_formats_footnotes_and_tables():
    noted = replace(
        paragraph(""), runs=(Run("Tại "), Run("xã Ba Tơ", bold=True, footnote=(Run("Chú thích."),)), Run(" …"))
    )
    table = Table((40.0,), ((Cell((paragraph("Quý I năm 2024"),)),),))
    kept = again(written(Section("s1", "1.", "Kết quả", (noted, table))), "s1").sections[0].blocks
    assert kept[0].runs == (Run("Tại "), Run("phường Sa Huỳnh", bold=True, footnote=(Run("Chú thích."),)), Run(" …"))
    assert kept[1].rows[0][0].paragraphs[0].plain == "Quý II năm 2025"


def test_years_of_plans_go_on_and_dates_of_documents_stay():
    report = written(
        Section("s1", "1.", "Kế hoạch cải cách hành chính năm 2024"),
        opening=(paragraph("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ,"),),
    )
    new = again(report)
    assert new.sections[0].title == "Kế hoạch cải cách hành chính năm 2025"
    assert new.opening[0].plain.endswith("ngày 05 tháng 3 năm 2020 của Chính phủ,")


def test_braces_of_the_clerk_stay():
    assert again(written(Section("s1", "1.", "Mục {khác}"))).sections[0].title == "Mục {khác}"


def test_addressees_and_drafting_unit_are_those_of_the_report():
    report = written(addressees=("Đảng ủy xã Ba Tơ",), drafting_unit="Phòng Văn hóa - Xã hội")
    office = replace(ELSEWHERE, issuer=sample_office().issuer.CULTURE, drafting_unit="Văn phòng")
    new = again(report, office=office)
    assert (new.addressees, new.drafting_unit) == (("Đảng ủy phường Sa Huỳnh",), "Phòng Văn hóa - Xã hội")


def test_the_example_gives_a_template_of_the_next_quarter():
    report = read_file(next((resources() / "samples").glob("*.txt"))).report
    new = again(report, period=Period(PeriodType.QUARTER, 2024, 3), office=report.office)
    assert new.title.endswith("quý III năm 2024")
    assert [each.marker for _, each in walk(new.sections)] == [each.marker for _, each in walk(report.sections)]


def test_a_template_of_an_outline_can_be_begun_at_once():
    outline = (Section("x", "I.", "Kết quả", children=(Section("y", "1.", "Kinh tế"),)),)
    new = new_report(template_of_outline(outline, SAID, "mau-x"), SECOND, ELSEWHERE)
    assert new.title == "Công tác dân vận quý II năm 2025"
    assert [each.id for _, each in walk(new.sections)] == ["s1", "s2"]


def test_a_known_kind_says_what_the_template_is_like():
    kind = load_kinds()[0]
    assert about(written(), kind) == About(kind.name, kind.group, kind.sequence, kind.cut_off)
    assert about(written(subject=("Công tác dân vận",)), None).name == "Công tác dân vận"


def test_a_template_can_be_described_otherwise():
    made = template_of(written(), SAID, (), "mau-x")
    assert described(made, replace(SAID, name="Dân vận")).name == "Dân vận"


def test_an_id_is_the_name_without_marks_and_never_one_that_is_taken():
    assert fresh_kind_id("Công tác dân vận/2024", ()) == "mau-cong-tac-dan-van-2024"
    assert fresh_kind_id("Dân vận", ("mau-dan-van", "mau-dan-van-2")) == "mau-dan-van-3"


def test_every_usual_rhythm_has_words():
    assert [rhythm_words(sequence) for sequence in RHYTHMS] == list(RHYTHMS.values())
    assert rhythm_words(EVERY_QUARTER[:2]) == "quý I, quý II"


def test_what_the_same_year_before_did_is_a_gap():
    report = written(Section("s1", "1.", "Kết quả", (paragraph("Tăng 5 vụ so với quý I năm 2023."),)))
    assert again(report, "s1").sections[0].blocks[0].plain == "Tăng 5 vụ so với quý II năm 2024."


@settings(max_examples=25)
@given(reports())
def test_a_template_is_kept_and_read_back_as_it_was(report):
    made = template_of(report, SAID, {each.id for _, each in walk(report.sections)}, "mau-x")
    assert decode_kind(encode_kind(made)) == made


@settings(max_examples=25)
@given(reports())
def test_making_gaps_never_changes_the_shape_of_a_report(report):
    model = gapped(report)
    assert [each.marker for _, each in walk(model.sections)] == [each.marker for _, each in walk(report.sections)]
