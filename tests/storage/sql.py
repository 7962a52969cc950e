"""Looking into a database from outside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def rows(path: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def value(path: Path, statement: str) -> object:
    return rows(path, statement)[0][0]


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def schema(path: Path) -> set[tuple]:
    """Every table and index, its statement without line breaks and quotation marks, which a rebuilt table has."""
    found = rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {(kind, name, table, " ".join((sql or "").replace('"', "").split())) for kind, name, table, sql in found}
