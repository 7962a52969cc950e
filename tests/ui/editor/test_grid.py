from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from bcdesk.report.edits import ReplaceBlocks, SetField
from bcdesk.report.report import Cell, CellAlign, Place, Table, find_section, paragraph
from bcdesk.ui.editor import gridactions, paste
from bcdesk.ui.editor.grid import Grid
from tests.ui.typing import ALT, CTRL, NONE, SHIFT, compose, press, type_text, type_unikey


@pytest.fixture
def grid(editor) -> Grid:
    editor.show_place(Place("s12", 1, 0))
    found = editor.page.stop_with_caret()
    assert isinstance(found, Grid)
    return found


def table(session) -> Table:
    return next(block for block in find_section(session.report, "s12").blocks if isinstance(block, Table))


def shown(session) -> list[list[str]]:
    return [["|".join(text.plain for text in cell.paragraphs) for cell in row] for row in table(session).rows]


def centre(grid, row, column) -> QPoint:
    return grid._shape.rect(gridactions.at(grid.table, row, column)).center()


def action(words):
    return next(one for one in gridactions.ACTIONS if one.words == words)


def test_unikey_types_into_a_cell(session, grid):
    grid.cell.selectAll()
    type_unikey(grid.cell, "Tiếng Việt")
    assert shown(session)[0] == ["Tiếng Việt", "Chỉ tiêu", "Số"]


def test_enter_makes_a_new_paragraph_in_the_cell(session, grid):
    grid.go_to(1, 1)
    press(grid.cell, Qt.Key.Key_End)
    type_text(grid.cell, "\nhai")
    assert shown(session)[1][1] == "Hồ sơ|hai"


def test_tab_goes_from_cell_to_cell_and_adds_a_row_at_the_end(session, grid):
    for _ in range(5):
        press(grid.cell, Qt.Key.Key_Tab, text="\t")
    type_text(grid.cell, "9")
    assert shown(session)[1] == ["1", "Hồ sơ", "9"]
    press(grid.cell, Qt.Key.Key_Tab, text="\t")
    type_text(grid.cell, "2")
    assert shown(session)[2] == ["2", "", ""]
    press(grid.cell, Qt.Key.Key_Backtab, SHIFT, "\t")
    assert grid.cell.toPlainText() == "9"


def test_shift_tab_in_the_first_cell_stays(grid):
    press(grid.cell, Qt.Key.Key_Backtab, SHIFT, "\t")
    assert grid.cell.toPlainText() == "STT"


def test_arrows_walk_through_the_cells(grid):
    press(grid.cell, Qt.Key.Key_Down)
    assert grid.cell.toPlainText() == "1"
    press(grid.cell, Qt.Key.Key_End)
    press(grid.cell, Qt.Key.Key_Right)
    assert grid.cell.toPlainText() == "Hồ sơ"
    press(grid.cell, Qt.Key.Key_Up)
    assert grid.cell.toPlainText() == "Chỉ tiêu"


def test_going_to_another_cell_keeps_the_open_syllable(session, grid):
    grid.cell.selectAll()
    compose(grid.cell, "việt")
    grid.go_to(1, 0)
    assert shown(session)[0][0] == "việt"
    assert grid.cell.toPlainText() == "1"


def test_undo_in_a_cell_gives_the_text_back(session, grid):
    type_text(grid.cell, "x")
    press(grid.cell, Qt.Key.Key_Z, CTRL)
    assert shown(session)[0][0] == "STT"
    assert grid.cell.toPlainText() == "STT"


def test_undo_shows_the_cell_it_touches(session, editor, grid, clock):
    grid.go_to(1, 1)
    type_text(grid.cell, "x")
    editor.show_place(Place("recipients"))
    session.undo()
    assert editor.page.stop_with_caret().cell.toPlainText() == "Hồ sơ"


def test_cells_chosen_with_shift_can_be_merged_and_split(session, grid):
    press(grid.cell, Qt.Key.Key_End)
    press(grid.cell, Qt.Key.Key_Right, SHIFT)
    press(grid.cell, Qt.Key.Key_Down, SHIFT)
    grid.do(action("Gộp ô"))
    assert shown(session) == [["STT|Chỉ tiêu|1|Hồ sơ", "Số"], ["2.310"]]
    grid.do(action("Tách ô"))
    assert shown(session) == [["STT|Chỉ tiêu|1|Hồ sơ", "", "Số"], ["", "", "2.310"]]


