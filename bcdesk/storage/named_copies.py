"""Which signed copies a database names: in reports, in the trash or not, in their versions, and along their undo."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from bcdesk.errors import DatabaseDamaged, UnreadableReport
from bcdesk.storage.copies import connected
from bcdesk.storage.splice import Splice
from bcdesk.storage.troubles import known_troubles

_SHA256 = re.compile("[0-9a-f]{64}")
_SKELETONS = ("report", "version")
_STEPS = "SELECT taken_back, start, removed, added FROM undo_step WHERE report_id = ? ORDER BY id"


def names_in(database: Path, sought: set[str]) -> set[str]:
    """Those of these SHA-256 that the database names. Raises a KnownError where it cannot be read."""
    left = set(sought)
    with known_troubles(database), closing(connected(database, "ro")) as connection:
        for skeleton in _all_skeletons(connection):
            if not left:
                break
            left.difference_update(_SHA256.findall(skeleton))
    return sought - left


def names_in_backups(backups: list[Path], sought: set[str]) -> set[str]:
    """Those that one of these backups names; one that is damaged cannot be brought back, and names nothing."""
    named: set[str] = set()
    for path in backups:
        with suppress(DatabaseDamaged):
            named |= names_in(path, sought - named)
    return named


def _all_skeletons(connection: sqlite3.Connection) -> Iterator[str]:
    """What reports and versions are; only then what undo would make of them, which has to be made first."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in _SKELETONS:
        if table in tables:
            yield from (skeleton for (skeleton,) in connection.execute(f"SELECT skeleton FROM {table}"))  # noqa: S608  # the names are ours
    if "undo_step" in tables:
        for report_id, skeleton in connection.execute("SELECT id, skeleton FROM report").fetchall():
            yield from _along_undo(skeleton, connection.execute(_STEPS, (report_id,)).fetchall())


def _along_undo(skeleton: str, rows: list[tuple[bool, int, str, str]]) -> Iterator[str]:
    """A skeleton is made of its neighbour; where the chain is broken, undo leads no further either."""
    steps = [(taken_back, Splice(start, removed, added)) for taken_back, start, removed, added in rows]
    for way in (
        [step.back for taken_back, step in reversed(steps) if not taken_back],
        [step.forth for taken_back, step in steps if taken_back],
    ):
        with suppress(UnreadableReport):
            text = skeleton
            for move in way:
                text = move(text)
                yield text
