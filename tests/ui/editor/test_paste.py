from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl

from bcdesk.errors import PasteTooBig
from bcdesk.report.report import Cell, Paragraph, Picture, Run, Table, paragraph
from bcdesk.ui.editor import paste


def copied(text: str = "", html: str = "") -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


def cells(table: Table) -> list[list[str]]:
    return [["\n".join(text.plain for text in cell.paragraphs) for cell in row] for row in table.rows]


def test_plain_text_becomes_paragraphs_empty_ones_kept():
    assert paste.blocks(copied("một\r\n\r\nhai")) == (paragraph("một"), Paragraph(), paragraph("hai"))


def test_what_is_pasted_is_nfc():
    assert paste.blocks(copied("tie\u0302\u0301ng")) == (paragraph("tiếng"),)


def test_marked_up_text_is_preferred_to_plain():
    assert paste.blocks(copied("a", "<b>a</b>")) == (Paragraph((Run("a", bold=True),)),)


def test_markup_that_shows_nothing_gives_way_to_plain_text():
    assert paste.blocks(copied("a", "<script>x</script>")) == (paragraph("a"),)


def test_runs_alike_grow_together():
    assert paste.blocks(copied("ab", "<p><span>a</span><span>b</span></p>")) == (paragraph("ab"),)


def test_lines_divided_alike_by_tabs_are_a_table():
    (table,) = paste.blocks(copied('a\tb\n"c\nd"\te\n'))
    assert cells(table) == [["a", "b"], ["c\nd", "e"]]
    assert sum(table.columns) == pytest.approx(160)


def test_one_row_of_a_spreadsheet_is_a_table_and_a_tab_in_a_line_is_none():
    assert isinstance(paste.blocks(copied("a\tb\n"))[0], Table)
    assert paste.blocks(copied("a\tb")) == (paragraph("a\tb"),)


def test_lines_divided_unevenly_are_text():
    assert paste.blocks(copied("a\tb\nc\n")) == (paragraph("a\tb"), paragraph("c"), Paragraph())


def test_controls_and_marks_of_the_screen_do_not_get_in():
    assert paste.blocks(copied("a\x00\x07\ufffc\ufeffb")) == (paragraph("ab"),)


def test_line_ends_of_every_kind_end_paragraphs():
    assert len(paste.blocks(copied("a\rb\u2028c\u2029d\x0be"))) == 5


def test_what_is_larger_than_any_report_is_refused():
    with pytest.raises(PasteTooBig):
        paste.blocks(copied("a" * (paste.MOST_TEXT + 1)))


def test_monstrous_markup_gives_way_to_its_plain_text(monkeypatch):
    monkeypatch.setattr(paste, "MOST_HTML", 10)
    assert paste.blocks(copied("a", "<b>aaaaaaaaaaaa</b>")) == (paragraph("a"),)


TABLE = Table((80.0, 80.0), ((Cell((paragraph("a"), paragraph("b"))), Cell((paragraph("c"),))),))


def test_a_table_where_only_text_goes_becomes_a_paragraph_for_each_row():
    assert paste.only_text((paragraph("x"), TABLE, Picture(b"", "image/png", 1.0))) == (
        paragraph("x"),
        Paragraph((Run("a"), Run(" "), Run("b"), Run("\t"), Run("c"))),
    )


def test_everything_fits_on_one_line():
    assert paste.on_one_line((paragraph("a\tb"), Paragraph(), paragraph("c\nd"))) == (paragraph("a b c d"),)
    assert paste.on_one_line(()) == (Paragraph(),)


def test_what_is_copied_out_names_no_font_and_comes_back_the_same():
    chosen = (Paragraph((Run("<đậm>", bold=True), Run(" và "), Run("nghiêng", italic=True))), TABLE)
    made = paste.mime((*chosen, Picture(b"", "image/png", 1.0)))
    assert "font" not in made.html()
    assert "a b\tc" in made.text()
    text, table = paste.blocks(made)
    assert text == chosen[0]
    assert cells(table) == [["a\nb", "c"]]


def test_files_and_pictures_are_no_text(field_at):
    from bcdesk.report.report import Place

    field = field_at(Place("s2", 0))
    files = copied("file")
    files.setUrls([QUrl.fromLocalFile("a.txt")])
    assert not field.canInsertFromMimeData(files)
    assert field.canInsertFromMimeData(copied(html="<b>a</b>"))


NOTED = Paragraph((Run("Kết quả", bold=True, footnote=(Run("theo "), Run("xã", italic=True))), Run(" tốt")))


def test_what_is_cut_out_of_the_text_comes_back_with_its_footnotes(field_at):
    from bcdesk.report.report import Place

    field = field_at(Place("s2", 0))
    field.selectAll()
    field.insert((NOTED,))
    field.selectAll()
    field.cut()
    assert field.texts == ()
    field.paste()
    assert field.texts == (NOTED,)


def test_footnotes_go_through_the_clipboard_in_text_and_table():
    table = Table((80.0,), ((Cell((NOTED,)),),))
    found_text, found_table = paste.blocks(paste.mime((NOTED, table)))
    assert found_text == NOTED
    assert found_table.rows[0][0].paragraphs == (NOTED,)


def test_in_a_footnote_there_hang_no_others(qtbot):
    from bcdesk.ui.editor.footnote import FootnoteDialog

    dialog = FootnoteDialog(())
    qtbot.addWidget(dialog)
    dialog.text.insert((NOTED,))
    assert dialog.footnote == (Run("Kết quả", bold=True), Run(" tốt"))


def test_lines_of_an_old_encoding_are_told_with_what_they_show():
    old = "§\u00b7 tæ chøc häp th«n"
    assert paste.old_texts(copied(f"Xã được khen\n{old}")) == ((old, "Đã tổ chức họp thôn"),)
    assert paste.old_texts(copied("x", "<p><font face='VNI-Times'>xaõ</font></p>")) == (("xaõ", "xã"),)
    assert paste.old_texts(copied("Xã được khen")) == ()
