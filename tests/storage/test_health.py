from __future__ import annotations

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
