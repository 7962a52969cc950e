from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.decisions import Decision
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.notes import TEXT, notes
from bcdesk.report.office import Office
from bcdesk.report.period import (
    EVERY_QUARTER,
    CutOff,
    Period,
    PeriodType,
    cut_off,
    default_period,
    following_period,
    next_period,
    period_words,
)
from bcdesk.report.report import (
    Appendix,
    Cell,
    DocumentDate,
    Paragraph,
    Report,
    Request,
    Role,
    Run,
    Section,
    Signature,
    State,
    Table,
    paragraph,
    walk,
)
from bcdesk.report.rollover import (
    RollForward,
    brought_forward,
    described,
    emptied,
    expected_due,
    family_of,
    plan,
    rolled,
    successor,
)
from bcdesk.report.search import texts
from bcdesk.report.stale_rules import STALE
from bcdesk.report.timereading import Treatment
from bcdesk.report.units import sample_office
from bcdesk.vietnamese.dates import short_date
from tests.report.time.sentences import period_of, report_of

Q1, Q2 = Period(PeriodType.QUARTER, 2024, 1), Period(PeriodType.QUARTER, 2024, 2)
KINDS = {kind.id: kind for kind in load_kinds()}


@pytest.fixture(scope="module")
def example() -> Report:
    return read_file(next((resources() / "samples").glob("*.txt"))).report


def to(report: Report, period: Period) -> Report:
    return rolled(report, plan(report, period))


def said(report: Report) -> str:
    return "\n".join(line for _, lines in texts(report) for line in lines)


def one(period: str, sentence: str, part: str = "text") -> Report:
    return report_of(period_of(period), part, sentence)


def sentence(report: Report) -> str:
    return next(line for place, lines in texts(report) for line in lines if place.block == 0 and line)


def test_the_example_shifts_every_mention_of_its_period(example):
    before, after = said(example), said(to(example, Q2))
    assert before.count("quý I năm 2024") == 5
    assert (after.count("quý II năm 2024"), after.count("quý I năm 2024")) == (5, 0)


def test_the_example_says_nothing_else_otherwise(example):
    assert said(to(example, Q2)).replace("quý II năm 2024", "quý I năm 2024") == said(example)


def test_four_quarters_on_the_example_is_of_the_next_year_and_nowhere_of_its_own(example):
    report = example
    for _ in range(4):
        report = to(report, next_period(report.period, KINDS[report.kind].sequence))
    assert report.period.year == 2025
    assert said(report) == said(example).replace("quý I năm 2024", "quý I năm 2025")


def test_the_year_of_the_example_is_said_where_it_is_due(example):
    report = to(example, Period(PeriodType.YEAR, 2025))
    assert (said(report).count("năm 2025"), said(report).count("2024")) == (5, 0)


