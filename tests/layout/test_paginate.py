from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.layout.paginate import Paginator
from bcdesk.report.report import Place
from bcdesk.sheet.sheet import SINGLE, Align, Cell, Paragraph, Picture, Pitch, Row, Run, Section, Sheet, Table
from tests.layout.faces import (
    LEFT,
    SIZE,
    SMALL,
    FixedMeasure,
    lines_of,
    pages_of,
    paragraph,
    sheet,
    texts_by_page,
)

KEEP = replace(LEFT, keep_next=True)


def numbered(count: int, form=LEFT) -> list[Paragraph]:
    return [paragraph(str(number), form) for number in range(count)]


def long(letters: str, form=LEFT) -> Paragraph:
    """A paragraph of one line for each letter."""
    return paragraph(" ".join(letter * 8 for letter in letters), form)


def firsts(*blocks) -> list[str]:
    """The first letter of each line, a page a word."""
    return ["".join(text[:1] for text in page) for page in texts_by_page(*blocks)]


def test_a_sheet_without_blocks_is_one_empty_page():
    assert [page.lines for page in pages_of()] == [()]


def test_lines_stand_below_each_other_from_the_top_margin():
    assert [line.top for line in lines_of(*numbered(3))] == [100, 300, 500]


def test_a_full_page_is_followed_by_another():
    assert [len(page) for page in texts_by_page(*numbered(23))] == [10, 10, 3]


def test_between_paragraphs_stands_the_larger_space():
    blocks = paragraph("a", replace(LEFT, after=50)), paragraph("b", replace(LEFT, before=80)), paragraph("c")
    assert [line.top for line in lines_of(*blocks)] == [100, 380, 580]


def test_space_is_dropped_at_the_top_of_a_page_that_came_by_itself():
    blocks = [*numbered(10), paragraph("x", replace(LEFT, before=80))]
    assert pages_of(*blocks)[1].lines[0].top == 100


def test_space_below_the_last_line_of_a_page_needs_no_room():
    assert [len(page) for page in texts_by_page(*numbered(9), paragraph("x", replace(LEFT, after=500)))] == [10]


def test_space_stays_at_the_top_of_a_page_that_was_asked_for():
    blocks = paragraph("a", replace(LEFT, before=80)), paragraph("b", replace(LEFT, before=80, page_break_before=True))
    assert [page.lines[0].top for page in pages_of(*blocks)] == [180, 180]


def test_a_page_asked_for_begins_there():
    assert texts_by_page(paragraph("a"), paragraph("b", replace(LEFT, page_break_before=True))) == [["a"], ["b"]]


def test_a_page_asked_for_at_the_start_leaves_no_empty_page():
    assert texts_by_page(paragraph("a", replace(LEFT, page_break_before=True))) == [["a"]]


def test_one_line_of_a_paragraph_never_stands_alone_at_the_foot():
    assert firsts(*numbered(9), long("abcd")) == ["012345678", "abcd"]


def test_one_line_of_a_paragraph_never_stands_alone_at_the_top():
    assert firsts(*numbered(7), long("abcd")) == ["0123456ab", "cd"]


def test_a_paragraph_of_three_lines_is_never_divided():
    assert firsts(*numbered(8), long("abc")) == ["01234567", "abc"]


def test_without_widow_control_the_page_is_filled():
    assert firsts(*numbered(9), long("abcd", replace(LEFT, widow_control=False)))[0] == "012345678a"


def test_lines_that_stay_together_move_together():
    assert firsts(*numbered(6), long("abcdef", replace(LEFT, keep_lines=True))) == ["012345", "abcdef"]


def test_a_heading_moves_with_the_first_lines_of_its_text():
    assert firsts(*numbered(8), paragraph("h", KEEP), long("abcd")) == ["01234567", "habcd"]


def test_a_chain_of_headings_moves_as_one():
    chain = [paragraph(letter, KEEP) for letter in "hij"]
    assert firsts(*numbered(6), *chain, long("abcd")) == ["012345", "hijabcd"]


def test_a_paragraph_that_stays_with_the_next_is_not_divided():
    assert firsts(*numbered(8), long("abcd", KEEP), paragraph("e")) == ["01234567", "abcde"]


def test_a_chain_longer_than_a_page_is_divided_between_its_paragraphs():
    chain = [paragraph(letter, KEEP) for letter in "abcdefghijkl"]
    assert firsts(*chain) == ["abcdefghij", "kl"]


