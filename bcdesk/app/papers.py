"""The press of the window."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper, Press
    from bcdesk.report.findings import Verdict
    from bcdesk.report.office import Office
    from bcdesk.report.register import Book, Line
    from bcdesk.report.report import Report


class Papers:
    """Makes papers; the press is made when the first one is asked for: it reads the fonts."""

    def __call__(self, report: Report) -> Paper:
        """The report on paper."""
        return self._press.paper(report)

    def slip(self, paper: Paper, verdict: Verdict) -> Paper:
        """The phiếu trình ký of a paper of which the check has said `verdict`."""
        return self._press.slip(paper, verdict)

    def register(self, book: Book, lines: Iterable[Line], office: Office) -> Paper:
        """The outgoing register of that office."""
        return self._press.register(book, lines, office)

    @cached_property
    def _press(self) -> Press:
        from bcdesk.painting.fonts import FontMeasure
        from bcdesk.press.paper import Press

        return Press(FontMeasure())
