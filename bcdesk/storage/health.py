"""How the database of a folder is, read beside whoever works with it; nothing is written."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bcdesk.errors import DatabaseMissing
from bcdesk.report.health import Health
from bcdesk.storage import shelf
from bcdesk.storage.copies import connected
from bcdesk.storage.database import FILE_NAME
from bcdesk.storage.tables import Base
from bcdesk.storage.troubles import known_troubles


def health(folder: Path) -> Health:
    """Counts and sizes of the data in `folder`. Raises a KnownError where the database cannot be read."""
    path = folder / FILE_NAME
    if not path.is_file():
        raise DatabaseMissing(path)
    backups = shelf.named_in(folder / shelf.FOLDER)
    with known_troubles(path), closing(connected(path, "ro")) as database:
        counts = {name: _told(database, name, "count(*)") for name in sorted(Base.metadata.tables)}
        return Health(
            size=path.stat().st_size,
            revision=_told(database, "alembic_version", "max(version_num)") or "",
            journal=database.execute("PRAGMA journal_mode").fetchone()[0],
            rows={name: count for name, count in counts.items() if count is not None},
            removed=_told(database, "report", "count(removed_at)") or 0,
            backups=len(backups),
            last_backup=next((at for at, _ in backups), None),
            free=shutil.disk_usage(folder).free,
        )


def _told(database: sqlite3.Connection, table: str, what: str) -> Any:
    """What a table of our own says; None where it says nothing, or where no start has made it yet."""
    there = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
    if database.execute(there, (table,)).fetchone() == (0,):
        return None
    return database.execute(f"SELECT {what} FROM {table}").fetchone()[0]  # noqa: S608  # the words are ours