@pytest.mark.parametrize(
    ("period", "text", "new_period", "new"),
    [
        ("quý I/2024", "Quý 1/2024 đã xong.", "quý II/2024", "Quý 2/2024 đã xong."),
        ("quý I/2024", "Quý I/2024 đã xong.", "6 tháng đầu năm/2024", "6 tháng đầu năm 2024 đã xong."),
        ("6 tháng đầu năm/2024", "6 tháng đầu năm 2024 đã xong.", "quý III/2024", "Quý III năm 2024 đã xong."),
        ("6 tháng đầu năm/2024", "Trong 06 tháng đầu năm", "9 tháng/2024", "Trong 09 tháng đầu năm"),
        ("quý III/2024", "trong quý III/2024", "năm/2024", "trong năm 2024"),
        ("quý IV/2024", "trong quý IV/2024", "quý I/2025", "trong quý I/2025"),
        ("quý I/2024", "Trong quý I, xã", "9 tháng/2024", "Trong 9 tháng đầu năm, xã"),
        ("tháng 12/2024", "trong tháng 12 năm 2024", "tháng 01/2025", "trong tháng 01 năm 2025"),
        ("tháng 4/2024", "trong tháng 04/2024", "tháng 5/2024", "trong tháng 05/2024"),
        ("tháng 02/2024", "trong tháng 02/2024", "quý I/2024", "trong quý I/2024"),
        ("quý I/2024", "tăng so với cùng kỳ năm 2023", "quý I/2025", "tăng so với cùng kỳ năm 2024"),
        ("quý I/2024", "tăng so với quý I năm 2023", "quý II/2024", "tăng so với quý II năm 2023"),
        ("quý I/2024", "tăng so với quý IV/2023", "quý II/2024", "tăng so với quý I/2024"),
        ("tháng 01/2024", "tăng so với tháng 12/2023", "tháng 02/2024", "tăng so với tháng 01/2024"),
        ("tuần 01/2024", "tăng so với tuần 52/2023", "tuần 02/2024", "tăng so với tuần 1/2024"),
        ("năm/2024", "dự toán năm 2024", "năm/2025", "dự toán năm 2025"),
        ("năm/2024", "kế hoạch năm 2024", "quý I/2025", "kế hoạch năm 2025"),
        ("năm/2024", "ước cả năm 2024", "quý I/2025", "ước cả năm 2025"),
        ("năm/2024", "Năm 2025, phấn đấu tăng so với năm 2024", "năm/2025", "Năm 2026, phấn đấu tăng so với năm 2025"),
        ("năm/2024", "trong năm 2024", "quý I/2025", "trong quý I năm 2025"),
        ("tháng 5/2024", "thu 5 tháng đầu năm 2024", "tháng 6/2024", "thu 6 tháng đầu năm 2024"),
        ("quý I/2024", "số liệu tính đến ngày 14/3/2024", "6 tháng đầu năm/2024", "số liệu tính đến ngày 14/6/2024"),
        ("quý I/2024", "từ 15/12/2023 đến 14/3/2024", "quý II/2024", "từ 15/3/2024 đến 14/6/2024"),
        ("quý I/2024", "từ 1/1/2024 đến 31/3/2024", "quý II/2024", "từ 1/4/2024 đến 30/6/2024"),
        ("quý I/2024", "(Kèm theo Báo cáo số /BC-UBND ngày … tháng 3 năm 2024)", "quý I/2025",
         "(Kèm theo Báo cáo số /BC-UBND ngày … tháng … năm 2025)"),
        ("quý I/2024", "Kèm theo báo cáo ngày 20/3/2024 của xã", "quý II/2024",
         "Kèm theo báo cáo ngày … tháng … năm 2024 của xã"),
    ],
)  # fmt: skip
def test_an_expression_is_written_for_the_next_period_in_its_own_manner(period, text, new_period, new):
    assert sentence(to(one(period, text), period_of(new_period))) == new


@pytest.mark.parametrize(
    ("period", "text", "new_period", "new"),
    [
        ("quý I/2024", "nhiệm vụ quý II/2024", "quý II/2024", "nhiệm vụ quý III/2024"),
        ("quý I/2024", "nhiệm vụ quý II", "6 tháng đầu năm/2024", "nhiệm vụ 6 tháng cuối năm"),
        ("quý III/2024", "nhiệm vụ quý IV năm 2024", "năm/2024", "nhiệm vụ năm 2025"),
        ("tháng 6/2024", "TRỌNG TÂM THÁNG 7 NĂM 2024", "tháng 7/2024", "TRỌNG TÂM THÁNG 8 NĂM 2024"),
        ("tuần 12/2024", "nhiệm vụ tuần 13", "tuần 13/2024", "nhiệm vụ tuần 14"),
    ],
)
def test_a_plan_goes_one_period_further(period, text, new_period, new):
    assert sentence(to(one(period, text, "plan"), period_of(new_period))) == new


