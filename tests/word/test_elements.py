from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from lxml import etree

from bcdesk.sheet.sheet import Align, Format, PageSetup, Pitch, Run, Section, Sheet
from bcdesk.word.markup import W
from bcdesk.word.writer import write
from tests.word.opened import found, members, part, value
from tests.word.samples import BODY, CELL, HEAD, PART, SHEET, TABLE, cell, paragraph, sheet, sheets
from tests.word.schema import disorder
from tests.word.strategies import sheets as any_sheets


@settings(max_examples=15)
@given(any_sheets())
def test_every_element_stands_in_the_order_of_the_schema(made):
    parts = {
        name: data for name, data in members(write(made)).items() if name.startswith("word/") and name.endswith("xml")
    }
    assert [wrong for data in parts.values() for wrong in disorder(etree.fromstring(data))] == []


def test_a_paragraph_in_its_style_says_nothing_more():
    root = part(sheet(paragraph(BODY, "Báo cáo")))
    assert [each.tag for each in found(root, "//w:p[1]/w:pPr/*")] == [f"{{{W}}}pStyle"]


def test_a_run_in_the_font_of_its_style_says_nothing():
    assert found(part(sheet(paragraph(HEAD, "CỘNG HÒA"))), "//w:rPr") == []


def test_a_paragraph_says_what_differs_from_its_style():
    form = replace(BODY.format, align=Align.CENTER, first=-200, after=0, outline=2)
    root = part(sheet(paragraph(BODY, "x", form=form)))
    paths = "//w:pPr/w:jc", "//w:pPr/w:outlineLvl"
    assert [value(root, path) for path in paths] == ["center", "1"]
    assert (value(root, "//w:ind", "hanging"), value(root, "//w:spacing", "after")) == ("200", "0")
    assert value(root, "//w:spacing", "line") is None


def test_a_run_can_be_lighter_than_its_style():
    assert value(part(sheet(paragraph(HEAD, Run("x", 26)))), "//w:r/w:rPr/w:b") == "0"


def test_a_level_of_outline_can_be_taken_away():
    form = replace(PART.format, outline=0)
    assert value(part(sheet(paragraph(PART, "x", form=form))), "//w:pPr/w:outlineLvl") == "9"


def test_an_empty_paragraph_has_the_size_of_its_mark():
    assert value(part(sheet(paragraph(BODY, mark_size=4))), "//w:pPr/w:rPr/w:sz") == "4"


def test_a_rule_stands_right_below_its_paragraph():
    root = part(sheet(paragraph(BODY, form=replace(BODY.format, rule=6))))
    line = {name: value(root, "//w:pBdr/w:bottom", name) for name in ("val", "sz", "space")}
    assert line == {"val": "single", "sz": "6", "space": "0"}


def test_characters_that_are_signs_in_word_are_elements():
    root = part(sheet(paragraph(BODY, "a\tb\nc\u2011d\u00ade\u00a0\u00a0f  g")))
    assert [each.tag.split("}")[1] for each in found(root, "//w:p[1]/w:r/*")] == [
        "t", "tab", "t", "br", "t", "noBreakHyphen", "t", "softHyphen", "t",
    ]  # fmt: skip
    assert found(root, "//w:t")[-1].text == "e\u00a0\u00a0f  g"


def test_characters_xml_cannot_hold_are_left_out():
    assert found(part(sheet(paragraph(BODY, "a\x00\x0b\ud800\rb"))), "//w:t")[0].text == "ab"


def test_a_table_is_fixed():
    root = part(sheet(TABLE))
    assert value(root, "//w:tblLayout", "type") == "fixed"
    assert [each.get(f"{{{W}}}w") for each in found(root, "//w:gridCol")] == ["2000", "3000", "4000"]
    assert [each.get(f"{{{W}}}w") for each in found(root, "//w:tr[1]//w:tcW")] == ["2000", "7000"]
    assert len(found(root, "//w:cantSplit")) == len(found(root, "//w:tr"))
    assert len(found(root, "//w:tblHeader")) == 1


def test_the_indent_of_a_table_reaches_to_its_text():
    assert value(part(sheet(replace(TABLE, indent=100, padding=50))), "//w:tblInd", "w") == "150"


def test_a_table_that_only_places_things_has_no_lines():
    assert found(part(sheet(replace(TABLE, rule=0))), "//w:tblBorders") == []


def test_a_merged_cell_goes_on_in_the_next_row():
    root = part(sheet(TABLE))
    assert [each.get(f"{{{W}}}val") for each in found(root, "//w:vMerge")] == ["restart", None]


def test_between_two_tables_stands_a_least_paragraph():
    root = part(sheet(TABLE, TABLE))
    assert [each.tag.split("}")[1] for each in found(root, "/w:document/w:body/*")] == [
        "tbl",
        "p",
        "tbl",
        "p",
        "sectPr",
    ]


