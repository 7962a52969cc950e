from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.kept import BEFORE_RESTORING, VersionListed
from bcdesk.storage.points import is_due, staying

NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def versions(*ages, event=""):
    """Versions of these ages, given the oldest first; their ids count from 1."""
    return [VersionListed(number, NOW - age, event) for number, age in enumerate(ages, 1)]


@pytest.mark.parametrize(
    ("last", "draft", "due"),
    [
        (None, 0 * MINUTE, True),
        (12 * MINUTE, 3 * MINUTE, False),
        (13 * MINUTE, 3 * MINUTE, True),
        (20 * MINUTE, 10 * MINUTE, True),  # the sitting before: nothing was saved for ten minutes
        (-5 * MINUTE, 1 * MINUTE, True),  # the clock was set back
        (1 * MINUTE, -5 * MINUTE, True),
    ],
)
def test_a_draft_is_kept_ten_minutes_after_the_last_version_and_at_the_end_of_a_sitting(last, draft, due):
    assert is_due(None if last is None else NOW - last, NOW - draft, NOW) is due


def test_all_of_the_last_two_hours_stay():
    assert len(staying(versions(*(age * MINUTE for age in range(120, 0, -10))), NOW)) == 12


def test_the_last_of_each_hour_of_two_days_stays():
    found = versions(4 * HOUR + 20 * MINUTE, 4 * HOUR + 10 * MINUTE, 3 * HOUR)
    assert staying(found, NOW) == {2, 3}


def test_the_last_of_each_day_of_a_month_stays():
    found = versions(9 * DAY, 9 * DAY - HOUR, 8 * DAY)
    assert staying(found, NOW) == {2, 3}


def test_the_last_of_each_week_stays_after_that():
    monday = timedelta(days=NOW.weekday())
    found = versions(monday + 70 * DAY, monday + 69 * DAY, monday + 63 * DAY)  # Monday, Tuesday, the next Monday
    assert staying(found, NOW) == {2, 3}


def test_one_with_a_name_always_stays():
    found = versions(*([400 * DAY] * 3), event="trình lần 1")
    assert staying(found, NOW) == {1, 2, 3}


def test_what_is_kept_before_restoring_is_thinned_as_what_is_kept_without_being_asked():
    found = versions(*(age * MINUTE + 5 * DAY for age in range(5, 0, -1)), event=BEFORE_RESTORING)
    assert staying(found, NOW) == {5}


@given(st.lists(st.integers(0, 600_000), max_size=60))
def test_thinning_again_takes_nothing_more_and_the_newest_stays(minutes):
    found = versions(*(age * MINUTE for age in sorted(minutes, reverse=True)))
    stay = staying(found, NOW)
    assert staying([version for version in found if version.id in stay], NOW) == stay
    assert not found or found[-1].id in stay
