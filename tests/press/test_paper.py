from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from bcdesk.layout.profiles import LO7
from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.paper import Press
from bcdesk.report.office import Layout, Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report, paragraph

REPORT = Report(
    "khac",
    Period(PeriodType.QUARTER, 2024, 1),
    Office(name="Ba Tơ", province="Tỉnh Quảng Ngãi"),
    subject=("Công tác cải cách hành chính quý I năm 2024",),
    opening=(paragraph("Thực hiện nhiệm vụ được giao. " * 200),),
    closing=(paragraph("Trên đây là báo cáo./."),),
)


@pytest.fixture(scope="module")
def measure(qapp):
    return FontMeasure()


def text_of(paper):
    return "\n".join(line.text for page in paper.pages for line in page.lines)


def test_the_pages_show_the_report(measure):
    paper = Press(measure).paper(REPORT)
    assert len(paper.pages) == 3
    assert "Công tác cải cách hành chính quý I năm 2024" in text_of(paper)
    assert paper.report is REPORT


def test_the_motto_is_underlined_along_its_own_length(measure):
    paper = Press(measure, LO7).paper(REPORT)
    motto = next(line for line in paper.pages[0].lines if line.text == "Độc lập - Tự do - Hạnh phúc")
    left = motto.pieces[0].x
    right = motto.pieces[-1].x + motto.pieces[-1].width
    rule = min(paper.pages[0].rules, key=lambda rule: abs(rule.x1 - left))
    assert rule.x1 == pytest.approx(left, abs=30)
    assert rule.x2 == pytest.approx(right, abs=30)


def test_the_word_file_holds_the_report(measure):
    pytest.importorskip("bcdesk.word.writer")
    document = ZipFile(BytesIO(Press(measure).paper(REPORT).docx())).read("word/document.xml").decode()
    assert "Trên đây là báo cáo./." in document


@pytest.mark.parametrize("words", range(56, 61))
def test_no_page_holds_nothing_but_its_number(measure, words):
    office = Office(name="Ba Tơ", layout=Layout(body_size=13, pitch=16, right=15))
    opening = (paragraph("Thực hiện nhiệm vụ được giao, xã đã làm. " * words),)
    report = replace(
        REPORT, office=office, subject=("Tổng kết",), opening=opening, recipients=("Như trên;", "Lưu: VT.")
    )
    for page in Press(measure).paper(report).pages[1:]:
        assert [line.text for line in page.lines if line.text.strip()][1:]
