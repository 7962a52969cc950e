from __future__ import annotations

import shutil

import pytest

from bcdesk.vietnamese.legacy import Encoding
from bcdesk.word.reading import Kind
from tests.vietnamese.encodings import in_tcvn3, in_vni
from tests.word.documents import blocks, left, only, p, r, text

pytestmark = pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")

SENTENCE = "Ủy ban nhân dân xã đã tổ chức 02 cuộc họp, đạt 85,5% kế hoạch nước sạch."


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def t(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


def test_a_run_in_a_font_of_tcvn3_says_what_it_shows():
    assert text(r(t(in_tcvn3(SENTENCE.lower())), font(".VnTime"))) == SENTENCE.lower()


def test_a_run_in_a_font_of_vni_says_what_it_shows():
    assert text(r(t(in_vni(SENTENCE)), font("VNI-Times"))) == SENTENCE


def test_a_font_of_capitals_shows_capitals():
    content = r(t(in_tcvn3("cộng hòa ")), font(".VnTimeH")) + r(t(in_tcvn3("xã hội")), font(".VnTime"))
    assert text(content) == "CỘNG HÒA xã hội"


def test_letters_set_as_capitals_are_decoded_first():
    assert text(r(t(in_tcvn3("hòa bình")), f"{font('.VnTime')}<w:caps/>")) == "HÒA BÌNH"


def test_the_soft_hyphen_word_keeps_as_a_sign_is_a_letter():
    assert text(r(f"{t('n')}<w:softHyphen/>{t('íc')}", font(".VnTime"))) == "nước"


def test_a_letter_and_its_mark_may_stand_in_two_runs():
    content = r(t("ñöô"), font("VNI-Times")) + r(t("ïc"), f"{font('VNI-Times')}<w:b/>")
    found = only(f"<w:p>{content}</w:p>").runs
    assert [(run.text, run.bold) for run in found] == [("đượ", False), ("c", True)]


def test_only_runs_in_such_a_font_are_decoded():
    content = r(t("«Café» ")) + r(t(in_tcvn3("được")), font(".VnTime")) + r(t(" §1 «"))
    assert text(content) == "«Café» được §1 «"


def test_text_that_was_made_unicode_and_kept_its_font_stays_even_where_it_might_be_either():
    found = blocks(p("có cá là hòa", run=font(".VnTime")) + p("Xã hội và nước", run=font(".VnTime")))
    assert [each.plain for each in found] == ["có cá là hòa", "Xã hội và nước"]


def test_old_text_beside_such_text_is_still_decoded():
    found = blocks(p(in_tcvn3("được nước"), run=font(".VnTime")) + p("Xã hội và nước", run=font(".VnTime")))
    assert [each.plain for each in found] == ["được nước", "Xã hội và nước"]


def test_the_font_of_a_style_counts():
    style = f'<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:rPr>{font("VNI-Times")}</w:rPr></w:style>'
    assert only(p(in_vni("nước sạch")), styles=style).plain == "nước sạch"


def test_footnotes_are_decoded_too():
    note = f'<w:footnote w:id="1">{p(in_vni("nước"), run=font("VNI-Times"))}</w:footnote>'
    mark = r("<w:footnoteReference w:id='1'/>")
    found = only(f"<w:p>{r(t('a'))}{mark}</w:p>", footnotes=note)
    assert found.runs[-1].footnote[0].plain == "nước"


def test_the_encoding_is_told_once():
    body = p(in_vni("nước"), run=font("VNI-Times")) + p(in_vni("được"), run=font("VNI-Times"))
    assert left(body) == [(Kind.FONT, "VNI-Times"), (Kind.LEGACY, Encoding.VNI)]


def test_plain_letters_in_such_a_font_are_not_told_to_be_in_its_encoding():
    assert left(p("12/BC", run=font(".VnTime"))) == [(Kind.FONT, ".VnTime")]