def test_a_title_of_two_periods_shifts_both():
    report = one("tháng 12/2024", "Tình hình tháng 12 và nhiệm vụ tháng 01 năm 2025", "subject")
    assert sentence(to(report, period_of("tháng 01/2025"))) == "Tình hình tháng 01 và nhiệm vụ tháng 02 năm 2025"


def test_the_second_line_of_a_title_begins_no_sentence():
    report = one("6 tháng đầu năm/2024", "", "subject")
    report = replace(report, subject=("Công tác tư pháp", "6 tháng đầu năm 2024"))
    assert to(report, period_of("quý III/2024")).subject == ("Công tác tư pháp", "quý III năm 2024")


def test_the_way_a_form_was_written_comes_back_with_it():
    report = one("quý I/2024", "Trong Quý 1/2024, xã treo 02 băng rôn.")
    half = to(report, period_of("6 tháng đầu năm/2024"))
    assert sentence(half) == "Trong 6 tháng đầu năm 2024, xã treo 02 băng rôn."
    assert sentence(to(half, period_of("quý III/2024"))) == "Trong Quý 3/2024, xã treo 02 băng rôn."


def test_what_meant_the_whole_year_still_does_after_a_report_of_the_year():
    report = one("quý III/2024", "Giao 12 chỉ tiêu của năm 2024 cho các thôn.")
    year = to(report, period_of("năm/2024"))
    assert sentence(to(year, period_of("quý I/2025"))) == "Giao 12 chỉ tiêu của năm 2025 cho các thôn."


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Kỷ niệm 94 năm Ngày thành lập Đảng", "95 năm"),
        ("Đón Tết Giáp Thìn", "Ất Tỵ"),
        ("ĐÓN TẾT GIÁP THÌN", "ẤT TỴ"),
        ("Vụ Hè Thu 2024 gieo 280 ha", "2025"),
        ("Ngày 15/3/2024, họp", ""),
    ],
)
def test_what_is_asked_for_is_proposed_where_it_can_be_and_not_ticked(text, new):
    (shift,) = plan(one("quý I/2024", text), period_of("quý I/2025")).shifts
    assert (shift.treatment, shift.ticked, shift.new) == (Treatment.ASK, False, new)


def test_words_for_the_old_kind_of_period_are_proposed_for_the_new():
    (shift,) = plan(one("quý I/2024", "Trong quý có 2 đơn."), period_of("6 tháng đầu năm/2024")).shifts
    assert (shift.old, shift.new, shift.ticked) == ("Trong quý", "Trong 6 tháng đầu năm", False)


def test_a_shift_tells_where_it_stands():
    report = one("quý I/2024", "Đạt 5/5 thôn trong quý I năm 2024.")
    shift = plan(report, Q2).ticked[0]
    assert shift.line[shift.at :].startswith(shift.old)
    assert (shift.place.part, shift.place.block, shift.start, shift.end) == ("s1", 0, 19, 33)


def test_a_proposal_is_taken_when_the_clerk_chooses_it():
    report = one("quý I/2024", "Đón Tết Giáp Thìn trong quý I năm 2024")
    roll_over = plan(report, period_of("quý I/2025"))
    chosen = tuple(shift for shift in roll_over.shifts if shift.possible)
    assert sentence(rolled(report, roll_over, chosen)) == "Đón Tết Ất Tỵ trong quý I năm 2025"


def test_what_the_clerk_unticks_stays():
    report = one("quý I/2024", "Trong quý I năm 2024")
    assert sentence(rolled(report, plan(report, Q2), ())) == "Trong quý I năm 2024"


