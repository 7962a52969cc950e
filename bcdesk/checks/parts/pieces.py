"""The pieces of a line that was set in columns by tabs or blanks, or broken by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bcdesk.checks.lines import Line

_GAP = re.compile(r"\t+|\n| {3,}")
# Blanks for the pen are no columns.
_WITH_BLANKS = re.compile(r"số(?: *:)?[\s.…_]*\d*[\s.…_]*/|ngày[\s.…_\d]*tháng[\s.…_\d]*năm[ .…_]*", re.IGNORECASE)
_TYPED_LINE = re.compile(r"[\s\-_=*~.–—─…·•+]+(?:o0o|ooo)?[\s\-_=*~.–—─…·•+]*", re.IGNORECASE)


def pieces(lines: Iterable[Line]) -> Iterator[Line]:
    """Each line in its pieces from left to right, none of them empty."""
    for line in lines:
        plain = line.paragraph.plain
        kept = [found.span() for found in _WITH_BLANKS.finditer(plain)]
        start = 0
        for gap in _GAP.finditer(plain):
            if any(first <= gap.start() < last for first, last in kept):
                continue
            yield from _piece(line, start, gap.start())
            start = gap.end()
        yield from _piece(line, start, len(plain))


def _piece(line: Line, start: int, end: int) -> Iterator[Line]:
    plain = line.paragraph.plain
    inside = plain[start:end]
    if inside.strip() and inside.strip() == plain.strip():
        yield line
    elif inside.strip():
        left = len(inside) - len(inside.lstrip())
        yield replace(line, start=start + left, end=start + len(inside.rstrip()))


def is_typed_line(text: str) -> bool:
    """Whether a text is a row of signs typed to look like a line."""
    return len(text) > 1 and _TYPED_LINE.fullmatch(text) is not None and text not in {"./.", "..."}
