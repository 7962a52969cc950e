"""Paper, margins, typeface, colour and page numbers: a file that keeps each rule, and one that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.findings import Severity
from tests.checks.papers import (
    DOCUMENT,
    REPORT,
    STYLES,
    Change,
    after,
    elements,
    found,
    paragraph_of,
    reparagraph,
    rerun,
    retext,
    said,
    verdict,
    written,
)

WRONG, REVIEW, NOTE = Severity.WRONG, Severity.REVIEW, Severity.NOTE
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADER = "word/header1.xml"


def setup(path: str, section: int = 0, **values: str | int) -> Change:
    """Give an element of a section's properties other attributes."""

    def change(root) -> None:
        element = found(root, f"//w:sectPr/w:{path}")[section]
        for name, value in values.items():
            element.set(f"{W}{name}", str(value))

    return change


def without(path: str, section: int = 0) -> Change:
    def change(root) -> None:
        element = found(root, f"//w:sectPr/w:{path}")[section]
        element.getparent().remove(element)

    return change


def restyle(path: str, **values: str) -> Change:
    """Give elements of the styles other attributes."""

    def change(root) -> None:
        for element in found(root, path):
            for name, value in values.items():
                element.set(f"{W}{name}", value)

    return change


def numbered(properties: str, align: str = "center") -> Change:
    """Set the page number in other letters, or at another place."""

    def change(root) -> None:
        for run in found(root, "//w:rPr"):
            for element in elements(properties):
                for older in run.findall(element.tag):
                    run.remove(older)
                run.append(element)
        for place in found(root, "//w:jc"):
            place.set(f"{W}val", align)

    return change


def fielded(root) -> None:
    """Take the number out of the header."""
    for run in found(root, "//w:r"):
        run.getparent().remove(run)


def section_before(text: str, properties: str) -> Change:
    """End a section in the paragraph of this text."""

    def change(root) -> None:
        paragraph_of(root, text).find(f"{W}pPr").extend(elements(f"<w:sectPr>{properties}</w:sectPr>"))

    return change


def in_tcvn3(root) -> None:
    """Type a paragraph in a font of before Unicode."""
    rerun("Treo 02", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')(root)
    retext("Treo 02 băng rôn tại trụ sở.", "Treo 02 b¨ng r«n t¹i trô së.")(root)


A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"/>'
)
TURNED = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'

BREAKS = [
    ("GEN-01", DOCUMENT, setup("pgSz", w=12240, h=15840), WRONG),
    ("GEN-02", DOCUMENT, section_before("KẾT QUẢ THỰC HIỆN", TURNED), WRONG),
    ("GEN-03", DOCUMENT, setup("pgMar", top=998), WRONG),
    ("GEN-03", DOCUMENT, setup("pgMar", bottom=1500), WRONG),
    ("GEN-03", DOCUMENT, setup("pgMar", section=2, top=998), REVIEW),
    ("GEN-04", DOCUMENT, setup("pgMar", left=1134), WRONG),
    ("GEN-04", DOCUMENT, setup("pgMar", gutter=567), WRONG),
    ("GEN-05", DOCUMENT, setup("pgMar", right=567), WRONG),
    ("GEN-06", STYLES, restyle("//w:style[w:name/@w:val='Nội dung']//w:rFonts", ascii="Arial", hAnsi="Arial"), WRONG),
    ("GEN-06", DOCUMENT, rerun("Treo 02", '<w:rFonts w:hAnsi="Calibri"/>'), WRONG),
    ("GEN-06", HEADER, numbered('<w:rFonts w:ascii="Arial"/>'), WRONG),
    ("GEN-07", DOCUMENT, in_tcvn3, WRONG),
    ("GEN-07", DOCUMENT, retext("thôn", "tho\u0302n"), NOTE),
    ("GEN-08", DOCUMENT, rerun("Treo 02", '<w:color w:val="FF0000"/>'), WRONG),
    ("GEN-08", STYLES, lambda root: found(root, "//w:style[w:name/@w:val='Trích yếu']/w:rPr")[0].extend(
        elements('<w:color w:val="1F497D" w:themeColor="text2"/>')), WRONG),
    ("GEN-09", DOCUMENT, section_before("KẾT QUẢ THỰC HIỆN", f'{A4}<w:pgNumType w:fmt="lowerRoman"/>'), WRONG),
    ("GEN-09", DOCUMENT, section_before("KẾT QUẢ THỰC HIỆN", f'{A4}<w:pgNumType w:start="3"/>'), WRONG),
    ("GEN-10", HEADER, numbered('<w:sz w:val="24"/>'), WRONG),
    ("GEN-10", HEADER, numbered("<w:i/>"), WRONG),
    ("GEN-10", HEADER, numbered('<w:color w:val="FF0000"/>'), WRONG),
    ("GEN-10", HEADER, numbered("<w:b/>"), REVIEW),
    ("GEN-11", HEADER, numbered("", "right"), WRONG),
    ("GEN-11", HEADER, fielded, WRONG),
    ("GEN-11", DOCUMENT, setup("pgMar", header=1300), WRONG),
    ("GEN-12", DOCUMENT, without("titlePg"), WRONG),
    ("GEN-13", DOCUMENT, rerun("CỘNG HÒA", '<w:sz w:val="24"/>'), REVIEW),
]  # fmt: skip
PAGE_RULES = sorted({rule for rule, *_ in BREAKS} | {"GEN-14"})