def full() -> Report:
    below = Section("s2", "a)", blocks=(paragraph("Còn 3 tiếng/ngày."),), reviewed=True)
    return Report(
        "cai-cach-hanh-chinh",
        replace(Q1, cut_off_start=date(2024, 1, 1), cut_off_end=date(2024, 3, 31)),
        Office(name="Ba Tơ"),
        number="15",
        date=DocumentDate(20, 3, 2024),
        draft_mark="DỰ THẢO (lần 2)",
        sections=(Section("s1", "1.", children=(below,), reviewed=True),),
        signature=Signature(Role.DEPUTY, "Phạm Văn Mạnh"),
        appendices=(Appendix("p1", ("Biểu mẫu",)),),
        request=Request(number="77/SNV"),
        state=State.ISSUED,
        decisions=(
            Decision("spelling", "Còn 3 tiếng/ngày"),
            Decision("spelling", "không còn trong văn bản"),
            Decision("stale-figure", "3 tiếng/ngày", "thời lượng không đổi"),
            Decision("stale-figure", "3 tiếng"),
        ),
        replaces="Báo cáo số 14/BC-UBND",
        fingerprint="abc",
    )


def test_the_new_report_is_a_draft_without_number_date_and_requesting_document():
    new = to(full(), Q2)
    assert (new.state, new.number, new.date, new.request) == (State.DRAFTING, "", DocumentDate(), None)
    assert (new.replaces, new.fingerprint, new.draft_mark) == ("", "", "DỰ THẢO")


def test_signature_and_appendices_stay():
    new = to(full(), Q2)
    assert (new.signature, new.appendices) == (full().signature, full().appendices)


def test_nothing_is_reviewed_in_the_new_report():
    assert not any(section.reviewed for _, section in walk(to(full(), Q2).sections))


def test_decisions_stay_where_the_words_do_and_those_about_time_only_with_a_reason():
    assert to(full(), Q2).decisions == full().decisions[::2]


def test_the_new_report_remembers_three_before_it_at_most():
    report = full()
    for _ in range(5):
        report = to(report, next_period(report.period, KINDS[report.kind].sequence))
    earlier = []
    while report.previous:
        report = report.previous
        earlier.append(report.period.type)
    assert earlier == [PeriodType.QUARTER, PeriodType.YEAR, PeriodType.QUARTER]


def test_the_number_and_the_date_stand_in_the_list_of_what_is_left_open():
    shifts = plan(full(), Q2).shifts[:2]
    assert [(shift.place.part, shift.old, shift.treatment) for shift in shifts] == [
        ("number", "15", Treatment.RESET),
        ("date", "ngày 20 tháng 3 năm 2024", Treatment.RESET),
    ]


def test_cut_off_days_are_of_the_family_the_report_had():
    assert to(full(), Q2).period == replace(Q2, cut_off_start=date(2024, 4, 1), cut_off_end=date(2024, 6, 30))


def test_cut_off_days_set_by_hand_stay():
    set_by_hand = replace(Q2, cut_off_end=date(2024, 6, 10))
    assert plan(full(), set_by_hand).to == set_by_hand


def test_without_cut_off_days_the_usual_family_is_taken():
    assert family_of(Q1) is CutOff.FIFTEENTH
    assert family_of(Period(PeriodType.AD_HOC, 2024)) is CutOff.FIFTEENTH


@pytest.mark.parametrize(
    ("period", "family", "due"),
    [
        (Q1, CutOff.FIFTEENTH, date(2024, 3, 20)),
        (Q1, CutOff.CALENDAR, date(2024, 4, 10)),
        (Period(PeriodType.YEAR, 2024), CutOff.CALENDAR, date(2025, 1, 10)),
    ],
)
def test_the_day_it_is_usually_due_follows_from_the_family(period, family, due):
    days = cut_off(period, family)
    assert expected_due(replace(period, cut_off_start=days.first, cut_off_end=days.last)) == due


def test_without_a_period_no_day_is_guessed():
    assert expected_due(Period(PeriodType.AD_HOC, 2024)) is None


@pytest.mark.parametrize(
    ("old", "new", "cumulative"),
    [
        ("quý I/2024", "6 tháng đầu năm/2024", True),
        ("6 tháng đầu năm/2024", "quý III/2024", False),
        ("quý III/2024", "năm/2024", True),
        ("quý I/2024", "quý II/2024", False),
        ("năm/2024", "quý I/2025", False),
        ("tuần 12/2024", "tuần 13/2024", False),
    ],
)
def test_figures_become_cumulative_where_the_new_period_goes_on_from_the_old(old, new, cumulative):
    assert plan(one(old, ""), period_of(new)).cumulative is cumulative


