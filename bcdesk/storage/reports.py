"""The store of reports over SQLite: each call is one transaction, from any thread; rows never leave here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bcdesk.errors import DatabaseDamaged
from bcdesk.report.kept import ANY, Found, Kept, Listed, Trashed, VersionListed, Wanted
from bcdesk.report.prepared import Preparation
from bcdesk.report.record import assemble, split
from bcdesk.report.report import Report
from bcdesk.report.steps import NO_STEPS, Trail
from bcdesk.storage.engine import writing
from bcdesk.storage.finding import found_reports
from bcdesk.storage.held import HeldFile
from bcdesk.storage.indexing import due_reports, index_report, note_due
from bcdesk.storage.listing import LISTED, columns_of, listed_of
from bcdesk.storage.parts import all_held, free_parts, keep_parts, parts_of
from bcdesk.storage.preparations import keep_preparation, preparations_of
from bcdesk.storage.register import SqliteRegister
from bcdesk.storage.steps import keep_steps, steps_of
from bcdesk.storage.tables import ReportPartRow, ReportRow, SettingRow
from bcdesk.storage.troubles import known_troubles
from bcdesk.storage.versions import keep_if_due, keep_named, version, versions_of

MOST_FOUND = 50  # more than anybody reads
_KEPT = select(ReportRow.skeleton, ReportRow.changed_at)


class SqliteStore:
    """Keeps reports in one SQLite file; a `bcdesk.session.store.Store`.

    Every method raises a KnownError where the disk or another program stands in the way. `now` gives the time with
    its zone.
    """

    def __init__(self, engine: Engine, path: Path, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._path = path
        self._file = HeldFile(engine, path)
        self._now = now
        self._closed = False

    def create(self, report: Report) -> str:
        """Keep a new report; its id."""
        report_id, parts, at = uuid4().hex, split(report), self._now()
        with self._writing() as session:
            session.add(ReportRow(id=report_id, created_at=at, changed_at=at, **columns_of(report, parts)))
            session.flush()
            keep_parts(session, report_id, parts.bodies)
            note_due(session, report_id)
        return report_id

    def load(self, report_id: str) -> Kept:
        """The report of that id with the way it has come. Raises KeyError where there is none."""
        with self._reading() as session:
            row = session.execute(_KEPT.where(ReportRow.id == report_id)).one_or_none()
            if row is None:
                raise self._not_found(session, report_id)
            held = select(ReportPartRow.sha256).where(ReportPartRow.report_id == report_id)
            bodies = parts_of(session, held)
        report = assemble(row.skeleton, bodies)
        return Kept(report_id, report, row.changed_at, self._trail(report_id, row.skeleton, report, bodies))

    def save(self, report_id: str, report: Report, trail: Trail = NO_STEPS) -> datetime:
        """Commit this value and the way it has come, writing only what is new; the time of the commit.

        The draft it replaces is kept as a version where that is due. Raises KeyError where there is no such report.
        """
        parts, at = split(report), self._now()
        with self._writing() as session:
            row = self._row(session, report_id)
            let_go = keep_if_due(session, row, parts.skeleton, at)
            for name, value in columns_of(report, parts).items():
                setattr(row, name, value)
            row.changed_at = at
            let_go |= keep_parts(session, report_id, parts.bodies)
            let_go |= keep_steps(session, report_id, trail, (report, parts))
            note_due(session, report_id)
            free_parts(session, let_go)
        return at

    def versions(self, report_id: str) -> tuple[VersionListed, ...]:
        """The earlier states that are kept of a report, the newest first."""
        with self._reading() as session:
            return versions_of(session, report_id)

    def load_version(self, version_id: int) -> Report:
        """The report as it was then. Raises KeyError where there is no such version."""
        with self._reading() as session:
            return version(session, version_id)

    def keep_version(self, report_id: str, report: Report, event: str) -> VersionListed:
        """Keep this value for ever under what the office calls it. Raises KeyError where there is no such report."""
        with self._writing() as session:
            self._row(session, report_id)
            return keep_named(session, report_id, split(report), event, self._now())

    def listed(self, most: int | None = None) -> tuple[Listed, ...]:
        """Every report not in the trash, the last changed first; at `most` so many of them."""
        query = select(*LISTED).where(ReportRow.removed_at.is_(None)).order_by(ReportRow.changed_at.desc())
        with self._reading() as session:
            return tuple(map(listed_of, session.execute(query.limit(most))))

    def search(self, query: str, wanted: Wanted = ANY, most: int = MOST_FOUND) -> tuple[Found, ...]:
        """The reports in which every word of the query stands, the likeliest first; none for a query without words."""
        self.catch_up()
        with self._reading() as session:
            return found_reports(session, query, wanted, most)

    def catch_up(self) -> None:
        """Let every report be found by what it says now, each in a transaction of its own; nothing once closed."""
        if self._closed:  # a thread may come too late, and would open the file anew while a rescue moves it
            return
        with self._reading() as session:
            due = due_reports(session)
        for report_id in due:
            with self._writing() as session:
                index_report(session, report_id)

    def remove(self, report_id: str) -> None:
        """Put a report into the trash. Raises KeyError where there is none."""
        with self._writing() as session:
            self._row(session, report_id).removed_at = self._now()

    def restore(self, report_id: str) -> None:
        """Take it back out. Raises KeyError where there is none."""
        with self._writing() as session:
            self._row(session, report_id).removed_at = None

    def trashed(self) -> tuple[Trashed, ...]:
        """Every report in the trash, the last removed first."""
        query = select(*LISTED, ReportRow.removed_at).where(ReportRow.removed_at.is_not(None))
        with self._reading() as session:
            rows = session.execute(query.order_by(ReportRow.removed_at.desc())).all()
        return tuple(Trashed(listed_of(row), row.removed_at) for row in rows)

    def delete(self, report_id: str) -> None:
        """Delete for good, with the parts no other report holds. Raises KeyError where it is not in the trash."""
        with self._writing() as session:
            row = self._row(session, report_id)
            if row.removed_at is None:
                raise KeyError(report_id)
            held = all_held(session, report_id)
            session.delete(row)
            session.flush()
            free_parts(session, held)

    def preparations(self, report_id: str) -> tuple[Preparation, ...]:
        """What was made ready to be sent with a report, the newest first."""
        with self._reading() as session:
            return preparations_of(session, report_id)

    def keep_preparation(self, report_id: str, preparation: Preparation) -> None:
        """Remember what was made ready. Raises KeyError where there is no such report."""
        with self._writing() as session:
            self._row(session, report_id)
            keep_preparation(session, report_id, preparation)

    @property
    def register(self) -> SqliteRegister:
        """The outgoing register."""
        return SqliteRegister(self._reading, self._writing, self._now)

    def setting(self, name: str) -> object:
        """A remembered plain JSON value; None where never set."""
        with self._reading() as session:
            row = session.get(SettingRow, name)
            return row.value if row else None

    def keep_setting(self, name: str, value: object) -> None:
        """Remember a plain JSON value."""
        with self._writing() as session:
            session.merge(SettingRow(name=name, value=value))

    def close(self) -> None:
        """Close every connection."""
        self._closed = True
        self._engine.dispose()

    def _trail(self, report_id: str, skeleton: str, report: Report, bodies: Mapping[str, str]) -> Trail:
        """The way to this report; none where it is damaged: that must not keep the report from opening."""
        try:
            with self._reading() as session:
                return steps_of(session, report_id, skeleton, report, bodies)
        except DatabaseDamaged:
            return NO_STEPS

    def _row(self, session: Session, report_id: str) -> ReportRow:
        row = session.get(ReportRow, report_id)
        if row is None:
            raise self._not_found(session, report_id)
        return row

    def _not_found(self, session: Session, report_id: str) -> KeyError | DatabaseDamaged:
        """Why a report was not found: there is none, or noise in the index hides the one there is."""
        unindexed = "SELECT 1 FROM report NOT INDEXED WHERE id = ?"
        hidden = session.connection().exec_driver_sql(unindexed, (report_id,)).first()
        return DatabaseDamaged(self._path) if hidden else KeyError(report_id)

    def _reading(self) -> AbstractContextManager[Session]:
        return self._transaction(self._engine)

    def _writing(self) -> AbstractContextManager[Session]:
        return self._transaction(writing(self._engine))

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Session]:
        with known_troubles(self._path), self._file.in_place(), Session(engine) as session, session.begin():
            yield session
