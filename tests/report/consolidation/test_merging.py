from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcdesk.errors import FrozenReport
from bcdesk.report.consolidation.merging import merge
from bcdesk.report.consolidation.tracing import sources_in
from bcdesk.report.consolidation.values import LEFT_OUT, Consolidation, Received
from bcdesk.report.edits import (
    AddSection,
    Edit,
    MoveSection,
    RemoveSection,
    ReplaceBlocks,
    SetHeading,
    mapped,
    normalised,
)
from bcdesk.report.figure import Anchor, Figure
from bcdesk.report.merged import Contribution, Placement
from bcdesk.report.numbers import numbers
from bcdesk.report.parts import blocks_of
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.record import decode, encode
from bcdesk.report.reoutline import APART, proposed, reoutlined
from bcdesk.report.report import Appendix, Report, Section, State, fresh_id, paragraph, walk
from bcdesk.report.rollover import plan, rolled
from tests.report.consolidation.units import plain, received, report_of, said, section, shape, titled
from tests.report.strategies import reports

COMMUNE = report_of(
    section(
        "I. KẾT QUẢ THỰC HIỆN",
        section("1. Văn hóa - xã hội", "Nhìn chung ổn định."),
        section("2. Quốc phòng - an ninh"),
    ),
    section("II. ĐỀ XUẤT, KIẾN NGHỊ"),
)
KHAM = "Trạm Y tế đã khám bệnh cho 120 lượt người."
TIN = "Đã tiếp nhận 12 tin báo về tội phạm."
CAP = "Đề nghị xã cấp thêm 02 bộ máy tính."


def health(text: str = KHAM, modified: str = "2024-03-20T08:00:00") -> Received:
    return received(
        "Trạm Y tế", section("I. Văn hóa, xã hội", text), section("II. Kiến nghị, đề xuất", CAP), modified=modified
    )


def police(text: str = TIN) -> Received:
    return received("Công an", section("1. Quốc phòng, an ninh", text))


def merged(report: Report, *sent: Received, placements: Sequence[Placement] = ()) -> Report:
    return merge(report, sent, placements).report


def typed(report: Report, title: str, *texts: str, first: int = 0, count: int = 0) -> Report:
    part = titled(report, title).id
    return ReplaceBlocks(part, first, count, tuple(map(paragraph, texts))).apply(report)


def test_what_units_write_stands_in_the_sections_of_its_headings_behind_what_was_there():
    assert shape(merged(COMMUNE, health(), police())) == [
        "0 I. KẾT QUẢ THỰC HIỆN",
        f"1 1. Văn hóa - xã hội: Nhìn chung ổn định. | {KHAM}",
        f"1 2. Quốc phòng - an ninh: {TIN}",
        f"0 II. ĐỀ XUẤT, KIẾN NGHỊ: {CAP}",
    ]


def test_numbers_of_several_units_are_added_up():
    other = received("Công an viên", section("1. Quốc phòng - an ninh", TIN.replace("12", "5")))
    report = merged(COMMUNE, police(), other)
    assert said(report, "Quốc phòng - an ninh") == ["Đã tiếp nhận 17 tin báo về tội phạm."]
    (piece,) = sources_in(report).values()
    assert [(source.unit, plain(source.blocks[0])) for source in piece.sources] == [
        ("Công an", TIN), ("Công an viên", TIN.replace("12", "5"))
    ]  # fmt: skip


def test_merging_the_same_again_gives_the_very_same_report():
    report = merged(COMMUNE, health(), police())
    assert merge(report, (health(), police())).report is report
    assert merge(report, (police(),)).report is report


def test_the_same_file_written_again_is_no_other_one():
    report = merged(COMMUNE, health())
    assert merged(report, health(modified="2024-03-21T08:00:00")) is report


def test_a_file_that_gives_nothing_new_is_remembered_all_the_same():
    report = merged(COMMUNE, health())
    again = Received(replace(health().contribution, sha256="ff", file="bản in.docx"), health().report)
    assert merged(report, again).merged.contributions[0].file == "bản in.docx"


def test_units_and_words_in_another_form_of_unicode_are_the_same():
    decomposed = mapped(health(), lambda text: normalize("NFD", text))
    report = merged(COMMUNE, decomposed)
    assert report == normalised(report)
    assert merged(report, health()) is report


def test_nothing_received_changes_nothing():
    assert merge(COMMUNE, ()) == Consolidation(COMMUNE)


def test_a_signed_report_is_not_merged_into():
    with pytest.raises(FrozenReport):
        merge(replace(COMMUNE, state=State.SIGNED), (health(),))


