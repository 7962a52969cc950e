"""What the program writes itself: every kind of report, and the printed example."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.intake.text import read_text
from bcdesk.report.findings import Finding, Severity
from bcdesk.report.kinds import Kind, load_kinds, new_report
from bcdesk.report.office import Issuer, Layout
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report, Signature
from bcdesk.report.signing import roles_of
from bcdesk.report.units import sample_office
from tests.checks.papers import REPORT, verdict, written
from tests.house.tree import ROOT

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
QUARTER = Period(PeriodType.QUARTER, 2026, 3)


@pytest.mark.parametrize("kind", load_kinds(), ids=lambda kind: kind.id)
def test_a_new_report_of_each_kind_has_nothing_wrong(kind: Kind) -> None:
    report = new_report(kind, QUARTER, sample_office(), today=date(2026, 9, 20))
    wrong = [finding for finding in verdict(written(report)).findings if finding.severity is Severity.WRONG]
    assert wrong == []


LAYOUTS = (
    Layout(),
    Layout(body_size=13, head_size=12, pitch=16, first_line=10, top=25, bottom=25, left=35, right=15),
    Layout(pitch=24),
    Layout(pitch=17),
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=["default", "13 point", "widest", "narrowest"])
def test_whatever_layout_the_office_chooses_nothing_is_remarked(layout: Layout) -> None:
    assert remarked(replace(REPORT, office=replace(REPORT.office, layout=layout))) == []


@pytest.mark.parametrize("issuer", [issuer for issuer in Issuer if issuer is not Issuer.OTHER])
def test_whoever_issues_and_signs_nothing_is_remarked(issuer: Issuer) -> None:
    office = replace(REPORT.office, issuer=issuer)
    for role in roles_of(office):
        signature = Signature(role, "Phạm Văn Mạnh", title="Chánh Văn phòng")
        assert remarked(replace(REPORT, office=office, signature=signature)) == []


def remarked(report: Report) -> list[Finding]:
    return [finding for finding in verdict(written(report)).findings if finding.severity is not Severity.NOTE]


def test_the_example_has_the_departures_a_records_clerk_would_name() -> None:
    report = read_text(EXAMPLE.read_text(encoding="utf-8")).report
    findings = verdict(written(report)).findings
    said = {(finding.rule, finding.found) for finding in findings}
    assert [finding.wanted for finding in findings if finding.rule == "ND-13"] == ["a)", "b)", "c)", "d)", "a)", "b)"]
    assert said >= {("VH-01", "Phổ"), ("VH-15", "covid – 19"), ("VH-06", "Ủy Ban"), ("VH-06", "Đảng Ủy")}
    assert {"NN-05", "VH-07"} <= {finding.rule for finding in findings}
    assert all(finding.severity is not Severity.WRONG for finding in findings)
