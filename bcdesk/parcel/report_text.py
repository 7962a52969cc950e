"""The JSON of a report that anybody may have made, bounded before parsing gives it ten times the room."""

from __future__ import annotations

import json
import re

from bcdesk.errors import BundleDamaged, BundleTooBig

# Some 300 pages, which take no longer than two seconds and 300 MB to read; pictures beside.
MOST_TEXT = 10_000_000
MOST_OBJECTS = 150_000
MOST_VALUES = 1_500_000
MOST_WIDE = 20_000
TOO_LONG = "300 trang"

_PICTURE = re.compile(rb'"data":\s?"[A-Za-z0-9+/=]*"')
_WIDE = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")


def report_text(data: bytes) -> str:
    """The text of a `report.json`. Raises BundleTooBig, or BundleDamaged where it is not in UTF-8."""
    if is_too_long(data):
        raise BundleTooBig(TOO_LONG)
    try:
        # A single letter beyond U+FFFF would make Python keep the pictures too in four bytes a letter.
        data = _WIDE.sub(_escaped, data)
        return data.decode()
    except UnicodeDecodeError as error:
        raise BundleDamaged from error


def is_too_long(data: bytes) -> bool:
    """Whether a `report.json` has more text, formats or cells than is read again."""
    pictures = sum(len(found[0]) for found in _PICTURE.finditer(data))
    values = data.count(b",") + data.count(b":") + data.count(b"[")
    wide = sum(1 for _ in _WIDE.finditer(data))
    return (
        len(data) - pictures > MOST_TEXT or data.count(b"{") > MOST_OBJECTS or values > MOST_VALUES or wide > MOST_WIDE
    )


def _escaped(wide: re.Match[bytes]) -> bytes:
    return json.dumps(wide[0].decode())[1:-1].encode()
