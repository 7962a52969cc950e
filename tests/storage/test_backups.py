from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bcdesk.errors import BackupBroken, DatabaseBusy, DatabaseDamaged, DatabaseDiskFull, DatabaseOutOfReach, KnownError
from bcdesk.storage import copies, shelf
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import FILE_NAME, open_store
from tests.session.reports import report, text_of
from tests.storage.clock import WallClock
from tests.storage.sql import rows, run, value

TABLES = ("report", "part", "report_part", "setting", "alembic_version")


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def store(folder, clock):
    store = open_store(folder, now=clock, wait=0)
    yield store
    store.close()


@pytest.fixture
def backups(folder, store, clock) -> SqliteBackups:
    return SqliteBackups(folder, store, clock)


def all_rows(path: Path) -> dict[str, list[tuple]]:
    return {table: sorted(rows(path, f"SELECT * FROM {table}")) for table in TABLES}


def spoil(path: Path, at: int = 4096) -> None:
    """Overwrite everything from a page on with noise."""
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + b"\xa5" * (len(whole) - at))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / shelf.FOLDER).iterdir())


def test_a_backup_is_named_by_its_date_and_time(backups, clock, folder):
    taken = backups.take()
    assert taken.path == folder / shelf.FOLDER / f"bcdesk-{clock.now:%Y-%m-%d-%H%M%S}.sqlite"


def test_a_backup_says_when_it_was_taken_and_how_many_reports_it_holds(backups, store, clock):
    store.create(report("Một"))
    store.remove(store.create(report("Hai")))
    taken = backups.take()
    assert (taken.at, taken.reports, taken.size) == (clock.now, 1, taken.path.stat().st_size)


def test_a_backup_holds_every_row(backups, store, path):
    store.create(report("Một"))
    store.keep_setting("drafter", "Nguyễn Văn An")
    assert all_rows(backups.take().path) == all_rows(path)


def test_a_backup_is_one_file_that_any_medium_can_hold(backups, store, folder):
    store.create(report("Một"))
    taken = backups.take()
    assert value(taken.path, "PRAGMA journal_mode") == "delete"
    assert names(folder) == [taken.path.name]


def test_two_backups_in_one_second_have_two_names(backups):
    first, second = backups.take(), backups.take()
    assert second.at == first.at + timedelta(seconds=1)
    assert backups.listed() == (second, first)


def test_before_the_first_backup_there_is_none(backups):
    assert (backups.listed(), backups.last()) == ((), None)


def test_a_backup_of_a_database_that_is_being_written_is_sound(backups, store):
    report_id, ended = store.create(report("0")), threading.Event()

    def write():
        number = 0
        while not ended.is_set():
            number += 1
            with suppress(DatabaseBusy):  # where there is no WAL the copy holds the writer off
                store.save(report_id, report(str(number) * 500))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        taken = [backups.take() for _ in range(5)]
    finally:
        ended.set()
        writer.join()
    assert [value(each.path, "PRAGMA integrity_check") for each in taken] == ["ok"] * 5
    assert len(taken) == 5


def test_a_copy_that_is_not_sound_is_not_called_a_backup(backups, store, path, folder):
    store.create(report("Một" * 5000))
    store.close()
    spoil(path, 20480)  # behind the schema
    with pytest.raises(DatabaseDamaged, match="dữ liệu"):
        backups.take()
    assert names(folder) == []


def test_a_file_that_is_no_database_is_not_listed(backups, folder):
    taken = backups.take()
    shelf_folder = folder / shelf.FOLDER
    (shelf_folder / "bcdesk-2026-01-01-000000.sqlite").write_bytes(b"")
    (shelf_folder / "bcdesk-2026-01-02-000000.sqlite").write_bytes(b"khong phai" * 1000)
    (shelf_folder / "bcdesk-ban-cu.sqlite").write_bytes(taken.path.read_bytes())
    assert backups.listed() == (taken,)


def test_a_database_of_another_program_is_not_listed(backups, folder):
    (folder / shelf.FOLDER).mkdir()
    run(folder / shelf.FOLDER / "bcdesk-2026-01-01-000000.sqlite", "CREATE TABLE report (id TEXT)")
    assert backups.listed() == ()


