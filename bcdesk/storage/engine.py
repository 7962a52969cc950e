"""An engine over the database file that leaves nothing to chance: what is begun, synced and enforced is said here."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from bcdesk.storage.journal import Journal

_SYNCHRONOUS = {Journal.WAL: "FULL", Journal.DELETE: "EXTRA"}  # EXTRA: the deletion of the journal is synced as well
_IMMEDIATE = "BEGIN IMMEDIATE"


def make_engine(path: Path, journal: Journal, wait: float, *, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions are SQLite's own; a lock held by others is waited for `wait` seconds.

    The driver would begin by itself, and too late for a CREATE TABLE (`houses` §9): `isolation_level` None stops that.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": wait, "isolation_level": None},
        hide_parameters=True,  # no text of a report in a log
        json_serializer=partial(json.dumps, ensure_ascii=False),
    )
    pragmas = (f"foreign_keys = {foreign_keys:d}", f"synchronous = {_SYNCHRONOUS[journal]}")

    def set_up(connection: Any, _: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock at once and so never fail halfway for want of it."""
    return engine.execution_options(begin=_IMMEDIATE)


def keep_journal(engine: Engine, journal: Journal) -> None:
    """Put the database file into this journal mode."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute(f"PRAGMA journal_mode = {journal}")
    finally:
        connection.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
