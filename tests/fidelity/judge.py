"""A body of documents judged at once: how many lines and pages are where LibreOffice has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bcdesk.layout.measure import Measure
from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import WORD, Profile
from bcdesk.sheet.sheet import Sheet, Table
from bcdesk.word.writer import write
from tests.fidelity.compare import Comparison, compared, printed, same_lines, unspaced
from tests.fidelity.office import Office

COLUMNS = ("documents", "same", "pages", "same", "counts wrong", "lines", "same", "within 0.5 pt", "Word otherwise")


@dataclass(frozen=True)
class Verdict:
    """The comparisons of the documents LibreOffice shows whole, and how many lines the Word profile has otherwise.

    `lost` are the others: now and then LibreOffice lets rows of a table fall off the page.
    """

    name: str
    comparisons: tuple[Comparison, ...]
    lost: tuple[str, ...]
    otherwise: int

    @property
    def lines(self) -> int:
        return sum(comparison.lines for comparison in self.comparisons)

    @property
    def line_share(self) -> float:
        return sum(comparison.same_lines for comparison in self.comparisons) / max(self.lines, 1)

    @property
    def near_share(self) -> float:
        """The share of the lines whose baseline ours has within half a point."""
        return sum(comparison.near for comparison in self.comparisons) / max(self.lines, 1)

    @property
    def pages(self) -> int:
        return sum(len(comparison.theirs) for comparison in self.comparisons)

    @property
    def page_share(self) -> float:
        return sum(comparison.same_pages for comparison in self.comparisons) / max(self.pages, 1)

    @property
    def document_share(self) -> float:
        return sum(comparison.same for comparison in self.comparisons) / max(len(self.comparisons), 1)

    @property
    def wrong_counts(self) -> list[Comparison]:
        return [comparison for comparison in self.comparisons if len(comparison.ours) != len(comparison.theirs)]

    @property
    def differences(self) -> list[str]:
        return [comparison.first_difference() for comparison in self.comparisons if not comparison.same]


@dataclass(frozen=True)
class Judge:
    """One LibreOffice, and the profile that foretells it."""

    office: Office
    measure: Measure
    profile: Profile
    folder: Path

    def verdict(self, name: str, documents: dict[str, Sheet]) -> Verdict:
        """Our pages of each sheet against LibreOffice's rendering of its DOCX."""
        pdfs = self.office.converted({each: write(sheet) for each, sheet in documents.items()}, self.folder)
        paginator, preview = Paginator(self.measure, self.profile), Paginator(self.measure, WORD)
        comparisons, lost = [], []
        otherwise = 0
        for each, sheet in documents.items():
            found = compared(each, paginator.pages(sheet), pdfs[each])
            if not _shows_all_cells(found, sheet):
                lost.append(each)
                continue
            comparisons.append(found)
            otherwise += _otherwise(found, printed(preview.pages(sheet)))
        return Verdict(name, tuple(comparisons), tuple(lost), otherwise)


def _shows_all_cells(found: Comparison, sheet: Sheet) -> bool:
    """Whether every cell's text is on the other's pages; one that ours divides is not asked for."""
    ours, theirs = ("".join(line for page in pages for line in page) for pages in (found.ours, found.theirs))
    tables = (block for section in sheet.sections for block in section.blocks if isinstance(block, Table))
    cells = (cell for table in tables for row in table.rows for cell in row.cells)
    texts = (unspaced(paragraph.plain) for cell in cells for paragraph in cell.paragraphs)
    return all(text in theirs for text in texts if text in ours)


def _otherwise(comparison: Comparison, previewed: tuple[tuple[str, ...], ...]) -> int:
    return sum(map(len, previewed)) - same_lines(previewed, comparison.ours)


def table(title: str, verdicts: Iterable[Verdict]) -> str:
    """The verdicts as a table that a terminal and a README show alike."""
    rows = [_row(title, COLUMNS), "| --- |" + " --: |" * len(COLUMNS)]
    return "\n".join(rows + [_row(verdict.name, _figures(verdict)) for verdict in verdicts])


def _figures(found: Verdict) -> tuple[str, ...]:
    return (
        str(len(found.comparisons)),
        f"{found.document_share:.1%}",
        str(found.pages),
        f"{found.page_share:.2%}",
        str(len(found.wrong_counts)),
        str(found.lines),
        f"{found.line_share:.3%}",
        f"{found.near_share:.2%}",
        str(found.otherwise),
    )


def _row(name: str, figures: tuple[str, ...]) -> str:
    shown = (f"{figure:>{len(head)}}" for figure, head in zip(figures, COLUMNS, strict=True))
    return f"| {name:28} | {' | '.join(shown)} |"