def test_a_merged_report_is_kept_as_any_other():
    report = merged(COMMUNE, health(), police())
    assert decode(encode(report)) == report


def test_a_newer_report_of_a_unit_takes_the_place_of_its_older_one():
    report = merged(merged(COMMUNE, health(), police()), health("Trạm Y tế đã khám bệnh cho 150 lượt người."))
    assert said(report, "Văn hóa - xã hội") == ["Nhìn chung ổn định.", "Trạm Y tế đã khám bệnh cho 150 lượt người."]
    assert said(report, "Quốc phòng - an ninh") == [TIN]
    assert [each.unit for each in report.merged.contributions] == ["Trạm Y tế", "Công an"]


def test_a_unit_that_sends_later_stands_where_the_list_of_units_has_it():
    unit = received("Trường", section("Văn hóa - xã hội", "Trường đã tổ chức hội khỏe."))
    first = merged(COMMUNE, unit, health())
    later = merged(merged(COMMUNE, health()), unit, health())
    assert shape(later) == shape(first)
    assert later.merged.contributions == first.merged.contributions


def test_one_more_report_alone_stands_behind_those_merged_before():
    unit = received("Trường", section("Văn hóa - xã hội", "Trường đã tổ chức hội khỏe."))
    report = merged(merged(COMMUNE, health(), police()), unit)
    assert [each.unit for each in report.merged.contributions] == ["Trạm Y tế", "Công an", "Trường"]
    assert said(report, "Văn hóa - xã hội")[1:] == [KHAM, "Trường đã tổ chức hội khỏe."]


def test_a_file_that_was_given_to_the_wrong_unit_is_taken_from_it():
    report = merged(COMMUNE, health(), police())
    right = Received(replace(police().contribution, unit="Quân sự"), police().report)
    report = merged(report, right)
    assert [each.unit for each in report.merged.contributions] == ["Trạm Y tế", "Quân sự"]
    assert said(report, "Quốc phòng - an ninh") == [TIN]
    assert [each.units for each in sources_in(report).values()] == [("Trạm Y tế",), ("Quân sự",), ("Trạm Y tế",)]


def test_what_the_editor_changed_stays_and_what_he_did_not_follows():
    report = merged(COMMUNE, health(), police())
    report = typed(report, "Quốc phòng - an ninh", "Đã tiếp nhận 13 tin báo về tội phạm.", count=1)
    outcome = merge(report, (health("Trạm Y tế đã khám bệnh cho 150 lượt người."), police(TIN.replace("12", "14"))))
    assert said(outcome.report, "Quốc phòng - an ninh") == ["Đã tiếp nhận 13 tin báo về tội phạm."]
    assert said(outcome.report, "Văn hóa - xã hội")[1:] == ["Trạm Y tế đã khám bệnh cho 150 lượt người."]
    assert [plain(kept.now.blocks[0]) for kept in outcome.kept] == [TIN.replace("12", "14")]


def test_sections_he_renamed_moved_and_added_stay_so():
    report = merged(COMMUNE, police())
    there = titled(report, "Quốc phòng - an ninh").id
    report = SetHeading(there, "IV.", "AN NINH TRẬT TỰ").apply(MoveSection(there, None, 1).apply(report))
    report = AddSection(Section(fresh_id(report), "V.", "PHẦN RIÊNG"), None, 2).apply(report)
    report = merged(report, police(TIN.replace("12", "14")))
    assert shape(report)[2:] == [
        "0 IV. AN NINH TRẬT TỰ: Đã tiếp nhận 14 tin báo về tội phạm.", "0 V. PHẦN RIÊNG", "0 II. ĐỀ XUẤT, KIẾN NGHỊ"
    ]  # fmt: skip


def test_a_section_he_deleted_stays_deleted_and_what_is_new_in_it_is_told():
    report = merged(COMMUNE, police(), health())
    there = titled(report, "Quốc phòng - an ninh").id
    report = RemoveSection(there).apply(report)
    assert merge(report, (police(),)) == Consolidation(report)
    outcome = merge(report, (police(TIN.replace("12", "14")),))
    assert [(gone.part, plain(gone.now.blocks[0])) for gone in outcome.gone] == [(there, TIN.replace("12", "14"))]
    assert len(list(walk(outcome.report.sections))) == 3
    assert merge(outcome.report, (police(TIN.replace("12", "14")),)) == Consolidation(outcome.report)


