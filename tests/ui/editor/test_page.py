"""The sections of a tab are one document for the caret, the selection and the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import HEADING, Place, find_section, paragraph
from bcdesk.ui.editor.grid import Grid
from tests.ui.typing import CTRL, SHIFT, press, type_text, type_unikey


def walk(editor, key, times, modifiers=None):
    for _ in range(times):
        press(editor.pen.field, key, *([modifiers] if modifiers else []))


def here(editor):
    place = editor.page.stop_with_caret().caret_place()
    return place.part, place.block, place.offset


def plains(session, part):
    return [block.plain for block in blocks_of(session.report, part)]


def test_down_leaves_a_heading_for_its_text_and_the_text_for_the_next_heading(editor, field_at):
    field_at(Place("s11", HEADING, 3))
    walk(editor, Qt.Key.Key_Down, 1)
    assert here(editor)[:2] == ("s11", 0)
    walk(editor, Qt.Key.Key_Down, 2)
    assert here(editor)[:2] == ("s12", HEADING)


def test_up_comes_in_at_the_last_line(editor, field_at):
    field_at(Place("s12", HEADING, 0))
    walk(editor, Qt.Key.Key_Up, 1)
    walk(editor, Qt.Key.Key_Up, 1)
    assert here(editor)[:2] == ("s11", 1)


def test_right_at_the_end_goes_on_at_the_next_start_and_left_comes_back(editor, field_at):
    field_at(Place("s11", HEADING, 8))
    walk(editor, Qt.Key.Key_Right, 1)
    assert here(editor) == ("s11", 0, 0)
    walk(editor, Qt.Key.Key_Left, 1)
    assert here(editor) == ("s11", HEADING, 8)


def test_the_caret_walks_through_a_table(editor, field_at):
    field_at(Place("s12", 0, 3))
    walk(editor, Qt.Key.Key_Down, 1)
    assert isinstance(editor.page.stop_with_caret(), Grid)
    walk(editor, Qt.Key.Key_Down, 2)
    assert here(editor)[:2] == ("s12", 2)
    walk(editor, Qt.Key.Key_Up, 1)
    assert editor.pen.field.accessibleName().startswith("Ô hàng 2, cột 1")


def test_the_first_and_the_last_field_keep_the_caret(editor, field_at):
    field = field_at(Place("s1", HEADING, 0))
    press(field, Qt.Key.Key_Up)
    press(editor.pen.field, Qt.Key.Key_Left)
    press(editor.pen.field, Qt.Key.Key_Left)
    assert editor.pen.field.accessibleName() == "Ký hiệu mục"
    last = field_at(Place("s12", 2, 9))
    press(last, Qt.Key.Key_Right)
    assert editor.pen.field is last


def test_enter_in_a_heading_goes_to_its_text(editor, session, field_at):
    press(field_at(Place("s3", HEADING)), Qt.Key.Key_Return, text="\r")
    type_text(editor.pen.field, "x")
    assert plains(session, "s3") == ["x"]


def test_page_down_goes_a_page_down_and_page_up_back(editor, session, field_at, qtbot):
    lines = tuple(paragraph(f"Dòng {number}") for number in range(80))
    session.change(ReplaceBlocks("s11", 0, 2, lines))
    field_at(Place("s11", 0, 0))
    QTest.qWait(1)
    walk(editor, Qt.Key.Key_PageDown, 1)
    first = here(editor)
    assert first[0] == "s11"
    assert 10 < first[1] < 40
    walk(editor, Qt.Key.Key_PageDown, 4)
    assert here(editor)[0] == "s12"
    walk(editor, Qt.Key.Key_PageUp, 5)
    assert here(editor)[1] < 5


def test_what_is_written_far_below_is_scrolled_into_view(editor, session, field_at, qtbot):
    lines = tuple(paragraph(f"Dòng {number}") for number in range(80))
    session.change(ReplaceBlocks("s11", 0, 2, lines))
    field = field_at(Place("s11", 79, 3))
    qtbot.waitUntil(lambda: _visible(editor, field))


def _visible(editor, field):
    view = editor.page.viewport()
    top = view.mapFromGlobal(field.caret_rect().topLeft()).y()
    return 0 <= top <= view.height() - field.caret_rect().height()


def test_shift_carries_the_selection_on_into_the_next_field_and_copies_both(editor, field_at):
    field_at(Place("s11", 1, 4))
    walk(editor, Qt.Key.Key_Right, 6, SHIFT)
    press(editor.pen.field, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "nhạt\n+"


def test_shift_back_again_lets_go(editor, field_at):
    field = field_at(Place("s2", HEADING, 6))
    walk(editor, Qt.Key.Key_Right, 3, SHIFT)
    walk(editor, Qt.Key.Key_Left, 2, SHIFT)
    assert editor.pen.field is field
    press(field, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "i"


def test_select_all_twice_chooses_the_whole_tab(editor, field_at):
    field = field_at(Place("s12", 0))
    walk(editor, Qt.Key.Key_A, 2, CTRL)
    press(field, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("1.\nKết quả\n")
    assert "Đoạn một.\nĐậm nhạt" in copied
    assert "1\tHồ sơ\t2.310" in copied
    assert "<b>Đậm</b>" in QGuiApplication.clipboard().mimeData().html()


def test_typing_over_a_selection_of_several_fields_replaces_all_of_it(editor, session, field_at, clock):
    field_at(Place("s2", HEADING, 5))
    walk(editor, Qt.Key.Key_Right, 5, SHIFT)
    clock.now += 9
    type_unikey(editor.pen.field, "Mới")
    assert find_section(session.report, "s2").title == "Đánh "
    assert plains(session, "s2") == ["Mớiốt."]


def test_moving_the_caret_lets_the_other_fields_go(editor, session, field_at):
    field_at(Place("s2", HEADING, 5))
    walk(editor, Qt.Key.Key_Right, 5, SHIFT)
    walk(editor, Qt.Key.Key_End, 1)
    type_text(editor.pen.field, "x")
    assert find_section(session.report, "s2").title == "Đánh giá"


def test_a_table_chosen_with_the_tab_is_emptied_not_removed(editor, session, field_at):
    field_at(Place("s12", 0))
    walk(editor, Qt.Key.Key_A, 2, CTRL)
    press(editor.pen.field, Qt.Key.Key_Delete)
    table = find_section(session.report, "s12").blocks[0]
    assert all(text.plain == "" for row in table.rows for cell in row for text in cell.paragraphs)
    assert plains(session, "s11") == []


def test_a_selection_does_not_go_into_a_table(editor, field_at):
    field_at(Place("s12", 0, 8))
    walk(editor, Qt.Key.Key_Right, 1, SHIFT)
    assert isinstance(editor.page.stop_with_caret(), Grid)


def test_the_wheel_scrolls_the_page_over_a_field(editor, field_at):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    field_at(Place("s2", 0)).wheelEvent(event)
    assert not event.isAccepted()


def test_caret_moves_are_told(editor, field_at, qtbot):
    field = field_at(Place("s2", 0, 0))
    with qtbot.waitSignal(editor.caret_moved) as told:
        press(field, Qt.Key.Key_Right)
    assert (told.args[0].part, told.args[0].block, told.args[0].offset) == ("s2", 0, 1)


def test_no_field_has_a_scroll_bar_of_its_own(editor, session, field_at):
    field = field_at(Place("s2", 0, 4))
    before = field.height()
    type_text(field, "\n".join("dài" for _ in range(12)))
    assert field.height() > before + 11 * 15
    assert field.verticalScrollBar().maximum() == 0


def test_showing_a_place_tells_it_even_where_another_window_has_the_keyboard(qtbot, session):
    from bcdesk.ui.editor.editor import Editor

    hidden = Editor(session)
    qtbot.addWidget(hidden)
    with qtbot.waitSignal(hidden.caret_moved) as told:
        hidden.show_place(Place("recipients", 0))
    assert told.args[0] == Place("recipients", 0)


def test_tab_leads_on_from_the_last_text_to_the_buttons_of_the_page(editor, field_at):
    reached = []
    widget = field_at(Place("s2", 0))
    for _ in range(6):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        reached.append(widget.text() if isinstance(widget, QAbstractButton) else "")
    assert {"+ Thêm mục con", "Đã rà soát mục này"} <= set(reached)


def test_a_pasted_table_takes_the_caret_from_the_text_it_was_pasted_into(editor, field_at):
    field = field_at(Place("s11", 0))
    QGuiApplication.clipboard().setText("STT\tSố\n1\t12")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not field.hasFocus()
    left = field.grab().toImage()
    field.setFocus()
    editor.find_bar.wanted.setFocus()
    assert left == field.grab().toImage()


def test_the_line_with_the_caret_is_seen_whole_on_a_page_just_made(editor, qtbot):
    editor.resize(500, 240)
    editor.show_place(Place("s12", 1))

    def is_seen() -> bool:
        page = editor.page
        rect = page.stop_with_caret().caret_rect()
        top = page.viewport().mapFromGlobal(rect.topLeft()).y()
        return top >= 0 and top + rect.height() <= page.viewport().height()

    qtbot.waitUntil(is_seen)
