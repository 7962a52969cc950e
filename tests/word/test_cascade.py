from __future__ import annotations

import pytest

from bcdesk.sheet.sheet import SINGLE, Align, Pitch, Run
from tests.word.documents import only, p

NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'


def test_a_document_without_styles_has_words_own_defaults():
    found = only(p("Báo cáo"))
    assert (found.style, found.runs[0].size, found.format.align, found.format.pitch) == (
        "Normal",
        20,
        Align.LEFT,
        SINGLE,
    )


def test_a_style_a_paragraph_names_but_nobody_defines_is_the_default_one():
    assert only(p("x", '<w:pStyle w:val="Nowhere"/>'), styles=NORMAL.format("")).style == "Normal"


def test_properties_come_down_the_chain_of_styles():
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='26'/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        "<w:spacing w:after='160' w:line='259' w:lineRule='auto'/></w:pPr></w:pPrDefault></w:docDefaults>"
        + NORMAL.format("<w:pPr><w:jc w:val='both'/></w:pPr>")
        + "<w:style w:type='paragraph' w:styleId='Muc'><w:name w:val='Mục'/><w:basedOn w:val='Normal'/>"
        "<w:pPr><w:spacing w:after='120'/><w:outlineLvl w:val='1'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    )
    found = only(p("I.", "<w:pStyle w:val='Muc'/><w:ind w:firstLine='567'/>"), styles=styles)
    form = found.format
    assert (form.align, form.after, form.pitch, form.outline, form.first) == (
        Align.JUSTIFY,
        120,
        Pitch(259, False),
        2,
        567,
    )
    assert found.runs == (Run("I.", 26, bold=True),)


def test_styles_based_on_each_other_come_to_an_end():
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{one}'><w:name w:val='{one}'/><w:basedOn w:val='{two}'/></w:style>"
        for one, two in ("AB", "BA")
    )
    assert only(p("x", "<w:pStyle w:val='A'/>"), styles=styles).style == "A"


def test_bold_in_two_kinds_of_style_is_off_again():
    styles = (
        NORMAL.format("<w:rPr><w:b/></w:rPr>")
        + "<w:style w:type='character' w:styleId='C'><w:name w:val='C'/><w:rPr><w:b/></w:rPr></w:style>"
    )
    assert not only(p("x", run="<w:rStyle w:val='C'/>"), styles=styles).runs[0].bold


def test_what_a_run_says_of_itself_holds():
    styles = NORMAL.format("<w:rPr><w:b/></w:rPr>")
    assert not only(p("x", run="<w:b w:val='false'/>"), styles=styles).runs[0].bold


@pytest.mark.parametrize(
    ("spacing", "pitch"),
    [
        ("w:line='360' w:lineRule='exact'", Pitch(360)),
        ("w:line='360' w:lineRule='atLeast'", Pitch(360)),
        ("w:line='200' w:lineRule='atLeast'", SINGLE),
        ("w:line='18pt' w:lineRule='exact'", Pitch(360)),
        ("w:line='0' w:lineRule='exact'", SINGLE),
        ("w:line='276'", Pitch(276, exact=False)),
        ("w:line='wide'", SINGLE),
    ],
)
def test_pitches(spacing, pitch):
    assert only(p("x", f"<w:spacing {spacing}/>", "<w:sz w:val='28'/>")).format.pitch == pitch


def test_a_pitch_without_its_rule_does_not_inherit_one():
    styles = NORMAL.format("<w:pPr><w:spacing w:line='360' w:lineRule='exact'/></w:pPr>")
    assert only(p("x", "<w:spacing w:line='276'/>"), styles=styles).format.pitch == Pitch(276, exact=False)


def test_automatic_space_is_fourteen_points():
    assert only(p("x", "<w:spacing w:before='100' w:beforeAutospacing='1'/>")).format.before == 280


@pytest.mark.parametrize(
    ("indents", "found"),
    [
        ("w:start='100' w:end='200' w:hanging='50'", (100, 200, -50)),
        ("w:left='1in' w:right='1cm' w:firstLine='12pt'", (1440, 567, 240)),
        ("w:left='999999999'", (100_000, 0, 0)),
    ],
)
def test_indents(indents, found):
    form = only(p("x", f"<w:ind {indents}/>")).format
    assert (form.left, form.right, form.first) == found


def test_a_line_under_a_paragraph_is_its_rule():
    assert only(p("x", "<w:pBdr><w:bottom w:val='single' w:sz='6'/></w:pBdr>")).format.rule == 6


@pytest.mark.parametrize("shape", ["nil", "none"])
def test_a_line_of_no_shape_is_no_rule(shape):
    assert only(p("x", f"<w:pBdr><w:bottom w:val='{shape}' w:sz='6'/></w:pBdr>")).format.rule == 0


def test_body_text_among_outline_levels_is_level_none():
    assert only(p("x", "<w:outlineLvl w:val='9'/>")).format.outline == 0
