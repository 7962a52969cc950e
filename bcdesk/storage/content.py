"""Whether two databases hold the same, told without reading the texts: what a backup is compared by."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bcdesk.storage.copies import connected
from bcdesk.storage.troubles import known_troubles

_PASSING = "where"  # the setting in which the clerk's place is remembered: it changes without any work being done
_FOLLOW = {"part", "report_part", "version_part", "undo_step", "undo_step_part"}  # they change only with a report
_SEARCHED = (
    "report_text",
    "report_index",
    "search_due",
)  # and so do what it is found by and its index with the tables below it


def content(path: Path) -> tuple[object, ...]:
    """A value that is another one whenever anything of the clerk's has changed: by times, states and numbers of rows.

    Raises a KnownError where the file cannot be read.
    """
    with known_troubles(path), closing(connected(path)) as connection:
        reports = connection.execute("SELECT id, changed_at, removed_at, state FROM report ORDER BY id").fetchall()
        settings = connection.execute(
            "SELECT name, value FROM setting WHERE name <> ? ORDER BY name", (_PASSING,)
        ).fetchall()
        return (reports, settings, *_rows_of_others(connection))


def _rows_of_others(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    others = [name for (name,) in names if name not in _FOLLOW and not name.startswith(_SEARCHED)]
    return [(name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in others]  # noqa: S608  # the names are the database's own
