from __future__ import annotations

import runpy
from pathlib import Path

from lxml import etree

from bcdesk.places import resources
from bcdesk.sheet.sheet import Format
from bcdesk.word.cascade import Cascade
from tests.word.opened import found, members
from tests.word.schema import disorder

TEMPLATE = (resources() / "word" / "slim.docx").read_bytes()
SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "word_template.py"


def test_the_template_holds_only_what_every_document_needs():
    assert sorted(members(TEMPLATE)) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_the_template_is_what_its_script_makes(tmp_path):
    runpy.run_path(str(SCRIPT))["make"](tmp_path / "slim.docx")
    assert members((tmp_path / "slim.docx").read_bytes()) == members(TEMPLATE)


def test_its_defaults_are_those_of_the_sheet():
    style = Cascade(etree.fromstring(members(TEMPLATE)["word/styles.xml"])).style("Normal")
    assert (style.format, style.size, style.bold, style.italic) == (Format(), 28, False, False)


def test_it_says_of_widows_what_word_would_assume():
    styles = etree.fromstring(members(TEMPLATE)["word/styles.xml"])
    assert found(styles, "//w:pPrDefault//w:widowControl") != []


def test_no_program_spreads_a_line_that_ends_with_a_line_break():
    settings = etree.fromstring(members(TEMPLATE)["word/settings.xml"])
    assert found(settings, "/w:settings/w:compat/w:doNotExpandShiftReturn") != []


def test_it_is_in_the_order_of_the_schema():
    parts = [data for name, data in members(TEMPLATE).items() if name.startswith("word/") and name.endswith("xml")]
    assert [wrong for data in parts for wrong in disorder(etree.fromstring(data))] == []


def test_it_is_small():
    assert len(TEMPLATE) < 5000
