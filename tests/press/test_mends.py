"""What is offered to mend a finding, and when nothing is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.press.mends import mends
from bcdesk.report.findings import Finding, Severity
from bcdesk.report.report import BASES, CLOSING, HEADING, Place, Report, Table
from tests.checks.papers import REPORT


def finding(rule: str, found: str = "", wanted: str = "", place: Place | None = None, length: int = 0) -> Finding:
    return Finding(rule, Severity.WRONG, "", found, wanted, place, length)


def offered(report: Report, **about) -> tuple[str, ...]:
    return tuple(fix.words for fix in mends(finding(**about), report))


@pytest.mark.parametrize(
    "about",
    [
        {"rule": "VH-06", "found": "Ủy Ban", "wanted": "Ủy ban"},
        {"rule": "VH-06", "found": "Ủy Ban", "wanted": "Ủy ban", "place": Place("s4"), "length": 6},
        {"rule": "VH-06", "found": "Ủy Ban", "wanted": "Ủy ban", "place": Place("gone"), "length": 6},
        {"rule": "ND-14", "place": Place(BASES, 9)},
        {"rule": "ND-16", "place": Place("gone")},
        {"rule": "ND-16"},
        {"rule": "ND-09", "found": "“III.”", "wanted": "II.", "place": Place("s6", HEADING)},
        {"rule": "ND-09", "found": "“Khác”", "wanted": "KHÁC", "place": Place("s1", HEADING)},
        {"rule": "ND-12", "found": "“a.”", "wanted": "tiêu đề", "place": Place("s4", HEADING)},
        {"rule": "KY-02", "wanted": "KT. CHỦ TỊCH", "place": Place("signature", 1)},
        {"rule": "KY-08", "wanted": "cỡ 13–14, đứng, đậm"},
        {"rule": "GEN-01"},
    ],
)
def test_nothing_is_offered_where_the_report_is_not_as_the_finding_says(about):
    assert offered(REPORT, **about) == ()


def test_nothing_is_offered_that_would_change_nothing():
    assert offered(REPORT, rule="NN-05") == ()


def test_the_last_block_of_the_text_may_be_a_table():
    report = replace(REPORT, closing=(Table((100,), ()),))
    assert offered(report, rule="ND-16", place=Place(CLOSING)) == ()


def test_without_addressees_nothing_is_as_above():
    assert offered(replace(REPORT, addressees=()), rule="NN-05") == ()


def test_a_mend_names_what_it_does():
    assert offered(replace(REPORT, number="007"), rule="SO-02") == ("Sửa số văn bản",)