@pytest.mark.parametrize("rule", PAGE_RULES)
def test_a_written_report_keeps_the_rule(rule):
    assert said(written(), rule) == ()


@pytest.mark.parametrize(("rule", "member", "change", "severity"), BREAKS)
def test_a_file_changed_against_the_rule_is_told(rule, member, change, severity):
    findings = said(after(change, member), rule)
    assert findings
    assert {finding.severity for finding in findings} == {severity}
    assert all(finding.where for finding in findings)


@pytest.mark.parametrize(
    ("rule", "member", "change"),
    [
        ("GEN-01", DOCUMENT, setup("pgSz", w=11907, h=16840)),
        ("GEN-03", DOCUMENT, setup("pgMar", top=1418, bottom=1139)),
        ("GEN-04", DOCUMENT, setup("pgMar", left=1985)),
        ("GEN-05", DOCUMENT, setup("pgMar", right=851)),
        ("GEN-06", DOCUMENT, rerun("Treo 02", '<w:rFonts w:ascii="Times New Roman (Headings)"/>')),
        ("GEN-08", DOCUMENT, rerun("Treo 02", '<w:color w:val="000000"/>')),
        ("GEN-10", HEADER, numbered('<w:sz w:val="26"/>')),
        ("GEN-13", DOCUMENT, rerun("Treo 02", '<w:sz w:val="24"/>')),
    ],
)
def test_what_the_decree_leaves_open_is_not_told(rule, member, change):
    assert said(after(change, member), rule) == ()


def test_a_table_may_lie_on_its_side():
    change = section_before("KẾT QUẢ THỰC HIỆN", f"{TURNED}")

    def with_table(root) -> None:
        change(root)
        element = paragraph_of(root, "KẾT QUẢ THỰC HIỆN")
        element.addprevious(elements(RULED)[0])

    assert said(after(with_table), "GEN-02") == ()


RULED = (
    '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
    "<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
)


def test_a_later_part_that_hides_its_first_number_is_worth_a_look():
    data = after(section_before("KẾT QUẢ THỰC HIỆN", A4 + "<w:titlePg/>"))
    assert [finding.severity for finding in said(data, "GEN-12")] == [REVIEW]


def test_a_later_part_that_counts_anew_is_worth_a_look():
    def change(root) -> None:
        section_before("KẾT QUẢ THỰC HIỆN", A4)(root)
        found(root, "//w:sectPr")[1].extend(elements('<w:pgNumType w:start="1"/>'))

    assert [finding.severity for finding in said(after(change), "GEN-09")] == [REVIEW]


def test_letters_of_one_colour_in_one_paragraph_are_one_remark():
    (finding,) = said(after(rerun("Treo 02", '<w:color w:val="FF0000"/>')), "GEN-08")
    assert finding.found == "“b) Treo 02 băng rôn tại trụ sở.” không phải màu đen"
    assert finding.where == "Dòng “b) Treo 02 băng rôn tại trụ sở.”"


def test_without_pages_a_paper_without_page_numbers_is_not_judged():
    data = after(fielded, HEADER)
    assert said(data, "GEN-11", pages=False) == ()
    assert any(words.startswith("GEN-11") for words in verdict(data, pages=False).unjudged)


def test_a_letterhead_the_wrong_way_round_is_told():
    def swapped(root) -> None:
        row = found(root, "//w:tbl[1]/w:tr[1]")[0]
        first, second = found(row, "./w:tc")
        for one, other in zip(found(first, "./w:tcPr/w:tcW"), found(second, "./w:tcPr/w:tcW"), strict=True):
            width = one.get(f"{W}w")
            one.set(f"{W}w", other.get(f"{W}w"))
            other.set(f"{W}w", width)
        row.append(first)

    assert "GEN-14" in {finding.rule for finding in verdict(after(swapped)).findings}


def test_a_title_at_the_left_is_out_of_its_box():
    assert said(after(reparagraph("BÁO CÁO", '<w:jc w:val="left"/>')), "GEN-14")


def test_where_parts_stand_is_not_judged_without_pages():
    told = [words for words in verdict(written(), pages=False).unjudged if "GEN-14" in words]
    assert told and "QH-07" in told[0]


def test_a_report_without_appendices_is_judged_as_a_whole():
    data = written(replace(REPORT, appendices=()))
    assert not [finding for finding in verdict(data).findings if finding.rule.startswith("GEN")]