def test_a_report_without_a_period_only_becomes_a_new_draft():
    report = Report("khac", Period(PeriodType.AD_HOC, 2024), Office(), subject=("Báo cáo nhanh quý I năm 2024",))
    assert to(report, report.period).subject == report.subject


def test_the_roll_over_is_told_in_one_sentence():
    report = one("quý I/2024", "Trong quý I năm 2024, ngày 15/3/2024 họp tại 5/5 thôn.")
    assert described(plan(report, Q2)) == "Kỳ mới: quý II năm 2024. Đổi 1 chỗ theo kỳ, còn 1 chỗ cần xem lại."


def test_the_successor_is_the_next_period_of_the_kind_or_what_follows():
    report = report_of(Q1, "text", "Mở đầu.")
    assert successor(report, KINDS.values()) == Q2
    of_a_kind = replace(report, kind="cai-cach-hanh-chinh")
    assert successor(of_a_kind, KINDS.values()) == Period(PeriodType.FIRST_HALF, 2024)


def test_what_can_be_taken_from_the_last_report_speaks_of_this_period(example):
    new = emptied(to(example, Q2))
    assert not any(section.blocks for _, section in walk(new.sections))
    taken = brought_forward(new)
    assert taken.sections == to(example, Q2).sections
    assert brought_forward(example) is None


def test_each_treatment_has_its_word():
    assert [each.words for each in Treatment] == ["đổi theo kỳ", "giữ nguyên", "để trống", "cần xem lại"]


def test_a_month_speaks_of_its_own_kind_of_period_in_another_one():
    (shift,) = plan(one("tháng 6/2024", "TRONG THÁNG có 2 đơn"), period_of("quý III/2024")).shifts
    assert (shift.new, shift.ticked) == ("TRONG QUÝ", False)


def test_the_report_of_every_kind_rolled_over_is_the_one_that_would_be_made_new():
    for kind in KINDS.values():
        first = default_period(kind.sequence, date(2026, 3, 20))
        report = new_report(kind, first, sample_office())
        for _ in range(len(kind.sequence)):
            period = next_period(report.period, kind.sequence)
            report = to(report, period)
            made = new_report(kind, period, sample_office())
            assert said(report).lower().replace("9 tháng đầu năm", "9 tháng năm") == said(made).lower()
            assert report.period == made.period


def test_rolling_forward_is_one_edit():
    report = full()
    roll_over = plan(report, Q2)
    edit = RollForward(roll_over, roll_over.ticked)
    assert (edit.apply(report), edit.place) == (rolled(report, roll_over), "")


def test_a_table_and_the_title_of_an_appendix_shift_too(example):
    table = Table(
        (50.0, 50.0), ((Cell((paragraph("STT"), paragraph("Quý I/2024"))), Cell((paragraph("quý I năm 2024"),))),)
    )
    report = replace(example, appendices=(Appendix("p1", ("BIỂU 1", "QUÝ I NĂM 2024"), (table,)),))
    (appendix,) = to(report, Q2).appendices
    assert appendix.title == ("BIỂU 1", "QUÝ II NĂM 2024")
    assert [cell.paragraphs[-1].plain for cell in appendix.blocks[0].rows[0]] == ["Quý II/2024", "quý II năm 2024"]


