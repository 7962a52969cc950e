"""The parts of reports: written once for all reports that say the same, gone when no report holds them any more."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, exists, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from bcdesk.storage.tables import PartRow, ReportPartRow


def keep_parts(session: Session, report_id: str, bodies: Mapping[str, str]) -> None:
    """Let the report hold these parts and no others; `bodies` by their sha256. Only what is new is written."""
    held = set(session.scalars(select(ReportPartRow.sha256).where(ReportPartRow.report_id == report_id)))
    _add(session, report_id, {sha256: body for sha256, body in bodies.items() if sha256 not in held})
    _let_go(session, report_id, held - bodies.keys())


def parts_of(session: Session, report_id: str) -> dict[str, str]:
    """The bodies a report holds, by their sha256."""
    query = select(PartRow.sha256, PartRow.body).join(ReportPartRow).where(ReportPartRow.report_id == report_id)
    return dict(session.execute(query).all())


def _add(session: Session, report_id: str, bodies: Mapping[str, str]) -> None:
    if bodies:
        parts = [{"sha256": sha256, "body": body} for sha256, body in bodies.items()]
        session.execute(insert(PartRow).on_conflict_do_nothing(), parts)
        session.execute(insert(ReportPartRow), [{"report_id": report_id, "sha256": sha256} for sha256 in bodies])


def _let_go(session: Session, report_id: str, gone: set[str]) -> None:
    if gone:
        mine = (ReportPartRow.report_id == report_id) & ReportPartRow.sha256.in_(gone)
        session.execute(delete(ReportPartRow).where(mine))
        held = exists().where(ReportPartRow.sha256 == PartRow.sha256)
        session.execute(delete(PartRow).where(PartRow.sha256.in_(gone), ~held))
