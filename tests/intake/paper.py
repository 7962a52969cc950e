"""What a report prints, for asking whether anything typed was lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bcdesk.intake.intake import Intake
from bcdesk.report.report import Report
from bcdesk.sheet.compose import compose
from bcdesk.sheet.sheet import Block, Paragraph, Sheet
from tests.sheet.samples import width_of


def sheet_of(report: Report) -> Sheet:
    return compose(report, width_of)


def printed(report: Report) -> str:
    return "\n".join(
        line for section in sheet_of(report).sections for block in section.blocks for line in _lines(block)
    )


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def lost(text: str, intake: Intake) -> Counter[str]:
    """The words of `text` that neither the paper shows nor a note quotes."""
    return words(text) - words(printed(intake.report)) - words(" ".join(note.words for note in intake.notes))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.plain
        for run in block.runs:
            for note in run.footnote:
                yield from _lines(note)
    else:
        for row in block.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    yield from _lines(paragraph)
