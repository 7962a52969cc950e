from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from bcdesk.report.outline_rows import DEEPEST
from bcdesk.report.record import dumps, loads
from bcdesk.report.report import HEADING, Place, walk
from bcdesk.ui.editor import structure
from tests.ui.typing import CTRL, SHIFT, compose, press, type_text


def outline(session) -> list[str]:
    return [f"{'  ' * depth}{section.heading}" for depth, section in walk(session.report.sections)]


def choose(menu, words):
    next(action for action in menu.actions() if action.text() == words).trigger()


def button(page, words):
    return next(one for one in page.findChildren(QPushButton) if one.text() == words)


def test_a_section_added_goes_behind_the_one_with_the_caret_and_takes_the_next_marker(session, editor, field_at):
    field_at(Place("s12", 0))
    editor.add_section()
    assert outline(session)[:4] == ["1. Kết quả", "  + Tài liệu", "  + Hội nghị", "  +"]
    type_text(editor.pen.field, "Mới")
    assert outline(session)[3] == "  + Mới"


def test_a_section_added_from_the_head_goes_to_the_end(session, editor):
    editor.add_section()
    assert outline(session)[-1] == "4."
    assert editor.tabs.currentIndex() == 5


def test_the_button_below_the_tabs_adds_at_the_end(session, editor, field_at):
    field_at(Place("s12", 0))
    button(editor.sidebar, "+ Thêm mục").click()
    assert outline(session)[-1] == "4."


def test_the_first_section_of_an_empty_report_is_number_one(session, editor):
    from bcdesk.report.edits import SetField

    session.change(SetField("sections", ()))
    editor.add_section()
    assert outline(session) == ["I."]


def test_a_section_added_inside_comes_last_with_the_marker_of_its_level(session, editor, field_at):
    field_at(Place("s2", 0))
    button(editor.page, "+ Thêm mục con").click()
    assert outline(session)[4] == "  a)"
    place = editor.page.stop_with_caret().caret_place()
    assert place.block == HEADING
    assert place.part not in {"s1", "s2", "s3", "s11", "s12"}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, ["1. Kết quả", "  + Tài liệu", "    + Hội nghị"]),
        (Qt.Key.Key_Left, ["1. Kết quả", "  + Tài liệu", "+ Hội nghị"]),
        (Qt.Key.Key_Up, ["1. Kết quả", "  + Hội nghị", "  + Tài liệu"]),
    ],
)
def test_alt_and_arrows_move_the_section_with_the_caret(session, editor, field_at, qtbot, key, expected):
    field = field_at(Place("s12", HEADING))
    qtbot.keyClick(field, key, Qt.KeyboardModifier.AltModifier)
    assert outline(session)[:3] == expected
    place = editor.page.stop_with_caret().caret_place()
    assert (place.part, place.block) == ("s12", HEADING)


