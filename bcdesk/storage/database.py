"""Opening the folder of the clerk's data."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from bcdesk.errors import FolderRefused
from bcdesk.storage.engine import keep_journal, make_engine
from bcdesk.storage.journal import journal_for
from bcdesk.storage.reports import SqliteStore
from bcdesk.storage.schema import bring_up_to_date
from bcdesk.storage.troubles import known_troubles

FILE_NAME = "bcdesk.sqlite"
WAIT_SECONDS = 10.0


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_store(folder: Path, *, now: Callable[[], datetime] = _utc_now, wait: float = WAIT_SECONDS) -> SqliteStore:
    """The store in `folder`, which is made where it does not exist; a lock of others is waited for `wait` seconds.

    Raises a KnownError, and leaves the file as it is, where it is newer than this program, no database of bcdesk,
    damaged, locked or out of reach.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderRefused(folder) from error
    path = folder / FILE_NAME
    if not path.exists() and not os.access(folder, os.W_OK):  # SQLite would only say that it cannot open the file
        raise FolderRefused(folder)
    with known_troubles(path), ExitStack() as undone:
        journal = journal_for(folder)
        engine = make_engine(path, journal, wait)
        undone.callback(engine.dispose)
        bring_up_to_date(engine, path, journal, wait)
        keep_journal(engine, journal)
        undone.pop_all()
    return SqliteStore(engine, path, now)