# Any manner is kept where the sequence comes back to a form within three reports; other forms are written as usual.
QUARTER = ("quý I/2024", "Quý 1 năm 2024", "quý I", "QUÝ I NĂM 2024")
SENTENCES = (
    "Trong {period}, đạt 5/5 thôn.",
    "Đến hết {period} đã xong. Kỷ niệm ngày 30/4.",
    "Tăng so với cùng kỳ năm {ago}, nhiệm kỳ 2020-2025.",
    "Kế hoạch năm {year} giao 12 chỉ tiêu.",
    "Kế hoạch số 12/KH-UBND ngày 10/01/2024 về {period}.",
    "Giảm so với {period_ago}.",
    "Nhiệm vụ {after} gồm:",
    "Số liệu tính đến ngày {last}.",
    "Ngày 15/3/2024 họp; năm 2019 và Luật Đất đai năm 2024.",
)


def written(template: str, period: Period) -> str:
    words = template.format(
        period=period_words(period),
        period_ago=period_words(replace(period, year=period.year - 1)),
        ago=period.year - 1,
        year=period.year,
        after=period_words(following_period(period)),
        last=short_date(cut_off(period, CutOff.FIFTEENTH).last),
    )
    return words.replace("9 tháng năm", "9 tháng đầu năm")


SEQUENCES = sorted({kind.sequence for kind in KINDS.values() if kind.sequence}, key=len)


@given(
    st.sampled_from(SEQUENCES),
    st.integers(0, 11),
    st.integers(1, 14),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
)
def test_rolled_step_by_step_it_says_the_same_as_rolled_at_once(sequence, first, steps, templates):
    start = Period(PeriodType.WEEK, 2024, 20)
    if sequence[0].number or sequence[0].type is not PeriodType.WEEK:
        slot = sequence[first % len(sequence)]
        start = Period(slot.type, 2024, slot.number)
    text = " ".join(written(template, start) for template in templates)
    report = Report("khac", start, Office(), sections=(Section("s1", "I.", "KẾT QUẢ", (paragraph(text),)),))
    stepped, period = report, start
    for _ in range(steps):
        period = next_period(period, sequence)
        stepped = to(stepped, period)
    at_once = to(report, period)
    assert replace(stepped, previous=None) == replace(at_once, previous=None)


@given(
    st.sampled_from(QUARTER), st.integers(1, 9), st.sampled_from([("quý I", "6 tháng đầu năm", "quý III", "năm"), ()])
)
def test_the_manner_of_a_quarter_survives_the_periods_between(manner, steps, names):
    sequence = KINDS["cai-cach-hanh-chinh"].sequence if names else EVERY_QUARTER
    report = stepped = one("quý I/2024", f"Trong {manner} đã xong.")
    period = report.period
    for _ in range(steps):
        period = next_period(period, sequence)
        stepped = to(stepped, period)
    assert sentence(stepped) == sentence(to(report, period))


def noted(text, footnote):
    return Paragraph((Run(text, footnote=(Run(footnote),)),))


def test_a_footnote_is_shifted_as_the_text_is():
    report = replace(
        report_of(Q1, "text", "Mở đầu."), closing=(noted("Có chú thích.", "Số liệu quý I năm 2024 của xã."),)
    )
    new = rolled(report, plan(report, Q2))
    assert [note.text.plain for note in notes(new)] == ["Số liệu quý II năm 2024 của xã."]


def test_a_footnote_stays_where_that_is_not_chosen():
    report = replace(
        report_of(Q1, "text", "Mở đầu."), closing=(noted("Quý I năm 2024.", "Số liệu quý I năm 2024 của xã."),)
    )
    roll_over = plan(report, Q2)
    new = rolled(report, roll_over, [shift for shift in roll_over.ticked if shift.note == TEXT])
    assert new.closing[0].plain == "Quý II năm 2024."
    assert [note.text.plain for note in notes(new)] == ["Số liệu quý I năm 2024 của xã."]


@pytest.mark.parametrize("rule", sorted(STALE))
def test_what_was_kept_without_a_reason_is_asked_about_again_next_period(rule):
    kept = (Decision(rule, "Mở đầu."), Decision(rule, "đầu.", "vẫn đúng"))
    report = replace(report_of(Q1, "text", "Mở đầu."), decisions=kept)
    assert to(report, Q2).decisions == kept[1:]
