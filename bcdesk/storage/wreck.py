"""The rows of a damaged database, table by table, as far as its pages can be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path

from bcdesk.storage.cells import INNER_INDEX, INNER_TABLE, KINDS, TABLE, Cell, Value, cells, children, kind_of
from bcdesk.storage.pages import Pages
from bcdesk.storage.tables import Base

_MASTER = ("type", "name", "tbl_name", "rootpage", "sql")


class Row(dict[str, Value]):
    """A row by the names of its columns; what it does not have is None."""

    def __missing__(self, name: str) -> None:
        return None


class Wreck:
    """What can be read of the database at `path`, which nobody writes meanwhile. Raises OSError where nothing can."""

    def __init__(self, path: Path) -> None:
        self._pages = Pages(path)

    def tables(self) -> set[str]:
        """The tables whose beginning is known."""
        return set(self._roots)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, by the names of its columns; a value that is not whole is bytes."""
        columns, number_column = self._columns(table)
        for page in self._placed.get(table, ()):
            for cell in cells(self._pages, page):
                yield _row(cell, columns, number_column)

    def strays(self, table: str) -> Iterator[Row]:
        """Rows that may be the table's: as wide as it, on pages whose way from its beginning is lost."""
        columns, number_column = self._columns(table)
        for page in self._stray_pages:
            for cell in cells(self._pages, page):
                if len(cell.values) == len(columns):
                    yield _row(cell, columns, number_column)

    @cached_property
    def _roots(self) -> dict[str, tuple[int, str]]:
        """Where each table begins, and the statement that made it."""
        if not self._pages.count:
            return {}
        found = {}
        for page in self._reached(1):
            for cell in cells(self._pages, page):
                row = dict(zip(_MASTER, cell.values, strict=False))
                name, root, statement = row.get("name"), row.get("rootpage"), row.get("sql")
                if row.get("type") == "table" and isinstance(name, str) and isinstance(root, int):
                    found[name] = (root, statement if isinstance(statement, str) else "")
        return found

    @cached_property
    def _placed(self) -> dict[str, list[int]]:
        return {table: self._reached(root) for table, (root, _) in self._roots.items()}

    @cached_property
    def _stray_pages(self) -> list[int]:
        known = self._pages.free().union({1}, *self._placed.values())
        numbers = range(1, self._pages.count + 1)
        return [number for number in numbers if number not in known and kind_of(self._pages, number) == TABLE]

    def _reached(self, root: int) -> list[int]:
        """The pages with rows below a page."""
        found, waiting, seen = [], [root], set()
        while waiting:
            number = waiting.pop()
            if number in seen or not 0 < number <= self._pages.count:
                continue
            seen.add(number)
            kind = kind_of(self._pages, number)
            if kind in {INNER_TABLE, INNER_INDEX}:
                waiting.extend(children(self._pages, number))
            if kind in KINDS - {INNER_TABLE}:
                found.append(number)
        return found

    def _columns(self, table: str) -> tuple[list[str], str]:
        """The columns of a table, and the one that is the number of the row, if any."""
        statement = self._roots.get(table, (0, ""))[1]
        with closing(sqlite3.connect(":memory:")) as connection:
            try:
                connection.execute(statement)
                told = connection.execute("SELECT name, type, pk FROM pragma_table_info(?)", (table,)).fetchall()
            except (sqlite3.Error, sqlite3.Warning):
                told = []
        if not told:
            known = Base.metadata.tables.get(table)
            return (list(known.columns.keys()) if known is not None else []), ""
        keys = [(name, kind) for name, kind, key in told if key]
        number_column = keys[0][0] if len(keys) == 1 and keys[0][1].upper() == "INTEGER" else ""
        return [name for name, _, _ in told], number_column


def _row(cell: Cell, columns: list[str], number_column: str) -> Row:
    row = Row(zip(columns, cell.values, strict=False))
    if number_column:
        row[number_column] = cell.number
    return row
