"""What alembic runs: the revisions, on the connection and inside the transaction of the caller."""

from __future__ import annotations

from alembic import context

from bcdesk.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
