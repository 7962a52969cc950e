"""The trash: a removed report is kept for 90 days, and deleted for good at the first start after that.

So is a signed copy that nothing names any more.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bcdesk.report.kept import Trashed
from bcdesk.session.backups import Backups
from bcdesk.session.store import Store

KEPT = timedelta(days=90)


def kept_until(trashed: Trashed) -> datetime:
    """When the time of a removed report is over."""
    return trashed.removed_at + KEPT


def clear_out(store: Store, backups: Backups, now: datetime) -> int:
    """Delete for good what has lain in the trash for its time, and signed copies that nothing has named for as long.

    How many reports that were. Raises KnownError.
    """
    trash = store.trashed()
    today = _witnessed(store, trash, now)
    over = [trashed.listed.id for trashed in trash if kept_until(trashed) <= today]
    for report_id in over:
        store.delete(report_id)
    backups.sweep(today - KEPT)
    return len(over)


def _witnessed(store: Store, trash: tuple[Trashed, ...], now: datetime) -> datetime:
    """Now, but no later than the last thing that was done: a clock that was set forward must not empty the trash."""
    done = [listed.changed_at for listed in store.listed(1)] + [trashed.removed_at for trashed in trash]
    return min(now, max(done, default=now))
