"""Reports, their parts, and the settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.execute("PRAGMA application_id = 1650680933")
    _report()
    _part()
    _report_part()
    _setting()


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("drafter", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime()),
        sa.Column("skeleton", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
    )


def _part() -> None:
    op.create_table(
        "part",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_part"),
    )


def _report_part() -> None:
    op.create_table(
        "report_part",
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", "sha256", name="pk_report_part"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_report_part_report_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sha256"], ["part.sha256"], name="fk_report_part_sha256"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_part_sha256", "report_part", ["sha256"])


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
