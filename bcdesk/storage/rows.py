"""Rows put into a database, and those that belong to nothing taken out, for whatever tables the program has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from sqlalchemy import ForeignKeyConstraint, Table

from bcdesk.storage.tables import Base, PartRow


def put(connection: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Put rows into a table of the program, by the names of its columns, but for those that are there or do not fit."""
    known = Base.metadata.tables[table].columns.keys()
    for row in rows:
        names = [name for name in known if name in row]
        marks = ", ".join("?" * len(names))
        statement = f'INSERT OR IGNORE INTO "{table}" ({quoted(names)}) VALUES ({marks})'  # noqa: S608  # our own names
        connection.execute(statement, [row[name] for name in names])


def clear(connection: sqlite3.Connection) -> None:
    """Take out the rows whose parents are missing, then the parts nothing holds."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            connection.execute(f'DELETE FROM "{table.name}" WHERE {_parentless(table, key)}')  # noqa: S608  # our own names
    held = " UNION ALL ".join(
        f'SELECT "{column.name}" FROM "{table.name}"'  # noqa: S608  # our own names
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table is PartRow.__table__ for key in column.foreign_keys)
    )
    connection.execute(f"DELETE FROM part WHERE sha256 NOT IN ({held})")  # noqa: S608  # our own names


def quoted(names: Iterable[str]) -> str:
    """Names of columns as a statement lists them."""
    return ", ".join(f'"{name}"' for name in names)


def _parentless(table: Table, key: ForeignKeyConstraint) -> str:
    same = " AND ".join(
        f'parent."{element.column.name}" = "{table.name}"."{element.parent.name}"' for element in key.elements
    )
    return f'NOT EXISTS (SELECT 1 FROM "{key.referred_table.name}" AS parent WHERE {same})'  # noqa: S608  # our own names
