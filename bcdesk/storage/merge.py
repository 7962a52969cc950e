"""Two databases of the newest schema made one: each report, with all that belongs to it, from where it changed last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Table

from bcdesk.storage.copies import connected, counted
from bcdesk.storage.rows import clear, quoted
from bcdesk.storage.tables import Base, PartRow, ReportRow

_NEWER = """
    CREATE TEMP TABLE taken AS SELECT id FROM other.report AS theirs WHERE NOT EXISTS
    (SELECT 1 FROM main.report AS ours WHERE ours.id = theirs.id AND ours.changed_at >= theirs.changed_at)
"""
_TAKEN = '"{}" IN (SELECT id FROM taken)'


def merge(target: Path, other: Path) -> int:
    """Put into `target` what `other` has more or newer; how many reports it holds then. Raises DatabaseDamaged."""
    with closing(connected(target)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("ATTACH ? AS other", (str(other),))
        connection.execute("BEGIN")
        connection.execute(_NEWER)
        connection.execute("DELETE FROM main.report WHERE id IN (SELECT id FROM taken)")  # and all that belongs to it
        shifts = dict(_shifts(connection))
        for table in Base.metadata.sorted_tables:
            _take_over(connection, table, shifts)
        clear(connection)
        connection.execute("COMMIT")
    return counted(target)


def _shifts(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """By how much the numbers of rows must grow so that both databases' rows find room, by table."""
    for table in Base.metadata.sorted_tables:
        keys = list(table.primary_key.columns)
        if len(keys) == 1 and isinstance(keys[0].type, Integer):
            highest = f'SELECT coalesce(max("{keys[0].name}"), 0) FROM main."{table.name}"'  # noqa: S608  # our own names
            yield table.name, connection.execute(highest).fetchone()[0]


def _take_over(connection: sqlite3.Connection, table: Table, shifts: Mapping[str, int]) -> None:
    values = ", ".join(_shifted(column, shifts) for column in table.columns)
    rows = f'SELECT {values} FROM other."{table.name}" WHERE {_wanted(table)}'  # noqa: S608  # our own names
    connection.execute(f'INSERT OR IGNORE INTO main."{table.name}" ({quoted(table.columns.keys())}) {rows}')


def _shifted(column: Column[Any], shifts: Mapping[str, int]) -> str:
    numbered = [key.column.table.name for key in column.foreign_keys]
    if column.primary_key and not numbered:
        numbered = [column.table.name]
    shift = sum(shifts.get(name, 0) for name in numbered)
    return f'"{column.name}" + {shift}' if shift else f'"{column.name}"'


def _wanted(table: Table) -> str:
    """Which rows of the other database are taken: those of the reports taken, and what belongs to no report."""
    if table is ReportRow.__table__:
        return _TAKEN.format("id")
    keys = [key for column in table.columns for key in column.foreign_keys]
    return " AND ".join(filter(None, map(_below_taken, keys))) or "TRUE"


def _below_taken(key: ForeignKey) -> str:
    """That what this key refers to is taken; empty for a part, which any report may share."""
    parent, name = key.column.table, key.parent.name
    if parent is PartRow.__table__:
        return ""
    if parent is ReportRow.__table__:
        return _TAKEN.format(name)
    theirs = f'SELECT "{key.column.name}" FROM other."{parent.name}" WHERE {_wanted(parent)}'  # noqa: S608  # our own names
    return f'"{name}" IN ({theirs})'
