from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from bcdesk.errors import DatabaseDamaged, DatabaseMissing
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.health import health
from bcdesk.storage.tables import HEAD
from tests.session.reports import report
from tests.storage.clock import WallClock


def test_health_counts_what_is_kept(folder):
    clock = WallClock()
    store = open_store(folder, now=clock)
    store.create(report("Một"))
    store.remove(store.create(report("Hai")))
    taken = SqliteBackups(folder, store, clock).take()
    found = health(folder)
    store.close()
    assert (found.rows["report"], found.removed, found.backups, found.last_backup) == (2, 1, 1, taken.at)
    assert (found.revision, found.size > 0, found.free > 0) == (HEAD, True, True)


def test_no_database_is_told(tmp_path):
    with pytest.raises(DatabaseMissing):
        health(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_is_told(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 1000)
    with pytest.raises(DatabaseDamaged):
        health(tmp_path)


def test_a_database_that_was_not_wholly_made_is_told_as_far_as_it_goes(folder):
    open_store(folder).close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as database, database:
        database.execute("DELETE FROM alembic_version")
        database.execute("DROP TABLE setting")
    found = health(folder)
    assert (found.revision, found.rows["report"]) == ("", 0)
    assert "setting" not in found.rows
    with closing(sqlite3.connect(folder / FILE_NAME)) as database, database:
        database.execute("DROP TABLE alembic_version")
    assert health(folder).revision == ""
