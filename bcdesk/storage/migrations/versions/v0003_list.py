"""The list of reports in its order, so that its beginning is read without the rest."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_report_removed_at", "report", ["removed_at", "changed_at"])