def test_a_section_made_after_one_was_deleted_is_not_taken_for_it():
    report = RemoveSection(titled(COMMUNE, "ĐỀ XUẤT, KIẾN NGHỊ").id).apply(merged(COMMUNE, health()))
    report = AddSection(Section(fresh_id(report), "II.", "PHƯƠNG HƯỚNG"), None, 1).apply(report)
    unit = replace(
        health().report, sections=(*health().report.sections[:1], section("II. Kiến nghị, đề xuất", "Khác."))
    )
    outcome = merge(report, (Received(replace(health().contribution, sha256="ff"), unit),))
    assert said(outcome.report, "PHƯƠNG HƯỚNG") == []
    assert len(outcome.gone) == 1


def test_a_section_that_was_reviewed_and_changed_is_to_be_reviewed_again():
    report = report_of(section("1. Quốc phòng - an ninh", reviewed=True), section("2. Khác", reviewed=True))
    assert [each.reviewed for each in merged(report, police()).sections] == [False, True]


def test_headings_like_none_of_the_report_become_sections_shared_by_the_units():
    sent = [
        received(unit, section("2. Quốc phòng, an ninh", section("a) Phòng cháy", text)))
        for unit, text in (("Công an", "Công an tập huấn."), ("Quân sự", "Quân sự đi tuần."))
    ]
    report = merged(COMMUNE, *sent)
    assert shape(report)[2:4] == ["1 2. Quốc phòng - an ninh", "2 a) Phòng cháy: Công an tập huấn. | Quân sự đi tuần."]
    assert merged(report, *sent) is report


def test_headings_like_none_at_the_top_stand_together_at_the_end_and_are_asked():
    outcome = merge(COMMUNE, (received("Thôn 1", section("I. Đặc điểm", section("1. Địa bàn", "Rộng."))),))
    assert shape(outcome.report)[-3:] == [f"0 {APART}", "1 Đặc điểm", "2 Địa bàn: Rộng."]
    assert [each.titles[-1] for each in outcome.asked] == ["Đặc điểm"]
    assert merge(outcome.report, (police(),)).asked == ()


def test_no_section_is_made_for_a_heading_without_text():
    report = merged(COMMUNE, received("Công an", section("I. Đặc điểm"), section("2. Quốc phòng, an ninh", TIN)))
    assert len(list(walk(report.sections))) == 4


def test_what_the_editor_decides_is_followed_now_and_the_next_time():
    there = titled(COMMUNE, "Văn hóa - xã hội").id
    report = merged(COMMUNE, police(), placements=[Placement("quoc phong an ninh", there)])
    assert said(report, "Văn hóa - xã hội")[1:] == [TIN]
    report = merged(report, police(TIN.replace("12", "14")))
    assert said(report, "Văn hóa - xã hội")[1:] == [TIN.replace("12", "14")]
    assert Placement("quoc phong an ninh", there) in report.merged.placements


def test_what_is_left_out_is_not_merged_and_remembered():
    report = merged(COMMUNE, health(), placements=[Placement("kien nghi de xuat", LEFT_OUT)])
    assert said(report, "ĐỀ XUẤT, KIẾN NGHỊ") == []
    assert merged(report, health()) is report


def test_a_decision_for_a_section_that_is_not_there_is_none():
    assert said(
        merged(COMMUNE, police(), placements=[Placement("quoc phong an ninh", "s99")]), "Quốc phòng - an ninh"
    ) == [TIN]


def test_appendices_go_into_those_of_their_title_else_stand_behind_with_their_unit():
    own = Appendix("p1", ("BIỂU THU NGÂN SÁCH",), ())
    unit = received(
        "Tài chính",
        appendices=(
            Appendix("s1", ("Biểu thu ngân sách",), (paragraph("Thu thuế: 20 triệu đồng"),)),
            Appendix("s2", ("Danh sách",), (paragraph("Ông Nguyễn Văn Bình"),), landscape=True),
        ),
    )
    report = merged(replace(COMMUNE, appendices=(own,)), unit)
    assert [(each.title, [plain(block) for block in each.blocks], each.landscape) for each in report.appendices] == [
        (("BIỂU THU NGÂN SÁCH",), ["Thu thuế: 20 triệu đồng"], False),
        (("Danh sách", "(Tài chính)"), ["Ông Nguyễn Văn Bình"], True),
    ]
    other = received("Công an", appendices=(Appendix("s1", ("Danh sách",), (paragraph("Bà Trần Thị Hoa"),)),))
    report = merged(report, other)
    assert [(each.title, len(each.blocks)) for each in report.appendices[1:]] == [(("Danh sách",), 2)]


def test_an_appendix_that_several_units_send_at_once_names_none():
    sent = [
        received(unit, appendices=(Appendix("s1", ("Biểu 1",), (paragraph(f"{unit} gửi."),)),)) for unit in ("A", "B")
    ]
    assert [each.title for each in merged(COMMUNE, *sent).appendices] == [("Biểu 1",)]


