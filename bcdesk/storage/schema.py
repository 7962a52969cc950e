"""The schema of a database file: read, made, or brought up to date; alembic is loaded only for the last."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, PrimaryKeyConstraint, String, Table, insert, inspect

from bcdesk.errors import DatabaseDamaged, DatabaseNewer, KnownError, UpgradeFailed
from bcdesk.storage import shelf
from bcdesk.storage.engine import make_engine, writing
from bcdesk.storage.journal import Journal
from bcdesk.storage.tables import APPLICATION_ID, HEAD, Base
from bcdesk.storage.troubles import known_troubles

MIGRATIONS = Path(__file__).parent / "migrations"
_SMALLEST_PAGE = 512  # bytes

# As alembic makes it, so that a database made here and one made by the revisions are the same.
_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def bring_up_to_date(engine: Engine, path: Path, journal: Journal, wait: float) -> None:
    """Make the tables of a new database, upgrade those of an old one.

    Raises DatabaseNewer or DatabaseDamaged, and leaves the file as it is, where it is not ours to change.
    """
    with engine.connect() as connection:
        revision = revision_of(connection, path)
    if revision is None:
        create(engine, path)
    elif revision != HEAD:
        upgrade(path, revision, journal, wait)


def revision_of(connection: Connection, path: Path) -> str | None:
    """The revision a database stands at; None for an empty one. Raises DatabaseDamaged where it is not bcdesk's."""
    if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first():
        if 0 < path.stat().st_size < _SMALLEST_PAGE:  # SQLite takes such a scrap for an empty database
            raise DatabaseDamaged(path)
        return None
    ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
    if not ours or not inspect(connection).has_table(_VERSION.name):
        raise DatabaseDamaged(path)
    revision: str | None = connection.scalar(_VERSION.select())
    if revision is None:
        raise DatabaseDamaged(path)
    return revision


def create(engine: Engine, path: Path) -> None:
    """Make the newest tables in an empty database; nothing where another program has just done so."""
    with writing(engine).begin() as connection:
        if revision_of(connection, path) is None:
            Base.metadata.create_all(connection, checkfirst=False)
            _VERSION.create(connection, checkfirst=False)
            connection.execute(insert(_VERSION).values(version_num=HEAD))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def upgrade(path: Path, revision: str, journal: Journal, wait: float, migrations: Path = MIGRATIONS) -> None:
    """Bring a database from `revision` to the newest one, wholly or not at all, after a backup was taken.

    Raises DatabaseNewer where this program does not know the revision, UpgradeFailed where a step of it goes wrong.
    """
    from bcdesk.storage.revisions import known_revisions  # noqa: PLC0415  # alembic, which a start does not need

    if revision not in known_revisions(migrations):
        raise DatabaseNewer(path)
    shelf.put_into(path.parent / shelf.FOLDER, path, datetime.now(UTC).astimezone())
    try:
        with known_troubles(path):
            _run(path, journal, wait, migrations)
    except KnownError:
        raise
    except Exception as error:  # whatever a revision does wrong: the data are as before, and the clerk is told
        raise UpgradeFailed(path) from error


def _run(path: Path, journal: Journal, wait: float, migrations: Path) -> None:
    """Run the missing revisions in one transaction."""
    from bcdesk.storage.revisions import run  # noqa: PLC0415  # as above

    # Rebuilding a table drops it, and enforced foreign keys would then empty its children in silence (`houses` §9).
    engine = make_engine(path, journal, wait, foreign_keys=False)
    try:
        with writing(engine).begin() as connection:
            run(connection, migrations)
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if orphans:
                raise RuntimeError(f"the upgrade left rows without their parents: {orphans[:3]}")
    finally:
        engine.dispose()