def test_chosen_cells_are_copied_as_a_table_and_emptied_with_delete(session, grid):
    press(grid.cell, Qt.Key.Key_End)
    press(grid.cell, Qt.Key.Key_Right, SHIFT)
    press(grid.cell, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "STT\tChỉ tiêu"
    press(grid.cell, Qt.Key.Key_Delete)
    assert shown(session)[0] == ["", "", "Số"]


def test_typing_after_choosing_cells_goes_into_the_one_with_the_caret(session, grid):
    press(grid.cell, Qt.Key.Key_End)
    press(grid.cell, Qt.Key.Key_Right, SHIFT)
    type_text(grid.cell, "x")
    assert shown(session)[0] == ["STTx", "Chỉ tiêu", "Số"]
    assert not grid.cell.several


def test_choosing_stops_at_the_edge_of_the_table(grid):
    press(grid.cell, Qt.Key.Key_Up, SHIFT)
    assert grid.area == gridactions.Area(0, 0, 1, 1)


def test_the_mouse_puts_the_caret_into_a_cell_and_chooses_by_drawing(session, grid):
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, NONE, centre(grid, 1, 1))
    assert grid.cell.toPlainText() == "Hồ sơ"
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, NONE, centre(grid, 0, 0))
    QTest.mouseMove(grid, centre(grid, 1, 1))
    grid._drag_to(centre(grid, 1, 1))
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, NONE, centre(grid, 1, 1))
    assert grid.area == gridactions.Area(0, 0, 2, 2)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, SHIFT, centre(grid, 0, 2))
    assert grid.area == gridactions.Area(0, 0, 1, 3)


def test_drawing_inside_one_cell_selects_its_text(grid):
    grid.cell.put_caret(0, 0)
    grid._drag_to(grid.cell.geometry().topRight() - QPoint(2, -4))
    assert grid.cell.textCursor().selectedText() == "STT"


def test_an_edge_drawn_aside_changes_the_width_of_its_column(session, grid):
    edge = grid._shape.columns[1]
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, NONE, QPoint(edge, 5))
    QTest.mouseMove(grid, QPoint(edge + 30, 5))
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, NONE, QPoint(edge + 30, 5))
    assert table(session).columns[0] > 25
    assert sum(table(session).columns) == pytest.approx(160)


def test_the_menu_offers_what_fits(grid):
    offered = {one.text(): one.isEnabled() for one in grid.cell.menu().actions()}
    assert offered["Thêm hàng bên dưới"]
    assert not offered["Gộp ô"]
    assert not offered["Tách ô"]


@pytest.mark.parametrize(
    ("words", "rows", "columns"),
    [
        ("Thêm hàng bên trên", 3, 3),
        ("Thêm cột bên trái", 2, 4),
        ("Thêm cột bên phải", 2, 4),
        ("Xóa hàng", 1, 3),
        ("Xóa cột", 2, 2),
    ],
)
def test_rows_and_columns_come_and_go(session, grid, words, rows, columns):
    next(one for one in grid.cell.menu().actions() if one.text() == words).trigger()
    assert (len(table(session).rows), len(table(session).columns)) == (rows, columns)


def test_alignment_head_and_even_widths_are_set(session, grid):
    grid.do(action("Căn giữa"))
    grid.do(action("Lặp lại các hàng từ đầu đến đây ở mỗi trang (hoặc bỏ lặp)"))
    grid.do(action("Chia đều độ rộng các cột"))
    assert table(session).rows[0][0].align is CellAlign.CENTER
    assert table(session).header_rows == 0
    assert table(session).columns == (53.3, 53.3, 53.3)
    grid.do(action("Lặp lại các hàng từ đầu đến đây ở mỗi trang (hoặc bỏ lặp)"))
    assert table(session).header_rows == 1


def test_removing_the_table_lets_its_neighbours_grow_together_and_undo_brings_it_back(session, editor, grid):
    grid.do(action("Xóa bảng"))
    assert len(find_section(session.report, "s12").blocks) == 2
    editor.show_place(Place("s12", 1, 0))
    assert editor.pen.field.toPlainText() == "Số liệu:\nSau bảng."
    session.undo()
    assert isinstance(editor.page.stop_with_caret(), Grid)
    assert table(session).rows[1][2].paragraphs == (paragraph("2.310"),)


def test_a_table_pasted_into_a_cell_spreads_from_there(session, grid):
    grid.go_to(1, 2)
    source = paste.mime((Table((10.0, 10.0), ((Cell((paragraph("a"),)), Cell((paragraph("b"),))),) * 2),))
    grid.cell.insertFromMimeData(source)
    assert shown(session) == [["STT", "Chỉ tiêu", "Số", ""], ["1", "Hồ sơ", "a", "b"], ["", "", "a", "b"]]