def test_an_appendix_without_a_title_is_called_by_its_unit():
    unit = received("Công an", appendices=(Appendix("s1", (), (paragraph("Danh sách"),)),))
    assert [each.title for each in merged(COMMUNE, unit).appendices] == [("(Công an)",)]


FIGURE = Figure("tin-bao", "Tin báo về tội phạm", "tin báo", value="0")


def with_figure(unit: str, value: str) -> Received:
    return received(unit, section("2. Quốc phòng - an ninh", f"{unit} họp."), figures=(replace(FIGURE, value=value),))


def test_named_figures_are_added_up_also_from_units_that_sent_nothing_this_time():
    report = merged(replace(COMMUNE, figures=(replace(FIGURE, value=""),)), with_figure("Công an", "12"))
    report = merged(report, with_figure("Quân sự", "30"))
    (figure,) = report.merged.figures
    assert (figure.value, figure.units, figure.values) == ("42", ("Công an", "Quân sự"), ("12", "30"))
    assert report.figures[0].value == "42"
    assert merged(report, with_figure("Quân sự", "30")) is report


def test_a_named_figure_goes_on_following_where_the_sentence_says_it():
    def sent(unit: str, count: int) -> Received:
        return received(unit, section("2. Quốc phòng - an ninh", f"Đã tiếp nhận {count} tin báo về tội phạm."))

    report = merged(COMMUNE, sent("Công an", 12), sent("Quân sự", 5))
    (number,) = numbers(report)
    report = typed(report, "ĐỀ XUẤT, KIẾN NGHỊ", "Toàn xã có 17 tin báo về tội phạm.")
    other = next(each for each in numbers(report) if each.part != number.part)
    anchors = tuple(Anchor(each.part, each.key) for each in (number, other))
    report = replace(report, figures=(Figure("tin", "Tin báo", "tin báo", value="17", anchors=anchors),))
    report = merged(report, sent("Công an", 14))
    assert said(report, "Quốc phòng - an ninh") == ["Đã tiếp nhận 19 tin báo về tội phạm."]
    assert said(report, "ĐỀ XUẤT, KIẾN NGHỊ") == ["Toàn xã có 19 tin báo về tội phạm."]
    assert merged(report, sent("Công an", 14)) is report


def test_what_stood_untouched_in_the_period_before_gives_way_to_what_units_say_now():
    report = merged(COMMUNE, health(), police())
    report = typed(report, "Quốc phòng - an ninh", "Lực lượng dân quân trực 24/24 giờ.")
    report = rolled(report, plan(report, Period(PeriodType.QUARTER, 2024, 2)))
    report = merged(report, police("Đã tiếp nhận 8 tin báo về tội phạm."))
    assert said(report, "Quốc phòng - an ninh") == [
        "Lực lượng dân quân trực 24/24 giờ.", "Đã tiếp nhận 8 tin báo về tội phạm."
    ]  # fmt: skip
    assert said(report, "Văn hóa - xã hội") == ["Nhìn chung ổn định."]
    assert said(report, "ĐỀ XUẤT, KIẾN NGHỊ") == []


def test_what_a_merge_did_is_told_by_section():
    report = merged(COMMUNE, health(), police())
    outcome = merge(report, (health("Trạm Y tế đã khám bệnh cho 150 lượt người."), police(f"{TIN} Tăng 2 tin.")))
    assert {titled(report, "Văn hóa - xã hội").id, titled(report, "Quốc phòng - an ninh").id} == {
        change.part for change in outcome.changes
    }
    assert all(change.changed == 1 or change.came == change.left == 1 for change in outcome.changes)


def test_what_could_not_be_added_up_is_told_at_its_place():
    sent = [
        received(unit, section("2. Quốc phòng - an ninh", f"Tỷ lệ hộ dân đăng ký đạt {share}%."))
        for unit, share in (("A", 90), ("B", 95))
    ]
    outcome = merge(COMMUNE, sent)
    assert outcome.doubts
    for doubt in outcome.doubts:
        assert blocks_of(outcome.report, doubt.place.part)[doubt.place.block] == doubt.piece.blocks[0]
        assert doubt.piece.doubt


WORK = ("tuyên truyền", "vệ sinh đường làng", "cấp thẻ bảo hiểm")
TITLES = ("Văn hóa - xã hội", "Quốc phòng - an ninh", "ĐỀ XUẤT, KIẾN NGHỊ", "Mục riêng của đơn vị")


