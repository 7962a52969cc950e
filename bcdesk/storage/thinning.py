"""Which backups stay: recent ones, then one for each day, week and month, as many as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from bcdesk.report.backup import Backup

MOST_BYTES = 2 * 1024**3
SHARE_OF_FREE = 10  # a tenth
RECENT, DAILY, WEEKLY = timedelta(days=2), timedelta(days=14), timedelta(days=60)


def room(free: int) -> int:
    """How many bytes all backups on a disk may take together, where so many would be free without them."""
    return min(MOST_BYTES, free // SHARE_OF_FREE)


def kept(backups: Iterable[Backup], now: datetime, room: int) -> tuple[Backup, ...]:
    """The backups that stay, the newest first; the newest stays whatever the room in bytes.

    All of the last 2 days, the last of each day for 14 days, of each week for 60 days, of each month after that.
    Where the room is too small, those of a day that has a later one go first, then the oldest.
    """
    newest_first = sorted(backups, key=lambda backup: backup.at, reverse=True)
    staying = _last_of_each(newest_first, lambda backup: _time_of(backup, now))
    last_of_days = set(_last_of_each(staying, lambda backup: backup.at.date()))
    by_worth = sorted(staying, key=lambda backup: (backup is staying[0], backup in last_of_days, backup.at))
    size = sum(backup.size for backup in staying)
    gone: set[Backup] = set()
    for backup in by_worth[:-1]:
        if size <= room:
            break
        size -= backup.size
        gone.add(backup)
    return tuple(backup for backup in staying if backup not in gone)


def _last_of_each(newest_first: list[Backup], time_of: Callable[[Backup], object]) -> list[Backup]:
    last: dict[object, Backup] = {}
    for backup in newest_first:
        last.setdefault(time_of(backup), backup)
    return list(last.values())


def _time_of(backup: Backup, now: datetime) -> object:
    """The stretch of time of which only the last backup stays."""
    age, day = now - backup.at, backup.at.date()
    if age <= RECENT:
        return backup.path
    if age <= DAILY:
        return day
    return day.isocalendar()[:2] if age <= WEEKLY else (day.year, f"{day:%m}")
