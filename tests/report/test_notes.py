from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from bcdesk.report.notes import notes, with_notes
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Cell, Paragraph, Place, Report, Run, Section, Table, paragraph
from tests.report.strategies import reports


def noted(text, *footnotes):
    return Paragraph(tuple(Run(text, footnote=(Run(footnote),)) for footnote in footnotes) or (Run(text),))


REPORT = Report(
    "khac",
    Period(PeriodType.QUARTER, 2024, 1),
    Office(name="Ba Tơ"),
    opening=(noted("Mở đầu", "một"),),
    sections=(
        Section("s1", "1.", "Kết quả", (paragraph("Không."), noted("Hai chú thích", "hai", "ba"))),
        Section("s2", "2.", "Bảng", (Table((20.0,), ((Cell((noted("Ô", "bốn"),)),),)),)),
    ),
)


def test_footnotes_are_numbered_as_one_reads():
    assert [(note.number, note.text.plain) for note in notes(REPORT)] == [(0, "một"), (1, "hai"), (2, "ba"), (3, "bốn")]


def test_a_footnote_knows_the_block_it_hangs_in():
    assert [note.place for note in notes(REPORT)] == [
        Place("opening"),
        Place("s1", 1),
        Place("s1", 1),
        Place("s2", 0),
    ]


def test_one_footnote_is_changed_alone():
    after = with_notes(REPORT, lambda note: paragraph("khác") if note.number == 2 else note.text)
    assert [note.text.plain for note in notes(after)] == ["một", "hai", "khác", "bốn"]
    assert replace(after, sections=REPORT.sections) == REPORT


@settings(max_examples=30)
@given(report=reports())
def test_footnotes_left_alone_leave_the_report_alone(report):
    assert with_notes(report, lambda note: note.text) == report
