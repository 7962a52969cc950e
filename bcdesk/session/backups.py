"""What keeping backups needs of the place where they lie; `bcdesk.storage` is that place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from bcdesk.report.backup import Backup, Difference, SecondPlace


class Backups(Protocol):
    """Copies of everything that is kept. Every call may come from any thread; KnownError when it cannot be done."""

    def listed(self) -> tuple[Backup, ...]:
        """Every backup beside the data, the newest first."""
        ...

    def damaged(self) -> tuple[datetime, ...]:
        """When those were taken that lie there too but cannot be opened, the newest first."""
        ...

    def last(self) -> datetime | None:
        """When the newest one was taken; None before the first."""
        ...

    def outdated(self) -> bool:
        """Whether anything has changed since the newest one."""
        ...

    def check(self) -> None:
        """Read all that is kept. Raises DatabaseDamaged where it is not sound."""
        ...

    def catch_up(self) -> None:
        """Do what saves have put off, so that the next search need not."""
        ...

    def take(self) -> Backup:
        """Take one now, check it, thin the older ones."""
        ...

    def look(self, backup: Backup) -> Difference:
        """What the list of reports would become if it were brought back."""
        ...

    def bring_back(self, backup: Backup) -> Backup | None:
        """Make everything what it was then, wholly or not at all; a backup of how it was before, None where damaged."""
        ...

    def copy_out(self, backup: Backup, report_id: str) -> str:
        """Keep one report of a backup as a new report; its id. Raises KeyError where there is none of that id."""
        ...

    def sweep(self, before: datetime) -> int:
        """Delete the signed copies that no report or backup has named since then; how many those were."""
        ...

    def second_place(self) -> SecondPlace | None:
        """The folder on another disk that gets every backup too."""
        ...

    def keep_second_place(self, folder: Path | None) -> None:
        """From now on bring every backup there too, beginning at once; None: nowhere."""
        ...

    def bring_along(self) -> None:
        """Bring the newest backup to the second place, where that is there."""
        ...
