from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bcdesk.errors import DatabaseDamaged, DatabaseDiskFull
from bcdesk.report.backup import SecondPlace
from bcdesk.session.keeping import Keeper, days_missed, is_due
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import FILE_NAME, open_store
from tests.session.reports import report
from tests.storage.clock import WallClock
from tests.storage.sql import rows

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    return WallClock()


@pytest.fixture
def store(tmp_path, clock):
    store = open_store(tmp_path, now=clock)
    yield store
    store.close()


@pytest.fixture
def keeper(tmp_path, store, clock):
    return Keeper(SqliteBackups(tmp_path, store, clock), deliver=lambda work: work(), now=clock)


def taken(keeper):
    return len(keeper.backups.listed())


def test_the_first_look_takes_a_backup(keeper):
    keeper.look()
    assert taken(keeper) == 1


def test_a_look_does_what_saves_have_put_off(keeper, store, tmp_path):
    store.create(report())
    keeper.look()
    assert rows(tmp_path / FILE_NAME, "SELECT * FROM search_due") == []


def test_within_an_hour_no_second_one_is_taken(keeper, store, clock):
    keeper.look()
    store.create(report())
    clock.go(minutes=59)
    keeper.look()
    assert taken(keeper) == 1


def test_after_an_hour_one_is_taken_where_something_has_changed(keeper, store, clock):
    keeper.look()
    clock.go(minutes=60)
    keeper.look()
    assert taken(keeper) == 1
    store.create(report())
    keeper.look()
    assert taken(keeper) == 2


def test_after_the_clock_was_set_back_one_is_taken_and_then_again_in_an_hour(keeper, store, clock):
    keeper.look()
    clock.go(days=-30)
    store.create(report())
    keeper.look()
    store.create(report())
    keeper.look()
    assert taken(keeper) == 2


def test_at_the_end_one_is_taken_where_something_has_changed(keeper, store, clock):
    keeper.look()
    keeper.close()
    assert taken(keeper) == 1
    clock.go(seconds=1)
    store.create(report())
    keeper.close()
    assert taken(keeper) == 2


def test_the_newest_backup_goes_to_the_second_place(keeper, tmp_path):
    keeper.look()
    keeper.backups.keep_second_place(tmp_path)
    keeper.look()
    assert keeper.backups.second_place().folder == tmp_path


def test_whoever_listens_hears_of_each_look_and_of_what_went_wrong(keeper, tmp_path, monkeypatch):
    heard = []
    keeper.listen(heard.append)
    keeper.look()
    trouble = DatabaseDiskFull(tmp_path)
    monkeypatch.setattr(keeper.backups, "bring_along", lambda: (_ for _ in ()).throw(trouble))
    keeper.look()
    assert heard == [None, trouble]


def test_the_thread_takes_the_backup_and_ends_when_told(keeper):
    looked = threading.Event()
    keeper.listen(lambda _: looked.set())
    keeper.begin()
    assert looked.wait(20)
    keeper.close()
    assert taken(keeper) == 1
    assert not [thread for thread in threading.enumerate() if thread.name == "bcdesk-keeper"]


@pytest.mark.parametrize(
    ("ago", "due"),
    [
        (timedelta(minutes=59), False),
        (timedelta(hours=1), True),
        (timedelta(hours=13), True),
        (timedelta(seconds=-1), True),
    ],
)
def test_a_backup_is_due_after_an_hour_or_where_the_last_lies_in_the_future(ago, due):
    assert is_due(NOON - ago, NOON) == due


def test_a_backup_is_due_on_a_new_day_and_where_there_is_none():
    midnight = NOON + timedelta(hours=12)
    assert is_due(midnight - timedelta(minutes=1), midnight + timedelta(minutes=1))
    assert is_due(None, NOON)


@pytest.mark.parametrize(("days", "missed"), [(0, 0), (6.9, 0), (7, 7), (9.5, 9), (-3, 0)])
def test_seven_days_without_the_second_place_are_a_cause_to_remind(days, missed):
    assert days_missed(SecondPlace(Path("E:/"), NOON - timedelta(days=days)), NOON) == missed


def test_without_a_second_place_nobody_is_reminded():
    assert days_missed(None, NOON) == 0


def calls_of(keeper, monkeypatch, *, after_unclean_end):
    """What the thread does first, in its order."""
    done, both = [], threading.Event()

    def did(name):
        done.append(name)
        if "check" in done and "look" in done:
            both.set()

    monkeypatch.setattr("bcdesk.session.keeping.LOOK_SECONDS", 0.01)
    monkeypatch.setattr(keeper.backups, "check", lambda: did("check"))
    monkeypatch.setattr(keeper.backups, "bring_along", lambda: did("look"))
    keeper.begin(after_unclean_end=after_unclean_end)
    assert both.wait(20)
    keeper.end()
    return done[:2]


def test_all_that_is_kept_is_read_in_the_background(keeper, monkeypatch):
    assert calls_of(keeper, monkeypatch, after_unclean_end=False) == ["look", "check"]


def test_after_an_end_that_was_none_it_is_read_first_of_all(keeper, monkeypatch):
    assert calls_of(keeper, monkeypatch, after_unclean_end=True) == ["check", "look"]


def test_damage_is_told_to_whoever_listens(keeper, store, tmp_path):
    told = threading.Event()
    keeper.listen(lambda trouble: told.set() if isinstance(trouble, DatabaseDamaged) else None)
    store.close()
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes()[:4096] + b"x" * (path.stat().st_size - 4096))
    keeper.begin(after_unclean_end=True)
    assert told.wait(20)
    keeper.end()
