"""The form of a paper judged on the very file it is written as, each finding with its place and mends in the report."""

from __future__ import annotations

from dataclasses import replace

from bcdesk.checks.judge import check
from bcdesk.checks.lines import Line
from bcdesk.layout.measure import Measure
from bcdesk.layout.paginate import Paginator
from bcdesk.press.mends import mends
from bcdesk.press.paper import Paper
from bcdesk.report.findings import Finding, Verdict
from bcdesk.report.report import Place
from bcdesk.sheet.sheet import Paragraph, Sheet, Table
from bcdesk.word.reader import read
from bcdesk.word.reading import LOOKS, Kind

# What does not keep a document from being laid out as it is printed.
LAID_OUT = LOOKS | {
    Kind.COMMENT, Kind.HEADER, Kind.FOOTER, Kind.PAGE_NUMBER, Kind.NUMBERING, Kind.HIDDEN, Kind.FIELD,
}  # fmt: skip

# The fields in which the parts of a paper are typed, by the rules about them.
HOMES = {
    "SO": "number", "DD": "date", "TL": "subject", "KG": "addressees", "NN": "recipients", "KY": "signature",
}  # fmt: skip


def judge(paper: Paper) -> Verdict:
    """What the form check says of the DOCX of a paper, read back, and of its pages."""
    found = check(read(paper.docx()), paper.pages, _Places(paper.sheet).of)
    findings = tuple(_at_home(replace(finding, fixes=mends(finding, paper.report))) for finding in found.findings)
    return replace(found, findings=findings)


def _at_home(finding: Finding) -> Finding:
    """What the paper does not show at all is looked for where it is typed."""
    home = HOMES.get(finding.rule.partition("-")[0])
    return replace(finding, place=Place(home)) if finding.place is None and home else finding


def judge_document(data: bytes, name: str, measure: Measure) -> Verdict:
    """What the form check says of a Word document of anybody's; `name` is what errors call it.

    It is laid out only where all it shows is known, so that no place is claimed that its printout does not have.
    Raises OldWord, LockedWord, FileTooBig, NotAReport or WordDamaged.
    """
    reading = read(data, name)
    known = {item.kind for item in reading.unread} <= LAID_OUT
    return check(reading, Paginator(measure).pages(reading.sheet) if known else None)


class _Places:
    """Where in the report the lines of its paper come from: the read sheet is the composed one, which knows."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def of(self, line: Line, character: int) -> Place | None:
        """The place of a character of a line; None for what no part of the report says."""
        block = self._sheet.sections[line.spot.section].blocks[line.spot.block]
        if isinstance(block, Paragraph):
            return _place(block, character)
        cell = block.rows[line.spot.row].cells[line.spot.cell].paragraphs
        place = _place(cell[line.spot.paragraph], character)
        if place is None or not block.rule:
            return place
        return replace(place, offset=place.offset + _before(block, line))


def _place(paragraph: Paragraph, character: int) -> Place | None:
    source = paragraph.source
    return source and replace(source, offset=source.offset + max(character - paragraph.source_start, 0))


def _before(table: Table, line: Line) -> int:
    """How many characters the paragraphs of a table before a line have, with a line end each (`search.lines_of`)."""
    count = 0
    for row, cells in enumerate(table.rows):
        for at, cell in enumerate(cells.cells):
            for index, paragraph in enumerate(cell.paragraphs):
                if (row, at, index) == (line.spot.row, line.spot.cell, line.spot.paragraph):
                    return count
                count += len(paragraph.plain) + 1
    return count
