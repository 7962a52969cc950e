"""The rows of a damaged database put into a new one: each part by its sha256, each report that can be assembled."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from bcdesk.errors import DatabaseDamaged, NewerReport, UnreadableReport
from bcdesk.report.kept import Listed
from bcdesk.report.record import assemble, is_named, split
from bcdesk.report.report import Report, State
from bcdesk.report.rescue import GAP, Salvage
from bcdesk.storage.copies import connected, counted
from bcdesk.storage.engine import make_engine
from bcdesk.storage.indexing import text_columns
from bcdesk.storage.journal import Journal
from bcdesk.storage.listing import columns_of
from bcdesk.storage.mending import mend_versions
from bcdesk.storage.rows import clear, put
from bcdesk.storage.schema import create
from bcdesk.storage.tables import Base, RegisterRow, SettingRow
from bcdesk.storage.wreck import Row, Wreck

_ID = re.compile("[0-9a-f]{32}")
_MOMENT = "%Y-%m-%d %H:%M:%S.%f"  # as SQLAlchemy keeps a time, in UTC
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_WAIT_SECONDS = 10.0
_OWN_WAY = {"report", "report_text", "search_due", "part", "report_part", "setting", "alembic_version"}
_UNREADABLE = (UnreadableReport, NewerReport)


class Bodies(Mapping[str, str]):
    """The bodies of the parts in databases, by their sha256, sought in one after the other."""

    def __init__(self, *connections: sqlite3.Connection) -> None:
        self._connections = connections

    def __getitem__(self, sha256: str) -> str:
        for connection in self._connections:
            found = connection.execute("SELECT body FROM part WHERE sha256 = ?", (sha256,)).fetchone()
            if found:
                return str(found[0])
        raise KeyError(sha256)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("the parts of a database are only looked up")

    __len__ = None  # type: ignore[assignment]  # nobody counts them


def new_database(path: Path) -> None:
    """An empty database of the newest schema in a single file."""
    engine = make_engine(path, Journal.DELETE, _WAIT_SECONDS)
    try:
        create(engine, path)
    finally:
        engine.dispose()


def salvage(damaged: Path, target: Path, backup: Path | None) -> Salvage:
    """Make the new database `target` of what can be read of the damaged one; its parts may stand in a sound backup.

    A report with gaps that the backup has whole gets an id of its own, so that both stay. Raises OSError where the
    file cannot be read, DatabaseDamaged where the new database is not sound.
    """
    wreck = Wreck(damaged)
    new_database(target)
    with closing(connected(target)) as connection, closing(connected(backup or target, "ro")) as then:
        connection.execute("BEGIN")
        _put_others(connection, wreck)
        put(connection, "part", _sound_parts(wreck))
        put(connection, "setting", _sound_settings(wreck))
        if backup:
            _fill_up(connection, then)
        known = {row[0] for row in then.execute("SELECT id FROM report")} if backup else set()
        bodies = Bodies(connection, then)
        found = _put_reports(connection, wreck, bodies, known)
        mend_versions(connection, bodies)
        clear(connection)
        connection.execute("COMMIT")
    if counted(target) != len(found.saved):
        raise DatabaseDamaged(target)
    return found


def _put_others(connection: sqlite3.Connection, wreck: Wreck) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    for table in Base.metadata.sorted_tables:
        if table.name not in _OWN_WAY:
            put(connection, table.name, wreck.rows(table.name))


def _sound_parts(wreck: Wreck) -> Iterator[Row]:
    for row in _all(wreck, "part"):
        name, body = row["sha256"], row["body"]
        if isinstance(name, str) and isinstance(body, str) and is_named(name, body):
            yield row


def _sound_settings(wreck: Wreck) -> Iterator[Row]:
    for row in _all(wreck, "setting"):
        name, value = row["name"], row["value"]
        if isinstance(name, str) and name.isidentifier() and isinstance(value, str):
            with suppress(ValueError):
                json.loads(value)
                yield row


def _fill_up(connection: sqlite3.Connection, then: sqlite3.Connection) -> None:
    """What belongs to no report, settings and lines of the register, is taken from the backup where it is missing."""
    for table in (SettingRow.__tablename__, RegisterRow.__tablename__):
        found = then.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # our own names
        names = [name for name, *_ in found.description]
        put(connection, table, (dict(zip(names, row, strict=True)) for row in found.fetchall()))


def _all(wreck: Wreck, table: str) -> Iterator[Row]:
    yield from wreck.rows(table)
    yield from wreck.strays(table)


def _put_reports(
    connection: sqlite3.Connection, wreck: Wreck, bodies: Mapping[str, str], known: Container[str]
) -> Salvage:
    whole: list[Listed] = []
    partly: list[Listed] = []
    lost: list[Listed] = []
    for rows in _by_report(wreck).values():
        row, report, is_whole = _assembled(rows, bodies)
        if report is None:
            lost.append(_named(row))
            continue
        if not is_whole and row["id"] in known:
            row["id"] = uuid4().hex
        _put_report(connection, row, report)
        if row["removed_at"] is None:
            (whole if is_whole else partly).append(_named(row))
    return Salvage(tuple(whole), tuple(partly), tuple(lost))


def _by_report(wreck: Wreck) -> dict[str, list[Row]]:
    """Every row that is one of a report, by its id, the last changed first."""
    found = defaultdict(list)
    for row in _all(wreck, "report"):
        if isinstance(row["id"], str) and _ID.fullmatch(row["id"]):
            found[row["id"]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: str(row["changed_at"]), reverse=True)
    return found


def _assembled(rows: Iterable[Row], bodies: Mapping[str, str]) -> tuple[Row, Report | None, bool]:
    """The first row of which there is the whole report; else one with gaps; else only the first row."""
    first, *_ = rows
    for gap in (None, GAP):
        for row in rows:
            if isinstance(row["skeleton"], str):
                with suppress(*_UNREADABLE):
                    return row, assemble(row["skeleton"], bodies, gap), gap is None
    return first, None, False


def _put_report(connection: sqlite3.Connection, row: Row, report: Report) -> None:
    parts = split(report)
    times = {name: _moment(row[name]) for name in ("created_at", "changed_at", "removed_at")}
    changed = times["changed_at"] or f"{datetime.now(UTC):{_MOMENT}}"
    times = {**times, "changed_at": changed, "created_at": times["created_at"] or changed}
    row.update({**columns_of(report, parts), **times})
    put(connection, "report", [row])
    held = [{"report_id": row["id"], "sha256": name, "body": body} for name, body in parts.bodies.items()]
    put(connection, "part", held)
    put(connection, "report_part", held)
    put(connection, "report_text", [{"report_id": row["id"], **text_columns(report)}])


def _moment(value: object) -> str | None:
    """A kept time that is one."""
    if isinstance(value, str):
        with suppress(ValueError):
            return f"{datetime.strptime(value, _MOMENT).replace(tzinfo=UTC):{_MOMENT}}"
    return None


def _named(row: Row) -> Listed:
    """What can be said of a report without its text."""
    title, kind, period, drafter, state, changed = (
        value if isinstance(value := row[name], str) else ""
        for name in ("title", "kind", "period", "drafter", "state", "changed_at")
    )
    known = State(state) if state in {each.value for each in State} else State.DRAFTING
    moment = _moment(changed)
    at = datetime.strptime(moment, _MOMENT).replace(tzinfo=UTC).astimezone() if moment else _LONG_AGO
    return Listed(str(row["id"]), title, kind, period, drafter, known, at)
