"""The pages as a PDF: the same painting as on the screen, with embedded fonts and real text."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from bcdesk.layout.pages import Page
from bcdesk.painting.fonts import paper_face
from bcdesk.painting.language import in_vietnamese
from bcdesk.painting.painter import paint_page
from bcdesk.sheet.lengths import TWIPS_PER_INCH, TWIPS_PER_POINT

_LAST_IN_FOUR_DIGITS = 0xFFFF


def pdf(pages: tuple[Page, ...], title: str = "") -> bytes:
    """The PDF file of these pages, its language Vietnamese; at least one page is needed."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(TWIPS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("bcdesk")
    writer.setPageLayout(page_layout(pages[0]))
    painter = QPainter(writer)
    for index, page in enumerate(pages):
        if index:
            writer.setPageLayout(page_layout(page))
            writer.newPage()
        paint_page(painter, page)
    painter.end()
    buffer.close()
    used = {letter for page in pages for letter in _characters(page)}
    return in_vietnamese(_with_true_characters(bytes(data.data()), used))


def page_layout(page: Page) -> QPageLayout:
    """Qt's description of a page's paper, without margins: the page has its own."""
    short, long = sorted((page.width / TWIPS_PER_POINT, page.height / TWIPS_PER_POINT))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = page.width > page.height
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))


def _characters(page: Page) -> str:
    return "".join(line.text for line in page.lines)


def _with_true_characters(data: bytes, used: set[str]) -> bytes:
    """The file with its maps from glyphs back to characters set right.

    Where characters share a glyph Qt names the lowest one, so each space would be copied out of the PDF as a tab
    (measured with Liberation Serif 2). The maps stand uncompressed, four digits a character: lengths stay the same.
    """
    face = paper_face()
    by_glyph = {face.glyph(letter): letter for letter in used | {" "} if ord(letter) <= _LAST_IN_FOUR_DIGITS}

    def entry(found: re.Match[bytes]) -> bytes:
        letter = chr(int(found[1], 16))
        return found[0] if letter in used else b"<%04X>" % ord(by_glyph.get(face.glyph(letter), letter))

    def character_map(found: re.Match[bytes]) -> bytes:
        return found[1] + re.sub(rb"<([0-9A-Fa-f]{4})>", entry, found[2]) + found[3]

    return re.sub(rb"(beginbfrange.*?\[)(.*?)(\].*?endcmap)", character_map, data, flags=re.DOTALL)
