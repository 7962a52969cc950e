from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.report.office import Issuer, Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.register import (
    COLUMNS,
    Book,
    Correction,
    Line,
    Series,
    Standing,
    book_of,
    cells,
    corrections,
    gaps,
    line_of,
)
from bcdesk.report.report import DocumentDate, Report, Signature

BOOK = Book(2024, "UBND", Series.GENERAL)
OFFICE = Office("xã", "Ba Tơ", "Tỉnh Quảng Ngãi")
REPORT = Report(
    "khac",
    Period(PeriodType.QUARTER, 2024, 1),
    OFFICE,
    number="05",
    date=DocumentDate(5, 4, 2024),
    subject=("Công tác tuyên truyền", "quý I năm 2024"),
    recipients=("Ủy ban nhân dân tỉnh;", "Như trên;", "Lưu: VT, VP."),
    signature=Signature(name="Trần Văn A"),
)
LINE = line_of(REPORT, "r1", BOOK)


@pytest.mark.parametrize(
    ("office", "symbol", "body"),
    [
        (OFFICE, "", "UBND"),
        (replace(OFFICE, issuer=Issuer.COUNCIL_OFFICE), "", "VP"),
        (OFFICE, "BC-HĐND", "HĐND"),
        (OFFICE, "BC", ""),
    ],
)
def test_a_report_is_numbered_in_the_book_of_the_body_in_its_symbol(office, symbol, body):
    assert book_of(office, symbol, 2024, Series.REPORTS) == Book(2024, body, Series.REPORTS)


def test_an_abbreviation_keeps_its_capitals_in_the_book():
    line = line_of(replace(REPORT, subject=("CCHC", "quý I năm 2024")), "id", BOOK)
    assert line.subject == "Báo cáo CCHC quý I năm 2024"


def test_the_line_of_a_report_fills_the_ten_columns_but_what_comes_later():
    assert dict(zip(COLUMNS, cells(LINE), strict=True)) == {
        "Số, ký hiệu văn bản": "05/BC-UBND",
        "Ngày tháng văn bản": "05/4/2024",
        "Tên loại và trích yếu nội dung văn bản": "Báo cáo công tác tuyên truyền quý I năm 2024",
        "Người ký": "Trần Văn A",
        "Nơi nhận văn bản": "Ủy ban nhân dân tỉnh; Như trên",
        "Đơn vị, người nhận bản lưu": "VT, VP",
        "Số lượng bản": "3",
        "Ngày chuyển": "",
        "Ký nhận": "",
        "Ghi chú": "",
    }


@pytest.mark.parametrize(
    ("standing", "note", "words"),
    [
        (Standing.VOID, "viết nhầm", "Đã hủy: viết nhầm"),
        (Standing.RESERVED, "", "Giữ chỗ"),
        (Standing.GIVEN, "Hỏa tốc", "Hỏa tốc"),
    ],
)
def test_the_last_column_says_what_is_not_usual_of_a_number(standing, note, words):
    assert cells(replace(LINE, standing=standing, note=note))[-1] == words


def test_gaps_are_the_numbers_nobody_got_since_the_first():
    assert gaps(Line(BOOK, number) for number in (37, 38, 41)) == (39, 40)
    assert gaps(()) == ()


def test_a_correction_is_told_by_column_with_the_old_and_the_new_words():
    new = replace(LINE, sent=date(2024, 4, 6), standing=Standing.VOID, report_id="r2")
    assert corrections(LINE, new) == (
        Correction("Tình trạng", "đã cấp", "đã hủy"),
        Correction("Ngày chuyển", "", "06/4/2024"),
    )


def test_a_number_without_a_symbol_stands_alone():
    assert Line(BOOK, 3).reference == "03"
