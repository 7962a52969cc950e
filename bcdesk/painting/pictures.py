"""Pictures for a report, decoded and written anew where that is needed: turned upright, or taken from the screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QTransform

from bcdesk.errors import PictureDamaged
from bcdesk.report.pictures import UPRIGHT, cleaned, media_type, orientation

QUALITY = 92
QUARTER = 90.0
MOST_LOSSLESS = 2 * 2**20
_FORMATS = {"image/jpeg": b"jpeg", "image/png": b"png"}


def ready(data: bytes) -> bytes:
    """A JPEG or PNG as it is meant to be seen, hiding nothing: without EXIF, turned as that said.

    Raises PictureDamaged.
    """
    if orientation(data) == UPRIGHT:
        whole = cleaned(data)
        _decoded(whole)
        return whole
    return written(_decoded(data, turn=True), "image/jpeg")


def turned(data: bytes) -> bytes:
    """The picture a quarter turn clockwise. Raises PictureDamaged."""
    return written(_decoded(data).transformed(QTransform().rotate(QUARTER)), media_type(data) or "image/png")


def copied(image: QImage) -> bytes:
    """What was copied as a picture: as PNG, where that is large, as the far smaller JPEG."""
    lossless = written(image, "image/png")
    return lossless if len(lossless) <= MOST_LOSSLESS or image.hasAlphaChannel() else written(image, "image/jpeg")


def written(image: QImage, kind: str) -> bytes:
    """The picture in a file of that media type, hiding nothing."""
    target = QByteArray()
    device = QBuffer(target)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(device, _FORMATS[kind])
    if kind == "image/jpeg":
        writer.setQuality(QUALITY)
    writer.write(image)
    return cleaned(bytes(target.data()))


def _decoded(data: bytes, *, turn: bool = False) -> QImage:
    device = QBuffer()
    device.setData(data)
    reader = QImageReader(device)
    reader.setAutoTransform(turn)
    image = reader.read()
    if image.isNull():
        raise PictureDamaged
    return image
