"""Pictures of the report, printed at their width and in their own proportion."""

from __future__ import annotations

import struct
from dataclasses import replace

from bcdesk.report import report as typed
from bcdesk.report.report import Place
from bcdesk.sheet.form import Form
from bcdesk.sheet.lengths import mm
from bcdesk.sheet.sheet import Paragraph, Picture, Run
from bcdesk.sheet.styles import Name

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
# The start-of-frame segments carry the size; C4, C8 and CC in their midst are something else.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
UNKNOWN_SHAPE = (4, 3)
ROOM_FOR_TITLE = mm(40)


def picture(place: Place, block: typed.Picture, form: Form) -> Paragraph:
    """The picture in a centred paragraph of its own, made smaller where it would not fit the page."""
    across, down = pixel_size(block.data) or UNKNOWN_SHAPE
    room = form.page.height - form.page.top - form.page.bottom - ROOM_FOR_TITLE
    width = max(min(mm(block.width), form.column, room * across // down), 1)
    height = max(round(width * down / across), 1)
    printed = Picture(block.data, block.media_type, width, height, block.description)
    paragraph = form.line(Name.PICTURE, "", place)
    return replace(paragraph, runs=(Run("", paragraph.mark_size, picture=printed),))


def pixel_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG in pixels; None where they cannot be read."""
    try:
        size = _png_size(data) if data.startswith(PNG) else _jpeg_size(data) if data.startswith(JPEG) else None
    except struct.error:
        return None
    return size if size and all(size) else None


def _png_size(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, len(PNG) + 8)
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = len(JPEG)
    while data[at : at + 1] == b"\xff":
        kind, length = struct.unpack_from(">BH", data, at + 1)
        if kind in FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    return None
