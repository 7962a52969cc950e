from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bcdesk.report.beside import all_taken, begun_empty, beside, part_of, part_with_text, taken
from bcdesk.report.carried import ParagraphState
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Cell, Picture, Report, Section, Table, paragraph
from bcdesk.report.word_changes import new_text, old_text
from tests.report.strategies import reports

FIRST = "Ủy ban nhân dân xã đã tổ chức 3 hội nghị tuyên truyền cải cách hành chính."
SECOND = "Trang thông tin điện tử đăng 12 tin, bài về thủ tục hành chính."
TABLE = Table((20.0, 40.0), ((Cell((paragraph("Thôn"),)), Cell((paragraph("7"),))),))


def report(*blocks):
    sections = (Section("s1", "1.", "Kết quả", blocks),)
    return Report("khac", Period(PeriodType.QUARTER, 2024, 2), Office(name="Ba Tơ"), sections=sections)


def texts(*lines):
    return report(*map(paragraph, lines))


def states(before, now):
    return [(row.old, row.new, row.state) for row in beside(before, now, "s1")]


def test_what_is_as_it_was_is_carried():
    assert states(texts(FIRST), texts(FIRST)) == [(0, 0, ParagraphState.CARRIED)]


@pytest.mark.parametrize("then", [(paragraph(FIRST),), ()])
@pytest.mark.parametrize("now", [(paragraph(FIRST),), ()])
def test_a_heading_without_text_leads_to_the_first_section_below_that_has_some(then, now):
    def of(*blocks):
        below = (Section("s2", "+", "Trống"), Section("s3", "+", "Có chữ", blocks))
        made = report()
        return replace(made, sections=(replace(made.sections[0], children=below),))

    assert part_with_text(of(*then), of(*now), "s1") == ("s3" if then or now else "s1")


@pytest.mark.parametrize("part", ["s1", "opening", "khong-co"])
def test_a_part_with_text_or_of_another_sort_is_the_one_that_is_meant(part):
    assert part_with_text(texts(FIRST), texts(FIRST), part) == part


def test_a_changed_figure_makes_a_changed_paragraph():
    assert states(texts(FIRST), texts(FIRST.replace("3", "5"))) == [(0, 0, ParagraphState.CHANGED)]


def test_a_paragraph_put_between_is_new():
    rows = states(texts(FIRST, SECOND), texts(FIRST, "Việc mới.", SECOND))
    assert rows == [
        (0, 0, ParagraphState.CARRIED),
        (None, 1, ParagraphState.NEW),
        (1, 2, ParagraphState.CARRIED),
    ]


def test_what_is_gone_is_empty_now_and_stands_where_it_would_come():
    rows = beside(texts(FIRST, SECOND), texts(SECOND), "s1")
    assert [(row.old, row.new, row.at, row.state) for row in rows] == [
        (0, None, 0, ParagraphState.EMPTY),
        (1, 0, 0, ParagraphState.CARRIED),
    ]


def test_a_paragraph_with_no_words_is_empty():
    assert [state for *_, state in states(texts(), texts(" "))] == [ParagraphState.EMPTY]


def test_a_table_and_a_picture_stand_beside_their_like():
    picture = Picture(b"", "image/png", 80.0, "Cụm pano")
    assert [state for *_, state in states(report(TABLE, picture), report(TABLE, picture))] == [
        ParagraphState.CARRIED,
        ParagraphState.CARRIED,
    ]


@pytest.mark.parametrize("now", [texts(SECOND), texts(FIRST.replace("3", "5"), SECOND), texts("Khác hẳn.", SECOND)])
def test_a_paragraph_taken_is_as_it_was(now):
    before = texts(FIRST, SECOND)
    edit = taken(before, "s1", beside(before, now, "s1")[0])
    assert part_of(edit.apply(now), "s1")[0] == paragraph(FIRST)
    assert part_of(edit.apply(now), "s1")[-1] == paragraph(SECOND)


def test_what_is_new_cannot_be_taken():
    before = texts()
    assert taken(before, "s1", beside(before, texts(FIRST), "s1")[0]) is None


def test_all_of_a_part_is_taken_or_left_empty():
    before, now = texts(FIRST, SECOND), texts("Khác hẳn.")
    assert all_taken(before, now, "s1").apply(now) == before
    assert begun_empty(now, "s1").apply(now) == texts()


def test_a_part_that_was_not_there_has_nothing_to_take():
    before = replace(texts(FIRST), sections=())
    assert [state for *_, state in states(before, texts(FIRST))] == [ParagraphState.NEW]


@settings(max_examples=30)
@given(before=reports(), now=reports())
def test_the_rows_say_both_texts_whole_and_in_order(before, now):
    for part in ("opening", "closing"):
        rows = beside(before, now, part)
        for side, report_, said in (("old", before, old_text), ("new", now, new_text)):
            numbers = [getattr(row, side) for row in rows if getattr(row, side) is not None]
            assert numbers == list(range(len(part_of(report_, part))))
            assert all(said(row.wording) == "" for row in rows if getattr(row, side) is None)
