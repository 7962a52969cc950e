"""The steps of undo in the database: each is what it changed, so that a save writes only the new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from bcdesk.errors import UnreadableReport
from bcdesk.report.record import Parts, split
from bcdesk.report.report import Report
from bcdesk.report.steps import NO_STEPS, Step, Trail
from bcdesk.storage.chain import Chain, Link, digest
from bcdesk.storage.parts import add_parts, parts_of
from bcdesk.storage.splice import Splice
from bcdesk.storage.tables import StepPartRow, StepRow


def keep_steps(session: Session, report_id: str, trail: Trail, draft: tuple[Report, Parts]) -> set[str]:
    """Let the report have these steps and no others; `draft` is where it stands. The parts that were let go of.

    Steps that cannot be read any more are given up, with all others: they would not be one chain.
    """
    known = {step.token: step for step in (*trail.past, *trail.future)}
    rows = _rows(session, report_id)
    let_go = _forget(session, [row_id for token, (row_id, _) in rows.items() if token not in known])
    _turn(session, rows, trail)
    try:
        changes = list(_changes((step for token, step in known.items() if token not in rows), draft))
    except UnreadableReport:
        return let_go | keep_steps(session, report_id, NO_STEPS, draft)
    backs = {step.token for step in trail.future}
    for step, before, after in changes:
        _add(session, report_id, step, (before, after), taken_back=step.token in backs)
    return let_go


def steps_of(session: Session, report_id: str, skeleton: str, report: Report, bodies: Mapping[str, str]) -> Trail:
    """The way a report has come, as far as it is kept and leads to this very report, given with its parts."""
    rows = session.scalars(select(StepRow).where(StepRow.report_id == report_id).order_by(StepRow.id)).all()
    if not rows:
        return NO_STEPS
    names = select(StepPartRow.sha256).join(StepRow).where(StepRow.report_id == report_id)
    links = [Link(row.token, row.place, row.words, Splice(row.start, row.removed, row.added), row.before, row.after)
             for row in rows]  # fmt: skip
    taken = sum(not row.taken_back for row in rows)
    return Chain(links, taken, skeleton, report, {**bodies, **parts_of(session, names)}).trail()


def _rows(session: Session, report_id: str) -> dict[str, tuple[int, bool]]:
    query = select(StepRow.token, StepRow.id, StepRow.taken_back).where(StepRow.report_id == report_id)
    return {token: (row_id, taken_back) for token, row_id, taken_back in session.execute(query)}


def _forget(session: Session, gone: list[int]) -> set[str]:
    if not gone:
        return set()
    let_go = set(session.scalars(select(StepPartRow.sha256).where(StepPartRow.step_id.in_(gone))))
    session.execute(delete(StepRow).where(StepRow.id.in_(gone)))
    return let_go


def _turn(session: Session, rows: dict[str, tuple[int, bool]], trail: Trail) -> None:
    """Say of the steps that were taken back or again since the last time that they were."""
    for steps, taken_back in ((trail.past, False), (trail.future, True)):
        turned = [rows[step.token][0] for step in steps if step.token in rows and rows[step.token][1] != taken_back]
        if turned:
            session.execute(update(StepRow).where(StepRow.id.in_(turned)).values(taken_back=taken_back))


def _changes(steps: Iterable[Step], draft: tuple[Report, Parts]) -> Iterator[tuple[Step, Parts, Parts]]:
    """Each step with the parts of the report before and after it, of which neighbours share one."""
    last = draft
    for step in steps:
        before = last[1] if step.before is last[0] else split(step.before)
        after = draft[1] if step.after is draft[0] else split(step.after)
        last = (step.after, after)
        yield step, before, after


def _add(session: Session, report_id: str, step: Step, change: tuple[Parts, Parts], *, taken_back: bool) -> None:
    before, after = change
    splice = Splice.between(before.skeleton, after.skeleton)
    row = StepRow(
        report_id=report_id,
        token=step.token,
        taken_back=taken_back,
        place=step.place,
        words=step.words,
        before=digest(before.skeleton),
        after=digest(after.skeleton),
        start=splice.start,
        removed=splice.removed,
        added=splice.added,
    )
    session.add(row)
    session.flush()
    both = {**before.bodies, **after.bodies}
    held = before.bodies.keys() ^ after.bodies.keys()
    add_parts(session, {name: both[name] for name in held})
    if held:
        session.execute(insert(StepPartRow), [{"step_id": row.id, "sha256": name} for name in held])
