"""Paints pages: one function for screen, picture, PDF and printer, so that none can show another page.

The painter's unit is a twip; whoever paints scales it to the device.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QImage, QImageWriter, QPainter, QRawFont

from bcdesk.layout.pages import Image, Line, Page, Piece, Rule
from bcdesk.painting.fonts import paper_font
from bcdesk.sheet.lengths import TWIPS_PER_INCH

INK = QColor(Qt.GlobalColor.black)
_METRES_PER_INCH = 0.0254


def paint_page(painter: QPainter, page: Page, clip: QRectF | None = None) -> None:
    """Paint what is on the page, of which only the lines that meet `clip` (twips) where it is given."""
    painter.setPen(INK)
    for line in page.lines:
        if clip is None or (line.top <= clip.bottom() and line.top + line.height >= clip.top()):
            _paint_line(painter, line)
    for rule in page.rules:
        _paint_rule(painter, rule)
    for image in page.images:
        _paint_image(painter, image)


def page_image(page: Page, dpi: float) -> QImage:
    """The page as a picture on white paper."""
    scale = dpi / TWIPS_PER_INCH
    picture = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(dpi / _METRES_PER_INCH))
    picture.setDotsPerMeterY(round(dpi / _METRES_PER_INCH))
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    paint_page(painter, page)
    painter.end()
    return picture


def page_png(page: Page, dpi: float) -> bytes:
    """The page as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(page_image(page, dpi))
    return bytes(data.data())


def _paint_line(painter: QPainter, line: Line) -> None:
    for piece in line.pieces:
        if piece.text:
            painter.drawGlyphRun(QPointF(piece.x, line.baseline - piece.raise_), _glyphs(*_key(piece)))


def _key(piece: Piece) -> tuple[str, int, bool, bool, float]:
    return piece.text, piece.size, piece.bold, piece.italic, piece.spread


@lru_cache(maxsize=8192)
def _glyphs(text: str, size: int, bold: bool, italic: bool, spread: float) -> QGlyphRun:  # noqa: FBT001  # a cache key
    """The glyphs of a piece at their places; spaces are glyphs too, so that a PDF's text has its spaces."""
    font = _raw_font(size, bold, italic)
    shown = text.replace("\t", " ")
    glyphs = font.glyphIndexesForString(shown)
    advances = font.advancesForGlyphIndexes(glyphs, QRawFont.LayoutFlag.UseDesignMetrics)
    places, x = [], 0.0
    for index, advance in enumerate(advances):
        places.append(QPointF(x, 0))
        x += advance.x() + (spread if text[index] == " " else 0.0)
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(glyphs)
    run.setPositions(places)
    return run


@lru_cache(maxsize=64)
def _raw_font(size: int, bold: bool, italic: bool) -> QRawFont:  # noqa: FBT001  # a cache key
    return QRawFont.fromFont(paper_font(size, bold=bold, italic=italic))


def _paint_rule(painter: QPainter, rule: Rule) -> None:
    # Not antialiased and whole pixels thick, lines are black and alike at any zoom, never grey or gone.
    scale = painter.combinedTransform().m22()
    thickness = max(1, round(rule.thickness * scale)) / scale
    across = rule.x2 - rule.x1 >= rule.y2 - rule.y1
    width, height = (rule.x2 - rule.x1, thickness) if across else (thickness, rule.y2 - rule.y1)
    left, top = (rule.x1, rule.y1 - thickness / 2) if across else (rule.x1 - thickness / 2, rule.y1)
    painter.fillRect(QRectF(left, top, width, height), INK)


def _paint_image(painter: QPainter, image: Image) -> None:
    picture = _decoded(image.data)
    if not picture.isNull():
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(image.x, image.y, image.width, image.height), picture)
        painter.restore()


@lru_cache(maxsize=16)
def _decoded(data: bytes) -> QImage:
    return QImage.fromData(data)
