"""A folder of backups: each a file named by its date and time, and what is thrown away there when."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from bcdesk.errors import KnownError
from bcdesk.report.backup import Backup
from bcdesk.storage import signed_copies
from bcdesk.storage.copies import UNFINISHED, copy_database, counted
from bcdesk.storage.thinning import kept, room
from bcdesk.storage.troubles import known_troubles

FOLDER = "backups"  # beside the database
_NAME = "bcdesk-%Y-%m-%d-%H%M%S.sqlite"
LOOK = ".look-"  # a folder in which a backup is looked at
_LEFT_OVER = (f"*{UNFINISHED}", f"*{UNFINISHED}-journal")


def named_in(folder: Path) -> list[tuple[datetime, Path]]:
    """The files that are called backups, with the local time in their name, the newest first."""
    with known_troubles(folder):
        paths = list(folder.glob("bcdesk-*.sqlite"))
    named = [(at, path) for path in paths if (at := time_of(path))]
    return sorted(named, reverse=True)


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder that can be opened, the newest first; whole pages are read only when one is used."""
    found = (_opened(path) for _, path in named_in(folder))
    return tuple(backup for backup in found if backup)


def damaged_in(folder: Path) -> tuple[datetime, ...]:
    """The times of the backups in a folder that cannot be opened, the newest first."""
    return tuple(at for at, path in named_in(folder) if not _opened(path))


def put_into(folder: Path, source: Path, at: datetime) -> Backup:
    """A checked copy of the database `source` with its signed copies, named by the local time `at` or a free second.

    Raises a KnownError, and leaves no half file, where it cannot be made or the source is damaged.
    """
    with known_troubles(folder):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name_of(at)
        while path.exists():
            at += timedelta(seconds=1)
            path = folder / name_of(at)
    reports = copy_database(source, path)
    signed_copies.bring(source.parent / signed_copies.FOLDER, folder / signed_copies.FOLDER)
    return Backup(path, at.replace(microsecond=0), reports, path.stat().st_size)


def thin(folder: Path, spared: Backup, now: datetime) -> None:
    """Delete the backups that need not stay, never `spared`, which was just checked."""
    backups = backups_in(folder)
    with known_troubles(folder):
        free = shutil.disk_usage(folder).free + sum(backup.size for backup in backups)
        staying = {spared, *kept(backups, now, room(free))}
        for backup in backups:
            if backup not in staying:
                backup.path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Delete what a killed program left half done."""
    with suppress(OSError):
        for pattern in _LEFT_OVER:
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)
        for left in folder.glob(f"{LOOK}*"):
            shutil.rmtree(left, ignore_errors=True)


def name_of(at: datetime) -> str:
    """The name of a backup taken then."""
    return f"{at:{_NAME}}"


def time_of(path: Path) -> datetime | None:
    """The local time in the name of a backup; None where it is no such name."""
    try:
        return datetime.strptime(path.name, _NAME).astimezone()
    except ValueError:
        return None


def backup_at(path: Path) -> Backup:
    """The backup in a file; where its name does not tell its time, the file does. Raises a KnownError."""
    with known_troubles(path):
        found = path.stat()
        at = time_of(path) or datetime.fromtimestamp(found.st_mtime).astimezone()
        return Backup(path, at, counted(path, whole=False), found.st_size)


def _opened(path: Path) -> Backup | None:
    with suppress(KnownError):
        return backup_at(path)
    return None
