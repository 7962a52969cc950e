from __future__ import annotations

import pytest

from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import (
    Appendix,
    Paragraph,
    Place,
    Report,
    Run,
    Section,
    find_section,
    fresh_id,
    paragraph,
    walk,
)

REPORT = Report(
    "khac",
    Period(PeriodType.YEAR, 2024),
    Office(),
    subject=("Công tác tư pháp ", "", " năm 2024"),
    sections=(Section("s1", "I.", "KẾT QUẢ", children=(Section("s3"),)), Section("s2", "", "Đánh giá")),
    appendices=(Appendix("s4"),),
)


def test_a_report_is_listed_by_its_subject_on_one_line():
    assert REPORT.title == "Công tác tư pháp năm 2024"


def test_sections_are_walked_in_reading_order():
    assert [(depth, section.id) for depth, section in walk(REPORT.sections)] == [(0, "s1"), (1, "s3"), (0, "s2")]


def test_a_section_is_found_by_its_id():
    assert find_section(REPORT, "s2").title == "Đánh giá"
    with pytest.raises(KeyError):
        find_section(REPORT, "s4")


def test_a_fresh_id_is_taken_by_nothing():
    assert fresh_id(REPORT) == "s5"
    assert fresh_id(Report("khac", Period(PeriodType.YEAR, 2024), Office(), sections=(Section("s2"),))) == "s3"


def test_a_heading_is_marker_and_title():
    assert [section.heading for section in REPORT.sections] == ["I. KẾT QUẢ", "Đánh giá"]


def test_a_paragraph_is_its_characters():
    assert Paragraph((Run("Một ", bold=True), Run("hai", footnote=(Run("chú"),)))).plain == "Một hai"
    assert paragraph("") == Paragraph()


def test_a_place_is_the_same_wherever_the_caret_stands_in_it():
    assert Place("s1", 0, 5) == Place("s1", 0, 9)
