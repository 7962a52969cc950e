"""A body of documents judged at once: how many lines and pages are where LibreOffice has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bcdesk.layout.measure import Measure
from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import LO7, WORD
from bcdesk.sheet.sheet import Sheet
from bcdesk.word.writer import write
from tests.fidelity.compare import Comparison, compared, printed, same_lines
from tests.fidelity.office import to_pdf


@dataclass(frozen=True)
class Verdict:
    """The comparisons of the documents LibreOffice shows whole, and what the preview's own profile does otherwise."""

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
    def pages(self) -> int:
        return sum(len(comparison.theirs) for comparison in self.comparisons)

    @property
    def page_share(self) -> float:
        return sum(comparison.same_pages for comparison in self.comparisons) / max(self.pages, 1)

    @property
    def same_documents(self) -> int:
        return sum(comparison.same for comparison in self.comparisons)

    @property
    def wrong_counts(self) -> int:
        return sum(len(comparison.ours) != len(comparison.theirs) for comparison in self.comparisons)

    @property
    def differences(self) -> list[str]:
        return [comparison.first_difference() for comparison in self.comparisons if not comparison.same]


def judge(documents: dict[str, Sheet], measure: Measure, folder: Path) -> Verdict:
    """Our pages of each sheet against LibreOffice's rendering of its DOCX."""
    pdfs = to_pdf({name: write(sheet) for name, sheet in documents.items()}, folder)
    paginator, preview = Paginator(measure, LO7), Paginator(measure, WORD)
    comparisons = []
    otherwise = 0
    for name, sheet in documents.items():
        comparisons.append(compared(name, paginator.pages(sheet), pdfs[name]))
        otherwise += _otherwise(comparisons[-1], printed(preview.pages(sheet)))
    return Verdict(
        tuple(comparison for comparison in comparisons if comparison.whole),
        tuple(comparison.name for comparison in comparisons if not comparison.whole),
        otherwise,
    )


def _otherwise(comparison: Comparison, previewed: tuple[tuple[str, ...], ...]) -> int:
    lines = sum(map(len, previewed))
    return lines - same_lines(previewed, comparison.ours)


def table(verdicts: Iterable[tuple[str, Verdict]]) -> str:
    """The verdicts as a table for a terminal."""
    head = (
        f"{'':24}{'documents':>10}{'lines':>8}{'same':>9}{'pages':>7}{'same':>9}{'counts wrong':>14}{'word else':>11}"
    )
    rows = [
        f"{name:24}{len(found.comparisons):>10}{found.lines:>8}{found.line_share:>9.3%}{found.pages:>7}"
        f"{found.page_share:>9.2%}{found.wrong_counts:>14}{found.otherwise:>11}"
        for name, found in verdicts
    ]
    return "\n".join([head, *rows])
