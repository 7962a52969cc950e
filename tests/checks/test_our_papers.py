"""What the program writes itself: every kind of report, and the printed example."""

from __future__ import annotations

from datetime import date

import pytest

from bcdesk.intake.text import read_text
from bcdesk.report.findings import Severity
from bcdesk.report.kinds import Kind, load_kinds, new_report
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.units import sample_office
from tests.checks.papers import verdict, written
from tests.house.tree import ROOT

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
QUARTER = Period(PeriodType.QUARTER, 2026, 3)


@pytest.mark.parametrize("kind", load_kinds(), ids=lambda kind: kind.id)
def test_a_new_report_of_each_kind_has_nothing_wrong(kind: Kind) -> None:
    report = new_report(kind, QUARTER, sample_office(), today=date(2026, 9, 20))
    wrong = [finding for finding in verdict(written(report)).findings if finding.severity is Severity.WRONG]
    assert wrong == []


def test_the_example_has_the_departures_a_records_clerk_would_name() -> None:
    report = read_text(EXAMPLE.read_text(encoding="utf-8")).report
    findings = verdict(written(report)).findings
    said = {(finding.rule, finding.found) for finding in findings}
    assert [finding.rule for finding in findings].count("ND-13") == 6
    assert said >= {("VH-01", "Phổ"), ("VH-15", "covid – 19"), ("VH-06", "Ủy Ban"), ("VH-06", "Đảng Ủy")}
    assert {"NN-05", "VH-07"} <= {finding.rule for finding in findings}
    assert all(finding.severity is not Severity.WRONG for finding in findings)
