"""The printed example, every mend of its form and capitals taken one after the other as a clerk would."""

from __future__ import annotations

import pytest

from bcdesk.intake.text import read_text
from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.judge import judge
from bcdesk.press.paper import Press
from bcdesk.report.findings import Finding
from bcdesk.report.report import Report
from bcdesk.report.search import texts
from tests.house.tree import ROOT

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
MOST = 40


@pytest.fixture(scope="module")
def press(qapp) -> Press:
    return Press(FontMeasure())


def findings(report: Report, press: Press) -> tuple[Finding, ...]:
    return judge(press.paper(report)).findings


def mended(report: Report, press: Press) -> Report:
    for _ in range(MOST):
        fix = next((fix for finding in findings(report, press) for fix in finding.fixes), None)
        if fix is None:
            return report
        report = fix.edit.apply(report)
    raise AssertionError("the mends never end")


def test_what_is_left_of_the_example_is_for_the_clerk_to_write(press: Press) -> None:
    report = mended(read_text(EXAMPLE.read_text(encoding="utf-8")).report, press)
    assert sorted(finding.rule for finding in findings(report, press)) == ["KG-01", "ND-17", "NN-04", "NN-05"]
    words = "\n".join(line for _, lines in texts(report) for line in lines)
    for right in ("đã phổ biến", "COVID-19", "Ủy ban nhân dân chỉ đạo", "của Đảng ủy, UBND xã", "phục vụ Nhân dân",
                  "tại Bộ phận Một cửa", "thủ tục hành chính (viết tắt là TTHC)"):  # fmt: skip
        assert right in words