def test_a_paragraph_longer_than_a_page_that_stays_together_is_divided_all_the_same():
    assert firsts(long("abcdefghijkl", replace(LEFT, keep_lines=True))) == ["abcdefghij", "kl"]


def test_the_last_paragraph_moves_with_the_signature_table():
    signature = Table((500, 500), (Row((Cell((paragraph("n"),)), Cell((paragraph("s"), paragraph("t"))))),), 0, 0)
    assert firsts(*numbered(8), long("ab", KEEP), signature) == ["01234567", "abnst"]


def test_a_table_may_stay_with_what_follows():
    held = Table((500,), (Row((Cell((paragraph("t", KEEP),)),)),), 0, 0)
    assert firsts(*numbered(9), held, paragraph("e")) == ["012345678", "te"]


def test_what_a_multiple_pitch_adds_may_stand_over_the_foot():
    wide = replace(LEFT, pitch=Pitch(360, exact=False))
    lines = [paragraph(str(number), wide) for number in range(7)]
    assert [len(page) for page in texts_by_page(*lines)] == [6, 1]
    assert [len(page) for page in texts_by_page(*lines, page=replace(SMALL, height=2210))] == [6, 1]
    assert [len(page) for page in texts_by_page(*lines, page=replace(SMALL, height=100 + 6 * 330 + 220 + 100))] == [7]


def test_a_rule_stands_below_its_paragraph_between_the_indents():
    page = pages_of(paragraph("a", replace(LEFT, left=200, right=300, rule=8)), paragraph("b"))[0]
    assert [(rule.x1, rule.x2, rule.y1, rule.thickness) for rule in page.rules] == [(300, 800, 310, 20)]
    assert page.lines[1].top == 320


def test_the_page_number_is_the_first_line_from_the_second_page_on():
    page = replace(SMALL, number_size=SIZE, header=20)
    pages = pages_of(*numbered(12), page=page)
    assert pages[0].lines[0].text == "0"
    assert [line.text for line in pages[1].lines] == ["2", "10", "11"]
    number = pages[1].lines[0]
    assert (number.top, number.pieces[0].x, number.source) == (20, 550, None)


def test_a_section_may_show_its_number_on_the_first_page():
    page = replace(SMALL, number_size=SIZE, number_first=True)
    assert [line.text for line in lines_of(paragraph("a"), page=page)] == ["1", "a"]


def test_a_section_begins_a_page_of_its_own_setup_and_counts_on():
    turned = replace(SMALL, width=2200, height=1200)
    found = Paginator(FixedMeasure()).pages(
        Sheet((Section(SMALL, tuple(numbered(12))), Section(turned, (paragraph("x"),))))
    )
    assert [(page.number, page.width, page.height) for page in found] == [
        (1, 1200, 2200),
        (2, 1200, 2200),
        (3, 2200, 1200),
    ]


def test_a_section_may_count_anew():
    anew = replace(SMALL, number_from=1)
    found = Paginator(FixedMeasure()).pages(Sheet((Section(SMALL, tuple(numbered(12))), Section(anew, ()))))
    assert [page.number for page in found] == [1, 2, 1]


def test_a_changed_sheet_shows_the_places_of_the_changed_report():
    paginator = Paginator(FixedMeasure())
    paginator.pages(sheet(paragraph("a", source=Place("s", 1))))
    line = paginator.pages(sheet(paragraph("a", source=Place("s", 2))))[0].lines[0]
    assert line.source == Place("s", 2)


def test_pictures_stand_on_the_page():
    picture = Picture(b"png", "image/png", 500, 400, "sơ đồ")
    form = replace(LEFT, align=Align.CENTER, pitch=SINGLE)
    page = pages_of(paragraph("a"), Paragraph("a", (Run("", SIZE, picture=picture),), form))[0]
    image = page.images[0]
    assert (image.x, image.y, image.width, image.height, image.description) == (350, 300, 500, 400, "sơ đồ")


def noted(text: str, *notes: str) -> Paragraph:
    runs = tuple(Run(text, SIZE, footnote=(paragraph(note),)) for note in notes)
    return Paragraph("a", runs, LEFT, SIZE)


