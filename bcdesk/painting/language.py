"""What a reading program must be told of a PDF and Qt does not write: its language, and to show its title.

Said in an incremental update, as the format provides (ISO 32000-1, 7.5.6): the catalogue stands once more at the end
of the file, and a second table of objects points to it.
"""

from __future__ import annotations

import re

LANGUAGE = b"/Lang (vi-VN)\n/ViewerPreferences << /DisplayDocTitle true >>\n"
_ENTRY = b"xref\n%d 1\n%010d 00000 n \n"
_END = b"trailer\n<<\n/Size %s\n/Root %d 0 R\n%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n"


def in_vietnamese(data: bytes) -> bytes:
    """The PDF file with its language said; `data` as Qt writes it, with one table of objects."""
    trailer = data[data.rindex(b"trailer") :]
    root = int(_found(rb"/Root (\d+) 0 R", trailer)[1])
    catalogue = _found(rb"\n%d 0 obj\n<<\n(.*?)>>\nendobj" % root, data)[1]
    kept = b"".join(found[0] + b"\n" for found in re.finditer(rb"/(Info \d+ 0 R|ID \[.*?\])", trailer, re.DOTALL))
    again = b"%d 0 obj\n<<\n%s%s>>\nendobj\n" % (root, catalogue, LANGUAGE)
    table = len(data) + len(again)
    end = _END % (
        _found(rb"/Size (\d+)", trailer)[1], root, kept, _found(rb"startxref\s+(\d+)", trailer)[1], table
    )  # fmt: skip
    return data + again + _ENTRY % (root, len(data)) + end


def _found(pattern: bytes, data: bytes) -> re.Match[bytes]:
    found = re.search(pattern, data, re.DOTALL)
    if found is None:
        raise ValueError(f"no PDF as Qt writes it: {pattern!r} is missing")
    return found
