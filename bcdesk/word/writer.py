"""Writes a Sheet as a Word document: the same Sheet always gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.hdrftr import HeaderPart

from bcdesk.places import resources
from bcdesk.sheet.sheet import Picture, Sheet
from bcdesk.word.elements import Body
from bcdesk.word.footnotes import Footnotes
from bcdesk.word.markup import DC, Element, foreign, legal
from bcdesk.word.styles import add_styles

LONG_AGO = (1980, 1, 1, 0, 0, 0)
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}


def write(sheet: Sheet) -> bytes:
    """The `.docx` of a sheet. Its only properties are the sheet's title and author; it names no path and no time.

    Each paragraph's style is one of the sheet's, and its pictures are JPEG or PNG; else this raises KeyError.
    """
    document = docx.Document(str(resources() / "word" / "slim.docx"))
    parts = _Parts(document)
    styles = add_styles(document.styles.element, sheet.styles)
    document.element.body[:] = Body(styles, parts).elements(sheet)
    parts.footnotes.attach(document.part)
    _name(document, sheet)
    saved = BytesIO()
    document.save(saved)
    return _timeless(saved.getvalue())


class _Parts:
    """The parts beside the body."""

    def __init__(self, document: Document) -> None:
        self._part = document.part
        self._pictures: dict[bytes, str] = {}
        self.footnotes = Footnotes()

    def picture(self, picture: Picture) -> str:
        """The relationship of a picture's bytes, which are stored once however often they are printed."""
        if picture.data not in self._pictures:
            name = PackURI(f"/word/media/image{len(self._pictures) + 1}.{EXTENSIONS[picture.media_type]}")
            part = Part(name, picture.media_type, picture.data, self._part.package)
            self._pictures[picture.data] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._pictures[picture.data]

    def footnote(self, paragraphs: list[Element]) -> int:
        """The id of a new footnote."""
        return self.footnotes.add(paragraphs)

    def header(self, paragraph: Element) -> str:
        """The relationship of a new header."""
        part = HeaderPart.new(self._part.package)
        part.element[:] = [paragraph]
        return self._part.relate_to(part, RELATIONSHIP_TYPE.HEADER)


def _name(document: Document, sheet: Sheet) -> None:
    """Title and author, at any length: python-docx refuses more than 255 characters."""
    properties = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for tag, text in (("title", sheet.title), ("creator", sheet.author)):
        element = foreign(DC, tag)
        element.text = legal(text)
        properties.append(element)


def _timeless(package: bytes) -> bytes:
    """The package with every member dated alike."""
    written = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = ZipInfo(name, LONG_AGO)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, source.read(name))
    return written.getvalue()
