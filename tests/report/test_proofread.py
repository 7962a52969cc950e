from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.decisions import Decision
from bcdesk.report.findings import Severity, undecided
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.proofread import quoted, spelling_findings
from bcdesk.report.report import Appendix, Cell, Place, Report, Section, Table, paragraph
from bcdesk.report.search import texts
from bcdesk.vietnamese.misspelling import Kind, Misspelling
from tests.vietnamese.proofreading import proofreader

TABLE = Table((80.0, 80.0), ((Cell((paragraph("Thôn Một"),)), Cell((paragraph("Còn hổ trợ"), paragraph("nổ lực")))),))
REPORT = Report(
    "khac",
    Period(PeriodType.YEAR, 2024),
    Office(),
    subject="Công tác cái cách hành chính",
    sections=(
        Section("a", "1.", "Kết quả", (paragraph("Hướng dẫn cách thức đề công dân thực hiện."), TABLE)),
        Section("b", "2.", "Xem bao_cao.docx", (paragraph("gui ve xa@xa.gov.vn"),)),
    ),
    appendices=(Appendix("pl", title=("Biểu mẩu", "hộ cận ngèo")),),
)


@pytest.fixture(scope="module")
def findings():
    return spelling_findings(REPORT, proofreader())


def text_at(report: Report, place: Place) -> str:
    return "\n".join(dict(texts(report))[place])


def test_every_text_of_the_report_is_read_in_its_order(findings):
    assert [finding.found for finding in findings] == [
        "tác cái cách", "thức đề công", "Còn hổ trợ", "nổ lực", "Biểu mẩu", "cận ngèo",
    ]  # fmt: skip


def test_a_finding_marks_the_characters_that_are_wrong(findings):
    marked = [
        text_at(REPORT, finding.place)[finding.place.offset : finding.place.offset + finding.length]
        for finding in findings
    ]
    assert marked == ["cái", "đề", "hổ", "nổ", "mẩu", "ngèo"]


def test_a_fix_puts_the_word_right_where_it_stands(findings):
    for finding in findings:
        mended = finding.fixes[0].edit.apply(REPORT)
        assert finding.wanted in text_at(mended, finding.place)
        assert finding.found not in text_at(mended, finding.place)


def test_all_is_put_right_from_behind_and_then_nothing_is_left(findings):
    report = REPORT
    for finding in reversed(findings):
        report = finding.fixes[0].edit.apply(report)
    assert spelling_findings(report, proofreader()) == ()


def test_none_is_called_wrong_by_the_decree(findings):
    assert {finding.severity for finding in findings} == {Severity.REVIEW}


def test_what_the_clerk_has_left_is_not_said_again(findings):
    left = replace(REPORT, decisions=(Decision("confusion", "thức đề công"),))
    assert [finding.found for finding in undecided(spelling_findings(left, proofreader()), left)] == [
        finding.found for finding in findings if finding.found != "thức đề công"
    ]


def test_the_words_quoted_are_those_beside_what_is_wrong_in_its_place_only():
    context = Misspelling(6, 8, Kind.CONTEXT, ("để",), certain=False)
    assert quoted("thức, đề công", context) == ("đề công", "để công")
    assert quoted("cách\u00a0 đề", replace(context, suggestions=())) == ("cách\u00a0 đề", "")
    assert quoted("thức, đề công", replace(context, kind=Kind.SYLLABLE)) == ("đề", "để")
