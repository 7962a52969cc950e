"""Phiếu trình ký: what stands on it, and that it is printed as any other paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.checks.judge import NEVER
from bcdesk.layout.measure import Measure
from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.paper import Paper, Press
from bcdesk.report.decisions import Decision
from bcdesk.report.findings import Finding, Severity, Verdict
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Appendix, Report, Request, Role, Signature
from bcdesk.sheet.sheet import Paragraph, Table
from bcdesk.word.reader import read

REPORT = Report(
    "khac",
    Period(PeriodType.QUARTER, 2026, 3),
    Office(name="Ba Tơ", province="Tỉnh Quảng Ngãi"),
    subject=("Công tác cải cách hành chính", "quý III năm 2026"),
    addressees=("Sở Nội vụ tỉnh Quảng Ngãi",),
    signature=Signature(Role.DEPUTY, "Phạm Văn Mạnh"),
    appendices=(Appendix("p1", ("SỐ LIỆU",)),),
    request=Request(due=date(2026, 9, 25)),
    drafting_unit="Phòng Văn hóa - Xã hội",
    drafter="Nguyễn Thị Hoa",
)
PEOPLE = Finding("VH-07", Severity.REVIEW, "", "nhân dân", "Nhân dân")
MARGIN = Finding("GEN-04", Severity.WRONG, "", "lề trái 20 mm", "30–35 mm")
CUSTOM = Finding("NN-08", Severity.NOTE, "", "mục đích gửi trong ngoặc", "chỉ ghi tên nơi nhận")


@pytest.fixture
def measure(qapp) -> Measure:
    return FontMeasure()


def slip(measure: Measure, *findings: Finding, report: Report = REPORT, unjudged: tuple[str, ...] = ()) -> Paper:
    press = Press(measure)
    return press.slip(press.paper(report), Verdict(findings, unjudged))


def texts(paper: Paper) -> list[str]:
    found = []
    for block in paper.sheet.sections[0].blocks:
        if isinstance(block, Paragraph):
            found.append(block.plain)
        elif isinstance(block, Table):
            found.extend(each.plain for row in block.rows for cell in row.cells for each in cell.paragraphs)
    return [text for text in found if text]


def test_it_says_what_is_submitted_and_how_long_it_is(measure: Measure) -> None:
    said = texts(slip(measure))
    assert "PHIẾU TRÌNH KÝ" in said
    assert "Báo cáo công tác cải cách hành chính quý III năm 2026" in said
    assert "2 trang, trong đó 1 phụ lục" in said
    assert "25/9/2026" in said
    assert "…/BC-UBND" in said


def test_it_has_a_row_for_each_who_answers_for_the_report(measure: Measure) -> None:
    said = texts(slip(measure))
    for words in ("Nguyễn Thị Hoa", "Lãnh đạo Phòng Văn hóa - Xã hội", "(kiểm tra thể thức, kỹ thuật trình bày)",
                  "Phạm Văn Mạnh – Phó chủ tịch"):  # fmt: skip
        assert words in said


def test_it_counts_what_is_left_and_lists_what_is_grave(measure: Measure) -> None:
    said = texts(slip(measure, MARGIN, PEOPLE, CUSTOM))
    assert "Kiểm tra thể thức và chữ viết bằng máy, còn lại: 1 sai, 1 cần xem lại, 1 lưu ý." in said
    assert "lề trái 20 mm → 30–35 mm (GEN-04)" in said
    assert not any("NN-08" in text for text in said)


def test_the_same_is_listed_once(measure: Measure) -> None:
    assert "nhân dân → Nhân dân (VH-07) (3 chỗ)" in texts(slip(measure, PEOPLE, PEOPLE, PEOPLE))


def test_what_the_drafter_keeps_is_not_left_but_told(measure: Measure) -> None:
    report = replace(REPORT, decisions=(Decision("VH-07", "nhân dân"),))
    said = texts(slip(measure, PEOPLE, report=report))
    assert "Người soạn giữ nguyên: nhân dân." in said
    assert not any("VH-07" in text for text in said)


def test_it_says_how_many_more_there_are(measure: Measure) -> None:
    many = [replace(PEOPLE, found=f"chỗ {number}") for number in range(11)]
    assert "Và 3 nội dung khác, xem trong chương trình." in texts(slip(measure, *many))


def test_it_says_what_no_machine_has_judged(measure: Measure) -> None:
    assert "Máy không kiểm tra được: màu mực của dấu." in texts(slip(measure, unjudged=("màu mực của dấu",)))


def test_the_usual_slip_is_one_page(measure: Measure) -> None:
    many = [replace(PEOPLE, found=f"chỗ {number}") for number in range(11)]
    assert len(slip(measure, *many, unjudged=NEVER).pages) == 1


def test_an_empty_report_has_a_slip(measure: Measure) -> None:
    empty = Report("khac", Period(PeriodType.QUARTER, 2026, 3), Office())
    assert "PHIẾU TRÌNH KÝ" in texts(slip(measure, report=empty))


def test_its_word_file_reads_back_as_the_same_sheet(measure: Measure) -> None:
    paper = slip(measure, MARGIN, PEOPLE)
    assert read(paper.docx()).sheet.sections == paper.sheet.sections


def test_only_rules_of_the_decree_have_their_name_on_the_slip(measure: Measure) -> None:
    said = texts(slip(measure, replace(PEOPLE, rule="confusion", found="tiếp xóng", wanted="tiếp sóng")))
    assert "tiếp xóng → tiếp sóng" in said
