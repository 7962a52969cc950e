"""Which earlier states of a report are kept without being asked for: when one is due, and which of them stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bcdesk.report.kept import VersionListed

APART = timedelta(minutes=10)
ALL, HOURLY, DAILY = timedelta(hours=2), timedelta(days=2), timedelta(days=31)


def is_due(last: datetime | None, draft: datetime, now: datetime) -> bool:
    """Whether the draft saved at `draft`, about to be replaced at `now`, is to be kept; `last` is the newest version.

    So every ten minutes while one types, and what was left by an earlier sitting before its first change. Also where
    the clock was set back.
    """
    return last is None or _apart(last, draft) or _apart(draft, now)


def staying(versions: Iterable[VersionListed], now: datetime) -> set[int]:
    """The ids of those that stay: each with a name, all of the last two hours, then the last of an hour, a day, a week.

    An hour each for two days, a day each for a month.
    """
    last: dict[object, int] = {}
    for version in versions:
        last[_stretch(version, now)] = version.id
    return set(last.values())


def _apart(one: datetime, other: datetime) -> bool:
    return not timedelta() <= other - one < APART


def _stretch(version: VersionListed, now: datetime) -> object:
    """The stretch of time of which only the last version stays."""
    at, age = version.at.astimezone(now.tzinfo), now - version.at
    if version.named or age <= ALL:
        return version.id
    if age <= HOURLY:
        return at.date(), at.hour
    return at.date() if age <= DAILY else at.date().isocalendar()[:2]
