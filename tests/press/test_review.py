from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.intake.files import read_file
from bcdesk.painting.fonts import FontMeasure
from bcdesk.places import resources
from bcdesk.press.paper import Press
from bcdesk.press.review import Reviewer
from bcdesk.report.findings import Severity
from bcdesk.report.report import paragraph
from bcdesk.vietnamese.lexicon import Lexicon

SAMPLE = resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
"""The rows of the facts that the example must yield; row 5 is told by the import."""
ROWS = {
    6: ("KG-01", "Không có"),
    7: ("NN-05", "Phòng VH-TT"),
    10: ("ND-13", "+"),
    15: ("VH-01", "Phổ"),
    16: ("confusion", "phần nền"),
    21: ("VH-15", "covid – 19"),
    23: ("VH-06", "Ủy Ban"),
    24: ("confusion", "đại phát"),
    25: ("confusion", "tiếp xóng"),
    29: ("confusion", "đề công"),
    33: ("VH-06", "Đảng Ủy"),
}


@pytest.fixture(scope="module")
def press(qapp):
    return Press(FontMeasure())


@pytest.fixture(scope="module")
def reviewer():
    return Reviewer()


@pytest.fixture(scope="module")
def sample():
    return read_file(SAMPLE).report


@pytest.fixture(scope="module")
def verdict(press, reviewer, sample):
    return reviewer.review(press.paper(sample))


@pytest.mark.parametrize("row", ROWS)
def test_the_example_yields_what_the_facts_name(verdict, row):
    rule, words = ROWS[row]
    assert any(finding.rule == rule and words in finding.found for finding in verdict.findings)


def test_nothing_on_the_example_is_wrong_by_the_decree(verdict):
    assert [finding for finding in verdict.findings if finding.severity is Severity.WRONG] == []


def test_the_gravest_come_first(verdict):
    severities = [finding.severity for finding in verdict.findings]
    assert severities == sorted(severities)


def test_what_a_rule_speaks_of_is_not_guessed_at_again(verdict):
    spans = [
        (finding.place, at) for finding in verdict.findings if finding.place and finding.length
        for at in range(finding.place.offset, finding.place.offset + finding.length)
    ]  # fmt: skip
    spelled = [finding for finding in verdict.findings if finding.rule == "confusion"]
    assert all(spans.count((finding.place, finding.place.offset)) == 1 for finding in spelled)


def test_a_learned_word_is_right_at_once(press, sample):
    reviewer = Reviewer()
    report = replace(sample, sections=(), opening=(paragraph("Trạm đã cấp thuốc chống lăq quăng cho dân."),))
    assert "lăq" in {finding.found for finding in reviewer.review(press.paper(report)).findings}
    reviewer.learn("lăq")
    assert "lăq" not in {finding.found for finding in reviewer.review(press.paper(report)).findings}


def test_a_word_of_the_office_is_right_from_the_start(press, sample):
    reviewer = Reviewer(Lexicon(words=("lăq",)))
    report = replace(sample, sections=(), opening=(paragraph("Trạm đã cấp thuốc chống lăq quăng cho dân."),))
    assert "lăq" not in {finding.found for finding in reviewer.review(press.paper(report)).findings}


def test_reading_goes_on_until_nothing_is_left(sample):
    reviewer, steps = Reviewer(), [1]
    while steps[-1]:
        steps.append(reviewer.read_on(sample, seconds=0))
    assert len(steps) > 10
    assert steps[1:] == sorted(steps[1:], reverse=True)
