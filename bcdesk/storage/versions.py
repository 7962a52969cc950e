"""Versions of a report in the database: kept with their parts, listed, read, thinned."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, literal, select
from sqlalchemy.orm import Session

from bcdesk.report.kept import VersionListed
from bcdesk.report.record import Parts, assemble
from bcdesk.report.report import Report
from bcdesk.storage.parts import add_parts, parts_of
from bcdesk.storage.points import is_due, staying
from bcdesk.storage.tables import ReportPartRow, ReportRow, VersionPartRow, VersionRow

_LISTED = (VersionRow.id, VersionRow.at, VersionRow.event)


def versions_of(session: Session, report_id: str) -> tuple[VersionListed, ...]:
    """The versions of a report, the newest first."""
    query = select(*_LISTED).where(VersionRow.report_id == report_id).order_by(VersionRow.id.desc())
    return tuple(VersionListed(*row) for row in session.execute(query))


def version(session: Session, version_id: int) -> Report:
    """The report as it was. Raises KeyError where there is no such version."""
    skeleton = session.scalar(select(VersionRow.skeleton).where(VersionRow.id == version_id))
    if skeleton is None:
        raise KeyError(version_id)
    names = select(VersionPartRow.sha256).where(VersionPartRow.version_id == version_id)
    return assemble(skeleton, parts_of(session, names))


def keep_named(session: Session, report_id: str, parts: Parts, event: str, at: datetime) -> VersionListed:
    """Keep a report in parts under a name."""
    kept = VersionRow(report_id=report_id, at=at, event=event, skeleton=parts.skeleton)
    session.add(kept)
    session.flush()
    add_parts(session, parts.bodies)
    if parts.bodies:
        held = [{"version_id": kept.id, "sha256": sha256} for sha256 in parts.bodies]
        session.execute(insert(VersionPartRow), held)
    return VersionListed(kept.id, at, event)


def keep_if_due(session: Session, row: ReportRow, skeleton: str, now: datetime) -> set[str]:
    """Before another draft replaces it: keep the draft as it stands, where that is due, and thin the older ones.

    `skeleton` is that of the new draft. What thinning let go of.
    """
    newest = select(VersionRow.at, VersionRow.skeleton).where(VersionRow.report_id == row.id)
    last = session.execute(newest.order_by(VersionRow.id.desc()).limit(1)).one_or_none()
    told = row.skeleton == skeleton or (last is not None and last.skeleton == row.skeleton)
    if told or not is_due(last and last.at, row.changed_at, now):
        return set()
    _keep_draft(session, row)
    return _thin(session, row.id, now)


def _keep_draft(session: Session, row: ReportRow) -> None:
    kept = VersionRow(report_id=row.id, at=row.changed_at, event="", skeleton=row.skeleton)
    session.add(kept)
    session.flush()
    held = select(literal(kept.id), ReportPartRow.sha256).where(ReportPartRow.report_id == row.id)
    session.execute(insert(VersionPartRow).from_select(["version_id", "sha256"], held))


def _thin(session: Session, report_id: str, now: datetime) -> set[str]:
    oldest_first = versions_of(session, report_id)[::-1]
    stay = staying(oldest_first, now)
    gone = [version.id for version in oldest_first if version.id not in stay]
    if not gone:
        return set()
    let_go = set(session.scalars(select(VersionPartRow.sha256).where(VersionPartRow.version_id.in_(gone))))
    session.execute(delete(VersionRow).where(VersionRow.id.in_(gone)))
    return let_go
