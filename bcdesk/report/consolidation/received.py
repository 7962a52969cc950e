"""The report of one unit as it came in."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.report.merged import Contribution
from bcdesk.report.report import Report


@dataclass(frozen=True, slots=True)
class Received:
    """The report a unit sent, and of which file it was read."""

    contribution: Contribution
    report: Report
