from __future__ import annotations

from bcdesk.sheet.sheet import Paragraph, Table
from bcdesk.word.reader import read
from tests.word.documents import blocks, p, packed, rooted


def test_a_strict_document_is_read():
    strict = {
        "word/document.xml": rooted("document", f"<w:body>{p('Báo cáo')}</w:body>").replace(
            "schemas.openxmlformats.org/wordprocessingml/2006/", "purl.oclc.org/ooxml/wordprocessingml/"
        ),
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='a' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'"
        " Target='/word/document.xml'/></Relationships>",
    }
    assert read(packed(strict)).sheet.sections[0].blocks[0].plain == "Báo cáo"


def test_tables_and_paragraphs_keep_their_order():
    table = f"<w:tbl><w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    found = blocks(p("a") + table + p("c"))
    assert [type(each) for each in found] == [Paragraph, Table, Paragraph]
