"""Where the text of a field comes from: how it is read from a report, and the edit that puts it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from bcdesk.report.edits import Edit, ReplaceBlocks, SetField, SetHeading
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import HEADING, Appendix, Paragraph, Place, Report, find_section, paragraph
from bcdesk.ui.editor.document import common


class Source(Protocol):
    """A stretch of a report that one field shows as paragraphs."""

    def read(self, report: Report) -> tuple[Paragraph, ...]:
        """The paragraphs in the report. Raises KeyError where their part is gone."""
        ...

    def edit(self, report: Report, after: tuple[Paragraph, ...]) -> Edit | None:
        """The smallest change that makes the report say `after`; None where there is nothing to change."""
        ...

    def place(self, report: Report, index: int, offset: int) -> Place:
        """What character `offset` of paragraph `index` of the field is in the report."""
        ...

    def spot(self, report: Report, place: Place) -> tuple[int, int] | None:
        """The paragraph and offset at which the field shows a place; None where it shows it not."""
        ...


@dataclass(slots=True)
class BlocksSource:
    """`count` paragraphs of a part from block `first` on; both move when blocks before them come or go."""

    part: str
    first: int = 0
    count: int = 0

    def read(self, report: Report) -> tuple[Paragraph, ...]:
        """The paragraphs among those blocks."""
        shown = blocks_of(report, self.part)[self.first : self.first + self.count]
        return tuple(block for block in shown if isinstance(block, Paragraph))

    def edit(self, report: Report, after: tuple[Paragraph, ...]) -> Edit | None:
        """The blocks that differ, replaced."""
        before = self.read(report)
        if before == after:
            return None
        head, tail = common(before, after)
        changed = after[head : len(after) - tail]
        return ReplaceBlocks(self.part, self.first + head, len(before) - head - tail, changed)

    def place(self, report: Report, index: int, offset: int) -> Place:  # noqa: ARG002  # the shape of a Source
        """The block of that paragraph."""
        return Place(self.part, self.first + index, offset)

    def spot(self, report: Report, place: Place) -> tuple[int, int] | None:
        """The paragraph of that block; the end of the part where there is none there yet."""
        if place.part != self.part:
            return None
        index = place.block - self.first
        at_end = index == self.count == 0 and place.block >= len(blocks_of(report, self.part))
        return (index, place.offset) if 0 <= index < self.count or at_end else None


@dataclass(frozen=True, slots=True)
class LinesSource:
    """Lines of plain text that belong to the head of the report, one paragraph each.

    `put` gives the edit for new lines, None where they say nothing the report could hold.
    """

    name: str
    get: Callable[[Report], tuple[str, ...]]
    put: Callable[[Report, tuple[str, ...]], Edit | None]

    def read(self, report: Report) -> tuple[Paragraph, ...]:
        """A paragraph for each line."""
        lines = self.get(report)
        return () if lines == ("",) else tuple(paragraph(line) for line in lines)

    def edit(self, report: Report, after: tuple[Paragraph, ...]) -> Edit | None:
        """The edit for these lines."""
        lines = tuple(text.plain for text in after)
        return None if self.read(report) == after else self.put(report, lines)

    def place(self, report: Report, index: int, offset: int) -> Place:  # noqa: ARG002  # the shape of a Source
        """The line as a block of the field."""
        return Place(self.name, index, offset)

    def spot(self, report: Report, place: Place) -> tuple[int, int] | None:  # noqa: ARG002  # the shape of a Source
        """The line of that block."""
        return (place.block, place.offset) if place.part == self.name else None


@dataclass(frozen=True, slots=True)
class HeadingSource:
    """One half of a section's heading: its marker or its title."""

    section: str
    marker: bool

    def read(self, report: Report) -> tuple[Paragraph, ...]:
        """The half as one paragraph."""
        section = find_section(report, self.section)
        text = section.marker if self.marker else section.title
        return (paragraph(text),) if text else ()

    def edit(self, report: Report, after: tuple[Paragraph, ...]) -> Edit | None:
        """The heading with that half."""
        section = find_section(report, self.section)
        text = " ".join(line.plain for line in after)
        marker, title = (text, section.title) if self.marker else (section.marker, text)
        unchanged = (marker, title) == (section.marker, section.title)
        return None if unchanged else SetHeading(self.section, marker, title)

    def place(self, report: Report, index: int, offset: int) -> Place:  # noqa: ARG002  # the shape of a Source
        """The heading; offsets count in the title."""
        return Place(self.section, HEADING, 0 if self.marker else offset)

    def spot(self, report: Report, place: Place) -> tuple[int, int] | None:  # noqa: ARG002  # the shape of a Source
        """The character of the title; the marker answers for nothing."""
        shown = (place.part, place.block) == (self.section, HEADING) and not self.marker
        return (0, place.offset) if shown else None


@dataclass(frozen=True, slots=True)
class AppendixTitleSource:
    """The lines of an appendix's title."""

    appendix: str

    def read(self, report: Report) -> tuple[Paragraph, ...]:
        """A paragraph for each line."""
        return tuple(paragraph(line) for line in find_appendix(report, self.appendix).title)

    def edit(self, report: Report, after: tuple[Paragraph, ...]) -> Edit | None:
        """The appendix under that title."""
        title = tuple(text.plain for text in after)
        if title == find_appendix(report, self.appendix).title:
            return None
        return change_appendix(report, self.appendix, title=title)

    def place(self, report: Report, index: int, offset: int) -> Place:
        """The heading; offsets count in the lines as one text with a line end between two."""
        title = find_appendix(report, self.appendix).title
        return Place(self.appendix, HEADING, sum(len(line) + 1 for line in title[:index]) + offset)

    def spot(self, report: Report, place: Place) -> tuple[int, int] | None:
        """The line in which the character stands."""
        if (place.part, place.block) != (self.appendix, HEADING):
            return None
        return line_at(find_appendix(report, self.appendix).title, place.offset)


def line_at(lines: tuple[str, ...], offset: int) -> tuple[int, int]:
    """The line and the offset in it of a character of the lines as one text with a line end between two."""
    for index, line in enumerate(lines):
        if offset <= len(line):
            return index, offset
        offset -= len(line) + 1
    return max(len(lines) - 1, 0), len(lines[-1]) if lines else 0


def find_appendix(report: Report, appendix_id: str) -> Appendix:
    """The appendix of that id. Raises KeyError where there is none."""
    for appendix in report.appendices:
        if appendix.id == appendix_id:
            return appendix
    raise KeyError(appendix_id)


def change_appendix(report: Report, appendix_id: str, **changes: object) -> Edit:
    """The edit that gives one appendix other attributes."""
    changed = tuple(
        replace(item, **changes) if item.id == appendix_id else item  # type: ignore[arg-type]  # named by the caller
        for item in report.appendices
    )
    return SetField("appendices", changed, "Sửa phụ lục")