def test_a_cell_of_nothing_holds_a_least_paragraph():
    empty = replace(TABLE.rows[1], cells=(replace(cell(""), paragraphs=()),))
    assert found(part(sheet(replace(TABLE, columns=(1000,), rows=(empty,)))), "//w:tc/w:p") != []


def test_a_row_wider_than_the_grid_is_written_all_the_same():
    wide = replace(TABLE, columns=(1000,), rows=(replace(TABLE.rows[0], cells=(cell("a"), cell("b"))),))
    assert len(found(part(sheet(wide)), "//w:tc")) == 2


def test_a_section_ends_in_its_last_paragraph():
    root = part(sheets(Section(PageSetup(), (paragraph(BODY, "a"),)), Section(PageSetup(16838, 11906), ())))
    assert [each.get(f"{{{W}}}orient") for each in found(root, "//w:pgSz")] == [None, "landscape"]
    assert found(root, "//w:body/w:p[1]/w:pPr/w:sectPr") != []


def headers(made: Sheet) -> list[list[str]]:
    """The kinds of header each section names."""
    sections = found(part(made), "//w:sectPr")
    return [[each.get(f"{{{W}}}type") for each in found(section, "w:headerReference")] for section in sections]


def test_the_first_section_hides_its_number_behind_an_empty_header():
    made = sheet(paragraph(BODY, "x"))
    assert headers(made) == [["default", "first"]]
    assert found(part(made), "//w:titlePg") != []


def test_the_next_section_that_shows_its_number_gets_no_empty_header():
    made = sheets(Section(PageSetup(), ()), Section(PageSetup(number_first=True, number_from=1), ()))
    assert headers(made) == [["default", "first"], []]
    assert [len(found(each, "w:titlePg")) for each in found(part(made), "//w:sectPr")] == [1, 0]
    assert value(part(made), "//w:pgNumType", "start") == "1"


def test_a_section_without_numbers_does_not_inherit_them():
    made = sheets(Section(PageSetup(), ()), Section(PageSetup(number_size=0), ()))
    assert headers(made) == [["default", "first"], ["default"]]
    assert found(part(made, "word/header3.xml"), "//w:instrText") == []


def test_the_page_number_is_centred_in_its_size():
    root = part(sheet(page=PageSetup(number_size=26)), "word/header1.xml")
    assert found(root, "//w:instrText")[0].text == " PAGE "
    assert value(root, "//w:pPr/w:jc") == "center"
    assert {each.get(f"{{{W}}}val") for each in found(root, "//w:sz")} == {"26"}


def test_styles_have_vietnamese_names_and_plain_ids():
    root = part(SHEET, "word/styles.xml")
    assert value(root, "//w:style[@w:styleId='QuocHieu']/w:name") == "Quốc hiệu"
    assert found(root, "//w:style[@w:styleId='QuocHieu']/w:qFormat") != []


def test_every_style_and_the_defaults_name_all_four_fonts():
    root = part(SHEET, "word/styles.xml")
    fonts = found(root, "//w:docDefaults//w:rFonts | //w:style[@w:type='paragraph']/w:rPr/w:rFonts")
    assert len(fonts) == 1 + len(found(root, "//w:style[@w:type='paragraph']"))
    assert {tuple(each.values()) for each in fonts} == {("Times New Roman",) * 4}


def test_a_heading_shows_in_the_navigator():
    assert value(part(SHEET, "word/styles.xml"), "//w:style[@w:styleId='TieuDeMucI']//w:outlineLvl") == "0"


def test_two_names_alike_without_marks_get_two_ids():
    styles = replace(BODY, name="Mục"), replace(BODY, name="Mức"), replace(BODY, name="…")
    root = part(Sheet((Section(PageSetup(), ()),), styles), "word/styles.xml")
    assert [each.get(f"{{{W}}}styleId") for each in found(root, "//w:style")][-3:] == ["Muc", "Muc2", "Style"]


def test_a_style_named_as_one_of_the_template_takes_its_place():
    styles = (replace(BODY, name="Normal"),)
    root = part(Sheet((Section(PageSetup(), ()),), styles), "word/styles.xml")
    (only,) = found(root, "//w:style[w:name/@w:val='Normal']")
    assert (only.get(f"{{{W}}}default"), value(only, ".//w:spacing", "after")) == ("1", "120")


def test_a_pitch_by_the_font_is_automatic():
    made = sheet(paragraph(CELL, "x", form=Format(pitch=Pitch(276, exact=False))))
    assert [value(part(made), "//w:spacing", name) for name in ("line", "lineRule")] == ["276", "auto"]
