"""Which reports were saved since they were indexed: a save only notes it, a search or a quiet minute indexes them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table; until here every save has indexed its report, so none is due."""
    op.create_table(
        "search_due",
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_search_due"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_search_due_report_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
