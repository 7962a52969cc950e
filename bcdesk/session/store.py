"""What a session needs of the place where reports are kept; `bcdesk.storage` is that place, over SQLite."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from bcdesk.report.kept import ANY, Found, Kept, Listed, Trashed, VersionListed, Wanted
from bcdesk.report.prepared import Preparation
from bcdesk.report.report import Report
from bcdesk.report.steps import NO_STEPS, Trail

if TYPE_CHECKING:
    from bcdesk.session.register import Register


class Store(Protocol):
    """Keeps reports. Every call is one transaction and may come from any thread; KnownError when it cannot be done."""

    def create(self, report: Report) -> str:
        """Keep a new report; its id."""
        ...

    def load(self, report_id: str) -> Kept:
        """The report of that id with the way it has come. Raises KeyError where there is none."""
        ...

    def save(self, report_id: str, report: Report, trail: Trail = NO_STEPS) -> datetime:
        """Commit this value and the way it has come, writing only what changed; the time of the commit.

        What it replaces is kept as a version where no other one is near in time.
        """
        ...

    def versions(self, report_id: str) -> tuple[VersionListed, ...]:
        """The earlier states that are kept of a report, the newest first."""
        ...

    def load_version(self, version_id: int) -> Report:
        """The report as it was then. Raises KeyError where there is no such version."""
        ...

    def keep_version(self, report_id: str, report: Report, event: str) -> VersionListed:
        """Keep this value for ever under what the office calls it (`trình lần 1`). Raises KeyError for no report."""
        ...

    def listed(self, most: int | None = None) -> tuple[Listed, ...]:
        """Every report not in the trash, the last changed first; at `most` so many of them."""
        ...

    def search(self, query: str, wanted: Wanted = ANY, most: int = 50) -> tuple[Found, ...]:
        """The reports in which every word of the query stands, the likeliest first; none for a query without words.

        Those that have the words as typed come before those with other marks, the words side by side before scattered
        ones, whole words before mere beginnings of the last one, the last written before older ones.
        """
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

    def preparations(self, report_id: str) -> tuple[Preparation, ...]:
        """What was made ready to be sent with a report, the newest first."""
        ...

    def keep_preparation(self, report_id: str, preparation: Preparation) -> None:
        """Remember what was made ready. Raises KeyError where there is no such report."""
        ...

    @property
    def register(self) -> Register:
        """The outgoing register."""
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
