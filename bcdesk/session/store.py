"""What a session needs of the place where reports are kept; `bcdesk.storage` is that place, over SQLite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

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
class Kept:
    """A report as it was last committed."""

    id: str
    report: Report
    saved_at: datetime


class Store(Protocol):
    """Keeps reports. Every call is one transaction and may come from any thread; KnownError when it cannot be done."""

    def create(self, report: Report) -> str:
        """Keep a new report; its id."""
        ...

    def load(self, report_id: str) -> Kept:
        """The report of that id. Raises KeyError where there is none."""
        ...

    def save(self, report_id: str, report: Report) -> datetime:
        """Commit this value, writing only the parts that changed; the time of the commit."""
        ...

    def listed(self) -> tuple[Listed, ...]:
        """Every report not in the trash, the last changed first."""
        ...

    def remove(self, report_id: str) -> None:
        """Put a report into the trash."""
        ...

    def restore(self, report_id: str) -> None:
        """Take it back out."""
        ...

    def setting(self, name: str) -> object:
        """A remembered plain JSON value (office profiles, drafters, the print dialog); None where never set."""
        ...

    def keep_setting(self, name: str, value: object) -> None:
        """Remember a plain JSON value."""
        ...

    def close(self) -> None:
        """Close every connection; the store is not used after this."""
        ...
