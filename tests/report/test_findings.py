from __future__ import annotations

from dataclasses import replace

from bcdesk.report.decisions import Decision
from bcdesk.report.findings import Finding, Severity, quote, undecided
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import HEADING, Place, Report, Section, paragraph

REPORT = Report(
    "khac",
    Period(PeriodType.YEAR, 2024),
    Office(),
    sections=(Section("s1", "+", "Kết quả", (paragraph("Ủy Ban đã làm."),)), Section("s2", "+", "Hạn chế")),
)


def about(place, found="Tiêu đề mang dấu “+”", length=0):
    return Finding("ND-13", Severity.REVIEW, "", found, "a)", place, length)


def test_what_is_said_of_one_heading_is_left_there_only():
    one, other = about(Place("s1", HEADING)), about(Place("s2", HEADING))
    report = replace(REPORT, decisions=(Decision("ND-13", quote(one, REPORT)),))
    assert undecided((one, other), report) == (other,)


def test_words_that_are_left_are_left_wherever_they_stand():
    here, there = about(Place("s1", 0), "Ủy Ban", 6), about(Place("s2", 0), "Ủy Ban", 6)
    report = replace(REPORT, decisions=(Decision("ND-13", quote(here, REPORT)),))
    assert undecided((here, there), report) == ()


def test_what_is_said_of_no_place_is_quoted_as_it_is():
    assert quote(about(None, "Không có “Kính gửi”"), REPORT) == "Không có “Kính gửi”"