def test_a_full_disk_during_a_backup_leaves_no_half_file(backups, store, folder, monkeypatch):
    store.create(report("Một" * 50_000))
    connect = copies.connected

    def full(path, mode="rw"):
        connection = connect(path, mode)
        if mode == "rwc":
            connection.execute("PRAGMA max_page_count = 2")
        return connection

    monkeypatch.setattr(copies, "connected", full)
    with pytest.raises(DatabaseDiskFull, match="đầy"):
        backups.take()
    assert names(folder) == []


def test_a_database_another_program_holds_is_named_as_busy(backups, store, path, monkeypatch):
    monkeypatch.setattr(copies, "WAIT_SECONDS", 0)
    run(path, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusy, match=r"bcdesk\.sqlite"):
            backups.take()


def test_a_folder_of_backups_that_cannot_be_made_is_told(backups, folder):
    (folder / shelf.FOLDER).write_bytes(b"")
    with pytest.raises(DatabaseOutOfReach, match=shelf.FOLDER):
        backups.take()


def test_what_a_killed_program_left_is_swept_away(backups, folder):
    look = folder / shelf.FOLDER / f"{shelf.LOOK}x"
    look.mkdir(parents=True)
    (look / FILE_NAME).write_bytes(b"x")
    (folder / shelf.FOLDER / "bcdesk-2026-11-24-000000.sqlite.part").write_bytes(b"x")
    taken = backups.take()
    assert names(folder) == [taken.path.name]


def test_a_fresh_backup_is_not_outdated(backups, store):
    store.create(report("Một"))
    backups.take()
    assert not backups.outdated()


@pytest.mark.parametrize(
    "change",
    [
        lambda store, report_id: store.save(report_id, report("Hai")),
        lambda store, _: store.create(report("Ba")),
        lambda store, report_id: store.remove(report_id),
        lambda store, _: store.keep_setting("drafter", "An"),
    ],
)
def test_any_change_makes_the_newest_backup_outdated(backups, store, clock, change):
    report_id = store.create(report("Một"))
    backups.take()
    clock.go(seconds=1)
    change(store, report_id)
    assert backups.outdated()


def test_without_a_backup_or_with_a_broken_one_everything_is_new(backups, store):
    assert backups.outdated()
    backups.take().path.write_bytes(b"khong phai" * 1000)
    assert backups.outdated()


def test_taking_a_backup_thins_the_older_ones(backups, clock):
    first = backups.take()
    clock.go(hours=1)
    backups.take()
    clock.go(days=5)
    last = backups.take()
    assert last in backups.listed()
    assert len(backups.listed()) == 2
    assert first not in backups.listed()


def test_thinning_never_drops_the_backup_just_checked_even_where_the_clock_was_set_back(backups, clock, monkeypatch):
    monkeypatch.setattr(shelf, "room", lambda _: 1)
    backups.take()
    clock.go(days=-400)
    taken = backups.take()
    assert taken in backups.listed()


def test_looking_at_a_backup_tells_what_would_come_change_and_go(backups, store, clock):
    _same, changed, gone = (store.create(report(text)) for text in ("Một", "Hai", "Ba"))
    taken = backups.take()
    clock.go(minutes=5)
    store.save(changed, report("Hai, sửa lại"))
    store.remove(gone)
    new = store.create(report("Bốn"))
    found = backups.look(taken)
    ids = [[listed.id for listed in part] for part in (found.returning, found.changed, found.leaving)]
    assert ids == [[gone], [changed], [new]]


def test_looking_changes_neither_data_nor_backups(backups, store, folder, path):
    store.create(report("Một"))
    taken = backups.take()
    before = all_rows(path), taken.path.read_bytes()
    assert not backups.look(taken)
    assert (all_rows(path), taken.path.read_bytes()) == before
    assert names(folder) == [taken.path.name]


def test_a_backup_that_has_gone_bad_is_refused(backups, store):
    store.create(report("Một" * 5000))
    taken = backups.take()
    spoil(taken.path, 8192)
    for use in (backups.look, backups.bring_back):
        with pytest.raises(BackupBroken, match=taken.path.name):
            use(taken)


def test_restoring_makes_every_row_what_it_was(backups, store, clock, path):
    report_id = store.create(report("Một"))
    store.keep_setting("drafter", "An")
    then, taken = all_rows(path), backups.take()
    clock.go(minutes=5)
    store.save(report_id, report("Hai"))
    store.create(report("Ba"))
    store.keep_setting("drafter", "Bình")
    backups.bring_back(taken)
    assert all_rows(path) == then
    assert text_of(store.load(report_id).report) == "Một"


