from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.report import (
    Cell,
    CellAlign,
    Paragraph,
    Place,
    Run,
    Section,
    Table,
    paragraph,
)
from bcdesk.sheet.sheet import Align, VerticalAlign
from tests.sheet.samples import composed, every, font, one, styled, tables, with_layout

TABLE = Table((20.0,), ((Cell((paragraph("a"),)),),))


def body(sheet):
    return styled(sheet, "Nội dung")


def test_the_body_is_justified_upright_in_14_point_with_its_indent_and_gap():
    text = body(composed(opening=(paragraph("Mở đầu"),)))[0]
    assert font(text) == (14, False, False)
    assert text.format.align is Align.JUSTIFY
    assert (text.format.first, text.format.before, text.format.after) == (720, 0, 120)
    assert (text.format.pitch.value, text.format.pitch.exact) == (360, True)
    assert text.format.widow_control


def test_the_smaller_indent_is_567_twips():
    assert body(with_layout(first_line=10))[0].format.first == 567


def test_every_character_typed_is_printed():
    typed = "Hai  dấu cách ,và  đuôi "
    assert body(composed(opening=(paragraph(typed),)))[0].plain == typed


def test_an_empty_paragraph_is_not_printed():
    sheet = composed(opening=(paragraph(""), paragraph("  "), paragraph("a")))
    assert [text.source for text in body(sheet) if text.source.part == "opening"] == [Place("opening", 2)]


def test_a_footnote_alone_is_printed():
    sheet = composed(opening=(Paragraph((Run("", footnote=(Run("Nguồn"),)),)),))
    assert body(sheet)[0].runs[0].footnote[0].plain == " Nguồn"
    assert "Chú thích" in [style.name for style in sheet.styles]


def test_legal_bases_are_italic_and_come_before_the_opening():
    sheet = composed(legal_bases=(paragraph("Căn cứ Luật …;"),), opening=(paragraph("Mở đầu"),))
    names = [item.style for item in every(sheet)]
    assert font(one(sheet, "Căn cứ")) == (14, False, True)
    assert names.index("Căn cứ") < names.index("Nội dung")


@pytest.mark.parametrize(
    ("marker", "style", "bold"),
    [
        ("A.", "Tiêu đề mục I", True),
        ("I.", "Tiêu đề mục I", True),
        ("1.", "Tiêu đề khoản 1", True),
        ("1.1.", "Tiêu đề 1.1", True),
        ("", "Tiêu đề không số", True),
        ("đ)", "Tiêu đề điểm a", False),
        ("(1)", "Tiêu đề điểm a", False),
        ("-", "Tiêu đề điểm a", False),
        ("+", "Tiêu đề điểm a", False),
    ],
)
def test_the_marker_decides_the_look_of_a_heading(marker, style, bold):
    heading = one(composed(sections=(Section("s1", marker, "Kết quả thực hiện"),)), style)
    assert heading.plain == f"{marker} Kết quả thực hiện".strip()
    assert font(heading) == (14, bold, False)
    assert (heading.format.align, heading.format.first) == (Align.JUSTIFY, 720)


@pytest.mark.parametrize(
    "below", [{"blocks": (paragraph("Đã xong."),)}, {"blocks": (TABLE,)}, {"children": (Section("s2", "1.", "Con"),)}]
)
def test_a_heading_stays_with_what_stands_under_it(below):
    heading = one(composed(sections=(Section("s1", "I.", "KẾT QUẢ", **below),)), "Tiêu đề mục I")
    assert heading.format.keep_next


@pytest.mark.parametrize("blocks", [(), (paragraph(""),)])
def test_titles_with_nothing_under_them_may_be_parted_by_a_page_break(blocks):
    listed = tuple(Section(f"s{number}", f"{number}.", "Việc", blocks) for number in range(1, 4))
    assert not any(item.format.keep_next for item in styled(composed(sections=listed), "Tiêu đề khoản 1"))


def test_a_part_stays_with_its_title_whatever_follows():
    number, title = styled(composed(sections=(Section("s1", "Phần I", "KẾT QUẢ"),)), "Tiêu đề phần")
    assert (number.format.keep_next, title.format.keep_next) == (True, False)


def test_a_part_and_its_title_stand_centred_on_two_lines():
    number, title = styled(composed(sections=(Section("s1", "Phần I", "KẾT QUẢ"),)), "Tiêu đề phần")
    assert (number.plain, title.plain) == ("Phần I", "KẾT QUẢ")
    assert {(item.format.align, item.format.first, font(item)) for item in (number, title)} == {
        (Align.CENTER, 0, (14, True, False))
    }


def test_a_part_without_a_title_is_one_line():
    assert len(styled(composed(sections=(Section("s1", "Phần I"),)), "Tiêu đề phần")) == 1


def test_a_heading_is_never_put_into_capitals():
    assert one(composed(sections=(Section("s1", "I.", "Kết quả"),)), "Tiêu đề mục I").plain == "I. Kết quả"


def test_a_heading_knows_where_its_title_begins():
    heading = one(composed(sections=(Section("s1", "1.1.", "Kết quả"),)), "Tiêu đề 1.1")
    assert (heading.source, heading.source_start) == (Place("s1", -1), len("1.1. "))


def test_outline_levels_follow_the_depth_down_to_nine():
    tree = Section("s10", "-", "Đáy")
    for number in range(9, 0, -1):
        tree = Section(f"s{number}", "-", "Mục", children=(tree,))
    levels = [item.format.outline for item in styled(composed(sections=(tree,)), "Tiêu đề điểm a")]
    assert levels == [1, 2, 3, 4, 5, 6, 7, 8, 9, 9]


