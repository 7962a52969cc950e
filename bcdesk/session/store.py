"""What a session needs of the place where reports are kept; `bcdesk.storage` is that place, over SQLite."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bcdesk.report.kept import Kept, Listed, Trashed
from bcdesk.report.report import Report


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

    def trashed(self) -> tuple[Trashed, ...]:
        """Every report in the trash, the last removed first."""
        ...

    def delete(self, report_id: str) -> None:
        """Delete a report for good. Raises KeyError where there is none of that id in the trash."""
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
