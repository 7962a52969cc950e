"""How the database of a folder is, read beside whoever works with it; nothing is written."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

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
        return Health(
            size=path.stat().st_size,
            revision=str(_asked(database, "SELECT version_num FROM alembic_version")),
            journal=str(_asked(database, "PRAGMA journal_mode")),
            rows={name: _rows(database, name) for name in sorted(Base.metadata.tables)},
            removed=int(_asked(database, "SELECT count(*) FROM report WHERE removed_at IS NOT NULL")),
            backups=len(backups),
            last_backup=next((at for at, _ in backups), None),
            free=shutil.disk_usage(folder).free,
        )


def _rows(database: sqlite3.Connection, table: str) -> int:
    return int(_asked(database, f"SELECT count(*) FROM {table}"))  # noqa: S608  # one of our own tables


def _asked(database: sqlite3.Connection, question: str) -> str | int:
    answer: str | int = database.execute(question).fetchone()[0]
    return answer
