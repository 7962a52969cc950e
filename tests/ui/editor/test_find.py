from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesk.report.report import HEADING, Place, find_section
from bcdesk.ui.editor.grid import Grid
from tests.ui.typing import CTRL, NONE, SHIFT, press, type_text, type_unikey


@pytest.fixture
def bar(editor):
    editor.show_place(Place("s11", 0, 0))
    press(editor.pen.field, Qt.Key.Key_H, CTRL)
    return editor.find_bar


def place(editor):
    found = editor.page.stop_with_caret() or next(stop for stop in editor.page.stops() if _chosen(stop))
    return found.caret_place()


def _chosen(stop):
    field = stop.cell if isinstance(stop, Grid) else stop
    return field.textCursor().hasSelection()


def selected(editor):
    return [
        text
        for stop in editor.page.stops()
        if (text := (stop.cell if isinstance(stop, Grid) else stop).textCursor().selectedText())
    ]


def test_ctrl_f_opens_the_bar_and_escape_closes_it(editor, field_at):
    press(field_at(Place("s2", 0)), Qt.Key.Key_F, CTRL)
    assert editor.find_bar.isVisible()
    assert editor.find_bar.wanted.hasFocus()
    assert not editor.find_bar.new.isVisible()
    press(editor.find_bar.wanted, Qt.Key.Key_Escape)
    assert not editor.find_bar.isVisible()
    assert editor.page.stop_with_caret() is not None


def test_the_selected_words_are_looked_for(editor, field_at):
    field_at(Place("s11", 0)).put_caret(0, 5, 3)
    editor.open_find()
    assert editor.find_bar.wanted.toPlainText() == "một"


def test_hits_are_counted_over_the_whole_report_while_one_types(bar):
    type_unikey(bar.wanted, "báo")
    assert bar._count.text() == "2 chỗ"


def test_without_marks_more_is_found(bar):
    type_text(bar.wanted, "bang")
    assert bar._count.text() == "Không có; không tính dấu thì có 1 chỗ"
    bar._marks.click()
    assert bar._count.text() == "1 chỗ"


def test_enter_jumps_from_the_caret_on_and_across_tabs(editor, bar):
    type_unikey(bar.wanted, "đánh")
    press(bar.wanted, Qt.Key.Key_Return, NONE, "\r")
    assert editor.tabs.key == "s2"
    assert selected(editor) == ["Đánh"]
    assert bar.wanted.hasFocus()
    assert bar._count.text() == "Chỗ 1 trong 1"


def test_the_hits_are_walked_through_round_and_back(editor, bar):
    type_unikey(bar.wanted, "báo")
    press(bar.wanted, Qt.Key.Key_Return, NONE, "\r")
    assert editor.tabs.key == "#end"
    press(bar.wanted, Qt.Key.Key_Return, NONE, "\r")
    assert editor.tabs.key == "#opening"
    press(bar.wanted, Qt.Key.Key_Return, SHIFT, "\r")
    assert editor.tabs.key == "#end"


def test_backwards_from_the_caret_finds_what_stands_before_it(editor, bar):
    type_text(bar.wanted, "một")
    editor._find_again(-1)
    assert bar._count.text() == "Chỗ 1 trong 1"


def test_f3_opens_the_bar_where_it_is_closed(editor, qtbot, field_at):
    qtbot.keyClick(field_at(Place("s2", 0)), Qt.Key.Key_F3)
    assert editor.find_bar.isVisible()


def test_a_hit_in_a_table_is_jumped_to(editor, bar):
    type_unikey(bar.wanted, "hồ")
    bar.go(1)
    assert selected(editor) == ["Hồ"]
    assert editor.pen.field.accessibleName().startswith("Ô hàng 2, cột 2")


def test_every_hit_of_the_page_is_marked_and_closing_takes_the_marks_away(editor, bar):
    type_unikey(bar.wanted, "kết")
    editor.show_place(Place("s1", HEADING))
    title = editor.page.stops()[1]
    assert len(title.extraSelections()) == 1
    bar.close_bar()
    assert title.extraSelections() == []


def test_hits_in_painted_cells_are_shown(editor, bar):
    editor.show_place(Place("s12", 0))
    grid = next(stop for stop in editor.page.stops() if isinstance(stop, Grid))
    before = grid.grab().toImage()
    bar.wanted.setFocus()
    type_unikey(bar.wanted, "hồ")
    assert grid.grab().toImage() != before


def test_replacing_all_is_one_step(session, bar):
    before = session.report
    type_unikey(bar.wanted, "báo cáo")
    type_unikey(bar.new, "tờ trình")
    bar.replace_all()
    assert session.report.opening[0].plain == "Mở đầu tờ trình."
    assert session.report.closing[0].plain == "Kính tờ trình./."
    assert bar._count.text() == "Đã thay 2 chỗ"
    assert session.undo_words == "Thay 2 chỗ"
    session.undo()
    assert session.report == before


def test_replacing_one_goes_on_to_the_next(session, editor, bar):
    type_unikey(bar.wanted, "báo")
    type_text(bar.new, "x")
    bar.replace_one()
    assert editor.tabs.key == "#end"
    press(bar.new, Qt.Key.Key_Return, NONE, "\r")
    assert session.report.closing[0].plain == "Kính x cáo./."
    assert editor.tabs.key == "#opening"
    bar.replace_one()
    assert session.report.opening[0].plain == "Mở đầu x cáo."
    assert bar._count.text() == "Không tìm thấy"
    bar.replace_one()
    bar.replace_all()


def test_replacing_keeps_bold(session, bar):
    type_unikey(bar.wanted, "đậm")
    type_text(bar.new, "to")
    bar.replace_all()
    run = find_section(session.report, "s11").blocks[1].runs[0]
    assert (run.text, run.bold) == ("to", True)


def test_case_and_whole_words_narrow_the_search(bar):
    type_text(bar.wanted, "s")
    bar._case.click()
    assert bar._count.text() == "1 chỗ"
    bar._whole.click()
    assert bar._count.text() == "Không tìm thấy"


def test_the_count_follows_what_is_typed_into_the_report(session, editor, bar):
    type_text(bar.wanted, "qqq")
    type_text(editor.page.stops()[4], "qqq")
    assert bar._count.text() == "1 chỗ"


def test_escape_on_a_button_closes_too(bar):
    bar._marks.setFocus()
    press(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    press(bar, Qt.Key.Key_A)


def test_a_selection_over_two_paragraphs_is_not_looked_for(editor, field_at):
    field_at(Place("s11", 0)).selectAll()
    editor.open_find()
    assert editor.find_bar.wanted.toPlainText() == ""


def test_what_is_nowhere_is_told(editor, bar):
    type_text(bar.wanted, "xyz")
    assert bar._count.text() == "Không tìm thấy"


def test_the_bar_asks_for_no_more_room_than_its_lines_before_it_was_ever_drawn(editor):
    assert editor.find_bar.sizeHint().height() < 150
