"""Appendices: what stands behind the ending, each beginning with its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bcdesk.checks.lines import Line
from bcdesk.checks.paper import AppendixAt
from bcdesk.checks.parts.passages import passages, tables
from bcdesk.checks.parts.strokes import stroke_under
from bcdesk.report.outline import split_heading
from bcdesk.sheet.sheet import Align
from bcdesk.sheet.styles import Name
from bcdesk.vietnamese.folding import fold
from bcdesk.word.reading import Reading

LONGEST_LABEL = 150
MOST_TITLE_LINES = 6

_LABEL = re.compile(r"phu luc(?: *(?:so *)?(?:[ivx]+|\d+|[a-e]))?(?:[.:]? .*|[.:]?)")
_REFERENCE = re.compile(r"\(?kem theo\b")


def appendices_start(lines: Sequence[Line], label: int) -> int:
    """The index of the label of the first appendix behind the line `label`; else the count of the lines."""
    found = (at for at, line in enumerate(lines) if at > label and is_label(line))
    return next(found, len(lines))


def is_label(line: Line) -> bool:
    """Whether a line may be the label of an appendix."""
    if line.paragraph.style == Name.APPENDIX:
        return True
    centred = line.align in {Align.CENTER, None} or line.paragraph.format.page_break_before
    return centred and not line.spot.in_table and len(line.text) <= LONGEST_LABEL and _fits(line)


def _fits(line: Line) -> bool:
    return _LABEL.fullmatch(" ".join(fold(line.text).split())) is not None


def read_appendices(lines: Sequence[Line], reading: Reading) -> Iterator[AppendixAt]:
    """The appendices in these lines, the first of which is a label."""
    labels = [at for at, line in enumerate(lines) if is_label(line)]
    for start, end in pairwise((*labels, len(lines))):
        yield _appendix(lines[start:end], reading)


def _appendix(lines: Sequence[Line], reading: Reading) -> AppendixAt:
    label, said = lines[0], [line for line in lines[1:] if line.text]
    reference_at = next((at for at, line in enumerate(said[:MOST_TITLE_LINES]) if _is_reference(line)), None)
    title = said[:reference_at] if reference_at is not None else list(_titled(said))
    reference = said[reference_at] if reference_at is not None else None
    last = reference or (title[-1] if title else label)
    below = lines[lines.index(last) + 1 :]
    section = label.spot.section
    return AppendixAt(
        label,
        tuple(title),
        reference,
        stroke_under(last, lines, reading),
        tuple(passages(below)),
        tables(below, reading.sheet.sections),
        section,
        own_pages=label.spot.block == 0 and section > 0,
    )


def _is_reference(line: Line) -> bool:
    return _REFERENCE.match(fold(line.text)) is not None


def _titled(said: Sequence[Line]) -> Iterator[Line]:
    """The centred lines under the label."""
    for line in said[:MOST_TITLE_LINES]:
        if line.spot.in_table or line.align is not Align.CENTER or split_heading(line.text)[0]:
            return
        yield line
