from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent

from bcdesk.report.edits import Become, ReplaceBlocks
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import HEADING, Cell, Paragraph, Place, Run, State, Table
from bcdesk.ui.editor.document import ANCHOR, mark_at
from bcdesk.ui.editor.footnote import FootnoteDialog
from bcdesk.ui.editor.grid import Grid
from tests.ui.typing import ALT, CTRL, compose, press, type_text, type_unikey

NOTE = (Run("Theo kế hoạch số 5."),)


def runs(session, part="s2", block=0):
    return blocks_of(session.report, part)[block].runs


def offered(field) -> list[str]:
    return [action.text() for action in field.menu().actions() if "hú thích" in action.text()]


def choose(field, words: str) -> None:
    next(action for action in field.menu().actions() if action.text() == words).trigger()


@pytest.fixture
def asked(editor):
    """Gives the dialog that is open."""

    def found() -> FootnoteDialog:
        (dialog,) = (one for one in editor.window().findChildren(FootnoteDialog) if one.isVisible())
        return dialog

    return found


@pytest.fixture
def noted(session, field_at):
    """A field with a footnote behind its first word, the caret behind the mark."""
    session.change(ReplaceBlocks("s2", 0, 1, (Paragraph((Run("Tốt", footnote=NOTE), Run("."))),)))
    field = field_at(Place("s2", 0))
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    return field


def test_a_footnote_is_hung_at_the_caret(session, field_at, asked):
    field = field_at(Place("s2", 0, 3))
    choose(field, "Thêm chú thích cuối trang…")
    type_unikey(asked().text, "Được ự")
    asked().act.click()
    assert runs(session) == (Run("Tốt", footnote=(Run("Được ự"),)), Run("."))


def test_a_footnote_hangs_behind_what_is_chosen(session, field_at, asked):
    field = field_at(Place("s2", 0))
    field.put_caret(0, 0, 3)
    choose(field, "Thêm chú thích cuối trang…")
    type_text(asked().text, "x")
    asked().act.click()
    assert runs(session) == (Run("Tốt", footnote=(Run("x"),)), Run("."))


def test_adding_a_footnote_is_one_step_to_undo_also_right_after_typing(session, field_at, asked):
    field = field_at(Place("s2", 0, 4))
    type_text(field, " Vâng")
    choose(field, "Thêm chú thích cuối trang…")
    type_text(asked().text, "x")
    asked().act.click()
    assert session.undo_words == "Thêm chú thích cuối trang"
    session.undo()
    assert runs(session) == (Run("Tốt. Vâng"),)
    assert field.toPlainText() == "Tốt. Vâng"


def test_typing_goes_on_behind_a_new_mark(session, field_at, asked):
    field = field_at(Place("s2", 0, 4))
    choose(field, "Thêm chú thích cuối trang…")
    type_text(asked().text, "x")
    asked().act.click()
    type_unikey(field, " Vâng")
    assert runs(session) == (Run("Tốt.", footnote=(Run("x"),)), Run(" Vâng"))


def test_a_footnote_is_changed(session, noted, asked):
    choose(noted, "Sửa chú thích…")
    assert asked().text.toPlainText() == "Theo kế hoạch số 5."
    type_text(asked().text, " Đã duyệt")
    asked().act.click()
    assert runs(session) == (Run("Tốt", footnote=(Run("Theo kế hoạch số 5. Đã duyệt"),)), Run("."))
    assert session.undo_words == "Sửa chú thích"
    session.undo()
    assert runs(session)[0].footnote == NOTE


def test_giving_up_changes_nothing(session, noted, asked):
    before = session.report
    choose(noted, "Sửa chú thích…")
    type_text(asked().text, "x")
    asked().leave.click()
    assert session.report == before


def test_a_footnote_is_taken_away_with_its_mark(session, noted):
    choose(noted, "Xóa chú thích")
    assert runs(session) == (Run("Tốt."),)
    session.undo()
    assert runs(session)[0].footnote == NOTE


def test_a_footnote_left_without_words_is_taken_away(session, noted, asked):
    choose(noted, "Sửa chú thích…")
    asked().text.selectAll()
    type_text(asked().text, " ")
    asked().act.click()
    assert runs(session) == (Run("Tốt."),)


def test_a_new_footnote_without_words_is_none(session, field_at, asked):
    before = session.report
    choose(field_at(Place("s2", 0)), "Thêm chú thích cuối trang…")
    asked().act.click()
    assert session.report == before


def test_deleting_the_mark_takes_the_footnote_away(session, noted):
    press(noted, Qt.Key.Key_Backspace)
    assert runs(session) == (Run("Tốt."),)


def test_a_footnote_keeps_bold_and_lines(session, field_at, asked):
    choose(field_at(Place("s2", 0, 4)), "Thêm chú thích cuối trang…")
    text = asked().text
    type_text(text, "a")
    press(text, Qt.Key.Key_Return, text="\r")
    text.toggle(bold=True)
    type_text(text, "b")
    asked().act.click()
    assert runs(session)[0].footnote == (Run("a\n"), Run("b", bold=True))


