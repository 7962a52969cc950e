"""The clock on the wall, which stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class WallClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 7, 42, 5, tzinfo=UTC).astimezone()

    def __call__(self) -> datetime:
        return self.now

    def go(self, **span: float) -> None:
        self.now += timedelta(**span)
