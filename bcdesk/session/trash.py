"""The trash: a removed report is kept for 90 days, and deleted for good at the first start after that."""

from __future__ import annotations

from datetime import datetime, timedelta

from bcdesk.report.kept import Trashed
from bcdesk.session.store import Store

KEPT = timedelta(days=90)


def kept_until(trashed: Trashed) -> datetime:
    """When the time of a removed report is over."""
    return trashed.removed_at + KEPT


def clear_out(store: Store, now: datetime) -> int:
    """Delete for good what has lain in the trash for its time; how many reports that were. Raises KnownError."""
    over = [trashed.listed.id for trashed in store.trashed() if kept_until(trashed) <= now]
    for report_id in over:
        store.delete(report_id)
    return len(over)
