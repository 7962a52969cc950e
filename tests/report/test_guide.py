from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.guide import GuideStep, gaps, next_step
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Place, Report, Section, Signature, State, paragraph

FULL = Report(
    "tuyen-truyen-cchc",
    Period(PeriodType.QUARTER, 2024, 1),
    Office(name="Ba Tơ"),
    symbol="BC-UBND",
    place="Ba Tơ",
    subject=("Công tác tuyên truyền",),
    sections=(Section("s1", "I.", "KẾT QUẢ", (paragraph("Xã đã làm."),)),),
    recipients=("Lưu: VT.",),
    signature=Signature(name="Phạm Văn Mạnh"),
)
EMPTY_SECTION = Section("s2", "II.", "KIẾN NGHỊ")


def test_the_steps_come_one_after_the_other():
    done = [None, *GuideStep]
    assert [next_step(replace(FULL, symbol=""), step) for step in done] == [*GuideStep, None]


def test_where_nothing_is_empty_there_is_nothing_to_fill():
    assert next_step(FULL, GuideStep.HEAD) is GuideStep.CHECK


def test_what_was_filled_and_is_empty_again_does_not_lead_back():
    assert next_step(replace(FULL, symbol=""), GuideStep.CHECK) is GuideStep.PAPER


@pytest.mark.parametrize("state", [State.SIGNED, State.ISSUED])
def test_a_signed_report_has_only_to_be_sent(state: State):
    assert next_step(replace(FULL, state=state), None) is GuideStep.SEND


def test_a_report_that_was_sent_needs_no_guide():
    assert next_step(replace(FULL, state=State.SENT), None) is None


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"subject": ()}, Place("subject")),
        ({"subject": ("  ",)}, Place("subject")),
        ({"symbol": ""}, Place("symbol")),
        ({"place": " "}, Place("place")),
        ({"recipients": ()}, Place("recipients")),
        ({"signature": Signature()}, Place("signature")),
        ({"sections": (EMPTY_SECTION,)}, Place("s2")),
        ({"sections": (Section("s1", "I.", "KẾT QUẢ", children=(EMPTY_SECTION,)),)}, Place("s2")),
    ],
)
def test_what_is_empty_is_a_gap(change, place):
    assert [gap.place for gap in gaps(replace(FULL, **change))] == [place]


def test_number_and_day_are_no_gaps():
    assert (FULL.number, FULL.date.day) == ("", None)
    assert gaps(FULL) == ()


def test_a_section_the_clerk_calls_done_is_no_gap():
    assert gaps(replace(FULL, sections=(replace(EMPTY_SECTION, reviewed=True),))) == ()


def test_gaps_come_in_reading_order():
    report = replace(FULL, subject=(), sections=(EMPTY_SECTION,), signature=Signature())
    assert [gap.words for gap in gaps(report)] == ["trích yếu", "nội dung mục “II. KIẾN NGHỊ”", "họ và tên người ký"]
