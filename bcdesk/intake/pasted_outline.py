"""An outline (đề cương) pasted from a superior's letter: lines are headings, some of them broken in two by a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcdesk.intake.headings import Heading
from bcdesk.intake.legacy import lines_in_unicode
from bcdesk.intake.markers import is_marked, marked
from bcdesk.intake.outline import Outline
from bcdesk.intake.signs import visible
from bcdesk.report.report import Section

_LEADERS = re.compile(r"(?:\s*[.…·_]){3,}\s*\d*\s*$")
_ASIDE = re.compile(r"\(?\s*(?:ban hành )?kèm theo\b", re.IGNORECASE)
_NAMED = re.compile(r"(?:mẫu\s+)?(?:đề cương)\s*(?:báo cáo)?\s*:?\s*", re.IGNORECASE)
_ENDED = (".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class PastedOutline:
    """The sections of an outline, and what stands above the first of them: what the report is about."""

    sections: tuple[Section, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    indent: int
    gap: bool


def read_outline(text: str) -> PastedOutline:
    """The outline a text shows; no sections where it is empty."""
    lines = tuple(_lines(text))
    first = next((at for at, line in enumerate(lines) if is_marked(line.text)), 0)
    outline = Outline()
    for line in _rows(lines[first:]):
        outline.add_heading(_heading(line, lines[first:]))
    return PastedOutline(outline.sections(), _title(lines[:first]))


def _lines(text: str) -> Iterator[_Line]:
    unicode, _ = lines_in_unicode(text.splitlines())
    gap = False
    for line in visible(unicode).splitlines():
        said = " ".join(_LEADERS.sub("", line).split())
        if said:
            indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            yield _Line(said, indent, gap)
        gap = not said


def _rows(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The headings, each with what a line end has parted from it."""
    marks = any(is_marked(line.text) for line in lines)
    row: _Line | None = None
    for line in lines:
        if row is not None and marks and _goes_on(row, line):
            row = _Line(f"{row.text} {line.text}", row.indent, row.gap)
            continue
        if row is not None:
            yield row
        row = line
    if row is not None:
        yield row


def _goes_on(row: _Line, line: _Line) -> bool:
    """Whether a line is the rest of the heading above it."""
    if is_marked(line.text) or line.gap:
        return False
    return not (row.text.endswith(_ENDED) and line.text[:1].isupper())


def _heading(line: _Line, lines: Sequence[_Line]) -> Heading:
    mark = marked(line.text)
    if mark:
        return Heading(mark, line.text[mark.text_start :])
    indents = sorted({each.indent for each in lines if not is_marked(each.text)})
    unmarked = not any(is_marked(each.text) for each in lines)
    return Heading(None, line.text, level=1 + indents.index(line.indent) if unmarked else 1)


def _title(lines: Sequence[_Line]) -> str:
    """What the report is about, in small letters where it is set in capitals: `Công tác dân vận`."""
    said = " ".join(line.text for line in lines if not _ASIDE.match(line.text))
    said = _NAMED.sub("", said, count=1).strip()
    return said.capitalize() if said.isupper() else said[:1].upper() + said[1:]
