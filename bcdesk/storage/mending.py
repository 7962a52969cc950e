"""Salvaged versions made whole again: their skeletons tell what they hold, gaps stand for what is gone."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping

from bcdesk.errors import NewerReport, UnreadableReport
from bcdesk.report.record import assemble, split
from bcdesk.report.rescue import GAP
from bcdesk.storage.rows import put

_PART = re.compile('"([0-9a-f]{64})"')


def mend_versions(connection: sqlite3.Connection, bodies: Mapping[str, str]) -> None:
    """Let every version hold the parts its skeleton names; one that cannot be read even with gaps is taken out."""
    for number, skeleton in connection.execute("SELECT id, skeleton FROM version").fetchall():
        names = set(_PART.findall(skeleton))
        if all(_is_there(connection, name) for name in names):
            _hold(connection, number, names)
        else:
            _fill_gaps(connection, number, skeleton, bodies)


def _fill_gaps(connection: sqlite3.Connection, number: int, skeleton: str, bodies: Mapping[str, str]) -> None:
    try:
        parts = split(assemble(skeleton, bodies, GAP))
    except (UnreadableReport, NewerReport):
        connection.execute("DELETE FROM version WHERE id = ?", (number,))
        return
    connection.execute("UPDATE version SET skeleton = ? WHERE id = ?", (parts.skeleton, number))
    put(connection, "part", ({"sha256": name, "body": body} for name, body in parts.bodies.items()))
    _hold(connection, number, parts.bodies)


def _hold(connection: sqlite3.Connection, number: int, names: Iterable[str]) -> None:
    put(connection, "version_part", ({"version_id": number, "sha256": name} for name in names))


def _is_there(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM part WHERE sha256 = ?", (name,)).fetchone() is not None
