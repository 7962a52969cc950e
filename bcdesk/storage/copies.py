"""Copies of a database that may be in use: whole, synced, opened and checked before they get their name."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from bcdesk.errors import DatabaseBusy, DatabaseDamaged
from bcdesk.storage.tables import APPLICATION_ID, TRIGGERS
from bcdesk.storage.troubles import known_troubles

UNFINISHED = ".part"
WAIT_SECONDS = 10.0


def copy_database(source: Path, target: Path) -> int:
    """Copy a database of bcdesk to `target`, wholly or not at all; how many reports are in the copy.

    Raises DatabaseDamaged where the source, and so the copy, is not sound, and a KnownError where it cannot be done.
    """
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    try:
        with known_troubles(target):
            unfinished.unlink(missing_ok=True)
            pour(source, unfinished)
            sync(unfinished)
            reports = counted(unfinished)
            unfinished.replace(target)
            sync(target.parent)
    except (DatabaseDamaged, DatabaseBusy) as error:  # the copy is nobody else's: it was the source
        raise type(error)(source) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return reports


def pour(source: Path, target: Path) -> None:
    """Make `target`, a new file or a database in use, the same as `source`, in one transaction."""
    with known_troubles(source):
        read_from = connected(source)
    with closing(read_from) as read, closing(connected(target, "rwc")) as written:
        with known_troubles(source):
            read.execute("SELECT count(*) FROM sqlite_master").fetchone()
        journal = written.execute("PRAGMA journal_mode").fetchone()[0]
        written.execute("PRAGMA synchronous = EXTRA")
        read.backup(written, progress=patience(target))
        # A copy of a WAL database is marked as one; a backup is a single file, which any medium may hold.
        written.execute(f"PRAGMA journal_mode = {journal}")


def patience(target: Path) -> Callable[[int, int, int], None]:
    """Ends the waiting for a lock of others: Python's backup alone would wait for ever. Raises DatabaseBusy."""
    until = time.monotonic() + WAIT_SECONDS

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > until:
            raise DatabaseBusy(target)

    return progress


def check(path: Path) -> None:
    """Read every page of a database in use and how they hang together. Raises DatabaseDamaged where they do not."""
    with known_troubles(path), closing(connected(path)) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DatabaseDamaged(path)


def counted(path: Path, *, whole: bool = True) -> int:
    """How many reports, without those in the trash, are in a copy that nobody writes.

    Raises DatabaseDamaged where it is none of bcdesk's or, `whole` read, a page of it is not sound.
    """
    with known_troubles(path), closing(connected(path, "ro&immutable=1")) as connection:
        ours = connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,) and _acts_as_ours(connection)
        sound = ours and (not whole or connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
        if not sound:
            raise DatabaseDamaged(path)
        count: int = connection.execute("SELECT count(*) FROM report WHERE removed_at IS NULL").fetchone()[0]
        return count


def _acts_as_ours(connection: sqlite3.Connection) -> bool:
    """Whether nothing in the file acts by itself but our triggers: a view could go on for ever, a trigger delete."""
    acting = connection.execute("SELECT sql FROM sqlite_master WHERE type IN ('view', 'trigger')")
    return {sql for (sql,) in acting} <= TRIGGERS


def connected(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection that makes no file of its own unless `mode` says so; `immutable` is for files nobody writes."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None)


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, outlive a power cut; folders only where the system can."""
    if os.name != "posix" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
