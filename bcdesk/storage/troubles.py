"""SQLite's error codes told as sentences: what the world has done is a KnownError, everything else stays a bug."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bcdesk.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseDiskFull,
    DatabaseOutOfReach,
    DatabaseReadOnly,
    PathTrouble,
)

_KNOWN: dict[int, type[PathTrouble]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_FULL: DatabaseDiskFull,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_PERM: DatabaseReadOnly,
    sqlite3.SQLITE_IOERR: DatabaseOutOfReach,
    sqlite3.SQLITE_CANTOPEN: DatabaseOutOfReach,
    sqlite3.SQLITE_PROTOCOL: DatabaseBusy,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
}

_OF_THE_SYSTEM: dict[int | None, type[PathTrouble]] = {
    errno.ENOSPC: DatabaseDiskFull,
    errno.EDQUOT: DatabaseDiskFull,
    errno.EROFS: DatabaseReadOnly,
    errno.EACCES: DatabaseReadOnly,
    errno.EPERM: DatabaseReadOnly,
}


@contextmanager
def known_troubles(path: Path) -> Iterator[None]:
    """Turn what SQLite, or the system, says of the database at `path` into the known errors."""
    try:
        yield
    except UnicodeDecodeError:  # the driver reading SQLite's own message, which quotes a damaged schema
        raise DatabaseDamaged(path) from None
    except (DBAPIError, sqlite3.Error) as error:
        if _is_noise(error):
            raise DatabaseDamaged(path) from None  # the driver quotes what it has read
        known = _KNOWN.get(primary_code(error))
        if known is None:
            raise
        raise known(path) from error
    except OSError as error:
        raise _OF_THE_SYSTEM.get(error.errno, DatabaseOutOfReach)(path) from error


def primary_code(error: BaseException) -> int:
    """SQLite's primary result code behind an error; 0 where there is none (a misuse of the driver)."""
    code: int = getattr(_origin(error), "sqlite_errorcode", 0)
    return code & 0xFF


def _is_noise(error: BaseException) -> bool:
    """Whether the driver found bytes that are no text where text was kept; SQLite itself looks only at the frame."""
    return str(_origin(error)).startswith("Could not decode to UTF-8")


def _origin(error: BaseException) -> BaseException | None:
    return error.orig if isinstance(error, DBAPIError) else error
