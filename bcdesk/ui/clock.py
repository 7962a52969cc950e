"""The clock of this PC."""

from __future__ import annotations

from datetime import UTC, datetime


def local_now() -> datetime:
    """The time on the clock of this PC, with its time zone."""
    return datetime.now(UTC).astimezone()
