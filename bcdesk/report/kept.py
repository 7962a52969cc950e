"""Reports as they are kept: whole with the time of the commit, as one line of the list, or in the trash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesk.report.report import Report, State


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
    """A report as it was last committed."""

    id: str
    report: Report
    saved_at: datetime
