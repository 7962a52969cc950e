from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData
from sqlalchemy.exc import OperationalError

from bcdesk.errors import DatabaseBusy, DatabaseDamaged, DatabaseNewer, DatabaseOutOfReach, UpgradeFailed
from bcdesk.session.history import History
from bcdesk.session.session import Session
from bcdesk.storage import shelf
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.engine import make_engine, writing
from bcdesk.storage.journal import Journal
from bcdesk.storage.revisions import run
from bcdesk.storage.schema import MIGRATIONS, create, revision_of, upgrade
from bcdesk.storage.tables import APPLICATION_ID, HEAD, Base
from tests.session.reports import report
from tests.storage.make_database import DATABASES, EVENT, LINE, PREPARATION, PROFILE, fill, first, removed, second
from tests.storage.sql import rows, schema, value
from tests.storage.sql import run as run_sql

TABLES = ("report", "report_part", "part", "version", "version_part", "undo_step", "undo_step_part")
KEPT = sorted(DATABASES.glob("*.sqlite"))
# A revision that rebuilds a table others refer to, and what a bad one may do after that.
REBUILD = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "9999", "{head}"
def upgrade():
    with op.batch_alter_table("report", recreate="always") as table:
        table.add_column(sa.Column("urgency", sa.Text()))
    {then}