def test_restoring_takes_a_copy_first_which_undoes_it(backups, store, clock, path):
    report_id = store.create(report("Một"))
    taken = backups.take()
    clock.go(minutes=5)
    store.save(report_id, report("Hai"))
    before = all_rows(path)
    safety = backups.bring_back(taken)
    backups.bring_back(safety)
    assert all_rows(path) == before


def test_a_store_goes_on_after_restoring_and_stays_sound(backups, store, path):
    report_id, journal = store.create(report("Một")), value(path, "PRAGMA journal_mode")
    backups.bring_back(backups.take())
    store.save(report_id, report("Hai"))
    assert text_of(store.load(report_id).report) == "Hai"
    assert value(path, "PRAGMA integrity_check") == "ok"
    assert value(path, "PRAGMA journal_mode") == journal


def test_restoring_thins_nothing(backups, store, clock, monkeypatch):
    first = backups.take()
    clock.go(hours=1)
    second = backups.take()
    clock.go(days=5)
    safety = backups.bring_back(first)
    assert set(backups.listed()) == {first, second, safety}


def test_a_restore_that_cannot_be_finished_changes_nothing(backups, store, clock, path, monkeypatch):
    report_id = store.create(report("Một"))
    taken = backups.take()
    clock.go(minutes=5)
    store.save(report_id, report("Hai" * 5000))
    before = all_rows(path)
    monkeypatch.setattr(copies, "WAIT_SECONDS", 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError):
            backups.bring_back(taken)
    assert all_rows(path) == before


def test_where_the_data_are_damaged_they_are_set_aside_and_the_backup_comes_back(backups, store, folder, path):
    report_id = store.create(report("Một" * 5000))
    taken = backups.take()
    store._engine.dispose()
    spoil(path, path.stat().st_size - 8192)
    damaged = path.read_bytes()
    assert backups.bring_back(taken) is None
    assert text_of(store.load(report_id).report) == "Một" * 5000
    (aside,) = (folder / shelf.FOLDER).glob("damaged-*")
    assert (aside / FILE_NAME).read_bytes() == damaged


def test_a_backup_that_cannot_be_opened_is_told_by_its_time(backups, store, clock):
    store.create(report("Một"))
    broken = backups.take()
    clock.go(minutes=5)
    sound = backups.take()
    assert backups.damaged() == ()
    broken.path.write_bytes(b"noise" * 1000 + broken.path.read_bytes()[5000:])
    assert backups.damaged() == (broken.at,)
    assert backups.listed() == (sound,)


def test_one_report_of_a_backup_is_kept_as_a_new_one(backups, store):
    report_id = store.create(report("Một"))
    taken = backups.take()
    store.save(report_id, report("Hai"))
    copy = backups.copy_out(taken, report_id)
    assert copy != report_id
    assert {text_of(store.load(each).report) for each in (copy, report_id)} == {"Một", "Hai"}


def test_a_report_the_backup_has_not_cannot_be_copied_out(backups, store):
    taken = backups.take()
    with pytest.raises(KeyError):
        backups.copy_out(taken, store.create(report("Một")))


ENDLESS = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, NULL AS removed_at FROM n"


@pytest.mark.parametrize(
    "act",
    [
        f"ALTER TABLE report RENAME TO hidden; CREATE VIEW report AS {ENDLESS}",
        "CREATE TRIGGER wipe AFTER UPDATE ON report BEGIN DELETE FROM report; END",
        f"CREATE TRIGGER wait AFTER UPDATE ON alembic_version BEGIN SELECT count(*) FROM ({ENDLESS}); END",
        """DROP TRIGGER report_text_gone;
        CREATE TRIGGER report_text_gone AFTER DELETE ON report_text BEGIN DELETE FROM report; END""",
    ],
    ids=["endless view", "deleting trigger", "endless trigger", "trigger under our name"],
)
def test_a_backup_that_somebody_made_act_by_itself_is_refused_and_changes_nothing(
    backups, store, folder, tmp_path, act
):
    store.create(report("Một"))
    taken = backups.take()
    stranger = tmp_path / "stick.sqlite"
    stranger.write_bytes(taken.path.read_bytes())
    with closing(sqlite3.connect(stranger)) as connection:
        connection.executescript(act)
    with pytest.raises(BackupBroken):
        backups.at(stranger)
    with pytest.raises(BackupBroken):
        backups.bring_back(replace(taken, path=stranger))
    assert len(store.listed()) == 1
