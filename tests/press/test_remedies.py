from __future__ import annotations

from dataclasses import fields, replace

import pytest

from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.paper import Press
from bcdesk.press.remedies import LooseEnd, loose_end, remedies
from bcdesk.report.office import Layout, Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Appendix, Cell, Picture, Report, Signature, State, Table, paragraph
from bcdesk.session.session import Session
from bcdesk.sheet.styles import within_decree
from tests.word.samples import PNG

SENTENCE = "Thực hiện nhiệm vụ được giao, xã đã làm. "
LAST = "Trên đây là báo cáo./."
DEFAULT = Layout()
WIDE = Layout(pitch=20, gap=8, top=25, bottom=25, left=35)
TIGHT = Layout(body_size=13, pitch=16, right=15)


@pytest.fixture(scope="module")
def press(qapp):
    return Press(FontMeasure())


def report(sentences: int, layout: Layout = DEFAULT) -> Report:
    return Report(
        "khac",
        Period(PeriodType.QUARTER, 2024, 1),
        Office(name="Ba Tơ", province="Tỉnh Quảng Ngãi", layout=layout),
        subject=("Công tác cải cách hành chính quý I năm 2024",),
        opening=(paragraph(SENTENCE * sentences),),
        closing=(paragraph(LAST),),
        recipients=("Như trên;", "Lưu: VT."),
        signature=Signature(name="Phạm Văn Mạnh"),
    )


def loose_papers(press, layout=DEFAULT, page=3):
    """The papers whose loose end is that page, from the one that has just no more room to the fullest."""
    papers = (press.paper(report(sentences, layout)) for sentences in range(90, 175))
    return [paper for paper in papers if (end := loose_end(paper)) and end.page == page]


@pytest.fixture(scope="module")
def papers(press):
    return loose_papers(press)


def words(found):
    return [remedy.edit.words for remedy in found]


def test_a_last_page_with_one_line_and_the_signature_is_a_loose_end(papers):
    assert loose_end(papers[0]) == LooseEnd(3, 1, signature=True)


def test_up_to_three_lines_are_a_loose_end(papers, press):
    assert loose_end(papers[-1]) == LooseEnd(3, 3, signature=True)
    more = replace(papers[-1].report, opening=(paragraph(SENTENCE * 150),))
    assert loose_end(press.paper(more)) is None


def test_a_single_page_is_no_loose_end(press):
    assert loose_end(press.paper(report(0))) is None


def table_papers(press, paper):
    """Papers of one table, a row more each, over the end of the first page."""
    row = (Cell((paragraph("Một"),)), Cell((paragraph("Hai"),)))
    tables = (Table((80.0, 80.0), (row,) * count, header_rows=0) for count in range(25, 45))
    return [press.paper(replace(paper.report, opening=(), closing=(table,))) for table in tables]


def test_behind_a_table_its_last_row_goes_with_the_signature_and_is_a_loose_end(papers, press):
    ends = [loose_end(paper) for paper in table_papers(press, papers[0])]
    assert LooseEnd(2, 1, signature=True) in ends
    assert not any(end and end.lines == 0 for end in ends)


def test_cells_beside_each_other_are_one_line(papers, press):
    paper = next(paper for paper in table_papers(press, papers[0]) if (end := loose_end(paper)) and end.lines)
    cells = [line for line in paper.pages[-1].lines if line.text in {"Một", "Hai"}]
    assert loose_end(paper).lines * 2 == len(cells)


def test_a_page_with_a_picture_is_no_loose_end(papers, press):
    closing = (Picture(PNG, "image/png", 20), paragraph(LAST))
    paper = press.paper(replace(papers[-1].report, closing=closing))
    assert paper.pages[-1].images
    assert loose_end(paper) is None


def test_appendices_have_no_part_in_it(papers, press):
    appendix = Appendix("p1", ("BIỂU",), (paragraph("Số liệu"),), landscape=True)
    paper = press.paper(replace(papers[0].report, appendices=(appendix,)))
    assert loose_end(paper) == loose_end(papers[0])
    assert {remedy.pages for remedy in remedies(paper, press.paper)} == {3}


@pytest.mark.parametrize("state", [State.SIGNED, State.ISSUED, State.SENT])
def test_a_signed_report_is_left_as_it_is(papers, press, state):
    assert loose_end(press.paper(replace(papers[0].report, state=state))) is None


def test_a_few_words_too_many_need_one_choice_the_least_visible_first(papers, press):
    assert words(remedies(papers[0], press.paper)) == [
        "Giảm lề phải từ 20 xuống 15 mm",
        "Giảm khoảng cách dòng từ 18 xuống 17,5 pt",
        "Giảm cỡ chữ nội dung từ 14 xuống 13 pt",
    ]


def test_a_choice_is_lowered_no_further_than_helps(papers, press):
    pitches = [w for paper in papers for w in words(remedies(paper, press.paper)) if w.startswith("Giảm khoảng")]
    assert pitches.index("Giảm khoảng cách dòng từ 18 xuống 17 pt") > 0
    assert pitches[0] == "Giảm khoảng cách dòng từ 18 xuống 17,5 pt"


def test_two_choices_go_together_where_neither_helps_alone(papers, press):
    found = [set(words(remedies(paper, press.paper))) for paper in papers]
    both = "Giảm lề phải từ 20 xuống 15 mm và khoảng cách dòng từ 18 xuống 17 pt"
    assert any(both in those for those in found)
    assert all("Giảm khoảng cách dòng từ 18 xuống 17 pt" not in those for those in found if both in those)


@pytest.mark.parametrize("layout", [Layout(), WIDE, replace(WIDE, pitch=18.3, right=17.5)])
def test_every_remedy_is_within_the_decree_and_saves_the_page_it_says(press, layout):
    for paper in loose_papers(press, layout)[::4]:
        for remedy in remedies(paper, press.paper):
            office = remedy.edit.value
            changed = press.paper(remedy.edit.apply(paper.report))
            assert within_decree(office.layout) == office.layout
            assert office == replace(paper.report.office, layout=office.layout)
            assert len(changed.pages) == remedy.pages < len(paper.pages)
            assert loose_end(changed) is None


def test_nothing_is_ever_made_larger_and_at_most_two_choices_change(press):
    for paper in loose_papers(press, WIDE)[::4]:
        for remedy in remedies(paper, press.paper):
            layouts = paper.report.office.layout, remedy.edit.value.layout
            pairs = [tuple(getattr(layout, each.name) for layout in layouts) for each in fields(Layout)]
            assert all(after <= before for before, after in pairs)
            assert 1 <= sum(after < before for before, after in pairs) <= 2


def test_a_layout_at_its_least_has_no_remedy(press):
    tight = [press.paper(report(sentences, TIGHT)) for sentences in (155, 160)]
    assert [loose_end(paper) for paper in tight] == [LooseEnd(3, 1, signature=True)] * 2
    assert [remedies(paper, press.paper) for paper in tight] == [(), ()]


def test_a_remedy_is_one_step_to_undo(papers, press):
    session = Session(papers[0].report)
    remedy = remedies(papers[0], press.paper)[0]
    session.change(remedy.edit)
    assert (session.report.office.layout.right, session.undo_words) == (15, "Giảm lề phải từ 20 xuống 15 mm")
    session.undo()
    assert session.report == papers[0].report
