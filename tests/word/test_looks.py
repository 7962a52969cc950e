from __future__ import annotations

import pytest

from bcdesk.word.reader import read
from bcdesk.word.reading import Kind
from tests.word.documents import document, left, p, packed, r
from tests.word.opened import members

HEADER = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>{}</w:rPr><w:pgNum/></w:r></w:p>'
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header_1"/>{}</w:sectPr>'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('<w:u w:val="single"/>', Kind.UNDERLINE),
        ('<w:color w:val="FF0000"/>', Kind.COLOUR),
        ('<w:color w:val="000000" w:themeColor="accent1"/>', Kind.COLOUR),
        ("<w:caps/>", Kind.CAPITALS),
        ("<w:smallCaps/>", Kind.CAPITALS),
        ("<w:strike/>", Kind.EFFECT),
        ('<w:highlight w:val="yellow"/>', Kind.EFFECT),
    ],
)
def test_a_look_that_a_run_cannot_say_is_told_with_its_text(properties, kind):
    assert left(p("Tốt", run=properties)) == [(kind, "Tốt")]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:u w:val="none"/>', '<w:color w:val="auto"/>', '<w:color w:val="000000"/>', '<w:strike w:val="0"/>',
        '<w:color w:val="000000" w:themeColor="text1"/>', '<w:highlight w:val="none"/>',
    ],
)  # fmt: skip
def test_black_letters_without_an_effect_are_not_worth_telling(properties):
    assert left(p("Tốt", run=properties)) == []


def test_a_colour_of_a_character_style_is_told():
    style = '<w:style w:type="character" w:styleId="Link"><w:rPr><w:color w:val="0563C1"/></w:rPr></w:style>'
    assert left(p("Tốt", run='<w:rStyle w:val="Link"/>'), styles=style) == [(Kind.COLOUR, "Tốt")]


def test_blanks_have_no_look():
    assert left(p("  ", run='<w:color w:val="FF0000"/>')) == []


@pytest.mark.parametrize(
    ("fonts", "told"),
    [
        ('w:ascii="Arial" w:hAnsi="Times New Roman"', ["Arial"]),
        ('w:ascii="Times New Roman" w:hAnsi="Arial"', ["Arial"]),
        ('w:ascii="Arial" w:hAnsi="Arial"', ["Arial"]),
        ('w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Times New Roman"', []),
    ],
)
def test_fonts_of_plain_and_of_marked_letters_are_both_told(fonts, told):
    found = left(p("Kết quả", run=f"<w:rFonts {fonts}/>"))
    assert found == [(Kind.FONT, name) for name in told]


def test_a_theme_s_font_is_told_by_its_name():
    link = (
        '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"'
        ' Target="theme.xml"/>'
    )
    made = members(
        document(p("Tốt", run='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>'), links=link)
    )
    found = read(packed({**made, "word/theme.xml": THEME})).unread
    assert [(item.kind, item.text) for item in found] == [(Kind.FONT, "Calibri"), (Kind.FONT, "Cambria")]


@pytest.mark.parametrize(
    ("properties", "told"),
    [
        ("<w:b/>", [(Kind.NUMBER_LOOK, "bold")]),
        ('<w:i/><w:color w:val="FF0000"/>', [(Kind.NUMBER_LOOK, "italic coloured")]),
        ('<w:rFonts w:ascii="Arial"/>', [(Kind.FONT, "Arial")]),
        ("", []),
    ],
)
def test_how_the_page_number_looks_is_told(properties, told):
    assert left(p("Tốt") + SECTION.format(""), header_1=HEADER.format(properties)) == told


def test_other_than_arabic_page_numbers_are_told():
    body = p("Tốt") + SECTION.format('<w:pgNumType w:fmt="lowerRoman"/>')
    assert left(body, header_1=HEADER.format("")) == [(Kind.NUMBER_FORMAT, "lowerRoman")]


def test_a_font_of_a_header_s_words_is_told():
    header = p("Mật", run='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    told = left(p("Tốt") + SECTION.format(""), header_1=header)
    assert told == [(Kind.HEADER, "Mật"), (Kind.FONT, "Arial")]


def test_lines_at_other_sides_than_below_a_paragraph_are_told():
    border = '<w:pBdr><w:{} w:val="single" w:sz="4"/></w:pBdr>'
    assert left(p("Tốt", border.format("top"))) == [(Kind.BORDER, "paragraph")]
    assert left(p("Tốt", border.format("bottom"))) == []


def test_a_line_of_a_cell_s_own_is_told():
    cell = (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:tcBorders><w:bottom w:val="{}"/></w:tcBorders></w:tcPr>{}</w:tc></w:tr></w:tbl>'
    )
    assert left(cell.format("single", p("Tốt"))) == [(Kind.BORDER, "cell")]
    assert left(cell.format("nil", p("Tốt"))) == []


def test_letters_are_told_apart_run_by_run():
    body = f"<w:p>{r('<w:t>Một</w:t>', '<w:u/>')}{r('<w:t>hai</w:t>')}</w:p>"
    assert left(body) == [(Kind.UNDERLINE, "Một")]
