"""Who gives the numbers of issued reports: văn thư by hand, or the outgoing register of this machine."""

from __future__ import annotations

from typing import Protocol

from bcdesk.report.report import Report


class Numbers(Protocol):
    """Gives numbers. Both calls raise a KnownError where that cannot be done."""

    def following(self, report_id: str, report: Report, year: int) -> int | None:
        """The number whose turn it is for a report of that year; None where this machine does not know."""
        ...

    def take(self, report_id: str, report: Report, why: str) -> None:
        """Nobody else gets the number of `report` any more. `why` it is not the one whose turn it was."""
        ...


class ByHand:
    """Numbers come from elsewhere."""

    def following(self, _report_id: str, _report: Report, _year: int) -> int | None:
        """Not known here."""
        return None

    def take(self, _report_id: str, _report: Report, _why: str) -> None:
        """Nothing is kept of it."""
