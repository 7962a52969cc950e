"""The text reports are found by: a save only notes that it is due, what is due is written before the next search.

Writing it with its index costs more pages than the save itself, and the more the more reports there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from bcdesk.errors import NewerReport, UnreadableReport
from bcdesk.report.record import assemble
from bcdesk.report.report import Report
from bcdesk.storage.parts import parts_of
from bcdesk.storage.tables import ReportPartRow, ReportRow, ReportTextRow, SearchDueRow
from bcdesk.storage.words import folded_lines, lines_of


def text_columns(report: Report) -> dict[str, str]:
    """What a report is found by, as a row of its text has it."""
    lines = lines_of(report)
    return {"marked": "\n".join(lines), "folded": "\n".join(folded_lines(lines))}


def note_due(session: Session, report_id: str) -> None:
    """Remember that a report says something else than it is found by."""
    session.execute(insert(SearchDueRow).values(report_id=report_id).on_conflict_do_nothing())


def due_reports(session: Session) -> Sequence[str]:
    """The reports to be indexed, the last changed last."""
    return session.scalars(select(SearchDueRow.report_id).join(ReportRow).order_by(ReportRow.changed_at)).all()


def index_report(session: Session, report_id: str) -> None:
    """Let a report be found by what it says now, before all that were written earlier.

    One that cannot be read is still found by what it said last, and stays due.
    """
    skeleton = session.scalar(select(ReportRow.skeleton).where(ReportRow.id == report_id))
    if skeleton is None:  # deleted meanwhile, and so not due any more
        return
    held = select(ReportPartRow.sha256).where(ReportPartRow.report_id == report_id)
    try:
        report = assemble(skeleton, parts_of(session, held))
    except (UnreadableReport, NewerReport):
        return
    _keep_text(session, report_id, text_columns(report))
    session.execute(delete(SearchDueRow).where(SearchDueRow.report_id == report_id))


def _keep_text(session: Session, report_id: str, columns: dict[str, str]) -> None:
    same = select(ReportTextRow.marked == columns["marked"]).where(ReportTextRow.report_id == report_id)
    known = session.scalar(same)
    if known is None:
        session.add(ReportTextRow(report_id=report_id, **columns))
    elif not known:
        newest = select(func.max(ReportTextRow.id) + 1).scalar_subquery()
        changed = update(ReportTextRow).where(ReportTextRow.report_id == report_id)
        session.execute(changed.values(id=newest, **columns), execution_options={"synchronize_session": False})