def test_a_table_with_text_around_it_goes_into_the_cell_as_text(session, grid):
    grid.cell.selectAll()
    grid.take_in((paragraph("x"), Table((10.0, 10.0), ((Cell((paragraph("a"),)), Cell((paragraph("b"),))),))))
    assert shown(session)[0][0] == "x|a\tb"


def test_bold_in_a_cell(session, editor, grid):
    grid.cell.selectAll()
    editor.bold()
    assert table(session).rows[0][0].paragraphs[0].runs[0].bold


def test_rows_grow_with_their_text(session, grid):
    before = grid.height()
    type_text(grid.cell, "\n\n\n\n")
    assert grid.height() > before + 40
    assert not grid.grab().isNull()


def test_a_cell_says_where_it_is(grid):
    grid.go_to(1, 2)
    assert grid.cell.accessibleName() == "Ô hàng 2, cột 3 của bảng 2 hàng, 3 cột"


def test_the_place_of_the_caret_counts_through_the_whole_table(grid):
    grid.go_to(1, 1)
    grid.cell.put_caret(0, 2)
    place = grid.caret_place()
    assert (place.part, place.block, place.offset) == ("s12", 1, len("STT\nChỉ tiêu\nSố\n1\n") + 2)


def test_a_table_that_shrinks_elsewhere_takes_the_caret_along(session, grid):
    grid.go_to(1, 2)
    session.change(ReplaceBlocks("s12", 1, 1, (Table((80.0,), ((Cell((paragraph("z"),)),),)),)))
    assert grid.cell.toPlainText() == "z"


def test_a_change_before_the_table_moves_it(session, grid):
    session.change(ReplaceBlocks("s12", 0, 0, (paragraph("Trước"),)))
    type_text(grid.cell, "x")
    assert shown(session)[0][0] == "xSTT"


def test_the_mouse_shows_where_an_edge_can_be_drawn(grid):
    QTest.mouseMove(grid, QPoint(grid._shape.columns[1], 5))
    QTest.mouseMove(grid, QPoint(grid._shape.columns[1] + 30, 2))
    grid.mouseMoveEvent(_move(grid._shape.columns[1]))
    assert grid.cursor().shape() == Qt.CursorShape.SplitHCursor


def _move(x):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    at = QPointF(x, 5)
    return QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NONE)


def test_what_is_typed_into_a_table_removed_meanwhile_is_let_go_with_it(session, grid):
    compose(grid.cell, "x")
    session.change(SetField("sections", (), "Xóa"))
    grid.cell.settle()
    assert session.report.sections == ()
    with pytest.raises(KeyError):
        grid.source.read(session.report)


def test_drawing_out_of_the_cell_being_written_chooses_cells(grid):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    for target in (centre(grid, 0, 0), centre(grid, 1, 1)):
        at = QPointF(grid.cell.mapFromParent(target))
        left = Qt.MouseButton.LeftButton
        grid.cell.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, left, NONE))
    assert grid.area == gridactions.Area(0, 0, 2, 2)


def test_shift_and_arrows_go_on_choosing(grid):
    press(grid.cell, Qt.Key.Key_End)
    press(grid.cell, Qt.Key.Key_Right, SHIFT)
    press(grid.cell, Qt.Key.Key_Right, SHIFT)
    assert grid.area == gridactions.Area(0, 0, 1, 3)


def test_a_page_down_lands_in_the_nearest_cell(editor, grid):
    grid.enter_at(grid.mapToGlobal(centre(grid, 1, 1)))
    assert grid.cell.toPlainText() == "Hồ sơ"


def test_an_offset_beyond_the_table_is_its_first_cell(grid):
    from bcdesk.ui.editor.cell import cell_at

    item, _, _ = cell_at(Table((10.0,), ((Cell(()),),)), 9)
    assert (item.row, item.column) == (0, 0)


@pytest.mark.parametrize(
    ("key", "modifiers", "shape"),
    [
        (Qt.Key.Key_Down, ALT | SHIFT, (3, 3)),
        (Qt.Key.Key_Right, ALT | SHIFT, (2, 4)),
        (Qt.Key.Key_Delete, ALT, (1, 3)),
        (Qt.Key.Key_Delete, ALT | SHIFT, (2, 2)),
    ],
)
def test_rows_and_columns_come_and_go_by_keys(grid, session, key, modifiers, shape):
    press(grid.cell, key, modifiers)
    table = session.report.sections[0].children[1].blocks[1]
    assert (len(table.rows), len(table.columns)) == shape


def test_keys_for_what_cannot_be_done_do_nothing(grid, session):
    before = session.report
    press(grid.cell, Qt.Key.Key_J, ALT)
    assert session.report is before
