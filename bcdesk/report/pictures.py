"""Pictures as cameras, scanners and word processors hand them over: what they are, and the same without what they hide.

Only headers are read here, nothing is decoded; every byte is somebody else's.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple, TypeVar
from zlib import crc32

from bcdesk.errors import PictureDamaged

T = TypeVar("T")

MOST_BYTES = 10 * 2**20
MOST_PIXELS = 60_000_000
# A chunk or segment for each 500 bytes of the largest signed copy; what cameras and scanners write has a few hundred.
MOST_PIECES = 100_000

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
_TYPES = {PNG: "image/png", JPEG + b"\xff": "image/jpeg"}

# What a PNG needs to be shown in its colours; words, dates, EXIF and what other programs put in are left out.
_SHOWN_CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"}
_CHUNK = 12

# The start-of-frame segments carry the size; C4, C8 and CC in their midst are something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MARK, _SCAN, _END = 0xFF, 0xDA, 0xD9
_ALONE = {0x01, _END, *range(0xD0, 0xD8)}
_MARKS = re.compile(rb"\xff+")
_MARKER = re.compile(rb"\xff(?=[^\x00\xff\xd0-\xd7])")
_JFIF, _EXIF, _COMMENT = 0xE0, 0xE1, 0xFE
_JFIF_CONTENT, _LENGTH = 14, 2
# Segments anybody may put anything into, and how those begin that say what the colours are.
_APPLICATIONS = frozenset(range(0xE0, 0xF0))
_COLOURS = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_NONE = b"no colours"
_FREE = {_COMMENT, *range(0xF0, 0xFE)}

_EXIF_HEAD = b"Exif\0\0"
_ORIENTATION, _TIFF_ENTRY = 0x0112, 12
UPRIGHT, LAST_ORIENTATION = 1, 8


class _Segment(NamedTuple):
    """A piece of a JPEG: its marker, what follows its length, and all its bytes."""

    kind: int
    content: bytes
    whole: bytes


def media_type(data: bytes) -> str | None:
    """`image/jpeg` or `image/png` by the first bytes; None for anything else."""
    return next((name for start, name in _TYPES.items() if data.startswith(start)), None)


def pixel_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG in pixels, as it is stored; None where they cannot be read."""
    try:
        size = _png_size(data) if data.startswith(PNG) else _jpeg_size(data) if data.startswith(JPEG) else None
    except (struct.error, PictureDamaged):
        return None
    return size if size and all(size) else None


def is_too_big(data: bytes) -> bool:
    """Whether a picture is heavier, or claims to have more pixels, than a report should carry."""
    across, down = pixel_size(data) or (0, 0)
    return len(data) > MOST_BYTES or across * down > MOST_PIXELS


def orientation(data: bytes) -> int:
    """How a camera says it was held: 1 (upright) to 8 as EXIF counts; 1 where nothing is said."""
    if not data.startswith(JPEG):
        return UPRIGHT
    try:
        exif = (each.content for each in _segments(data) if each.kind == _EXIF)
        blocks = (content for content in exif if content.startswith(_EXIF_HEAD))
        said = next((_orientation(content[len(_EXIF_HEAD) :]) for content in blocks), UPRIGHT)
    except (struct.error, PictureDamaged):
        return UPRIGHT
    return said if UPRIGHT <= said <= LAST_ORIENTATION else UPRIGHT


def cleaned(data: bytes) -> bytes:
    """The same picture, pixel for pixel, without place, camera, owner, comments, thumbnails and what follows its end.

    Raises PictureDamaged where it is no JPEG or PNG, or not a whole one.
    """
    try:
        kept = _clean_png(data) if data.startswith(PNG) else _clean_jpeg(data)
    except struct.error as error:
        raise PictureDamaged from error
    if not media_type(data) or not pixel_size(kept):
        raise PictureDamaged
    return kept


def _png_size(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, len(PNG) + 8)
    return width, height


def _clean_png(data: bytes) -> bytes:
    return b"".join((PNG, *(chunk for chunk in _bounded(_chunks(data)) if chunk[4:8] in _SHOWN_CHUNKS)))


def _chunks(data: bytes) -> Iterator[bytes]:
    """The chunks of a PNG up to its end, each whole."""
    at, kind = len(PNG), b""
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", data, at)
        chunk = data[at : at + length + _CHUNK]
        if len(chunk) < length + _CHUNK or crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:]):
            raise PictureDamaged
        kind, at = chunk[4:8], at + len(chunk)
        yield chunk


def _bounded(pieces: Iterator[T]) -> Iterator[T]:
    """The pieces, of which no camera or scanner writes that many. Raises PictureDamaged."""
    for number, piece in enumerate(pieces):
        if number > MOST_PIECES:
            raise PictureDamaged
        yield piece


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    for segment in _segments(data):
        if segment.kind in _FRAMES:
            height, width = struct.unpack_from(">HH", segment.content, 1)
            return width, height
    return None


def _clean_jpeg(data: bytes) -> bytes:
    kept, last = [JPEG], 0
    for segment in _segments(data):
        last = segment.kind
        if segment.kind == _JFIF:
            kept.append(_without_thumbnail(segment))
        elif _is_shown(segment):
            kept.append(segment.whole)
    if last != _END:
        raise PictureDamaged
    return b"".join(kept)


def _is_shown(segment: _Segment) -> bool:
    if segment.kind in _APPLICATIONS:
        return segment.content.startswith(_COLOURS.get(segment.kind, _NONE))
    return segment.kind not in _FREE


def _without_thumbnail(segment: _Segment) -> bytes:
    """The density a JFIF segment gives, and no more; nothing where it is an extension's."""
    known = segment.content.startswith(b"JFIF\0") and len(segment.content) >= _JFIF_CONTENT
    content = segment.content[: _JFIF_CONTENT - 2] + b"\0\0"
    return struct.pack(">BBH", _MARK, _JFIF, _JFIF_CONTENT + _LENGTH) + content if known else b""


def _segments(data: bytes) -> Iterator[_Segment]:
    """The segments of a JPEG up to its end; a scan goes on through the pixels behind it."""
    return _bounded(_all_segments(data))


def _all_segments(data: bytes) -> Iterator[_Segment]:
    at = len(JPEG)
    while at < len(data):
        marks = _MARKS.match(data, at)
        if not marks:
            raise PictureDamaged
        start = marks.end() - 1  # the last of them is the marker's own
        (kind,) = struct.unpack_from(">B", data, start + 1)
        at = _end_of_segment(data, start, kind)
        yield _Segment(kind, data[start + 4 : at], data[start:at])
        if kind == _END:
            return


def _end_of_segment(data: bytes, start: int, kind: int) -> int:
    if kind in _ALONE:
        return start + 2
    (length,) = struct.unpack_from(">H", data, start + 2)
    end: int = start + 2 + length
    if length < _LENGTH:
        raise PictureDamaged
    if kind != _SCAN:
        return end
    following = _MARKER.search(data, end)
    return following.start() if following else len(data)


def _orientation(tiff: bytes) -> int:
    """The first value of that tag in the first directory of an EXIF block."""
    order = "<" if tiff.startswith(b"II") else ">"
    (at,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    for entry in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + entry * _TIFF_ENTRY)
        if tag == _ORIENTATION:
            return int(value)
    return UPRIGHT
