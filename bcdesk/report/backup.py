"""Backups of all reports: what one is, how it differs from what is kept now, and the second place for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bcdesk.report.kept import Listed


@dataclass(frozen=True, slots=True)
class Backup:
    """A sound copy of all reports as they were at `at`; `size` in bytes."""

    path: Path
    at: datetime
    reports: int
    size: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What the list would become if a backup were restored.

    `returning` are only in the backup, `changed` are in it as they were before, `leaving` are missing from it.
    """

    returning: tuple[Listed, ...] = ()
    changed: tuple[Listed, ...] = ()
    leaving: tuple[Listed, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.returning or self.changed or self.leaving)


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """A folder on another disk that gets every backup too, and when the newest one was last seen there."""

    folder: Path
    seen: datetime


def difference(now: tuple[Listed, ...], then: tuple[Listed, ...]) -> Difference:
    """How the reports `then` differ from those `now`; a report is the same one by its id, unchanged by its time."""
    here, there = {listed.id: listed for listed in now}, {listed.id: listed for listed in then}
    return Difference(
        returning=tuple(listed for listed in then if listed.id not in here),
        changed=tuple(
            listed for listed in then if listed.id in here and here[listed.id].changed_at != listed.changed_at
        ),
        leaving=tuple(listed for listed in now if listed.id not in there),
    )
