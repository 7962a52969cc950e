"""Pictures of one colour, made up."""

from __future__ import annotations

import random

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from bcdesk.sheet.sheet import Picture


def made_up_picture(chance: random.Random, width: int, height: int) -> Picture:
    """A PNG or JPEG of some proportion, scaled to fit into `width` and `height` twips."""
    across, down = chance.randint(40, 300), chance.randint(40, 300)
    kind = chance.choice(("png", "jpeg"))
    scale = min(width / across, height / down) * chance.choice((1, 0.7, 0.4))
    return Picture(_data(across, down, kind), f"image/{kind}", int(across * scale), int(down * scale), "Ảnh")


def _data(across: int, down: int, kind: str) -> bytes:
    image = QImage(across, down, QImage.Format.Format_RGB32)
    image.fill(0xFFC0C0C0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())
