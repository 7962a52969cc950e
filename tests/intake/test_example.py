"""The example of the issue, as it must be read."""

from __future__ import annotations

import pytest

from bcdesk.intake.files import read_file
from bcdesk.intake.intake import Intake
from bcdesk.places import resources
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import DocumentDate, Role, walk


@pytest.fixture(scope="module")
def example() -> Intake:
    return read_file(next((resources() / "samples").glob("*.txt")))


def test_it_has_three_sections_with_four_two_and_no_sub_headings(example):
    assert [(section.marker, len(section.children)) for section in example.report.sections] == [
        ("1.", 4),
        ("2.", 2),
        ("3.", 0),
    ]


def test_its_sub_headings_are_marked_with_a_plus(example):
    below = [section.marker for depth, section in walk(example.report.sections) if depth]
    assert below == ["+"] * 6


def test_its_text_stands_under_its_headings(example):
    first = example.report.sections[0]
    assert [len(child.blocks) for child in first.children] == [3, 1, 1, 2]
    assert not first.blocks


def test_its_eight_recipients_keep_their_closing_signs(example):
    assert len(example.report.recipients) == 8
    assert example.report.recipients[0] == "Phòng VH-TT huyện;"
    assert example.report.recipients[-1] == "Lưu: VT."


def test_its_signature_is_that_of_a_deputy(example):
    signature = example.report.signature
    assert (signature.role, signature.name, signature.lines) == (Role.DEPUTY, "Phạm Văn Mạnh", ())


def test_its_number_and_day_are_blank(example):
    report = example.report
    assert (report.number, report.symbol, report.place) == ("", "BC-UBND", "Ba Bích")
    assert report.date == DocumentDate(None, 3, 2024)


def test_its_subject_tells_period_and_kind(example):
    report = example.report
    assert report.subject == ("Công tác tuyên truyền cải cách hành chính quý I năm 2024",)
    assert report.period == Period(PeriodType.QUARTER, 2024, 1)
    assert report.kind == "tuyen-truyen-cchc"


def test_its_office_is_the_commune_it_speaks_of(example):
    office = example.report.office
    assert (office.unit, office.name, office.province) == ("xã", "Ba Bích", "Tỉnh Quảng Ngãi")
    assert (office.signer, office.signer_role) == ("Phạm Văn Mạnh", "deputy")


def test_its_closing_is_one_paragraph(example):
    assert [block.plain[:12] for block in example.report.closing] == ["Trên đây là "]


def test_the_notes_say_whence_the_office_and_what_was_read_otherwise(example):
    words = [note.words for note in example.notes]
    assert words == [
        "Cơ quan ban hành lấy theo chính báo cáo này: Ủy ban nhân dân xã Ba Bích.",
        "“Ba Bích, ngày tháng 03 năm 2024” được đọc là “Ba Bích, ngày … tháng 3 năm 2024”.",
    ]
