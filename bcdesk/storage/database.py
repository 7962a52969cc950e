"""Opening the folder of the clerk's data."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from bcdesk.errors import DatabaseMissing, FolderRefused
from bcdesk.storage import shelf
from bcdesk.storage.engine import keep_journal, make_engine
from bcdesk.storage.journal import journal_for
from bcdesk.storage.reports import SqliteStore
from bcdesk.storage.schema import bring_up_to_date
from bcdesk.storage.setting_aside import finish
from bcdesk.storage.troubles import known_troubles

FILE_NAME = "bcdesk.sqlite"
WAIT_SECONDS = 10.0


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_store(folder: Path, *, now: Callable[[], datetime] = _utc_now, wait: float = WAIT_SECONDS) -> SqliteStore:
    """The store in `folder`, which is made where it does not exist; a lock of others is waited for `wait` seconds.

    Raises a KnownError, and leaves the file as it is, where it is newer than this program, no database of bcdesk,
    damaged, missing over its backups, locked or out of reach.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderRefused(folder) from error
    path = folder / FILE_NAME
    if not path.exists() and not os.access(folder, os.W_OK):  # SQLite would only say that it cannot open the file
        raise FolderRefused(folder)
    with known_troubles(path), ExitStack() as undone:
        finish(path)
        _refuse_to_begin_anew(path)
        journal = journal_for(folder)
        engine = make_engine(path, journal, wait)
        undone.callback(engine.dispose)
        bring_up_to_date(engine, path, journal, wait)
        keep_journal(engine, journal)
        undone.pop_all()
    return SqliteStore(engine, path, now)


def _refuse_to_begin_anew(path: Path) -> None:
    """Raises DatabaseMissing where nothing is under the name of the data, but something tells that there was."""
    if path.exists() and path.stat().st_size:
        return
    log = path.with_name(f"{path.name}-wal")
    if shelf.named_in(path.parent / shelf.FOLDER) or (log.exists() and log.stat().st_size):
        raise DatabaseMissing(path)
