from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.blocks import Picture
from bcdesk.report.consolidation.merging import merge
from bcdesk.report.consolidation.offering import offered, with_offers
from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.report import Cell, Paragraph, Run, Table, paragraph
from tests.report.consolidation.units import plain, received, report_of, said, section, titled

WAS = "Đã tổ chức 12 buổi tuyên truyền với 340 lượt người."


@pytest.mark.parametrize(("mine", "theirs", "both"), [
    ("Các thôn đã tổ chức 12 buổi tuyên truyền với 340 lượt người.", WAS.replace("12", "15"),
     "Các thôn đã tổ chức 15 buổi tuyên truyền với 340 lượt người."),
    (WAS.replace("buổi", "cuộc"), WAS.replace("12", "15").replace("340", "400"),
     "Đã tổ chức 15 cuộc tuyên truyền với 400 lượt người."),
    (f"{WAS} Kết quả tốt.", WAS.replace("340", "1.400"),
     "Đã tổ chức 12 buổi tuyên truyền với 1.400 lượt người. Kết quả tốt."),
    (WAS, WAS.replace("12", "15"), WAS.replace("12", "15")),
])  # fmt: skip
def test_words_of_the_editor_and_numbers_of_the_units_go_together(mine: str, theirs: str, both: str):
    assert offered(*map(paragraph, (WAS, mine, theirs))) == paragraph(both)


@pytest.mark.parametrize(("mine", "theirs"), [
    (WAS.replace("12", "13"), WAS.replace("12", "15")),
    ("Đã tuyên truyền.", WAS.replace("12", "15")),
    (f"{WAS} Kết quả tốt.", f"{WAS} Còn khó khăn."),
])  # fmt: skip
def test_where_both_changed_the_same_words_nothing_is_offered(mine: str, theirs: str):
    assert offered(*map(paragraph, (WAS, mine, theirs))) is None


def test_where_the_units_say_the_same_nothing_is_offered():
    assert offered(paragraph(WAS), paragraph(f"{WAS} Tốt."), paragraph(WAS)) is None


def test_the_format_the_editor_gave_stays():
    mine = Paragraph((Run("Đã tổ chức "), Run("12", bold=True), Run(WAS[13:])))
    assert offered(paragraph(WAS), mine, paragraph(WAS.replace("12", "15"))) == Paragraph(
        (Run("Đã tổ chức "), Run("15", bold=True), Run(WAS[13:]))
    )


def table(*rows: str) -> Table:
    return Table((20.0, 20.0), tuple(tuple(Cell((paragraph(text),)) for text in row.split("|")) for row in rows))


def test_cells_of_the_editor_and_cells_of_the_units_go_together():
    was, theirs = table("Nội dung|Số", "Hộ nghèo|12"), table("Nội dung|Số", "Hộ nghèo|15")
    mine = replace(table("Nội dung|Số hộ", "Hộ nghèo|12"), columns=(30.0, 10.0))
    assert offered(was, mine, theirs) == replace(table("Nội dung|Số hộ", "Hộ nghèo|15"), columns=(30.0, 10.0))


@pytest.mark.parametrize("theirs", [
    table("Nội dung|Số", "Hộ nghèo|15", "Hộ cận nghèo|3"), table("Nội dung|Số", "Hộ nghèo|15"), paragraph(WAS),
    replace(table("Nội dung|Số"), rows=(*table("Nội dung|Số").rows, (Cell((paragraph("Hộ nghèo"),)),
            Cell((paragraph("12"), paragraph("(3 hộ mới)")))))),
])  # fmt: skip
def test_tables_that_differ_in_form_or_of_which_both_changed_a_cell_are_not_offered(theirs):
    assert offered(table("Nội dung|Số", "Hộ nghèo|12"), table("Nội dung|Số", "Hộ nghèo|13"), theirs) is None


def test_a_picture_is_not_offered():
    pictures = [Picture(data, "image/png", 80.0) for data in (b"1", b"2", b"3")]
    assert offered(*pictures) is None


WORDS = st.lists(st.sampled_from(("một", "hai", "ba", "buổi", "hộ", "1", "2", "3")), min_size=1, max_size=8).map(
    " ".join
)


@given(WORDS, WORDS, WORDS)
def test_either_side_alone_is_what_it_is(was: str, mine: str, theirs: str):
    rows = [paragraph(text) for text in (was, mine, theirs)]
    assert offered(rows[0], rows[0], rows[2]) in (rows[2], None)
    both, turned = offered(*rows), offered(rows[0], rows[2], rows[1])
    if both is not None and turned is not None:
        assert plain(both) == plain(turned)


def test_a_merge_offers_what_it_did_not_do():
    def sent(unit: str, count: int):
        return received(unit, section("1. Tuyên truyền", f"Đã tổ chức {count} buổi tuyên truyền."))

    report = merge(report_of(section("1. Tuyên truyền")), [sent("A", 12)]).report
    part = titled(report, "Tuyên truyền").id
    report = ReplaceBlocks(part, 0, 1, (paragraph("Các thôn đã tổ chức 12 buổi tuyên truyền."),)).apply(report)
    outcome = merge(report, [sent("A", 12), sent("B", 5)])
    assert said(outcome.report, "Tuyên truyền") == ["Các thôn đã tổ chức 12 buổi tuyên truyền."]
    report = with_offers(outcome.report, outcome.offers)
    assert said(report, "Tuyên truyền") == ["Các thôn đã tổ chức 17 buổi tuyên truyền."]
    assert merge(report, [sent("A", 12), sent("B", 5)]).report is report