def test_an_untitled_clause_runs_on_upright_behind_its_number():
    section = Section("s1", "1.", "", (paragraph("Nội dung khoản"), paragraph("Đoạn sau")))
    first, second, _ = body(composed(sections=(section,)))
    assert (first.plain, font(first)) == ("1. Nội dung khoản", (14, False, False))
    assert (first.source, first.source_start) == (Place("s1", 0), len("1. "))
    assert second.plain == "Đoạn sau"


def test_a_title_run_in_is_bold_and_its_text_is_not():
    section = Section("s1", "1.", "Kết quả:", (paragraph("đạt"),), run_in=True)
    first = body(composed(sections=(section,)))[0]
    assert [(run.text, run.bold) for run in first.runs] == [("1. Kết quả: ", True), ("đạt", False)]


def test_a_title_run_in_before_a_table_stands_on_its_own():
    section = Section("s1", "1.", "Số liệu", (Table((10,), ((Cell(),),)),), run_in=True)
    assert one(composed(sections=(section,)), "Tiêu đề khoản 1").plain == "1. Số liệu"


def test_a_section_without_heading_prints_its_paragraphs_alone():
    sheet = composed(sections=(Section("s1", blocks=(paragraph("Chỉ có chữ"),)),))
    assert body(sheet)[0].plain == "Chỉ có chữ"
    assert body(sheet)[0].source_start == 0


def test_children_follow_the_blocks_of_their_section():
    child = Section("s2", "1.", "Con", (paragraph("b"),))
    sheet = composed(sections=(Section("s1", "I.", "Cha", (paragraph("a"),), (child,)),))
    texts = [item.plain for item in every(sheet)]
    assert texts[texts.index("I. Cha") :][:4] == ["I. Cha", "a", "1. Con", "b"]


def test_bold_typed_in_a_paragraph_is_printed_bold():
    text = body(composed(opening=(Paragraph((Run("a"), Run("b", bold=True))),)))[0]
    assert [(run.text, run.bold) for run in text.runs] == [("a", False), ("b", True)]


GRID = Table(
    (20, 60, 40),
    (
        (Cell((paragraph("STT"),), align=CellAlign.CENTER), Cell((paragraph("Chỉ tiêu"),), column_span=2)),
        (Cell((paragraph("1"),)), Cell((paragraph("a"), paragraph("b"))), Cell((), align=CellAlign.RIGHT)),
    ),
)


def grid(**changes):
    return tables(composed(opening=(replace(GRID, **changes),)))[1]


def test_a_table_keeps_its_widths_and_stands_in_the_middle():
    assert grid().columns == (1134, 3402, 2268)
    assert grid().indent == (9071 - 6804) // 2


def test_a_table_wider_than_the_text_is_narrowed_to_it():
    wide = grid(columns=(100, 300, 200))
    assert sum(wide.columns) == 9071
    assert wide.columns[1] == pytest.approx(9071 / 2, abs=1)
    assert wide.indent == 0


def test_a_table_is_ruled_with_room_in_its_cells():
    assert (grid().rule, grid().padding) == (4, 108)


def test_table_text_is_13_point_without_indent():
    cell = grid().rows[1].cells[0].paragraphs[0]
    assert font(cell) == (13, False, False)
    assert (cell.format.first, cell.format.pitch.value, cell.format.pitch.exact) == (0, 320, True)


def test_cells_are_aligned_and_spanned_as_typed():
    head, last = grid().rows[0], grid().rows[1].cells[2]
    assert [cell.paragraphs[0].format.align for cell in head.cells] == [Align.CENTER, Align.LEFT]
    assert head.cells[1].column_span == 2
    assert last.paragraphs[0].format.align is Align.LEFT


def test_a_cell_without_a_paragraph_still_has_one():
    assert len(grid().rows[1].cells[2].paragraphs) == 1


def test_header_rows_are_flagged_and_centred_upright():
    assert [row.header for row in grid().rows] == [True, False]
    assert grid().rows[0].cells[0].vertical is VerticalAlign.CENTER


def test_two_tables_never_touch():
    blocks = composed(opening=(GRID, GRID)).sections[0].blocks
    kinds = [getattr(block, "style", "bảng") for block in blocks]
    start = kinds.index("bảng", 1)
    assert kinds[start : start + 4] == ["bảng", "Khoảng cách", "bảng", "Khoảng cách"]


def test_a_table_without_rows_prints_nothing():
    assert len(tables(composed(opening=(replace(GRID, rows=()),)))) == 2


def test_styles_are_listed_once_in_order_of_first_use():
    sheet = composed(opening=(paragraph("a"), paragraph("b")))
    used = list(dict.fromkeys(item.style for item in every(sheet)))
    assert [style.name for style in sheet.styles] == used


def test_a_paragraph_without_exceptions_is_exactly_its_style():
    sheet = composed()
    style = next(style for style in sheet.styles if style.name == "Nội dung")
    text = body(composed(opening=(paragraph("a"),)))[0]
    assert text.format == style.format
    assert text.runs[0].size == style.size == text.mark_size


def test_title_and_office_are_the_properties():
    sheet = composed()
    assert sheet.title == "Công tác cải cách hành chính quý I năm 2024"
    assert sheet.author == "Ủy ban nhân dân xã Ba Tơ"
