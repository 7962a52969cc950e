from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
from lxml import etree

from bcdesk.sheet.sheet import PageSetup, Picture, Run, Section, Sheet
from bcdesk.word.reader import read
from bcdesk.word.writer import write
from tests.word.opened import found, members, part, value
from tests.word.samples import BODY, NOTE, PICTURE, PNG, SHEET, paragraph, sheet

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def test_the_package_holds_what_the_sheet_needs_and_nothing_else():
    assert sorted(members(write(SHEET))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/media/image1.png",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_the_same_sheet_gives_the_same_bytes():
    assert write(SHEET) == write(SHEET)


def test_no_member_has_a_date():
    with zipfile.ZipFile(io.BytesIO(write(SHEET))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_only_properties_are_title_and_author():
    core = etree.fromstring(members(write(SHEET))["docProps/core.xml"])
    assert [(etree.QName(each).localname, each.text) for each in core] == [
        ("title", SHEET.title),
        ("creator", SHEET.author),
    ]


def test_a_title_may_be_longer_than_python_docx_allows():
    title = "Báo cáo " * 100
    assert read(write(Sheet((Section(PageSetup(), ()),), title=title))).sheet.title == title


def test_nothing_leads_outside():
    links = [
        link
        for name, data in members(write(SHEET)).items()
        if name.endswith(".rels")
        for link in etree.fromstring(data).iter(RELATIONS)
    ]
    assert {link.get("TargetMode") for link in links} == {None}


def test_nothing_hidden_is_written():
    text = b"".join(data for name, data in members(write(SHEET)).items() if name.endswith((".xml", ".rels")))
    assert (
        re.findall(rb"rsid|thumbnail|printer|python-docx|lastModifiedBy|created|/home|docGrid|w:kern|FELayout", text)
        == []
    )


def test_the_document_is_of_the_mode_programs_agree_in():
    settings = part(SHEET, "word/settings.xml")
    assert value(settings, "//w:compatSetting[@w:name='compatibilityMode']") == "14"
    assert value(settings, "//w:defaultTabStop") == "720"


def test_the_language_is_vietnamese():
    assert value(part(SHEET, "word/styles.xml"), "//w:docDefaults//w:lang") == "vi-VN"


def test_python_docx_opens_it():
    document = docx.Document(io.BytesIO(write(SHEET)))
    assert document.core_properties.author == "Ủy ban nhân dân xã Ba Tơ"
    assert [each.style.name for each in document.paragraphs][:2] == ["Quốc hiệu", "Tiêu đề mục I"]


def test_footnotes_are_a_part_of_their_own():
    root = part(SHEET, "word/footnotes.xml")
    assert [each.get(each.keys()[0]) for each in found(root, "//w:footnote[@w:type]")] == [
        "separator",
        "continuationSeparator",
    ]
    assert value(part(SHEET), "//w:footnoteReference", "id") == "1"
    assert [each.text for each in found(root, "//w:footnote[@w:id='1']//w:t")] == ["Theo kế hoạch."]


def test_a_sheet_without_footnotes_has_no_part_for_them():
    data = members(write(sheet(paragraph(BODY, "x"))))
    assert "word/footnotes.xml" not in data
    assert b"footnotePr" not in data["word/settings.xml"]


def test_a_footnote_of_two_paragraphs_has_one_mark():
    run = Run("x", footnote=(paragraph(NOTE, "a"), paragraph(NOTE, "b")))
    assert len(found(part(sheet(paragraph(BODY, run)), "word/footnotes.xml"), "//w:footnoteRef")) == 1


def test_a_picture_printed_twice_is_stored_once():
    again = replace(PICTURE, picture=Picture(PNG, "image/png", 1440, 720))
    data = members(write(sheet(paragraph(BODY, PICTURE, again))))
    assert [name for name in data if "media" in name] == ["word/media/image1.png"]


def test_a_picture_has_its_size_and_description():
    data = members(write(sheet(paragraph(BODY, PICTURE))))["word/document.xml"].decode()
    assert 'cx="1828800" cy="914400"' in data
    assert 'descr="Ảnh hội nghị"' in data
