"""Quốc hiệu, names, number, date, title and Kính gửi: a file that keeps each rule, and one that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.findings import Severity
from bcdesk.report.office import Issuer
from bcdesk.report.report import DocumentDate, Report
from tests.checks.papers import (
    REPORT,
    Change,
    after,
    elements,
    paragraph_of,
    remove,
    reparagraph,
    rerun,
    retext,
    said,
    verdict,
    written,
)

WRONG, REVIEW, NOTE = Severity.WRONG, Severity.REVIEW, Severity.NOTE
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 05/BC-UBND", "Ba Tơ, ngày 05 tháng 9 năm 2026"
SUBJECT = "Công tác cải cách hành chính quý III"
FIRST, SECOND = "- Ủy ban nhân dân tỉnh Quảng Ngãi;", "- Sở Nội vụ tỉnh Quảng Ngãi."
UNIT = replace(REPORT, office=replace(REPORT.office, issuer=Issuer.CULTURE), symbol="")
DRAFT = replace(REPORT, number="", date=DocumentDate(None, 9, 2026))
ONE = replace(REPORT, addressees=("Sở Nội vụ tỉnh Quảng Ngãi",))
LEFT = '<w:jc w:val="left"/>'
BOLD, UPRIGHT, LIGHT, SLANTED = "<w:b/>", '<w:i w:val="0"/>', '<w:b w:val="0"/>', "<w:i/>"


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


def under(text: str, times: float | None) -> Change:
    """Make the line under a paragraph so many times as long as it was; None takes it away."""

    def change(root) -> None:
        line = paragraph_of(root, text).getnext()
        indents = line.find(f"{W}pPr/{W}ind")
        if times is None:
            line.getparent().remove(line)
            return
        for side in ("left", "right"):
            indents.set(f"{W}{side}", str(round(int(indents.get(f"{W}{side}")) / times)))

    return change


def replaced(text: str, markup: str) -> Change:
    """Put something else in the place of the line under a paragraph."""

    def change(root) -> None:
        line = paragraph_of(root, text).getnext()
        line.addnext(elements(markup)[0])
        line.getparent().remove(line)

    return change


def both(*changes: Change) -> Change:
    def change(root) -> None:
        for each in changes:
            each(root)

    return change


DASHES = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>-------------</w:t></w:r></w:p>'
BREAKS = [
    ("QH-01", retext("NGHĨA", "NGHỈA"), WRONG),
    ("QH-01", retext(COUNTRY, "Cộng hòa xã hội chủ nghĩa Việt Nam;"), WRONG),
    ("QH-01", remove(COUNTRY), REVIEW),
    ("QH-02", rerun(COUNTRY, size(28)), WRONG),
    ("QH-02", rerun(COUNTRY, LIGHT), WRONG),
    ("QH-02", rerun(COUNTRY, SLANTED), WRONG),
    ("QH-02", retext(COUNTRY, "Cộng hòa xã hội chủ nghĩa Việt Nam"), WRONG),
    ("QH-02", both(retext(COUNTRY, "Cộng hòa xã hội chủ nghĩa Việt Nam"), rerun("Cộng hòa xã", "<w:caps/>")), REVIEW),
    ("QH-03", retext(MOTTO, "Độc lập – Tự do – Hạnh phúc"), WRONG),
    ("QH-03", retext(MOTTO, "Độc lập-Tự do-Hạnh phúc"), WRONG),
    ("QH-03", retext(MOTTO, "Độc lập - Tự do - Hạnh Phúc"), WRONG),
    ("QH-03", remove(MOTTO), REVIEW),
    ("QH-04", rerun(MOTTO, size(24)), WRONG),
    ("QH-04", rerun(MOTTO, LIGHT), WRONG),
    ("QH-04", reparagraph(MOTTO, LEFT), WRONG),
    ("QH-05", under(MOTTO, None), WRONG),
    ("QH-05", under(MOTTO, 0.5), WRONG),
    ("QH-05", replaced(MOTTO, DASHES), REVIEW),
    ("QH-05", both(under(MOTTO, None), rerun(MOTTO, '<w:u w:val="single"/>')), REVIEW),
    ("QH-06", reparagraph(MOTTO, '<w:spacing w:line="360" w:lineRule="auto"/>'), WRONG),
    ("QH-06", reparagraph(COUNTRY, '<w:spacing w:after="120" w:line="240" w:lineRule="auto"/>'), WRONG),
    ("QH-07", reparagraph(COUNTRY, '<w:ind w:left="2000"/>'), REVIEW),
    ("CQ-01", retext("ỦY BAN NHÂN DÂN", "UBND"), WRONG),
    ("CQ-01", remove("XÃ BA TƠ"), REVIEW),
    ("CQ-03", rerun("XÃ BA TƠ", LIGHT), WRONG),
    ("CQ-03", rerun("ỦY BAN NHÂN DÂN", LIGHT), WRONG),
    ("CQ-03", rerun("ỦY BAN NHÂN DÂN", size(28)), WRONG),
    ("CQ-03", retext("XÃ BA TƠ", "Xã Ba Tơ"), WRONG),
    ("CQ-03", reparagraph("XÃ BA TƠ", LEFT), WRONG),
    ("CQ-05", under("XÃ BA TƠ", None), WRONG),
    ("CQ-05", under("XÃ BA TƠ", 4), WRONG),
    ("CQ-05", replaced("XÃ BA TƠ", DASHES), REVIEW),
    ("CQ-05", both(under("XÃ BA TƠ", None), rerun("XÃ BA TƠ", '<w:u w:val="single"/>')), WRONG),
    ("CQ-06", reparagraph("XÃ BA TƠ", '<w:spacing w:before="120" w:line="240" w:lineRule="auto"/>'), WRONG),
    ("SO-02", retext(NUMBER, "Số: 5/BC-UBND"), WRONG),
    ("SO-02", retext(NUMBER, "Số: 005/BC-UBND"), WRONG),
    ("SO-02", retext(NUMBER, "Số: 05a/BC-UBND"), REVIEW),
    ("SO-03", remove(NUMBER), REVIEW),
    ("SO-03", retext(NUMBER, "Số: /BC-UBND"), REVIEW),
    ("SO-04", retext(NUMBER, "Số: 05/KH-UBND"), WRONG),
    ("SO-04", retext(NUMBER, "Số: 05/UBND-BC"), WRONG),
    ("SO-05", rerun(NUMBER, size(28)), WRONG),
    ("SO-05", rerun(NUMBER, BOLD), WRONG),
    ("SO-05", retext(NUMBER, "SỐ: 05/BC-UBND"), WRONG),
    ("SO-05", retext(NUMBER, "Số 05/BC-UBND"), WRONG),
    ("SO-05", retext(NUMBER, "Số: 05/BC-Ubnd"), WRONG),
    ("SO-06", retext(NUMBER, "Số: 05/BC - UBND"), WRONG),
    ("SO-06", retext(NUMBER, "Số: 05 /BC-UBND"), WRONG),
    ("SO-06", retext(NUMBER, "Số: 05/ BC-UBND"), WRONG),
    ("SO-06", retext(NUMBER, "Số: 05/BC–UBND"), WRONG),
    ("SO-07", reparagraph(NUMBER, LEFT), WRONG),
    ("SO-09", retext(NUMBER, "Số: 05/BC-UBND-2026"), REVIEW),
    ("DD-01", retext(DATE, "ngày 05 tháng 9 năm 2026"), WRONG),
    ("DD-01", retext(DATE, "Quảng Ngãi, ngày 05 tháng 9 năm 2026"), REVIEW),
    ("DD-01", retext(DATE, "xã Ba Tơ, ngày 05 tháng 9 năm 2026"), REVIEW),
    ("DD-01", retext(DATE, "Xã Ba Tơ, ngày 05 tháng 9 năm 2026"), NOTE),
    ("DD-02", retext(DATE, "1, ngày 05 tháng 9 năm 2026"), WRONG),
    ("DD-03", retext(DATE, "Ba Tơ, 05/9/2026"), WRONG),
    ("DD-03", retext(DATE, "Ba Tơ, ngày 05 tháng 9 năm 26"), WRONG),
    ("DD-03", retext(DATE, "Ba Tơ, ngày 05 tháng chín năm 2026"), WRONG),
    ("DD-03", remove(DATE), REVIEW),
    ("DD-04", retext(DATE, "Ba Tơ, ngày 5 tháng 9 năm 2026"), WRONG),
    ("DD-05", retext(DATE, "Ba Tơ, ngày 05 tháng 2 năm 2026"), WRONG),
    ("DD-05", retext(DATE, "Ba Tơ, ngày 05 tháng 09 năm 2026"), REVIEW),
    ("DD-06", rerun(DATE, UPRIGHT), WRONG),
    ("DD-06", rerun(DATE, BOLD), WRONG),
    ("DD-06", rerun(DATE, size(24)), WRONG),
    ("DD-06", retext(DATE, "Ba Tơ ngày 05 tháng 9 năm 2026"), WRONG),
    ("DD-06", retext(DATE, "Ba Tơ, Ngày 05 tháng 9 năm 2026"), WRONG),
    ("DD-06", retext(DATE, "ba Tơ, ngày 05 tháng 9 năm 2026"), WRONG),
    ("DD-07", reparagraph(DATE, '<w:spacing w:before="400" w:line="340" w:lineRule="exact"/>'), WRONG),
    ("DD-08", retext(DATE, "Ba Tơ, ngày tháng 9 năm 2026"), REVIEW),
    ("TL-01", retext("BÁO CÁO", "Báo cáo"), WRONG),
    ("TL-01", retext("BÁO CÁO", "BÁO CÁO TỔNG KẾT"), REVIEW),
    ("TL-01", rerun("BÁO CÁO", size(32)), WRONG),
    ("TL-01", rerun("BÁO CÁO", LIGHT), WRONG),
    ("TL-01", reparagraph("BÁO CÁO", LEFT), WRONG),
    ("TL-01", reparagraph("BÁO CÁO", '<w:ind w:firstLine="720"/>'), WRONG),
    ("TL-02", remove(SUBJECT), REVIEW),
    ("TL-02", retext(SUBJECT, f"{SUBJECT} và những việc khác {'rất dài ' * 30}"), NOTE),
    ("TL-03", rerun(SUBJECT, LIGHT), WRONG),
    ("TL-03", rerun(SUBJECT, SLANTED), WRONG),
    ("TL-03", rerun(SUBJECT, size(24)), WRONG),
    ("TL-03", reparagraph(SUBJECT, LEFT), WRONG),
    ("TL-03", retext(f"{SUBJECT} năm 2026", f"{SUBJECT} NĂM 2026".upper()), WRONG),
    ("TL-04", under(SUBJECT, None), WRONG),
    ("TL-04", under(SUBJECT, 4), WRONG),
    ("TL-04", replaced(SUBJECT, DASHES), REVIEW),
    ("TL-05", retext(SUBJECT, f"V/v {SUBJECT}"), WRONG),
    ("TL-06", retext(f"{SUBJECT} năm 2026", f"{SUBJECT} năm 2026."), NOTE),
    ("KG-01", both(remove("Kính gửi:"), remove(FIRST), remove(SECOND)), REVIEW),
    ("KG-02", rerun("Kính gửi:", BOLD), WRONG),
    ("KG-02", rerun(FIRST, SLANTED), WRONG),
    ("KG-02", rerun(FIRST, size(24)), WRONG),
    ("KG-02", retext("Kính gửi:", "Kính gửi"), WRONG),
    ("KG-02", retext("Kính gửi:", "KÍNH GỬI:"), WRONG),
    ("KG-03", remove(FIRST), WRONG),
    ("KG-04", retext(FIRST, "Ủy ban nhân dân tỉnh Quảng Ngãi;"), WRONG),
    ("KG-04", retext(FIRST, "- Ủy ban nhân dân tỉnh Quảng Ngãi,"), WRONG),
    ("KG-04", retext(SECOND, "- Sở Nội vụ tỉnh Quảng Ngãi;"), WRONG),
    ("KG-04", retext(SECOND, "- Sở Nội vụ tỉnh Quảng Ngãi"), WRONG),
    ("KG-04", reparagraph(FIRST, '<w:ind w:left="0" w:firstLine="0"/>'), WRONG),
    ("KG-04", both(retext("Kính gửi:", "Kính gửi: Tỉnh ủy; Sở Y tế"), remove(FIRST), remove(SECOND)), WRONG),
    ("KG-04", retext("Kính gửi:", "Kính gửi: - Tỉnh ủy Quảng Ngãi;"), REVIEW),
]  # fmt: skip
HEAD_RULES = sorted({rule for rule, *_ in BREAKS} | {"CQ-02", "CQ-04"})


@pytest.mark.parametrize("rule", HEAD_RULES)
@pytest.mark.parametrize("report", [REPORT, UNIT, DRAFT, ONE], ids=["issued", "office", "draft", "one addressee"])
def test_a_written_report_keeps_the_rule(report: Report, rule: str):
    assert said(written(report), rule) == ()


@pytest.mark.parametrize(("rule", "change", "severity"), BREAKS)
def test_a_file_changed_against_the_rule_is_told(rule, change, severity):
    findings = said(after(change), rule)
    assert [finding.severity for finding in findings] == [severity] * max(len(findings), 1)


@pytest.mark.parametrize(
    ("rule", "change", "severity"),
    [
        ("CQ-02", remove("UBND XÃ BA TƠ"), REVIEW),
        ("CQ-02", retext("UBND XÃ BA TƠ", "UBND HUYỆN BA TƠ"), REVIEW),
        ("CQ-02", retext("UBND XÃ BA TƠ", "UBND"), REVIEW),
        ("CQ-04", rerun("UBND XÃ BA TƠ", BOLD), WRONG),
        ("CQ-04", rerun("UBND XÃ BA TƠ", size(28)), WRONG),
        ("CQ-04", retext("UBND XÃ BA TƠ", "UBND xã Ba Tơ"), WRONG),
        ("CQ-06", reparagraph("UBND XÃ BA TƠ", '<w:spacing w:line="360" w:lineRule="auto"/>'), WRONG),
    ],
)
def test_the_body_above_is_judged_too(rule, change, severity):
    assert [finding.severity for finding in said(after(change, report=UNIT), rule)] == [severity]


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("QH-01", retext("HÒA", "HOÀ")),
        ("QH-02", rerun(COUNTRY, size(24))),
        ("SO-02", retext(NUMBER, "Số: 125/BC-UBND")),
        ("SO-05", retext(NUMBER, "Số: 125/BC-HĐND")),
        ("DD-04", retext(DATE, "Ba Tơ, ngày 15 tháng 9 năm 2026")),
        ("DD-05", retext(DATE, "Ba Tơ, ngày 05 tháng 10 năm 2026")),
        ("DD-05", retext(DATE, "Ba Tơ, ngày 05 tháng 01 năm 2026")),
        ("DD-08", retext(DATE, "Ba Tơ, ngày … tháng … năm 2026")),
        ("DD-08", retext(DATE, "Ba Tơ, ngày ..... tháng 9 năm 2026")),
        ("DD-03", retext(DATE, "Ba Tơ, ngày ..... tháng 9 năm 20...")),
        ("TL-06", retext(f"{SUBJECT} năm 2026", f"{SUBJECT} năm 2026...")),
        ("CQ-02", retext(DATE, "Ba Tơ, ngày 05 tháng 3 năm 2024")),
    ],
)
def test_what_the_decree_leaves_open_is_not_told(rule, change):
    assert said(after(change), rule) == ()


def test_a_remark_on_a_month_knows_its_characters():
    (finding,) = said(after(retext(DATE, "Ba Tơ, ngày 05 tháng 09 năm 2026")), "DD-05")
    assert (finding.found, finding.wanted, finding.length) == ("tháng 09", "tháng 9", 2)


def test_the_length_of_a_line_is_not_judged_without_pages():
    findings = verdict(after(under(MOTTO, 0.5)), pages=False)
    assert not [finding for finding in findings.findings if finding.rule == "QH-05"]
    assert "QH-05: không đo được đường kẻ dưới Tiêu ngữ." in findings.unjudged


def test_a_line_that_is_a_drawing_is_not_judged():
    drawing = "<w:p><w:r><w:drawing/></w:r></w:p>"
    told = verdict(after(replaced(MOTTO, drawing)))
    assert not [finding for finding in told.findings if finding.rule == "QH-05"]
    assert any(words.startswith("QH-05") for words in told.unjudged)


def test_what_rests_on_a_part_that_is_not_there_is_not_judged():
    told = verdict(after(remove(NUMBER)))
    assert any("số, ký hiệu" in words and "SO-02, SO-04, SO-05, SO-06" in words for words in told.unjudged)
    assert not [finding for finding in told.findings if finding.rule.startswith("SO") and finding.rule != "SO-03"]


def test_without_a_title_nothing_is_claimed_of_what_a_report_must_have():
    told = verdict(after(both(remove("BÁO CÁO"), remove(COUNTRY))))
    assert not [finding for finding in told.findings if finding.rule in {"TL-01", "QH-01", "KG-01", "SO-04"}]
    assert "QH-01: không nhận ra Quốc hiệu." in told.unjudged


def test_the_gravest_is_told_first():
    told = verdict(after(both(retext(NUMBER, "Số: 5/BC-UBND-2026"), rerun("BÁO CÁO", LIGHT))))
    severities = [finding.severity for finding in told.findings]
    assert severities == sorted(severities)
