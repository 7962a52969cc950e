"""The line under a text, however it was made."""

from __future__ import annotations

from collections.abc import Sequence

from bcdesk.checks.lines import Line, Spot
from bcdesk.checks.paper import Stroke, StrokeForm
from bcdesk.checks.parts.pieces import is_typed_line
from bcdesk.word.reading import Kind, Reading, Unread

FARTHEST = 3
DRAWN = {Kind.DRAWING, Kind.PICTURE, Kind.TEXT_BOX, Kind.OBJECT, Kind.BORDER, Kind.FLOATING}


def stroke_under(line: Line, lines: Sequence[Line], reading: Reading) -> Stroke | None:
    """The line under `line`, which is one of `lines`; None where there is none.

    One that is a drawing or a border of a cell is DRAWN: how long it is, and under which text of its block, is unknown.
    """
    if line.paragraph.format.rule:
        return Stroke(StrokeForm.BORDER, line)
    if _is_typed_below(line):
        return Stroke(StrokeForm.TYPED, line)
    for below in _below(line, lines):
        if below.paragraph.format.rule and not below.text:
            return Stroke(StrokeForm.BORDER, below)
        if any(is_typed_line(part) for part in below.text.replace("\t", "\n").split("\n")):
            return Stroke(StrokeForm.TYPED, below)
    if any(item.text.strip() in line.text for item in _left(line, reading, {Kind.UNDERLINE})):
        return Stroke(StrokeForm.UNDERLINE, line)
    return Stroke(StrokeForm.DRAWN, line) if any(_left(line, reading, DRAWN, margin=1)) else None


def _is_typed_below(line: Line) -> bool:
    """Whether the next piece of its own paragraph is a row of signs, where the paragraph was broken by hand."""
    rest = line.paragraph.plain[line.end :] if line.end else ""
    return is_typed_line(next((part.strip() for part in rest.split("\n") if part.strip()), ""))


def _below(line: Line, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines that may hold it: those under it in its cell, else the next few."""
    at = next((at for at, each in enumerate(lines) if each.spot == line.spot), len(lines))
    found = [each for each in lines[at + 1 :] if _column(each.spot) == _column(line.spot)]
    until = next(
        (at for at, each in enumerate(found) if each.text and not is_typed_line(each.text.strip())), len(found)
    )
    return found[: min(until + 1, FARTHEST)]


def _column(spot: Spot) -> tuple[int, int]:
    """A cell's place across the page; its block is left out, as a line may stand behind a table."""
    return spot.section, spot.cell


def _left(line: Line, reading: Reading, kinds: set[Kind], margin: int = 0) -> list[Unread]:
    """What of these kinds stands in the block of a line or within `margin` blocks of it."""
    sections = reading.sheet.sections
    number = sum(len(section.blocks) for section in sections[: line.spot.section]) + line.spot.block
    return [
        item
        for item in reading.unread
        if item.kind in kinds and item.block is not None and abs(item.block - number) <= margin
    ]
