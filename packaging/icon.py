"""The program's icon as Windows wants it: one `.ico` with a PNG for each size, drawn from the SVG."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icons" / "bcdesk.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_HEADER = struct.Struct("<3H")
_ENTRY = struct.Struct("<4B2H2L")


def write_ico(svg: Path, target: Path) -> Path:
    """Write the icon; its path."""
    pictures = [png(svg, size) for size in SIZES]
    at = _HEADER.size + _ENTRY.size * len(SIZES)
    entries = []
    for size, picture in zip(SIZES, pictures, strict=True):
        entries.append(_ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), at))
        at += len(picture)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"".join((_HEADER.pack(0, 1, len(SIZES)), *entries, *pictures)))
    return target


def png(svg: Path, size: int) -> bytes:
    """The drawing as a PNG so many pixels wide and high."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer  # noqa: PLC0415  # once the platform is chosen
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    _application = QGuiApplication.instance() or QGuiApplication(["icon"])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


if __name__ == "__main__":
    write_ico(DRAWING, Path(sys.argv[1]))
