"""Tables, pictures and paragraphs of one part, however they come and go."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPushButton

from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import HEADING, OPENING, Paragraph, Place, Run, Table, paragraph
from bcdesk.ui.editor.grid import Grid
from tests.ui.typing import type_text, type_unikey


def kinds(session, part):
    return [
        block.plain if isinstance(block, Paragraph) else type(block).__name__
        for block in blocks_of(session.report, part)
    ]


def paste_into(field, html="", text=""):
    source = QMimeData()
    if html:
        source.setHtml(html)
    if text:
        source.setText(text)
    field.insertFromMimeData(source)


def test_words_paste_with_bold_and_paragraphs_and_without_fonts(session, field_at):
    field = field_at(Place("s2", 0, 2))
    paste_into(field, "<p style='font:bold 30pt Arial;color:red'>đẹp</p><p>và</p>")
    assert blocks_of(session.report, "s2") == (
        Paragraph((Run("Tố"), Run("đẹp", bold=True))), Paragraph((Run("vàt."),)),
    )  # fmt: skip


def test_a_word_pasted_into_bold_text_becomes_bold(session, field_at):
    paste_into(field_at(Place("s11", 1, 2)), text="n")
    assert blocks_of(session.report, "s11")[1].runs[0] == Run("Đậnm", bold=True)


def test_a_pasted_table_divides_the_paragraph_it_is_pasted_into(session, editor, field_at):
    paste_into(field_at(Place("s2", 0, 2)), text="a\tb\nc\td\n")
    assert kinds(session, "s2") == ["Tố", "Table", "t."]
    assert isinstance(editor.page.stop_with_caret(), Grid)


def test_a_table_between_words_is_pasted_whole(session, editor, field_at):
    paste_into(field_at(Place("s3", 0)), "<p>trước</p><table><tr><td>a</table><p>sau</p>")
    assert kinds(session, "s3") == ["trước", "Table", "sau"]
    assert editor.page.stop_with_caret().caret_place() == Place("s3", 2)


def test_a_pasted_table_replaces_the_selection(session, field_at):
    field = field_at(Place("s2", 0))
    field.selectAll()
    paste_into(field, text="a\tb\nc\td\n")
    assert kinds(session, "s2") == ["Table"]


def test_what_is_too_large_is_refused_in_words(session, editor, field_at, qtbot, monkeypatch):
    from bcdesk.ui.editor import paste

    monkeypatch.setattr(paste, "MOST_TEXT", 3)
    field = field_at(Place("s2", 0))
    with qtbot.waitSignal(editor.refused) as said:
        paste_into(field, text="quá dài")
    assert "quá lớn" in said.args[0]
    assert kinds(session, "s2") == ["Tốt."]


def test_an_inserted_table_is_three_by_three_and_takes_the_caret(session, editor, field_at):
    field_at(Place("s2", 0, 4))
    editor.insert_table()
    table = blocks_of(session.report, "s2")[1]
    assert (len(table.rows), len(table.columns)) == (3, 3)
    type_text(editor.pen.field, "x")
    assert blocks_of(session.report, "s2")[1].rows[0][0].paragraphs == (paragraph("x"),)
    session.undo()
    session.undo()
    assert kinds(session, "s2") == ["Tốt."]


def test_a_table_can_be_inserted_from_the_menu_of_a_text(session, field_at):
    menu = field_at(Place("s2", 0, 0)).menu()
    next(action for action in menu.actions() if action.text() == "Chèn bảng").trigger()
    assert kinds(session, "s2") == ["Table", "Tốt."]


def test_from_a_heading_a_table_goes_to_the_end_of_its_section(session, editor, field_at):
    field_at(Place("s12", HEADING))
    editor.insert_table()
    assert kinds(session, "s12") == ["Số liệu:", "Table", "Sau bảng.", "Table"]


def test_the_head_takes_no_table(session, editor):
    before = session.report
    editor.insert_table()
    assert session.report is before


def test_the_opening_takes_tables(session, editor):
    editor.show_place(Place(OPENING, 0, 15))
    editor.insert_table()
    assert kinds(session, OPENING) == ["Mở đầu báo cáo.", "Table"]


def test_typing_goes_on_between_tables(session, editor, field_at):
    field_at(Place("s12", 2, 9))
    editor.insert_table()
    editor.show_place(Place("s12", 2, 0))
    type_unikey(editor.pen.field, "Giữa ")
    assert kinds(session, "s12") == ["Số liệu:", "Table", "Giữa Sau bảng.", "Table"]


def test_a_table_that_comes_back_by_undo_stands_where_it_was(session, editor, field_at):
    field_at(Place("s12", 2, 0))
    session.change(ReplaceBlocks("s12", 0, 3, (paragraph("Chỉ chữ."),)))
    assert [type(stop).__name__ for stop in editor.page.stops()].count("Grid") == 0
    session.undo()
    assert [type(stop).__name__ for stop in editor.page.stops()].count("Grid") == 1
    type_text(editor.pen.field, "x")
    assert kinds(session, "s12")[1] == "Table"


def add_appendix(editor):
    editor.show_place(Place("appendices"))
    next(one for one in editor.page.findChildren(QPushButton) if one.text() == "Thêm phụ lục").click()


def test_an_appendix_has_a_title_and_text(session, editor):
    add_appendix(editor)
    type_unikey(editor.pen.field, "Biểu mẫu 1")
    type_text(editor.pen.field, "\nhai")
    editor.show_place(Place(session.report.appendices[0].id, 0))
    type_unikey(editor.pen.field, "Số liệu")
    (appendix,) = session.report.appendices
    assert appendix.title == ("Biểu mẫu 1", "hai")
    assert appendix.blocks == (paragraph("Số liệu"),)


def test_a_title_of_an_appendix_counts_its_offsets_through_its_lines(session, editor):
    add_appendix(editor)
    type_text(editor.pen.field, "một\nhai")
    appendix = session.report.appendices[0].id
    assert editor.pen.field.caret_place().offset == 7
    editor.show_place(Place(appendix, HEADING, 5))
    assert editor.pen.field.caret() == (1, 1)


def test_appendices_are_turned_numbered_and_removed(session, editor):
    from PySide6.QtWidgets import QCheckBox, QLabel

    add_appendix(editor)
    editor.page.findChild(QCheckBox).click()
    assert session.report.appendices[0].landscape
    assert "Phụ lục" in [label.text() for label in editor.page.findChildren(QLabel)]
    add_appendix(editor)
    shown = [label.text() for label in editor.page.findChildren(QLabel)]
    assert {"Phụ lục I", "Phụ lục II"} <= set(shown)
    next(one for one in editor.page.findChildren(QPushButton) if one.text() == "Xóa phụ lục").click()
    assert len(session.report.appendices) == 1
    session.undo()
    assert session.report.appendices[0].landscape


def test_a_table_goes_into_the_appendix_with_the_caret(session, editor):
    editor.show_place(Place("appendices"))
    editor.insert_table()
    assert session.report.appendices == ()
    add_appendix(editor)
    editor.insert_table()
    assert type(session.report.appendices[0].blocks[0]) is Table
    assert isinstance(editor.page.stop_with_caret(), Grid)
