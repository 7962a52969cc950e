"""The parts of reports: written once for all that say the same, gone when nothing holds them any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Select, and_, delete, exists, select, union
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from bcdesk.storage.tables import PartRow, ReportPartRow, StepPartRow, StepRow, VersionPartRow, VersionRow

_HOLDERS = (ReportPartRow, VersionPartRow, StepPartRow)
_AT_ONCE = 500  # far below the number of variables SQLite takes in a statement


def keep_parts(session: Session, report_id: str, bodies: Mapping[str, str]) -> set[str]:
    """Let the report hold these parts and no others; `bodies` by their sha256. What it no longer holds.

    Only what is new is written.
    """
    held = set(session.scalars(select(ReportPartRow.sha256).where(ReportPartRow.report_id == report_id)))
    new = {sha256: body for sha256, body in bodies.items() if sha256 not in held}
    add_parts(session, new)
    if new:
        session.execute(insert(ReportPartRow), [{"report_id": report_id, "sha256": sha256} for sha256 in new])
    gone = held - bodies.keys()
    for some in _some(gone):
        mine = (ReportPartRow.report_id == report_id) & ReportPartRow.sha256.in_(some)
        session.execute(delete(ReportPartRow).where(mine))
    return gone


def add_parts(session: Session, bodies: Mapping[str, str]) -> None:
    """Write the parts that are not there yet; somebody has to hold them before the transaction ends."""
    if bodies:
        parts = [{"sha256": sha256, "body": body} for sha256, body in bodies.items()]
        session.execute(insert(PartRow).on_conflict_do_nothing(), parts)


def free_parts(session: Session, let_go: Iterable[str]) -> None:
    """Delete those of these parts that no report, version or step holds."""
    unheld = and_(*(~exists().where(holder.sha256 == PartRow.sha256) for holder in _HOLDERS))
    for some in _some(let_go):
        session.execute(delete(PartRow).where(PartRow.sha256.in_(some), unheld))


def parts_of(session: Session, names: Select[Any]) -> dict[str, str]:
    """The bodies of the parts of these names, by their sha256."""
    return dict(session.execute(select(PartRow.sha256, PartRow.body).where(PartRow.sha256.in_(names))).all())


def all_held(session: Session, report_id: str) -> set[str]:
    """The parts a report holds, with all its versions and steps."""
    mine: tuple[Select[Any], ...] = (
        select(ReportPartRow.sha256).where(ReportPartRow.report_id == report_id),
        select(VersionPartRow.sha256).join(VersionRow).where(VersionRow.report_id == report_id),
        select(StepPartRow.sha256).join(StepRow).where(StepRow.report_id == report_id),
    )
    return set(session.scalars(union(*mine)))


def _some(names: Iterable[str]) -> Iterator[list[str]]:
    """The names, not too many at once."""
    left = iter(names)
    while some := list(islice(left, _AT_ONCE)):
        yield some
