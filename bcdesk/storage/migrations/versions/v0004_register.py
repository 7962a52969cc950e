"""The outgoing register, and what was made ready to be sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make their tables."""
    _register_line()
    _preparation()


def _register_line() -> None:
    key = (("year", sa.Integer()), ("body", sa.Text()), ("series", sa.Text()), ("number", sa.Integer()))
    texts = ("symbol", "subject", "signer", "recipients", "keeper", "copies", "note", "report_id", "who", "why")
    op.create_table(
        "register_line",
        *(sa.Column(name, kind, nullable=False) for name, kind in (*key, ("revision", sa.Integer()))),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date()),
        sa.Column("sent", sa.Date()),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("year", "body", "series", "number", "revision", name="pk_register_line"),
    )
    op.create_index("ix_register_line_report_id", "register_line", ["report_id"])


def _preparation() -> None:
    op.create_table(
        "preparation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_preparation"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_preparation_report_id", ondelete="CASCADE"),
    )
    op.create_index("ix_preparation_report_id", "preparation", ["report_id"])
