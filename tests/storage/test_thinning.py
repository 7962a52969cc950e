from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.backup import Backup
from bcdesk.storage.thinning import MOST_BYTES, kept, room

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
AMPLE = 10**12


def backup(ago: timedelta, size: int = 1) -> Backup:
    return Backup(Path(f"{ago}"), NOW - ago, 3, size)


def hours(*ago: float, size: int = 1) -> list[Backup]:
    return [backup(timedelta(hours=each), size) for each in ago]


def days(*ago: float, size: int = 1) -> list[Backup]:
    return hours(*(each * 24 for each in ago), size=size)


shelves = st.lists(
    st.builds(backup, st.timedeltas(timedelta(), timedelta(days=900)), st.integers(1, 5000)),
    min_size=1,
    max_size=60,
    unique_by=lambda each: each.at,
)


def test_every_backup_of_the_last_two_days_stays():
    recent = hours(0, 1, 2, 3, 30, 47)
    assert list(kept(recent, NOW, AMPLE)) == recent


def test_of_older_days_the_last_backup_stays():
    early, late = hours(24 * 5 + 3, 24 * 5 + 1)
    assert kept([early, late], NOW, AMPLE) == (late,)


def test_of_weeks_long_past_the_last_backup_stays():
    assert [each.at.day for each in kept(days(34, 33, 32, 27), NOW, AMPLE)] == [28, 23]


def test_of_months_long_past_the_last_backup_stays():
    assert [each.at.month for each in kept(days(200, 190, 180, 150), NOW, AMPLE)] == [6, 5]


def test_where_room_is_short_the_last_of_each_day_outlives_the_others():
    today, yesterday = hours(0, 1, 2), hours(20, 21)
    assert kept([*today, *yesterday], NOW, 2) == (today[0], yesterday[0])


def test_where_room_is_shorter_still_the_oldest_goes_first():
    assert kept(days(0, 5, 6, 7), NOW, 3) == tuple(days(0, 5, 6))


def test_a_backup_larger_than_the_room_stays_where_it_is_the_newest():
    assert kept(days(0, 3, size=500), NOW, 10) == tuple(days(0, size=500))


def test_nothing_is_kept_of_nothing():
    assert kept([], NOW, AMPLE) == ()


@given(shelves, st.integers(0, 20_000))
def test_the_newest_always_stays(backups, bytes_of_room):
    newest = max(backups, key=lambda each: each.at)
    assert newest in kept(backups, NOW, bytes_of_room)


@given(shelves, st.integers(0, 20_000))
def test_what_stays_fits_the_room_or_is_the_newest_alone(backups, bytes_of_room):
    staying = kept(backups, NOW, bytes_of_room)
    assert sum(each.size for each in staying) <= bytes_of_room or len(staying) == 1


@given(shelves, st.integers(0, 20_000))
def test_thinning_again_changes_nothing(backups, bytes_of_room):
    staying = kept(backups, NOW, bytes_of_room)
    assert kept(staying, NOW, bytes_of_room) == staying


@given(shelves, st.integers(0, 20_000))
def test_less_room_never_brings_a_backup_back(backups, bytes_of_room):
    assert set(kept(backups, NOW, bytes_of_room // 2)) <= set(kept(backups, NOW, bytes_of_room))


@given(shelves)
def test_with_room_every_month_keeps_a_backup(backups):
    months = {(each.at.year, each.at.month) for each in backups if NOW - each.at > timedelta(days=60)}
    assert months <= {(each.at.year, each.at.month) for each in kept(backups, NOW, AMPLE)}


def test_the_room_is_a_tenth_of_the_disk_and_no_more_than_two_gigabytes():
    assert (room(10**9), room(10**12)) == (10**8, MOST_BYTES)