"""


@pytest.fixture
def engine(tmp_path):
    engine = make_engine(tmp_path / FILE_NAME, Journal.WAL, 0)
    yield engine
    engine.dispose()


@pytest.fixture
def filled(folder, path):
    fill(folder)
    return path


def migrations_with(tmp_path, then):
    folder = tmp_path / "100% khác" / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v9999_rebuild.py").write_text(REBUILD.format(head=HEAD, then=then), encoding="utf-8")
    return folder


def is_no_index_of_words(name, kind, _parents):
    return kind != "table" or not name.startswith("report_index")


def upgrade_with(path, migrations):
    upgrade(path, HEAD, Journal.WAL, 0, migrations)


def test_the_revisions_end_at_the_revision_the_program_expects():
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_the_revisions_make_the_tables_of_the_program(engine):
    with writing(engine).begin() as connection:
        run(connection, MIGRATIONS)
        made = MigrationContext.configure(connection, opts={"include_name": is_no_index_of_words})
        assert compare_metadata(made, Base.metadata) == []


def test_a_difference_between_revisions_and_tables_would_be_seen(engine):
    with writing(engine).begin() as connection:
        run(connection, MIGRATIONS)
        assert compare_metadata(MigrationContext.configure(connection), MetaData()) != []


def test_a_new_database_is_the_same_as_one_the_revisions_made(engine, tmp_path, store, path):
    with writing(engine).begin() as connection:
        run(connection, MIGRATIONS)
    assert schema(tmp_path / FILE_NAME) == schema(path)
    for question in ("SELECT version_num FROM alembic_version", "PRAGMA application_id"):
        assert value(tmp_path / FILE_NAME, question) == value(path, question)


def test_a_new_database_names_its_program_and_revision(store, path):
    assert value(path, "PRAGMA application_id") == APPLICATION_ID
    assert value(path, "SELECT version_num FROM alembic_version") == HEAD


def test_every_constraint_has_a_name():
    for table in Base.metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints)
        assert all(index.name for index in table.indexes)


def test_a_database_another_program_has_just_made_is_left_as_it_is(engine, tmp_path):
    create(engine, tmp_path / FILE_NAME)
    create(engine, tmp_path / FILE_NAME)
    assert rows(tmp_path / FILE_NAME, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_an_empty_file_becomes_a_database(folder, path):
    folder.mkdir()
    path.touch()
    store = open_store(folder)
    assert store.listed() == ()
    store.close()


def test_a_database_of_every_schema_version_is_kept():
    revisions = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    assert {path.stem for path in KEPT} == revisions


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_database_of_every_schema_version_opens(kept, folder, path):
    folder.mkdir()
    shutil.copy(kept, path)
    store = open_store(folder)
    reports = [store.load(listed.id).report for listed in store.listed()]
    assert sorted(reports, key=repr) == sorted([first(), second()], key=repr)
    (found,) = store.search("TUYEN TRUYEN quý i")
    assert found.excerpt.text == found.listed.title == "Công tác tuyên truyền quý I năm 2024"
    (gone,) = rows(path, "SELECT id FROM report WHERE removed_at IS NOT NULL")
    assert store.load(*gone).report == removed()
    assert store.setting("offices") == [PROFILE]
    store.close()


def test_the_versions_and_steps_of_the_kept_databases_are_read(folder, path):
    folder.mkdir()
    shutil.copy(DATABASES / "0002.sqlite", path)
    store = open_store(folder)
    kept = next(kept for listed in store.listed() if (kept := store.load(listed.id)).report == second())
    named, automatic = store.versions(kept.id)
    assert (named.event, store.load_version(named.id)) == (EVENT, second())
    assert (automatic.event, store.load_version(automatic.id)) == ("", report("Hội nghị"))
    session = Session(kept.report, history=History(trail=kept.trail))
    while session.can_undo:
        session.undo()
    assert session.report == report("Hội nghị")
    store.close()


def test_the_register_and_what_was_prepared_of_the_kept_database_are_read(folder, path):
    folder.mkdir()
    shutil.copy(DATABASES / "0004.sqlite", path)
    store = open_store(folder)
    (book,) = store.register.books()
    assert [entry.line for entry in store.register.entries(book)] == [LINE]
    assert [kept for listed in store.listed() for kept in store.preparations(listed.id)] == [PREPARATION]
    store.close()


def test_an_upgrade_keeps_every_row_of_a_rebuilt_table_and_of_its_children(filled, tmp_path):
    before = [rows(filled, f"SELECT count(*) FROM {table}") for table in TABLES]
    upgrade_with(filled, migrations_with(tmp_path, "pass"))
    assert value(filled, "SELECT version_num FROM alembic_version") == "9999"
    assert "urgency" in dict(rows(filled, "SELECT name, type FROM pragma_table_info('report')"))
    assert before == [rows(filled, f"SELECT count(*) FROM {table}") for table in TABLES]


def test_an_upgrade_takes_a_backup_of_the_database_as_it_was(filled, folder, tmp_path):
    before = list(rows(filled, "SELECT * FROM report"))
    upgrade_with(filled, migrations_with(tmp_path, "pass"))
    (taken,) = shelf.backups_in(folder / shelf.FOLDER)
    assert taken.reports == 2
    assert rows(taken.path, "SELECT * FROM report") == before
    assert {path.name for path in folder.iterdir()} == {FILE_NAME, shelf.FOLDER}


@pytest.mark.parametrize(
    ("then", "cause"),
    [
        ("op.execute('DROP TABLE no_such_table')", OperationalError),
        ("op.execute('DELETE FROM part')", RuntimeError),
        ("raise ZeroDivisionError", ZeroDivisionError),
    ],
)
def test_a_failed_upgrade_leaves_the_database_as_it_was(filled, folder, tmp_path, then, cause):
    before = (schema(filled), rows(filled, "SELECT * FROM report"), rows(filled, "SELECT * FROM part"))
    with pytest.raises(UpgradeFailed, match="giữ nguyên") as told:
        upgrade_with(filled, migrations_with(tmp_path, then))
    assert isinstance(told.value.__cause__, cause)
    assert before == (schema(filled), rows(filled, "SELECT * FROM report"), rows(filled, "SELECT * FROM part"))
    store = open_store(folder)
    assert len(store.listed()) == 2
    store.close()


def test_an_upgrade_happens_at_opening(filled, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("bcdesk.storage.schema.HEAD", "9999")
    monkeypatch.setattr(upgrade, "__defaults__", (migrations_with(tmp_path, "pass"),))
    store = open_store(folder)
    assert len(store.listed()) == 2
    store.close()


def test_without_a_backup_there_is_no_upgrade(filled, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("bcdesk.storage.schema.HEAD", "9999")
    monkeypatch.setattr(upgrade, "__defaults__", (migrations_with(tmp_path, "pass"),))
    (folder / shelf.FOLDER).write_bytes(b"")
    with pytest.raises(DatabaseOutOfReach):
        open_store(folder)
    assert value(filled, "SELECT version_num FROM alembic_version") == HEAD


def test_a_database_another_program_holds_is_not_waited_for_without_end(filled, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("bcdesk.storage.copies.WAIT_SECONDS", 0.1)
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusy, match="Đóng chương trình đó"):
            upgrade_with(filled, migrations_with(tmp_path, "pass"))
    assert value(filled, "SELECT version_num FROM alembic_version") == HEAD


def test_a_newer_database_is_refused_and_not_touched(filled, folder):
    run_sql(filled, "UPDATE alembic_version SET version_num = '7777'", "PRAGMA journal_mode = DELETE")
    before = {file: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(DatabaseNewer, match="phiên bản mới hơn"):
        open_store(folder)
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


@pytest.mark.parametrize("content", [b"B\xc3\xa1o c\xc3\xa1o " * 500, b"\0" * 5000, b"x"])
def test_a_file_that_is_no_database_is_refused_and_not_touched(folder, path, content):
    folder.mkdir()
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        open_store(folder)
    assert [(file, file.read_bytes()) for file in folder.iterdir()] == [(path, content)]


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE notes (id)",),
        ("CREATE TABLE notes (id)", f"PRAGMA application_id = {APPLICATION_ID}"),
        ("CREATE TABLE alembic_version (version_num)", f"PRAGMA application_id = {APPLICATION_ID}"),
    ],
)
def test_the_database_of_another_program_is_refused_and_not_touched(folder, path, statements):
    folder.mkdir()
    run_sql(path, *statements)
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged):
        open_store(folder)
    assert [(file, file.read_bytes()) for file in folder.iterdir()] == [(path, before)]


def test_the_revision_of_an_empty_database_is_none(engine, tmp_path):
    with engine.connect() as connection:
        assert revision_of(connection, tmp_path / FILE_NAME) is None


def test_opening_loads_no_alembic(filled, folder):
    code = (
        "import sys; from pathlib import Path; from bcdesk.storage.database import open_store\n"
        "for folder in sys.argv[1:]: open_store(Path(folder)).close()\n"
        "print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(folder), str(folder / "new")]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert run.stdout.strip() == "False"


def test_a_report_saved_before_and_after_an_upgrade_is_there(filled, folder, tmp_path):
    upgrade_with(filled, migrations_with(tmp_path, "op.drop_column('report', 'urgency')"))
    run_sql(filled, f"UPDATE alembic_version SET version_num = '{HEAD}'")
    store = open_store(folder)
    store.create(report("Mới"))
    assert len(store.listed()) == 3
    store.close()
