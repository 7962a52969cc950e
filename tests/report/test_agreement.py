from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.agreement import agreement
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import DocumentDate, Place, Report, Section, paragraph

QUARTER = Period(PeriodType.QUARTER, 2024, 1)
BARE = Report("khac", QUARTER, Office(name="Ba Tơ"), subject=("Công tác cải cách hành chính quý I năm 2024",))


def with_lines(*lines):
    return replace(BARE, sections=(Section("s1", "1.", "Kết quả", tuple(map(paragraph, lines))),))


def found(report):
    return [(finding.rule, finding.found) for finding in agreement(report)]


def test_a_report_that_agrees_with_itself_is_not_remarked():
    report = replace(
        BARE, date=DocumentDate(5, 4, 2024), closing=(paragraph("Trên đây là báo cáo của UBND xã Ba Tơ."),)
    )
    assert found(report) == []


@pytest.mark.parametrize("subject", ["Công tác quý II năm 2024", "Công tác quý I năm 2023", "Công tác năm 2024"])
def test_another_period_in_the_subject_is_remarked(subject):
    assert [rule for rule, _ in found(replace(BARE, subject=(subject,)))] == ["period"]


def test_the_period_can_be_made_that_of_the_subject():
    (finding,) = agreement(replace(BARE, subject=("Công tác quý II năm 2024",)))
    assert finding.fixes[0].edit.apply(BARE).period == Period(PeriodType.QUARTER, 2024, 2)


def test_a_report_on_no_period_may_speak_of_one():
    assert found(replace(BARE, period=Period(PeriodType.AD_HOC, 2024))) == []


@pytest.mark.parametrize(("year", "rules"), [(2024, 0), (2025, 0), (2023, 1), (2026, 1), (None, 0)])
def test_the_year_of_issue_is_that_of_the_period_or_the_next(year, rules):
    assert len(found(replace(BARE, date=DocumentDate(None, 4, year)))) == rules


def test_another_commune_as_issuer_is_remarked():
    report = replace(BARE, closing=(paragraph("Trên đây là báo cáo của Ủy ban nhân dân xã Ba Vinh./."),))
    assert found(report) == [("issuer-name", "xã Ba Vinh")]


def test_the_issuer_can_be_called_by_its_name():
    report = replace(BARE, closing=(paragraph("Trên đây là báo cáo của đơn vị xã Ba Tơ."),))
    (finding,) = agreement(report)
    mended = finding.fixes[0].edit.apply(report)
    assert mended.closing[0].plain == "Trên đây là báo cáo của Ủy ban nhân dân xã Ba Tơ."


def test_another_commune_as_partner_is_not():
    assert found(with_lines("Phối hợp với lực lượng của UBND xã Ba Vinh tuần tra.")) == []


def test_the_same_figure_told_in_two_ways_is_remarked():
    first, second = "Tổng số hồ sơ tiếp nhận trong kỳ là 120 hồ sơ.", "Tổng số hồ sơ tiếp nhận trong kỳ là 121 hồ sơ."
    (finding,) = agreement(with_lines(first, "Khác.", second))
    assert (finding.rule, finding.place, finding.place.offset) == ("two-figures", Place("s1", 2), 36)


@pytest.mark.parametrize(
    "second",
    [
        "Tổng số hồ sơ tiếp nhận trong kỳ là 120 hồ sơ.",
        "Cùng kỳ, tổng số hồ sơ tiếp nhận trong kỳ là 99 hồ sơ.",
        "Tổng số hồ sơ giải quyết trong kỳ là 99 hồ sơ.",
        "Là 99 hồ sơ.",
    ],
)
def test_another_figure_is_another_matter(second):
    assert found(with_lines("Tổng số hồ sơ tiếp nhận trong kỳ là 120 hồ sơ.", second)) == []


def test_the_sample_calls_its_office_a_unit():
    report = read_file(resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").report
    assert found(report) == [("issuer-name", "đơn vị xã Ba Bích")]
