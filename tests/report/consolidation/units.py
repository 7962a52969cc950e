"""Reports of a commune and of its units, small enough to be read in a test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from bcdesk.report.consolidation.values import Received
from bcdesk.report.merged import Contribution
from bcdesk.report.outline import split_heading
from bcdesk.report.outline_rows import numbered
from bcdesk.report.parts import blocks_of
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Block, Paragraph, Report, Section, Table, paragraph, walk
from bcdesk.report.units import sample_office

QUARTER = Period(PeriodType.QUARTER, 2024, 1)


def section(heading: str, *texts: str | Block | Section, **rest: object) -> Section:
    """A section with these paragraphs and sections below it."""
    marker, title = split_heading(heading)
    blocks = tuple(
        paragraph(text) if isinstance(text, str) else text for text in texts if not isinstance(text, Section)
    )
    return Section("", marker, title, blocks, tuple(text for text in texts if isinstance(text, Section)), **rest)


def report_of(*sections: Section, **rest: object) -> Report:
    """A report of the first quarter of 2024."""
    return replace(Report("khac", QUARTER, sample_office(), sections=numbered(sections)), **rest)


def received(unit: str, *sections: Section, modified: str = "2024-03-20T08:00:00", **rest: object) -> Received:
    """What a unit sent."""
    report = report_of(*sections, **rest)
    digest = sha256(repr(report).encode()).hexdigest()
    return Received(Contribution(unit, f"{unit}.docx", digest, modified), report)


def titled(report: Report, title: str) -> Section:
    """The section of that title."""
    return next(each for _, each in walk(report.sections) if each.title == title)


def said(report: Report, title: str) -> list[str]:
    """What stands in the section of that title."""
    return [plain(block) for block in titled(report, title).blocks]


def plain(block: Block) -> str:
    """The words of a block."""
    if isinstance(block, Paragraph):
        return block.plain
    cells = (cell for row in block.rows for cell in row) if isinstance(block, Table) else ()
    return " | ".join(text.plain for cell in cells for text in cell.paragraphs)


def shape(report: Report) -> list[str]:
    """Each section as `depth heading: its paragraphs`."""
    return list(_shape(report))


def _shape(report: Report) -> Iterator[str]:
    for depth, each in walk(report.sections):
        texts = " | ".join(map(plain, blocks_of(report, each.id)))
        yield f"{depth} {each.heading}: {texts}".rstrip(": ")