def test_footnotes_stand_at_the_foot_behind_their_number():
    page = pages_of(noted("a", "chú", "thích"))[0]
    assert [line.text for line in page.lines] == ["a1a2", "1chú", "2thích"]
    assert [line.top for line in page.lines] == [100, 1700, 1900]
    rule = page.rules[0]
    assert (rule.x1, rule.x2, rule.y1) == (100, 350, 1700 - 62)


def test_footnotes_are_counted_through_the_sheet():
    found = Paginator(FixedMeasure()).pages(
        Sheet((Section(SMALL, (noted("a", "x"), paragraph("b"))), Section(SMALL, (noted("c", "y"),))))
    )
    assert [line.text for page in found for line in page.lines] == ["a1", "b", "1x", "c2", "2y"]


def test_a_line_moves_on_with_its_footnote():
    assert texts_by_page(*numbered(8), noted("a", "x")) == [[str(number) for number in range(8)], ["a1", "1x"]]


def test_a_footnote_of_several_paragraphs_has_one_number():
    note = Run("a", SIZE, footnote=(paragraph("x"), paragraph("y")))
    assert [line.text for line in lines_of(Paragraph("a", (note,), LEFT))] == ["a1", "1x", "y"]


def test_an_empty_footnote_still_shows_its_number():
    note = Run("a", SIZE, footnote=(paragraph(""),))
    assert [line.text for line in lines_of(Paragraph("a", (note,), LEFT))] == ["a1", "1"]


def long_note(*lines: str) -> Paragraph:
    """A line `a` with a footnote of so many paragraphs of one line."""
    return Paragraph("a", (Run("a", SIZE, footnote=tuple(map(paragraph, lines))),), LEFT, SIZE)


def test_a_long_footnote_goes_on_at_the_foot_of_the_next_page():
    found = texts_by_page(*numbered(7), long_note(*"stuvw"), paragraph("b"))
    assert found == [[*map(str, range(7)), "a1", "1s"], ["b", "t", "u", "v", "w"]]


def test_what_goes_on_stands_under_a_rule_and_above_the_footnotes_of_its_page():
    page = pages_of(*numbered(7), long_note(*"stu"), noted("b", "x"))[1]
    assert [line.text for line in page.lines] == ["b2", "t", "u", "2x"]
    assert (page.lines[-1].top, page.rules[0].y1) == (1900, 1500 - 62)


def test_a_footnote_longer_than_a_page_takes_as_many_as_it_needs():
    lines = [str(number) for number in range(20)]
    found = texts_by_page(long_note(*lines))
    assert len(found) > 2
    assert [text for page in found for text in page] == ["a1", f"1{lines[0]}", *lines[1:]]


def test_a_footnote_of_two_lines_is_not_divided():
    two = paragraph("x" * 14)
    note = Paragraph("a", (Run("a", SIZE, footnote=(two,)),), LEFT, SIZE)
    (first, second) = texts_by_page(*numbered(7), note)
    assert first == [*map(str, range(7))]
    assert second[0] == "a1"


def test_a_mark_that_must_stay_with_the_next_line_moves_on_with_it():
    marked = replace(long_note(*"stuvw"), format=KEEP)
    assert texts_by_page(*numbered(7), marked, paragraph("b"))[0] == [*map(str, range(7))]


@given(st.lists(st.integers(0, 25), min_size=1, max_size=12))
def test_no_line_of_a_footnote_is_lost_and_none_stands_in_the_text(lengths: list[int]):
    lines = [[f"n{at}x{line}" for line in range(length)] for at, length in enumerate(lengths)]
    texts = [long_note(*own) if own else paragraph("b") for own in lines]
    found = pages_of(*texts)
    shown = [line.text for page in found for line in page.lines]
    wanted = [text for own in lines for text in own]
    assert [text[text.index("n") :] for text in shown if "n" in text] == wanted
    assert [text[0] for text in shown if "n" not in text] == ["a" if own else "b" for own in lines]
    for page in found:
        bottoms = [line.top + line.height for line in page.lines if "n" not in line.text]
        assert all(bottom <= rule.y1 for bottom in bottoms for rule in page.rules)


@pytest.mark.parametrize("form", [LEFT, KEEP, replace(LEFT, keep_lines=True)])
def test_a_line_taller_than_the_page_gets_one_to_itself(form):
    tall = paragraph("x", replace(form, pitch=Pitch(5000)))
    assert texts_by_page(paragraph("a"), tall, paragraph("b")) == [["a"], ["x"], ["b"]]
