"""From a report to its paper: what every preview, file and print is made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bcdesk.layout.measure import Measure, width
from bcdesk.layout.pages import Page
from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import WORD, Profile
from bcdesk.press.typeface import Typeface, typeface_of
from bcdesk.report.findings import Verdict
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.register import Book, Line
from bcdesk.report.report import Report
from bcdesk.sheet.compose import Composer
from bcdesk.sheet.register import register_sheet
from bcdesk.sheet.sheet import Run, Sheet
from bcdesk.sheet.slip import slip_sheet


@dataclass(frozen=True, slots=True)
class Paper:
    """A report, how it is printed, the pages that makes, and the typeface they are measured with."""

    report: Report
    sheet: Sheet
    pages: tuple[Page, ...]
    typeface: Typeface

    def docx(self) -> bytes:
        """The paper as a Word file."""
        from bcdesk.word import writer  # noqa: PLC0415  # lxml and python-docx load only when a file is asked for

        return writer.write(self.sheet)


class Press:
    """Makes papers in one typeface, as one word processor breaks them; a change costs what has changed."""

    def __init__(self, measure: Measure, profile: Profile = WORD) -> None:
        self._measure = measure
        self._typeface = typeface_of(measure)
        self._composer = Composer(self._width_of)
        self._paginator = Paginator(measure, profile)

    def paper(self, report: Report) -> Paper:
        """The report on paper."""
        sheet = self._composer.sheet(report)
        return Paper(report, sheet, self._paginator.pages(sheet), self._typeface)

    def slip(self, paper: Paper, verdict: Verdict) -> Paper:
        """The phiếu trình ký that goes along with a paper of which the check has said `verdict`."""
        sheet = slip_sheet(paper.report, verdict, len(paper.pages), self._width_of)
        return replace(paper, sheet=sheet, pages=self._paginator.pages(sheet))

    def register(self, book: Book, lines: Iterable[Line], office: Office) -> Paper:
        """The outgoing register of that office; its report is a bare one of the year."""
        sheet = register_sheet(book, lines, office, self._width_of)
        bare = Report("", Period(PeriodType.YEAR, book.year), office)
        return Paper(bare, sheet, self._paginator.pages(sheet), self._typeface)

    def _width_of(self, runs: tuple[Run, ...]) -> float:
        return width(self._measure, runs)
