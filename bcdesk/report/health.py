"""How the data of a folder are, in counts and sizes: nothing of what is written in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Health:
    """The database: bytes, revision of its schema, journal, rows by table; its backups; bytes free on the disk."""

    size: int
    revision: str
    journal: str
    rows: Mapping[str, int]
    removed: int
    backups: int
    last_backup: datetime | None
    free: int
