from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from bcdesk.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseDiskFull,
    DatabaseOutOfReach,
    DatabaseReadOnly,
    FolderRefused,
    KnownError,
)
from bcdesk.storage.database import open_store
from bcdesk.storage.troubles import known_troubles
from tests.session.reports import report, text_of
from tests.storage.sql import run


def pragma(store, statement):
    """Set something on the one connection the pool holds."""
    connection = store._engine.raw_connection()
    connection.cursor().execute(f"PRAGMA {statement}")
    connection.close()


def test_a_database_another_program_holds_is_busy(store, path):
    report_id = store.create(report("Một"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy, match="chương trình khác"):
            store.save(report_id, report("Hai"))
    assert text_of(store.load(report_id).report) == "Một"


def test_a_full_disk_is_told_and_nothing_is_half_written(store, path):
    report_id = store.create(report("Một"))
    pragma(store, "max_page_count = 1")
    with pytest.raises(DatabaseDiskFull, match="đầy"):
        store.save(report_id, report("Hai" * 20_000))
    assert store.load(report_id).report == report("Một")


def test_after_a_full_disk_was_cleared_saving_works(store):
    report_id = store.create(report("Một"))
    pragma(store, "max_page_count = 1")
    with pytest.raises(DatabaseDiskFull):
        store.save(report_id, report("Hai" * 20_000))
    pragma(store, "max_page_count = 1000000")
    store.save(report_id, report("Ba"))
    assert text_of(store.load(report_id).report) == "Ba"


def test_a_database_that_may_not_be_written_is_read_only(store):
    pragma(store, "query_only = ON")
    with pytest.raises(DatabaseReadOnly):
        store.create(report())


def test_a_folder_in_the_place_of_the_file_is_out_of_reach(folder, path):
    path.mkdir(parents=True)
    with pytest.raises(DatabaseOutOfReach):
        open_store(folder)


def test_a_file_in_the_place_of_the_folder_is_refused(folder):
    folder.write_bytes(b"")
    with pytest.raises(FolderRefused):
        open_store(folder)


def test_damage_is_told(store, path, folder):
    store.create(report("Một" * 5000))
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(DatabaseDamaged):
        open_store(folder).listed()


def test_bytes_that_are_no_text_are_damage_and_not_quoted(store, path):
    report_id = store.create(report("chuyện riêng"))
    run(path, "UPDATE part SET body = CAST(CAST(body AS BLOB) || x'ff' AS TEXT)")
    with pytest.raises(DatabaseDamaged) as caught:
        store.load(report_id)
    assert caught.value.__cause__ is None


def test_a_message_that_quotes_noise_is_damage():
    with pytest.raises(DatabaseDamaged), known_troubles(Path("bcdesk.sqlite")):
        b"\xff".decode()


def test_a_report_hidden_by_noise_in_the_index_is_damage(store, path):
    report_id = store.create(report("Một"))
    run(path, "PRAGMA writable_schema = 1", "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master "
        "WHERE name = 'sqlite_autoindex_setting_1') WHERE name = 'sqlite_autoindex_report_1'")  # fmt: skip
    store.close()
    with pytest.raises(DatabaseDamaged):
        store.load(report_id)


def test_noise_in_the_words_for_searching_harms_no_report(store, path):
    report_id = store.create(report("Một"))
    store.catch_up()
    run(path, "UPDATE report_text SET marked = CAST(x'ff' AS TEXT)")
    assert text_of(store.load(report_id).report) == "Một"


@pytest.mark.parametrize(
    ("code", "known"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, DatabaseOutOfReach),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, DatabaseBusy),
        (sqlite3.SQLITE_READONLY_DBMOVED, DatabaseReadOnly),
        (sqlite3.SQLITE_LOCKED_SHAREDCACHE, DatabaseBusy),
    ],
)
def test_the_fine_codes_of_sqlite_are_known_by_their_kind(code, known):
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    with pytest.raises(known), known_troubles(Path("bcdesk.sqlite")):
        raise error


def test_a_broken_rule_of_the_schema_is_a_bug(store):
    with pytest.raises(IntegrityError), store._writing() as session:
        session.connection().exec_driver_sql("INSERT INTO report_part VALUES ('none', 'none')")


def test_a_misuse_of_the_driver_is_a_bug():
    with pytest.raises(sqlite3.ProgrammingError), known_troubles(Path("bcdesk.sqlite")):
        raise sqlite3.ProgrammingError


def test_no_text_of_a_report_is_in_an_error(store):
    pragma(store, "max_page_count = 1")
    with pytest.raises(KnownError) as caught:
        store.create(report("chuyện riêng" * 20_000))
    assert "chuyện riêng" not in f"{caught.value}{caught.value.__cause__}"
