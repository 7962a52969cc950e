"""The file that is held open: unless on Windows it can be removed meanwhile, and commits then go nowhere."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import cast

from sqlalchemy import Engine

from bcdesk.errors import DatabaseGone
from bcdesk.storage.copies import patience

_BESIDE = ("-wal", "-shm", "-journal")
_Identity = tuple[int, int]


class HeldFile:
    """The database file at `path` as `engine` has opened it."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._turn = threading.Lock()
        self._opened = _identity(path)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """What is done within is done to the file that stands under its name, before and after.

        A removed file is put back first, whole, from what the open connections hold. Raises DatabaseGone where that
        cannot be, or where another file has taken its place.
        """
        opened = self._sought()
        yield
        if _identity(self._path) != opened:
            raise DatabaseGone(self._path)

    def _sought(self) -> _Identity:
        with self._turn:
            found = _identity(self._path)
            if found is None and self._path.parent.is_dir() and self._engine.pool.checkedin():  # type: ignore[attr-defined]  # a QueuePool counts
                found = self._opened = self._put_back()
            if found is None or found != self._opened:
                raise DatabaseGone(self._path)
            return found

    def _put_back(self) -> _Identity | None:
        unfinished = self._path.with_name(f"{self._path.name}.part")
        unfinished.unlink(missing_ok=True)
        with closing(self._engine.raw_connection()) as held, closing(sqlite3.connect(unfinished)) as target:
            source = cast("sqlite3.Connection", held.driver_connection)
            source.backup(target, progress=patience(self._path))
        self._engine.dispose()
        for ending in _BESIDE:  # of the removed file: SQLite would play them into this one
            self._path.with_name(f"{self._path.name}{ending}").unlink(missing_ok=True)
        unfinished.replace(self._path)
        return _identity(self._path)


def _identity(path: Path) -> _Identity | None:
    """Which file stands under a name; None where there is none."""
    with suppress(FileNotFoundError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None
