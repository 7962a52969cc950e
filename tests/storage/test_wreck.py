from __future__ import annotations

import shutil
import sqlite3
import struct
from contextlib import closing

import pytest

from bcdesk.storage.pages import Pages
from bcdesk.storage.wreck import Wreck


def made(path, *statements, size=4096):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        for statement in statements:
            connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "one.sqlite"


VALUES = (None, 0, 1, 2, -2, 300, -70_000, 2**23, 2**40, -(2**60), 1.5, "chữ", b"\x00\x01", "dài " * 4000)


@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_every_kind_of_value_is_read_as_sqlite_reads_it(path, size):
    rows = [("INSERT INTO t VALUES (?, ?)", (number, value)) for number, value in enumerate(VALUES)]
    made(path, "CREATE TABLE t (n, v)", *rows, size=size)
    assert [row["v"] for row in sorted(Wreck(path).rows("t"), key=lambda row: row["n"])] == list(VALUES)


def test_the_number_of_a_row_stands_for_its_key(path):
    made(path, "CREATE TABLE t (id INTEGER PRIMARY KEY, v)", "INSERT INTO t VALUES (70000, 'một')")
    assert [dict(row) for row in Wreck(path).rows("t")] == [{"id": 70000, "v": "một"}]


def test_a_column_added_later_is_none_in_the_rows_from_before(path):
    made(path, "CREATE TABLE t (v)", "INSERT INTO t VALUES (1)", "ALTER TABLE t ADD COLUMN w")
    (row,) = Wreck(path).rows("t")
    assert row["w"] is None
    assert "w" not in row


def test_a_table_without_row_numbers_is_read_from_all_its_pages(path):
    rows = [("INSERT INTO t VALUES (?, ?)", (number, "x" * 50)) for number in range(2000)]
    made(path, "CREATE TABLE t (k PRIMARY KEY, v) WITHOUT ROWID", "BEGIN", *rows, "COMMIT")
    assert sorted(row["k"] for row in Wreck(path).rows("t")) == list(range(2000))


def test_rows_that_were_deleted_are_not_read(path):
    rows = [("INSERT INTO report VALUES (?, ?)", (number, "x" * 50)) for number in range(2000)]
    made(path, "CREATE TABLE report (k, v)", "BEGIN", *rows, "COMMIT", "DELETE FROM report")
    wreck = Wreck(path)
    assert [*wreck.rows("report"), *wreck.strays("report")] == []


def test_a_text_that_is_no_text_is_given_as_bytes(path):
    made(path, "CREATE TABLE t (v)", "INSERT INTO t VALUES ('chữ nghĩa')")
    whole = path.read_bytes()
    path.write_bytes(whole.replace("chữ nghĩa".encode(), b"\xff" + "chữ nghĩa".encode()[1:]))
    (row,) = Wreck(path).rows("t")
    assert isinstance(row["v"], bytes)


def test_a_row_of_impossible_length_is_left_out(path):
    made(path, "CREATE TABLE t (v)", "INSERT INTO t VALUES ('một')", "INSERT INTO t VALUES ('hai')")
    whole = bytearray(path.read_bytes())
    at = 4096 + struct.unpack_from(">H", whole, 4096 + 8)[0]
    whole[at : at + 5] = b"\xff\xff\xff\xff\x7f"
    path.write_bytes(whole)
    assert [row["v"] for row in Wreck(path).rows("t")] == ["hai"]


def test_a_table_whose_statement_is_noise_is_read_by_the_columns_the_program_knows(path):
    made(path, "CREATE TABLE setting (name, value)", "INSERT INTO setting VALUES ('drafter', '1')")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CRUATE TABLE"))
    assert [dict(row) for row in Wreck(path).rows("setting")] == [{"name": "drafter", "value": "1"}]


def test_of_nothing_nothing_is_read(path):
    assert Wreck(path).tables() == set()
    path.write_bytes(b"")
    assert Pages(path).count == 0
    with pytest.raises(IndexError):
        Pages(path)[1]


def test_a_log_of_another_page_size_or_cut_off_at_its_head_is_not_played_in(path):
    made(path, "CREATE TABLE t (v)", "INSERT INTO t VALUES (1)")
    log = path.with_name(f"{path.name}-wal")
    for data in (b"short", struct.pack(">8I", 0x377F0682, 3007000, 512, 0, 1, 1, 0, 0) + b"x" * 5000):
        log.write_bytes(data)
        assert [row["v"] for row in Wreck(path).rows("t")] == [1]


def test_a_change_that_was_cut_off_is_undone_as_sqlite_would(path, tmp_path):
    rows = [("INSERT INTO t VALUES (?, ?)", (number, f"trước {number} " + "x" * 900)) for number in range(200)]
    made(path, "CREATE TABLE t (n, v)", "BEGIN", *rows, "COMMIT")
    cut_off = tmp_path / "cut off.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 5")  # so that the change reaches the file before it is finished
        connection.execute("BEGIN")
        connection.execute("UPDATE t SET v = 'sau'")
        for ending in ("", "-journal"):
            shutil.copyfile(f"{path}{ending}", f"{cut_off}{ending}")
    assert cut_off.read_bytes() != path.read_bytes()
    assert sorted((row["n"], row["v"]) for row in Wreck(cut_off).rows("t")) == [row for _, row in rows]