def test_a_section_can_be_moved_down_over_the_next(session, editor, field_at, qtbot):
    qtbot.keyClick(field_at(Place("s11", 0)), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert outline(session)[1:3] == ["  + Hội nghị", "  + Tài liệu"]


def test_the_open_syllable_is_kept_when_a_section_moves(session, editor, field_at, qtbot):
    field = field_at(Place("s12", HEADING, 8))
    compose(field, "việt")
    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert outline(session)[1] == "  + Hội nghịviệt"


def test_the_keys_to_move_a_section_do_nothing_where_there_is_none(session, editor, qtbot):
    before = session.report
    qtbot.keyClick(editor.focusWidget() or editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.report is before


@pytest.mark.parametrize(
    ("act", "section"),
    [
        (structure.moved_up, "s1"),
        (structure.moved_down, "s3"),
        (structure.nested, "s11"),
        (structure.unnested, "s1"),
        (structure.counted_anew, "s1"),
    ],
)
def test_what_cannot_be_done_gives_no_edit(session, act, section):
    assert act(session.report, section) is None


def test_a_report_is_never_nested_deeper_than_can_be_opened_again(session):
    section, edit = "s3", structure.added_inside(session.report, "s3")
    while edit:
        session.change(edit)
        section, edit = edit.section.id, structure.added_inside(session.report, edit.section.id)
    assert max(depth for depth, _ in walk(session.report.sections)) == DEEPEST - 1
    beside = structure.added(session.report, section)
    session.change(beside)
    assert structure.nested(session.report, beside.section.id) is None
    assert loads(dumps(session.report)) == session.report


def test_an_unknown_section_is_said_so(session):
    with pytest.raises(KeyError):
        structure.spot_of(session.report, "nowhere")
    with pytest.raises(KeyError):
        structure.removed(session.report, "nowhere")


def test_the_menu_of_a_tab_renames_reviews_and_removes(session, editor):
    choose(editor.sidebar.menu("s2"), "Đổi tên")
    assert editor.page.stop_with_caret().caret_place() == Place("s2", HEADING)
    choose(editor.sidebar.menu("s2"), "Đánh dấu đã rà soát")
    assert session.report.sections[1].reviewed
    choose(editor.sidebar.menu("s2"), "Bỏ đánh dấu đã rà soát")
    assert not session.report.sections[1].reviewed
    choose(editor.sidebar.menu("s2"), "Xóa mục")
    assert [section.id for section in session.report.sections] == ["s1", "s3"]
    assert editor.tabs.key == "s3"
    session.undo()
    assert editor.tabs.key == "s2"


def test_sections_are_counted_anew_on_request_only(session, editor):
    choose(editor.sidebar.menu("s1"), "Xóa mục")
    assert outline(session) == ["2. Đánh giá", "3. Kiến nghị"]
    choose(editor.sidebar.menu("s3"), "Đánh số lại các mục")
    assert outline(session) == ["1. Đánh giá", "2. Kiến nghị"]


def test_a_fixed_tab_offers_only_to_add(session, editor):
    menu = editor.sidebar.menu("#head")
    assert [action.text() for action in menu.actions()] == ["Thêm mục"]
    choose(menu, "Thêm mục")
    assert len(session.report.sections) == 4


def test_the_box_at_the_foot_marks_a_section_as_reviewed(session, editor):
    editor.show_place(Place("s2", 0))
    editor.page.findChild(QCheckBox).click()
    assert session.report.sections[1].reviewed
    session.undo()
    assert not editor.page.findChild(QCheckBox).isChecked()


def test_removing_the_last_section_leads_to_the_tab_behind_it(session, editor):
    editor.show_place(Place("s3", 0))
    choose(editor.sidebar.menu("s3"), "Xóa mục")
    assert editor.tabs.key == "#end"


def test_a_section_nested_away_from_its_tab_is_followed(session, editor, field_at, qtbot):
    qtbot.keyClick(field_at(Place("s2", 0)), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert editor.tabs.key == "s1"
    place = editor.page.stop_with_caret().caret_place()
    assert place.part == "s2"


def test_a_section_is_renamed_reviewed_and_removed_by_keys(session, editor, field_at):
    press(field_at(Place("s2", 0)), Qt.Key.Key_F2)
    assert editor.page.stop_with_caret().caret_place() == Place("s2", HEADING)
    press(editor.focusWidget(), Qt.Key.Key_A, CTRL | SHIFT)
    assert session.report.sections[1].reviewed
    press(editor.focusWidget(), Qt.Key.Key_Delete, CTRL | SHIFT)
    assert [section.id for section in session.report.sections] == ["s1", "s3"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_can_be_done_with_the_section_at_the_caret_is_offered_by_keys(editor, field_at):
    press(field_at(Place("s2", 0)), Qt.Key.Key_M, CTRL)
    menu = QApplication.activePopupWidget()
    said = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert said == [action.words for action in structure.ACTIONS]
