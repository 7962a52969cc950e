from __future__ import annotations

import pytest

from bcdesk.layout.pages import Page
from bcdesk.painting.fonts import paper_font
from bcdesk.report.report import HEADING, Place
from bcdesk.ui.preview.hits import place_at, printed_place
from tests.ui.preview.samples import pages_of, report


@pytest.fixture
def page(qapp):
    return pages_of(report(paragraphs=2))[0]


def find(page, words):
    return next(line for line in page.lines if words in line.text)


def middle(line):
    return line.top + line.height / 2


def test_the_start_of_a_paragraph_is_its_first_character(page):
    line = find(page, "Mở đầu")
    place = place_at(page, line.pieces[0].x, middle(line))
    assert (place, place.offset) == (Place("opening", 0), 0)


def test_behind_the_end_of_a_line_is_behind_its_last_character(page):
    place = place_at(page, 11000, middle(find(page, "Mở đầu")))
    assert place.offset == len("Mở đầu báo cáo")


def test_every_character_of_a_justified_line_is_found(page, qapp):
    from PySide6.QtGui import QFontMetricsF

    line = next(line for line in page.lines if line.source == Place("s1", 0) and line.start > 0)
    (piece,) = line.pieces
    metrics, x = QFontMetricsF(paper_font(piece.size)), piece.x
    for index, character in enumerate(piece.text):
        assert place_at(page, x + 1, middle(line)).offset == line.start + index
        x += metrics.horizontalAdvance(character) + (piece.spread if character == " " else 0)


def test_the_title_of_a_heading_is_found_behind_its_marker(page):
    line = find(page, "I. Kết quả")
    place = place_at(page, line.pieces[0].x + line.pieces[0].width, middle(line))
    assert (place, place.offset) == (Place("s1", HEADING), len("Kết quả"))


def test_the_marker_of_a_heading_is_the_start_of_its_title(page):
    line = find(page, "I. Kết quả")
    place = place_at(page, line.pieces[0].x, middle(line))
    assert (place, place.offset) == (Place("s1", HEADING), 0)


def test_the_number_an_untitled_clause_runs_on_from_is_its_heading(page):
    line = find(page, "1. Nội dung khoản")
    assert place_at(page, line.pieces[0].x, middle(line)) == Place("s2", HEADING)
    behind = place_at(page, 11000, middle(line))
    assert (behind, behind.offset) == (Place("s2", 0), len("Nội dung khoản"))


def test_the_number_before_a_long_clause_is_left_out_of_the_count(qapp):
    page = pages_of(report(paragraphs=0, untitled="Nội dung khoản một " * 20))[0]
    line = find(page, "1. Nội dung")
    place = place_at(page, 11000, middle(line))
    assert place.offset == len(line.text) - len("1. ")


def test_of_two_columns_the_one_pressed_is_found(page):
    label, authority = find(page, "Nơi nhận"), find(page, "TM. ỦY BAN")
    assert place_at(page, label.pieces[0].x + 10, middle(authority)).part == "recipients"
    assert place_at(page, authority.pieces[0].x + 10, middle(authority)).part == "signature"


def test_between_lines_the_nearest_is_found(page):
    line = find(page, "Mở đầu")
    assert place_at(page, 5000, line.top - 5).part in {"opening", "subject"}


def test_a_page_that_shows_nothing_has_no_place(qapp):
    assert place_at(Page(11906, 16838, ()), 10, 10) is None


def test_a_printed_paragraph_is_its_own_place(page):
    assert printed_place((page,), Place("opening", 0)) == Place("opening", 0)


def test_an_empty_paragraph_is_printed_nowhere_so_the_one_before_stands_for_it(page):
    assert printed_place((page,), Place("s2", 1)) == Place("s2", 0)


def test_a_heading_run_in_is_printed_with_its_paragraph(page):
    assert printed_place((page,), Place("s2", HEADING)) == Place("s2", 0)


def test_a_part_that_is_not_printed_has_no_place(page):
    assert printed_place((page,), Place("s99")) is None
    assert printed_place((page,), None) is None
