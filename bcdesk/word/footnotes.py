"""The part of the footnotes, which python-docx does not know."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart
from lxml import etree

from bcdesk.word.markup import Element, children, w

SEPARATOR_PITCH = 120
SEPARATORS = {-1: "separator", 0: "continuationSeparator"}


class Footnotes:
    """The footnotes of a document while it is written, numbered from 1."""

    def __init__(self) -> None:
        self._root = w("footnotes")
        for number, kind in SEPARATORS.items():
            paragraph = w("p", w("pPr", w("spacing", line=SEPARATOR_PITCH, lineRule="exact")), w("r", w(kind)))
            self._root.append(w("footnote", paragraph, type=kind, id=number))
        self._count = 0

    def add(self, paragraphs: list[Element]) -> int:
        """The id of a new footnote; its mark is put before its text."""
        self._count += 1
        mark = w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef"))
        paragraphs[0].insert(1, mark)
        self._root.append(w("footnote", *paragraphs, id=self._count))
        return self._count

    def attach(self, document: DocumentPart) -> None:
        """Make them a part of the document, where there are any."""
        if not self._count:
            return
        blob = etree.tostring(self._root, encoding="UTF-8", xml_declaration=True, standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.package)
        document.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        for behind in children(document.settings.element, "compat"):
            behind.addprevious(w("footnotePr", *(w("footnote", id=number) for number in SEPARATORS)))
