"""Reports as they are kept: whole, as a line of the list or of the versions, or in the trash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesk.report.report import Report, State
from bcdesk.report.steps import NO_STEPS, Trail


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as the list shows it, without its text."""

    id: str
    title: str
    kind: str
    period: str
    drafter: str
    state: State
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Trashed:
    """A report in the trash, and since when it lies there."""

    listed: Listed
    removed_at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """A report as it was last committed, and the way it has come."""

    id: str
    report: Report
    saved_at: datetime
    trail: Trail = NO_STEPS


BEFORE_RESTORING = "trước khi khôi phục"


@dataclass(frozen=True, slots=True)
class VersionListed:
    """An earlier state of a report, without its text; `event` is its name, empty for one kept without being asked."""

    id: int
    at: datetime
    event: str = ""

    @property
    def named(self) -> bool:
        """Whether somebody gave it its name; what the program keeps of its own accord may be thinned over time."""
        return self.event not in {"", BEFORE_RESTORING}