def test_lines_of_a_footnote_are_shown_and_kept(session, noted, asked):
    lines = (Run("a\nb"),)
    session.change(ReplaceBlocks("s2", 0, 1, (Paragraph((Run("Tốt", footnote=lines),)),)))
    noted.moveCursor(noted.textCursor().MoveOperation.End)
    choose(noted, "Sửa chú thích…")
    type_text(asked().text, "c")
    asked().act.click()
    assert runs(session)[0].footnote == (Run("a\nbc"),)


def test_a_syllable_still_being_composed_is_kept(session, field_at, asked):
    choose(field_at(Place("s2", 0, 4)), "Thêm chú thích cuối trang…")
    compose(asked().text, "việ")
    asked().accept()
    assert runs(session)[0].footnote == (Run("việ"),)


def test_a_syllable_being_composed_before_the_mark_is_kept(session, editor, field_at, asked):
    compose(field_at(Place("s2", 0, 4)), "việ")
    press(editor.focusWidget(), Qt.Key.Key_F, CTRL | ALT)
    type_text(asked().text, "x")
    asked().act.click()
    assert runs(session) == (Run("Tốt.việ", footnote=(Run("x"),)),)


def test_a_footnote_hangs_in_a_cell(session, editor, field_at, asked):
    field = field_at(Place("s12", 1))
    choose(field, "Thêm chú thích cuối trang…")
    type_text(asked().text, "x")
    asked().act.click()
    assert runs_of_first_cell(session)[-1].footnote == (Run("x"),)


def runs_of_first_cell(session):
    return [run for run in blocks_of(session.report, "s12")[1].rows[0][0].paragraphs[0].runs if run.footnote]


@pytest.mark.parametrize("place", [Place("s2", HEADING), Place("subject")])
def test_plain_lines_hold_no_footnote(editor, field_at, place):
    assert offered(field_at(place)) == []
    press(editor.focusWidget(), Qt.Key.Key_F, CTRL | ALT)
    assert editor.window().findChildren(FootnoteDialog) == []


def test_a_signed_report_is_offered_no_footnote(session, noted):
    session.change(Become(replace(session.report, state=State.SIGNED), "Ký"))
    assert offered(noted) == []


def test_a_mark_tells_its_text(noted):
    cursor = noted.textCursor()
    assert cursor.charFormat().toolTip().startswith("Chú thích: Theo kế hoạch số 5.")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_is_for_where_one_clicked(noted):
    cursor = noted.textCursor()
    cursor.setPosition(4)
    at = noted.cursorRect(cursor).center()
    noted.moveCursor(cursor.MoveOperation.End)
    noted.menu_opening.connect(lambda menu: QTimer.singleShot(0, menu.close))
    noted.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(at), noted.mapToGlobal(at)))
    assert noted.textCursor().position() == 4
    assert offered(noted) == ["Sửa chú thích…", "Xóa chú thích"]


def test_a_long_footnote_scrolls_in_its_dialog(qtbot):
    dialog = FootnoteDialog((Run("Tiếng Việt " * 2000),))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.text.verticalScrollBar().maximum() > 0
    assert dialog.text.height() < dialog.height()


def numbers(widget) -> list[int]:
    """The numbers the marks of a field are drawn with."""
    widget.grab()
    document = widget.document()
    return [mark_at(document, at) for at in range(document.characterCount()) if document.characterAt(at) == ANCHOR]


def noted_text(*words: str) -> Paragraph:
    return Paragraph(tuple(Run(word, footnote=NOTE) for word in words))


def test_marks_are_numbered_as_on_paper(session, field_at):
    session.change(ReplaceBlocks("s1", 0, 1, (noted_text("một", "hai"), noted_text("\U0001f600 ba"))))
    session.change(ReplaceBlocks("s2", 0, 1, (noted_text("bốn"),)))
    assert numbers(field_at(Place("s1", 0))) == [1, 2, 3]
    assert numbers(field_at(Place("s2", 0))) == [4]


def test_marks_are_numbered_anew_when_one_before_them_goes(session, field_at):
    session.change(ReplaceBlocks("s1", 0, 1, (noted_text("một"),)))
    session.change(ReplaceBlocks("s2", 0, 1, (noted_text("hai"),)))
    field = field_at(Place("s2", 0))
    assert numbers(field) == [2]
    session.change(ReplaceBlocks("s1", 0, 1, (Paragraph((Run("một"),)),)))
    assert numbers(field) == [1]


def test_marks_in_a_table_are_numbered_from_cell_to_cell(session, editor, qtbot):
    cells = tuple(Cell((noted_text(word),)) for word in ("hai", "ba"))
    session.change(ReplaceBlocks("s2", 0, 1, (noted_text("một"), Table((80.0, 80.0), (cells,)), noted_text("bốn"))))
    editor.show_place(Place("s2", 1))
    (grid,) = editor.page.findChildren(Grid)
    assert numbers(grid.cell) == [2]
    second = grid._texts.of(grid._shape.cells[1], grid._shape)
    grid.grab()
    assert mark_at(second, 2) == 3
    grid.go_to(0, 1)
    assert numbers(grid.cell) == [3]
    editor.show_place(Place("s2", 2))
    assert numbers(editor.pen.field) == [4]
