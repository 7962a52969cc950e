from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.intake.docx import read_reading
from bcdesk.intake.text import read_text
from bcdesk.intake.typed import cut
from bcdesk.report.report import Paragraph, Report, Run
from bcdesk.word.reader import read
from bcdesk.word.writer import write
from tests.intake.paper import lost, sheet_of
from tests.intake.texts import CULTURE
from tests.word.documents import document, p, r

MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTES = "".join(
    f'<w:footnote w:id="{number}">{p(f" Nguồn số {number}.")}</w:footnote>' for number in range(1, 9)
)  # fmt: skip


def text(words: str, properties: str = "") -> str:
    return r(f'<w:t xml:space="preserve">{words}</w:t>', properties)


def para(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def opened(body: str, footnotes: str = NOTES) -> Report:
    return read_reading(read(document(p("BÁO CÁO") + p("Công tác tuần 5") + body, footnotes=footnotes))).report


def note(number: int) -> tuple[Run, ...]:
    return (Run(f"Nguồn số {number}."),)


def test_a_footnote_of_a_document_hangs_where_it_hung():
    body = p("1. Tốt") + para(text("Đạt 98%"), MARK.format(1), text(" kế hoạch."), MARK.format(2))
    (block,) = opened(body).sections[0].blocks
    assert block.runs == (Run("Đạt 98%", footnote=note(1)), Run(" kế hoạch.", footnote=note(2)))


def test_a_footnote_behind_a_space_hangs_on_the_word_before():
    (block,) = opened(para(text("Đạt 98%. "), MARK.format(1))).opening
    assert block.runs == (Run("Đạt 98%.", footnote=note(1)),)


def test_a_footnote_before_the_first_word_stays_there():
    (block,) = opened(para(MARK.format(1), text(" Đạt 98%."))).opening
    assert block.runs == (Run("", footnote=note(1)), Run("Đạt 98%."))


def test_two_footnotes_on_one_word_are_both_kept():
    (block,) = opened(para(text("Đạt."), MARK.format(1), MARK.format(2))).opening
    assert [run.footnote for run in block.runs] == [note(1), note(2)]


def test_a_footnote_at_the_head_of_a_broken_line_stays_there():
    body = para(text("Xã có 5 thôn;"), r("<w:br/>"), MARK.format(1), text("đã họp."))
    assert [block.runs for block in opened(body).opening] == [
        (Run("Xã có 5 thôn;"),),
        (Run("", footnote=note(1)), Run("đã họp.")),
    ]


def test_a_mark_alone_is_a_paragraph():
    (block,) = opened(para(MARK.format(1))).opening
    assert block.runs == (Run("", footnote=note(1)),)


def test_a_footnote_keeps_its_lines_and_its_italics():
    words = para(text(" Theo "), text("Báo cáo số 5", "<w:i/>")) + p("và số 6.")
    (block,) = opened(para(text("Đạt."), MARK.format(1)), f'<w:footnote w:id="1">{words}</w:footnote>').opening
    assert block.runs[0].footnote == (Run("Theo "), Run("Báo cáo số 5", italic=True), Run("\n"), Run("và số 6."))


def test_an_empty_footnote_is_none():
    (block,) = opened(para(text("Đạt."), MARK.format(1)), f'<w:footnote w:id="1">{p(" ")}</w:footnote>').opening
    assert block.runs == (Run("Đạt."),)


def test_a_footnote_of_a_title_in_its_line_goes_on_with_the_text():
    body = para(text("1. Tuyên truyền:"), MARK.format(1), text(" đã tổ chức 5 buổi"), MARK.format(2), text("."))
    (section,) = opened(body).sections
    assert section.title == "Tuyên truyền:"
    assert section.blocks[0].runs == (
        Run("", footnote=note(1)),
        Run("đã tổ chức 5 buổi", footnote=note(2)),
        Run("."),
    )


def test_a_footnote_of_a_heading_becomes_a_marked_paragraph_below_it():
    body = para(text("1. Kết quả"), MARK.format(1)) + p("Tốt.")
    assert [block.plain for block in opened(body).sections[0].blocks] == ["[Chú thích: Nguồn số 1.]", "Tốt."]


def test_a_footnote_of_a_title_of_a_part_is_kept_below_it():
    body = p("Phần thứ nhất") + para(text("KẾT QUẢ"), MARK.format(1)) + p("Tốt.")
    assert [block.plain for block in opened(body).sections[0].blocks] == ["[Chú thích: Nguồn số 1.]", "Tốt."]


def test_a_footnote_in_a_cell_hangs_in_the_cell():
    cell = f"<w:tc><w:tcPr/>{para(text('12 ha'), MARK.format(1))}</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='4000'/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    (block,) = opened(table).opening
    assert block.rows[0][0].paragraphs == (Paragraph((Run("12 ha", footnote=note(1)),)),)


def test_a_footnote_of_a_basis_hangs_on_the_basis():
    basis = para(text("Căn cứ Luật số 5", "<w:i/>"), MARK.format(1), text(";", "<w:i/>"))
    assert opened(basis).legal_bases[0].runs[0] == Run("Căn cứ Luật số 5", footnote=note(1))


def test_the_footnotes_of_lines_that_hold_none_are_kept_as_marked_paragraphs():
    front = p("BÁO CÁO") + para(text("Công tác tuần 5"), MARK.format(1))
    ending = p("Trên đây là báo cáo./.") + para(text("TM. ỦY BAN NHÂN DÂN"), MARK.format(2)) + p("Phạm Văn Mạnh")
    labels = p("Nơi nhận:") + p("- Lưu: VT.")
    appendix = para(text("PHỤ LỤC"), MARK.format(3)) + para(text("SỐ LIỆU"), MARK.format(4)) + p("Năm.")
    report = read_reading(
        read(document(front + p("1. Tốt") + p("Tốt.") + ending + labels + appendix, footnotes=NOTES))
    ).report
    assert [block.plain for block in report.opening] == ["[Chú thích: Nguồn số 1.]"]
    assert [block.plain for block in report.closing][-1] == "[Chú thích: Nguồn số 2.]"
    assert [block.plain for block in report.appendices[0].blocks] == [
        "[Chú thích: Nguồn số 3.]",
        "[Chú thích: Nguồn số 4.]",
        "Năm.",
    ]


RUNS = st.lists(
    st.builds(Run, st.text(" aă.\u00a0", max_size=4), footnote=st.just(()) | st.just((Run("x"),))), max_size=6
).map(tuple)


@given(RUNS, st.integers(1, 20))
def test_cutting_in_two_loses_no_footnote(runs: tuple[Run, ...], at: int):
    halves = (*cut(runs, 0, at), *cut(runs, at))
    assert sum(bool(run.footnote) for run in halves) == sum(bool(run.footnote) for run in runs)


@given(RUNS)
def test_cutting_at_the_ends_loses_nothing_but_outer_spaces(runs: tuple[Run, ...]):
    found = cut(runs, 0)
    assert "".join(run.text for run in found) == "".join(run.text for run in runs).strip()
    assert sum(bool(run.footnote) for run in found) == sum(bool(run.footnote) for run in runs)


@pytest.mark.parametrize("at", range(1, 8))
def test_no_footnote_of_any_line_is_lost(at: int):
    made = read_text(CULTURE).report
    paper = read(write(sheet_of(made))).sheet
    (section,) = paper.sections[:1]
    words = [block for block in section.blocks if not hasattr(block, "rows")]
    body = "".join(
        para(text(block.plain), MARK.format(1 + index % 8) if index % 7 == at - 1 else "")
        for index, block in enumerate(words)
    )
    intake = read_reading(read(document(body, footnotes=NOTES)))
    assert lost("\n".join(f"Nguồn số {1 + index % 8}" for index in range(at - 1, len(words), 7)), intake) == {}