@st.composite
def sendings(draw: st.DrawFn) -> tuple[Received, ...]:
    """What up to four units sent, in the order of the list."""

    def of_unit(unit: str) -> Received:
        rows = [
            section(f"{number}. {title}", *(
                f"{who} {work} được {draw(st.integers(1, 99))} buổi."
                for work in draw(st.lists(st.sampled_from(WORK), max_size=2, unique=True))
                for who in (draw(st.sampled_from(("Đã", unit))),)
            ))
            for number, title in enumerate(draw(st.lists(st.sampled_from(TITLES), max_size=3, unique=True)), start=1)
        ]  # fmt: skip
        return received(unit, *rows)

    units = draw(st.lists(st.sampled_from(("Thôn 1", "Thôn 2", "Thôn 3", "Thôn 4")), min_size=1, unique=True))
    return tuple(map(of_unit, sorted(units)))


OF_THE_EDITOR = re.compile("Biên tập").search
OWN_WORDS = st.text("abcăâ ", min_size=3, max_size=10).map(lambda text: f"Biên tập: {text.strip()}.")


def sections_of(report: Report) -> list[Section]:
    return [each for _, each in walk(report.sections)]


def edits_of(part: Section, at: int, words: str) -> list[Edit]:
    """What the editor may do to a section and a block of it."""
    put_in = ReplaceBlocks(part.id, at, 0, (paragraph(words),))
    of_section = [put_in, MoveSection(part.id, None, 0), SetHeading(part.id, part.marker, words)]
    if at == len(part.blocks):
        return [*of_section]
    typed_on = paragraph(f"{plain(part.blocks[at])} {words}")
    return [*of_section, ReplaceBlocks(part.id, at, 1, (typed_on,)), ReplaceBlocks(part.id, at, 1, ())]


@st.composite
def edited(draw: st.DrawFn, report: Report) -> Report:
    """The report after some edits."""
    for number in range(draw(st.integers(0, 5))):
        part = draw(st.sampled_from(sections_of(report)))
        at = draw(st.integers(0, len(part.blocks)))
        report = draw(st.sampled_from(edits_of(part, at, f"{draw(OWN_WORDS)} {number}"))).apply(report)
    return report


def texts_of(report: Report) -> list[str]:
    """Every title and paragraph."""
    return [text for each in sections_of(report) for text in (each.title, *map(plain, each.blocks))]


@settings(max_examples=40)
@given(st.data(), sendings(), sendings())
def test_nothing_the_editor_did_between_two_merges_is_lost(
    data: st.DataObject, first: tuple[Received, ...], then: tuple[Received, ...]
):
    report = data.draw(edited(merged(COMMUNE, *first)))
    after = merged(report, *then)
    assert sorted(filter(OF_THE_EDITOR, texts_of(after))) == sorted(filter(OF_THE_EDITOR, texts_of(report)))
    kept = [each.id for each in sections_of(report)]
    assert [each.id for each in sections_of(after) if each.id in kept] == kept
    assert merged(after, *then) is after


@settings(max_examples=40)
@given(sendings(), sendings())
def test_without_edits_merging_twice_is_as_merging_once(first: tuple[Received, ...], then: tuple[Received, ...]):
    newest = {each.contribution.unit: each for each in (*first, *then)}
    together = tuple(newest[unit] for unit in sorted(newest))
    twice, once = merged(merged(COMMUNE, *first), *together), merged(COMMUNE, *together)
    for each in sections_of(once):
        assert said(twice, each.title) == [plain(block) for block in each.blocks]


@settings(max_examples=30)
@given(sendings())
def test_merging_again_changes_nothing_whichever_of_the_reports_come(sent: tuple[Received, ...]):
    report = merged(COMMUNE, *sent)
    assert merged(report, *sent) is report
    assert shape(merged(report, sent[-1])) == shape(report)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports().filter(lambda report: not report.frozen), reports())
def test_whatever_a_report_and_a_unit_say_can_be_merged(report: Report, sent: Report):
    unit = Received(Contribution("Thôn 1", "a.docx", "00", "2024-03-20T08:00:00"), sent)
    once = merged(report, unit)
    assert decode(encode(once)) == once
    assert merged(once, unit) is once


def test_another_outline_takes_no_id_of_a_section_that_was_merged_into():
    report = RemoveSection(titled(COMMUNE, "ĐỀ XUẤT, KIẾN NGHỊ").id).apply(merged(COMMUNE, health()))
    outline = (Section("n1", "I.", "PHẦN MỚI"), Section("n2", "II.", "PHẦN KHÁC"))
    lost = titled(COMMUNE, "ĐỀ XUẤT, KIẾN NGHỊ").id
    assert lost not in {
        each.id for each in sections_of(reoutlined(report, outline, proposed(report.sections, outline)))
    }
