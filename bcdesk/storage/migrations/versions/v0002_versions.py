"""Earlier versions of reports, and the steps of undo."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make their tables."""
    _version()
    _version_part()
    _undo_step()
    _undo_step_part()


def _version() -> None:
    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("skeleton", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_version_report_id", ondelete="CASCADE"),
    )
    op.create_index("ix_version_report_id", "version", ["report_id"])


def _version_part() -> None:
    op.create_table(
        "version_part",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "sha256", name="pk_version_part"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_version_part_version_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sha256"], ["part.sha256"], name="fk_version_part_sha256"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_version_part_sha256", "version_part", ["sha256"])


def _undo_step() -> None:
    op.create_table(
        "undo_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_undo_step"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_undo_step_report_id", ondelete="CASCADE"),
    )
    op.create_index("ix_undo_step_report_id", "undo_step", ["report_id"])


def _undo_step_part() -> None:
    op.create_table(
        "undo_step_part",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("step_id", "sha256", name="pk_undo_step_part"),
        sa.ForeignKeyConstraint(["step_id"], ["undo_step.id"], name="fk_undo_step_part_step_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sha256"], ["part.sha256"], name="fk_undo_step_part_sha256"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_undo_step_part_sha256", "undo_step_part", ["sha256"])
