from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.borrowing import block_at, inserted_at, phrases
from bcdesk.report.report import BASES, CLOSING, HEADING, Paragraph, Place, Section, Table, paragraph
from tests.session.reports import report

NEW = paragraph("Mới")


def of(*texts):
    section = Section("s1", "1.", "Kết quả quý I", tuple(map(paragraph, texts)))
    return replace(report(), sections=(section,))


def said(value, part="s1"):
    return [block.plain for block in value.sections[0].blocks] if part == "s1" else [b.plain for b in value.closing]


@pytest.mark.parametrize(
    ("place", "after"),
    [
        (Place("s1", 0, 0), ["Mới", "một", "hai"]),
        (Place("s1", 0, 1), ["một", "Mới", "hai"]),
        (Place("s1", 1, 3), ["một", "hai", "Mới"]),
        (Place("s1", HEADING), ["Mới", "một", "hai"]),
        (Place("s1", 9), ["một", "hai", "Mới"]),
    ],
)
def test_a_paragraph_comes_in_beside_the_one_with_the_caret(place, after):
    edit, at = inserted_at(of("một", "hai"), place, NEW)
    made = edit.apply(of("một", "hai"))
    assert said(made) == after
    assert block_at(made, at) == NEW


def test_an_empty_paragraph_gives_its_place():
    edit, _ = inserted_at(of("một", ""), Place("s1", 1), NEW)
    assert said(edit.apply(of("một", ""))) == ["một", "Mới"]


def test_a_part_without_blocks_takes_its_first():
    edit, _ = inserted_at(of(), Place(CLOSING), NEW)
    assert said(edit.apply(of()), CLOSING) == ["Mới"]


@pytest.mark.parametrize("place", [Place("subject"), Place(""), Place("s9")])
def test_where_there_are_no_blocks_nothing_comes_in(place):
    assert inserted_at(of("một"), place, NEW) is None


def test_a_table_does_not_come_in_among_the_legal_bases():
    assert inserted_at(of(), Place(BASES), Table((80.0,), ())) is None
    assert inserted_at(of(), Place(BASES), NEW) is not None


@pytest.mark.parametrize("place", [Place("s1", HEADING), Place("s1", 5), Place("subject"), Place("s9")])
def test_what_is_no_block_cannot_be_taken(place):
    assert block_at(of("một"), place) is None


def offered(earlier, now=None, part="s1"):
    return [(phrase.text.plain, phrase.uses) for phrase in phrases(earlier, now or of(), part)]


def test_what_was_used_most_stands_first_as_it_was_last_written():
    earlier = [of("Treo 5 băng rôn.", "Mở hội nghị."), of("Treo 3 băng rôn."), of("Treo 2 băng-rôn", "Phát loa")]
    assert offered(earlier)[0] == ("Treo 5 băng rôn.", 2)


def test_paragraphs_that_differ_only_in_figures_and_quarters_are_one():
    assert offered([of("Trong quý III, có 1.250 lượt"), of("Trong Quý I, có 98,5 lượt;")]) == [
        ("Trong quý III, có 1.250 lượt", 2)
    ]


def test_what_the_part_says_already_is_not_offered():
    assert offered([of("Treo 5 băng rôn", "Phát loa")], of("Treo 7 băng rôn")) == [("Phát loa", 1)]


def test_a_section_is_the_same_one_where_its_title_is_whatever_its_number():
    other = replace(of("Phát loa"), sections=(Section("x7", "IV.", "KẾT QUẢ QUÝ II", (paragraph("Phát loa"),)),))
    strange = replace(other, sections=(replace(other.sections[0], title="Nhận xét"),))
    assert offered([other]) == [("Phát loa", 1)]
    assert offered([strange]) == []


def test_the_closing_is_offered_the_closings_and_an_unknown_part_nothing():
    earlier = replace(of(), closing=(paragraph("Trên đây là báo cáo."), Paragraph()))
    assert offered([earlier], part=CLOSING) == [("Trên đây là báo cáo.", 1)]
    assert offered([earlier], part="subject") == []
