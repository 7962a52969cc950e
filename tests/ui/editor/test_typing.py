"""Typing is sacred: whatever way the letters come, the report holds what the clerk typed."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bcdesk.report.edits import ReplaceBlocks, SetHeading
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import BASES, CLOSING, HEADING, OPENING, Place, find_section, paragraph
from bcdesk.ui.editor.field import Field
from tests.ui.typing import CTRL, SHIFT, commit, compose, press, type_composing, type_text, type_unikey

WORDS = "Tiếng Việt được gõ đúng, ứng xử"


def plains(session, part):
    return [block.plain for block in blocks_of(session.report, part)]


def test_unikey_types_by_deleting_and_nothing_is_lost(session, field_at):
    type_unikey(field_at(Place("s3", 0)), WORDS)
    assert plains(session, "s3") == [WORDS]


def test_an_input_method_that_composes_loses_nothing(session, field_at):
    type_composing(field_at(Place("s3", 0)), WORDS)
    assert plains(session, "s3") == [WORDS + " "]


PLACES = [
    Place("subject", 0), Place("date_range"), Place("number"), Place("symbol"), Place("place"), Place("draft_mark"),
    Place("addressees"), Place("drafting_unit"), Place("drafter"), Place("recipients", 0), Place("signature"),
    Place(OPENING, 0), Place(CLOSING, 0), Place("s2", HEADING), Place("s2", 0), Place("s12", 1),
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.part}{place.block}")
def test_every_field_takes_what_unikey_types(session, field_at, place):
    field = field_at(place)
    field.selectAll()
    type_unikey(field, "Được ự")
    assert field.toPlainText() == "Được ự"
    assert [text.plain for text in field.source.read(session.report)] == ["Được ự"]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.part}{place.block}")
def test_every_field_keeps_what_is_composed(session, field_at, place):
    field = field_at(place)
    field.selectAll()
    type_composing(field, "Được ự")
    assert [text.plain for text in field.source.read(session.report)] == ["Được ự "]


def test_an_open_syllable_is_not_in_the_report_yet(session, field_at):
    before = session.report
    compose(field_at(Place("s2", 0, 4)), "việ")
    assert session.report is before


def test_what_was_put_in_counts_also_while_the_next_syllable_is_open(session, field_at):
    field = field_at(Place("s3", 0))
    commit(field, "xã ")
    compose(field, "B")
    assert plains(session, "s3") == ["xã "]


def test_a_change_from_elsewhere_does_not_touch_a_text_being_composed(session, field_at):
    field = field_at(Place("s2", 0, 4))
    compose(field, "việ")
    session.change(ReplaceBlocks("s2", 0, 1, (paragraph("Khác hẳn."),)))
    assert field.toPlainText() == "Tốt."
    assert field.composing


def test_a_change_that_waited_shows_when_composing_is_given_up(session, field_at):
    field = field_at(Place("s2", 0, 4))
    compose(field, "việ")
    session.change(ReplaceBlocks("s2", 0, 1, (paragraph("Khác hẳn."),)))
    compose(field, "")
    assert field.toPlainText() == "Khác hẳn."
    assert plains(session, "s2") == ["Khác hẳn."]


def test_words_typed_while_a_change_waited_win(session, field_at):
    field = field_at(Place("s2", 0, 4))
    compose(field, "việ")
    session.change(ReplaceBlocks("s2", 0, 1, (paragraph("Khác hẳn."),)))
    commit(field, "việt")
    assert plains(session, "s2") == ["Tốt.việt"]


def test_changing_tabs_keeps_the_open_syllable(session, editor, field_at):
    compose(field_at(Place("s2", 0, 4)), "việt")
    editor.tabs.turn(1)
    assert plains(session, "s2") == ["Tốt.việt"]


def test_committing_keeps_the_open_syllable(session, editor, field_at):
    compose(field_at(Place("s2", 0, 4)), "việt")
    editor.commit_composition()
    assert plains(session, "s2") == ["Tốt.việt"]


def test_undo_takes_back_the_open_syllable_first(session, field_at):
    field = field_at(Place("s2", 0, 4))
    compose(field, "việt")
    press(field, Qt.Key.Key_Z, CTRL)
    assert plains(session, "s2") == ["Tốt."]
    assert not field.composing


def test_undo_goes_through_the_session_and_gives_whole_words_back(session, field_at, clock):
    field = field_at(Place("s3", 0))
    type_unikey(field, "tiếng")
    clock.now += 10
    type_unikey(field, " việt")
    press(field, Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == "tiếng"
    press(field, Qt.Key.Key_Z, CTRL | SHIFT)
    assert field.toPlainText() == "tiếng việt"


def test_undo_shows_the_tab_it_touches(session, editor, field_at):
    type_text(field_at(Place("s2", 0, 4)), " Hết")
    editor.show_place(Place("recipients"))
    session.undo()
    assert editor.tabs.key == "s2"
    assert editor.pen.field.caret() == (0, 4)


def test_a_change_elsewhere_in_the_text_keeps_the_caret_where_it_was(session, field_at):
    field = field_at(Place("s11", 1, 3))
    session.change(ReplaceBlocks("s11", 0, 1, (paragraph("Đoạn một dài hơn nhiều."), paragraph("Thêm."))))
    assert field.caret() == (2, 3)


def test_a_letter_typed_decomposed_is_composed_in_the_report_and_on_leaving_in_the_field(session, editor, field_at):
    field = field_at(Place("s3", 0))
    type_text(field, unicodedata.normalize("NFD", "ế"))
    assert plains(session, "s3") == ["ế"]
    assert field.toPlainText() == unicodedata.normalize("NFD", "ế")
    editor.show_place(Place("s3", HEADING))
    assert field.toPlainText() == "ế"


def test_a_no_break_space_stays_one(session, field_at):
    type_text(field_at(Place("s3", 0)), "số\u00a05")
    assert plains(session, "s3") == ["số\u00a05"]


def test_enter_makes_a_paragraph_and_shift_enter_a_line(session, field_at):
    field = field_at(Place("s3", 0))
    type_text(field, "một\nhai")
    press(field, Qt.Key.Key_Return, SHIFT, "\r")
    type_text(field, "ba")
    assert plains(session, "s3") == ["một", "hai\nba"]


def test_one_change_replaces_only_the_paragraphs_it_touches(session, field_at):
    heard = []
    field = field_at(Place("s11", 1, 0))
    session.listen(heard.append)
    type_text(field, "x")
    assert heard[0].place == "s11#1"


def test_bullets_stay_as_typed(session, field_at):
    type_text(field_at(Place("s3", 0)), "- một\n+ hai")
    assert plains(session, "s3") == ["- một", "+ hai"]


def test_emptying_a_field_and_typing_again_stays_in_it(session, field_at):
    field = field_at(Place("s2", 0))
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    assert plains(session, "s2") == []
    type_unikey(field, "Mới")
    assert plains(session, "s2") == ["Mới"]


def test_bold_marks_the_selection_and_what_is_typed_next(session, editor, field_at):
    field = field_at(Place("s2", 0))
    field.put_caret(0, 0, 2)
    editor.bold()
    field.put_caret(0, 4)
    editor.italic()
    type_unikey(field, " lắm")
    runs = find_section(session.report, "s2").blocks[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("Tố", True, False), ("t.", False, False), (" lắm", False, True),
    ]  # fmt: skip


def test_bold_again_takes_it_off(session, editor, field_at):
    field = field_at(Place("s11", 1))
    field.put_caret(1, 0, 3)
    press(field, Qt.Key.Key_B, CTRL)
    assert find_section(session.report, "s11").blocks[1] == paragraph("Đậm nhạt")


def test_a_heading_takes_no_bold(session, editor, field_at):
    field = field_at(Place("s2", HEADING))
    field.selectAll()
    editor.bold()
    type_text(field, "x")
    assert find_section(session.report, "s2").title == "x"


def test_the_heading_follows_a_change_from_elsewhere(session, field_at):
    field = field_at(Place("s2", HEADING))
    session.change(SetHeading("s2", "II.", "Nhận xét"))
    assert field.toPlainText() == "Nhận xét"


def test_the_menu_of_a_text_is_vietnamese(field_at):
    words = [action.text() for action in field_at(Place("s2", 0)).menu().actions() if action.text()]
    assert words[:5] == ["Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]


def test_tab_goes_to_the_next_field(editor, field_at):
    press(field_at(Place("s2", HEADING)), Qt.Key.Key_Tab, text="\t")
    assert editor.focusWidget().accessibleName() != "Tiêu đề mục"


def test_text_can_be_deleted_from_the_menu(session, field_at):
    field = field_at(Place("s2", 0))
    field.put_caret(0, 0, 2)
    next(action for action in field.menu().actions() if action.text() == "Xóa").trigger()
    assert plains(session, "s2") == ["t."]


def test_a_signed_report_can_be_read_but_not_written(session, editor, field_at):
    from dataclasses import replace

    from bcdesk.report.edits import Become
    from bcdesk.report.report import State

    session.change(Become(replace(session.report, state=State.SIGNED), "Ký"))
    field = field_at(Place("s2", 0, 4))
    type_text(field, "x")
    assert plains(session, "s2") == ["Tốt."]
    number = field_at(Place("number"))
    type_text(number, "12")
    assert session.report.number == "12"


def test_a_button_on_a_signed_report_says_why_nothing_happens(session, editor, qtbot):
    from dataclasses import replace

    from bcdesk.report.edits import Become
    from bcdesk.report.report import State

    session.change(Become(replace(session.report, state=State.SIGNED), "Ký"))
    with qtbot.waitSignal(editor.refused) as said:
        editor.add_section()
    assert "đã ký" in said.args[0]


def test_every_writing_of_the_page_is_its_own_undo_less_text(editor):
    editor.show_place(Place("s1", HEADING))
    assert all(not field.isUndoRedoEnabled() for field in editor.page.findChildren(Field))
    assert QApplication.focusWidget() is editor.pen.field


def test_bases_take_text(session, editor, field_at):
    session.change(ReplaceBlocks(BASES, 0, 0, (paragraph("Căn cứ Luật;"),)))
    type_unikey(field_at(Place(BASES, 0, 12)), " Được")
    assert plains(session, BASES) == ["Căn cứ Luật; Được"]


def test_bold_never_reaches_a_text_on_another_tab(session, editor, field_at):
    field_at(Place("s2", 0)).selectAll()
    editor.tabs.setCurrentIndex(editor.tabs.count() - 1)
    before = session.report
    editor.bold()
    editor.italic()
    assert session.report is before
