from __future__ import annotations

import pytest

from bcdesk.report.arithmetic import arithmetic, line_findings
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Cell, Place, Report, Section, Table, paragraph

YEAR = Period(PeriodType.YEAR, 2024)


def report_of(*blocks):
    return Report("khac", YEAR, Office(), sections=(Section("s1", "1.", "Kết quả", blocks),))


def table(*rows):
    made = (tuple(Cell((paragraph(text),)) for text in row) for row in rows)
    return Table((10.0,) * len(rows[0]), tuple(made))


def rules(line):
    return [finding.rule for finding in line_findings(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Giải quyết đúng hạn 1.190/1.248 hồ sơ (95,35 %).",
        "Giải quyết 1.190/1.248 hồ sơ, đạt 95,4%.",
        "Giải quyết 1.190/1.248 hồ sơ, đạt tỷ lệ 95%.",
        "Có 5/5 thôn đạt 100%.",
        "Có 2/3 thôn, đạt 66,6 %.",
        "Thu 120/100 triệu đồng, đạt 120 % kế hoạch.",
        "Có 5/8 thôn; tỷ lệ hộ nghèo còn 12 %.",
        "Giải quyết 50/60 hồ sơ, tăng 12 % so với cùng kỳ.",
        "Có 0/0 hồ sơ (0 %).",
    ],
)
def test_what_adds_up_is_not_remarked(line):
    assert rules(line) == []


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Hoàn thành 11/49 nhiệm vụ (32,45 %).", "11/49 là 22,45 %"),
        ("Giải quyết 1.190/1.248 hồ sơ, đạt 96 %.", "1.190/1.248 là 95,35 %"),
        ("Có 4/5 thôn đạt 100%.", "4/5 là 80 %"),
    ],
)
def test_a_share_that_is_not_its_ratio_is_remarked(line, wanted):
    (finding,) = line_findings(line)
    assert (finding.rule, finding.wanted) == ("ratio", wanted)


def test_more_done_than_there_was_is_remarked():
    assert rules("Đã tổ chức tại 6/5 thôn.") == ["over-plan"]


def test_figures_that_changed_places_are_remarked():
    assert rules("Kế hoạch đề ra 11 nhiệm vụ, đã hoàn thành 49 nhiệm vụ.") == ["over-plan"]


def test_more_done_of_something_else_is_not():
    assert rules("Kế hoạch đề ra 11 nhiệm vụ, đã hoàn thành 49 hồ sơ.") == []


def test_the_right_share_is_put_in_its_place():
    report = report_of(paragraph("Mở đầu."), paragraph("Hoàn thành 11/49 nhiệm vụ (32,45 %)."))
    (finding,) = arithmetic(report)
    assert finding.place == Place("s1", 1)
    mended = finding.fixes[0].edit.apply(report)
    assert mended.sections[0].blocks[1].plain == "Hoàn thành 11/49 nhiệm vụ (22,45 %)."


def test_a_share_in_a_cell_is_mended_there():
    report = report_of(table(("Nội dung", "Kết quả"), ("Thôn", "4/5 thôn đạt 90%")))
    (finding,) = arithmetic(report)
    mended = finding.fixes[0].edit.apply(report)
    assert mended.sections[0].blocks[0].rows[1][1].paragraphs[0].plain == "4/5 thôn đạt 80%"


def test_a_wrong_total_is_remarked():
    wrong = table(("TT", "Thôn", "Số hộ"), ("1", "A", "12"), ("2", "B", "1.005"), ("", "Tổng cộng", "1.018"))
    (finding,) = arithmetic(report_of(wrong))
    assert (finding.rule, finding.wanted) == ("total", "cộng các dòng được 1.017")


@pytest.mark.parametrize(
    "rows",
    [
        (("1", "A", "12"), ("2", "B", "5"), ("", "Tổng cộng", "17")),
        (("I", "A", "12"), ("1", "A1", "7"), ("2", "A2", "5"), ("", "Tổng số", "12")),
        (("1", "A", "12"), ("2", "B", "có"), ("", "Cộng", "13")),
        (("1", "A", "12"), ("2", "B", "-"), ("", "Cộng", "12")),
        (("1", "A", "12"), ("", "Cộng", "13")),
    ],
)
def test_a_right_total_or_one_that_cannot_be_told_is_not(rows):
    assert list(arithmetic(report_of(table(("TT", "Thôn", "Số hộ"), *rows)))) == []
