"""What reports are found by, with its index; signer, requesting document and due date for list and calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from bcdesk.errors import NewerReport, UnreadableReport
from bcdesk.report.record import assemble, split
from bcdesk.storage.indexing import text_columns
from bcdesk.storage.listing import columns_of

revision = "0005"
down_revision = "0004"

_REPORT = sa.table("report", sa.column("id"), sa.column("signer"), sa.column("request"), sa.column("due"))
_TEXT = sa.table("report_text", sa.column("report_id"), sa.column("marked"), sa.column("folded"))
_BODIES = "SELECT part.sha256, body FROM part JOIN report_part USING (sha256) WHERE report_id = :id"
_INDEX = (
    """CREATE VIRTUAL TABLE report_index USING fts5(marked, folded, content='report_text', content_rowid='id',
    tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER report_text_added AFTER INSERT ON report_text BEGIN
    INSERT INTO report_index(rowid, marked, folded) VALUES (new.id, new.marked, new.folded); END""",
    """CREATE TRIGGER report_text_gone AFTER DELETE ON report_text BEGIN
    INSERT INTO report_index(report_index, rowid, marked, folded)
    VALUES ('delete', old.id, old.marked, old.folded); END""",
    """CREATE TRIGGER report_text_changed AFTER UPDATE ON report_text BEGIN
    INSERT INTO report_index(report_index, rowid, marked, folded)
    VALUES ('delete', old.id, old.marked, old.folded);
    INSERT INTO report_index(rowid, marked, folded) VALUES (new.id, new.marked, new.folded); END""",
)


def upgrade() -> None:
    """Make the index and the columns, and fill them from the reports."""
    with op.batch_alter_table("report", recreate="always") as table:
        table.add_column(sa.Column("signer", sa.Text(), server_default="", nullable=False), insert_after="skeleton")
        table.add_column(sa.Column("request", sa.Text(), server_default="", nullable=False), insert_after="signer")
        table.add_column(sa.Column("due", sa.Text(), server_default="", nullable=False), insert_after="request")
        table.drop_column("words")
    _report_text()
    for statement in _INDEX:
        op.execute(statement)
    _fill(op.get_bind())


def _report_text() -> None:
    op.create_table(
        "report_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("marked", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_text"),
        sa.UniqueConstraint("report_id", name="uq_report_text_report_id"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_report_text_report_id", ondelete="CASCADE"),
    )


def _fill(connection: sa.Connection) -> None:
    """Fill in what each report says, the last changed with the highest number; one that cannot be read is left out."""
    for (report_id,) in connection.execute(sa.text("SELECT id FROM report ORDER BY changed_at")).all():
        skeleton = connection.scalar(sa.text("SELECT skeleton FROM report WHERE id = :id"), {"id": report_id})
        bodies = {row.sha256: row.body for row in connection.execute(sa.text(_BODIES), {"id": report_id})}
        try:
            report = assemble(skeleton, bodies)
        except (UnreadableReport, NewerReport):
            continue
        _fill_one(connection, report_id, columns_of(report, split(report)), text_columns(report))


def _fill_one(connection: sa.Connection, report_id: str, columns: Mapping[str, Any], texts: Mapping[str, str]) -> None:
    told = {name: columns[name] for name in ("signer", "request", "due")}
    connection.execute(sa.update(_REPORT).where(_REPORT.c.id == report_id).values(told))
    connection.execute(sa.insert(_TEXT).values(report_id=report_id, **texts))
