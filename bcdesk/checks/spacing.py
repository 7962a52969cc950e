"""Whether lines that belong together are single-spaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bcdesk.checks.lines import Line
from bcdesk.checks.rule import Remark
from bcdesk.vietnamese.numbers import decimal

TOLERANCE = 5
SINGLE = (0.9, 1.12)
LINE_HEIGHT = 1.15
TWIPS_PER_HALF_POINT = 10
WANTED = "Cách dòng đơn, không thêm khoảng trước, sau"


def times_single(line: Line) -> float:
    """The pitch of a line as a multiple of single spacing (ND-04: pitch ÷ (1.15 × size), whatever the line rule)."""
    pitch = line.paragraph.format.pitch
    if not pitch.exact:
        return pitch.value / 240
    size = max(line.sizes, default=line.paragraph.mark_size)
    return pitch.value / (LINE_HEIGHT * size * TWIPS_PER_HALF_POINT)


def close_together(lines: Sequence[Line]) -> Iterator[Remark]:
    """A remark for each of several lines that is not single-spaced, or stands apart from the one before."""
    for line in lines if len(lines) > 1 else ():
        if not SINGLE[0] <= times_single(line) <= SINGLE[1]:
            yield Remark(f"“{line.text}” cách dòng {decimal(round(times_single(line), 2))}", WANTED, line)
    for before, line in pairwise(lines):
        gap = max(before.paragraph.format.after, line.paragraph.format.before)
        if before.spot != line.spot and gap > TOLERANCE:
            yield Remark(f"Trước “{line.text}” có thêm khoảng cách", WANTED, line)
