from __future__ import annotations

import pytest

from bcdesk.word.reading import Kind, Unread
from tests.word.documents import blocks, left, only, p, r, reading, text


def test_signs_are_characters():
    signs = r("<w:t>a</w:t><w:tab/><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t>")
    assert text(signs) == "a\t\n\n\u2011\u00adb"


def test_blanks_that_are_not_preserved_are_trimmed():
    assert text(r("<w:t> a b </w:t>") + r("<w:t xml:space='preserve'> \n c</w:t>")) == "a b   c"


def test_capitals_by_format_are_capitals():
    assert text(r("<w:t>ủy ban</w:t>", "<w:caps/>")) == "ỦY BAN"


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Wingdings", "F0FC", "✓"), ("Symbol", "F0B3", "≥"), ("Wingdings", "F021", "□"), ("Arial", "0041", "A")],
)
def test_symbols_are_shown_as_what_they_look_like(font, code, shown):
    assert text(r(f"<w:sym w:font='{font}' w:char='{code}'/>")) == shown


@pytest.mark.parametrize("code", ["zz", "", "D800", "110000"])
def test_a_symbol_of_no_character_is_nothing(code):
    assert text(r(f"<w:t>a</w:t><w:sym w:font='Arial' w:char='{code}'/>")) == "a"


def test_containers_are_read_through():
    content = (
        "<w:hyperlink r:id='x'><w:r><w:t>a</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>"
        "<w:sdt><w:sdtPr><w:id w:val='1'/></w:sdtPr><w:sdtContent><w:r><w:t>c</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>d</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    assert text(content) == "abcd"


def test_a_content_control_around_paragraphs_is_read_through():
    found = blocks(f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>{p('b')}")
    assert [each.plain for each in found] == ["a", "b"]


def test_inserted_text_is_read_and_deleted_text_is_not():
    body = (
        f"<w:p><w:ins>{r('<w:t>mới</w:t>')}</w:ins><w:del>{r('<w:delText>cũ</w:delText>')}</w:del>"
        f"<w:moveFrom>{r('<w:t>đi</w:t>')}</w:moveFrom><w:moveTo>{r('<w:t>đến</w:t>')}</w:moveTo></w:p>"
    )
    assert only(body).plain == "mớiđến"
    assert left(body) == [(Kind.INSERTED, "mới"), (Kind.DELETED, "cũ"), (Kind.DELETED, "đi"), (Kind.INSERTED, "đến")]


def test_hidden_text_is_told_not_read():
    body = f"<w:p>{r('<w:t>ẩn</w:t>', '<w:vanish/>')}</w:p>"
    assert (only(body).plain, left(body)) == ("", [(Kind.HIDDEN, "ẩn")])


FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{}</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)


def test_a_field_shows_its_result():
    simple = f"<w:fldSimple w:instr='REF x'>{r('<w:t>!</w:t>')}</w:fldSimple>"
    body = f"<w:p>{FIELD.format('DATE', r('<w:t>5/3</w:t>'))}{simple}</w:p>"
    assert (only(body).plain, left(body)) == ("5/3!", [])


def test_a_field_that_shows_nothing_is_told():
    body = f"<w:p>{FIELD.format(' XE mục ', '')}<w:fldSimple w:instr='TC x'/></w:p>"
    assert left(body) == [(Kind.FIELD, "XE mục"), (Kind.FIELD, "TC x")]


def test_a_field_around_a_field_shows_what_that_shows():
    assert left(f"<w:p>{FIELD.format('IF', FIELD.format('DATE', r('<w:t>x</w:t>')))}</w:p>") == []


def test_an_end_without_a_field_is_nothing():
    assert text("<w:r><w:fldChar w:fldCharType='end'/><w:instrText>x</w:instrText><w:t>a</w:t></w:r>") == "a"


BREAK = "<w:br w:type='page'/>"
BROKEN = f"<w:t>a</w:t>{BREAK}<w:t>b</w:t>"


def test_a_page_break_turns_the_page_of_what_follows():
    one, two = blocks(f"<w:p>{r(BROKEN)}</w:p>")
    assert (one.plain, one.format.page_break_before, two.plain, two.format.page_break_before) == ("a", False, "b", True)


def test_a_paragraph_of_one_page_break_is_only_the_break():
    found = blocks(f"{p('a')}<w:p>{r(BREAK)}</w:p>{p('b')}")
    assert [(each.plain, each.format.page_break_before) for each in found] == [("a", False), ("b", True)]


def test_the_half_behind_a_page_break_does_not_begin_with_an_indent():
    body = f"<w:p><w:pPr><w:ind w:firstLine='500'/></w:pPr>{r(BROKEN)}</w:p>"
    assert [each.format.first for each in blocks(body)] == [500, 0]


def test_fonts_other_than_the_papers_are_told_once():
    font = "<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>"
    body = p("a", run=font) + p("b", run=font) + p("c", run="<w:rFonts w:ascii='Times New Roman'/>")
    assert left(body) == [(Kind.FONT, ".VnTime")]


def test_unread_things_say_in_which_block_they_stand():
    hidden = f"<w:p>{r('<w:t>ẩn</w:t>', '<w:vanish/>')}</w:p>"
    assert reading(p("a") + hidden).unread == (Unread(Kind.HIDDEN, "ẩn", 1),)


def test_equations_and_embedded_files_are_told():
    body = "<w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath><w:r><w:object/></w:r></w:p><w:altChunk r:id='x'/>"
    assert sorted(left(body)) == [(Kind.EMBEDDED, ""), (Kind.EQUATION, "x+1"), (Kind.OBJECT, "")]


def test_a_comment_is_told():
    comments = f"<w:comment w:id='0'>{p('Sửa chỗ này')}</w:comment>"
    assert left(p("x"), comments=comments) == [(Kind.COMMENT, "Sửa chỗ này")]
