"""The outgoing register on paper: what stands on its pages, and that they are our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.paper import Press
from bcdesk.report.office import Office
from bcdesk.report.register import COLUMNS, Book, Line, Series
from bcdesk.word.reader import read

BOOK = Book(2024, "UBND", Series.REPORTS)
OFFICE = Office("xã", "Ba Tơ", "Tỉnh Quảng Ngãi")
LINE = Line(BOOK, 1, symbol="BC-UBND", dated=date(2024, 4, 5), subject="Báo cáo tuyên truyền", signer="Trần Văn A")
A4_LANDSCAPE = (16838, 11906)


def paper_of(count):
    lines = [replace(LINE, number=number) for number in range(1, count + 1)]
    return Press(FontMeasure()).register(BOOK, lines, OFFICE)


@pytest.fixture
def paper(qapp):
    return paper_of(60)


def texts(page):
    return [line.text for line in page.lines]


def test_every_page_is_a4_landscape(paper):
    assert {(page.width, page.height) for page in paper.pages} == {A4_LANDSCAPE}


def test_the_first_page_names_book_year_and_office(paper):
    words = " ".join(texts(paper.pages[0]))
    for named in ("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm 2024 – số riêng cho báo cáo", "XÃ BA TƠ", "CỘNG HÒA XÃ HỘI"):
        assert named in words


def test_every_page_begins_with_the_heads_of_the_ten_columns(paper):
    assert len(paper.pages) > 1
    for page in paper.pages:
        words = " ".join(texts(page))
        assert "(1)" in words
        assert "(10)" in words


def test_every_line_stands_on_the_pages_once_and_in_order(paper):
    numbers = [text for page in paper.pages for text in texts(page) if text.endswith("/BC-UBND")]
    assert numbers == [f"{number:02}/BC-UBND" for number in range(1, 61)]


def test_an_empty_book_is_a_page_with_its_heads(qapp):
    (page,) = paper_of(0).pages
    assert "(10)" in texts(page)


def test_the_register_as_a_word_file_is_read_back_as_it_is_printed(paper):
    assert read(paper.docx()).sheet == paper.sheet


def test_the_heads_are_those_of_the_ten_columns(qapp):
    (page,) = paper_of(0).pages
    words = " ".join(texts(page))
    assert {word for column in COLUMNS for word in column.split()} <= set(words.split())
