from __future__ import annotations

import platform
import shutil
from datetime import timedelta

import pytest

from bcdesk.errors import DatabaseOutOfReach, FolderGone
from bcdesk.storage import second_place, shelf
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import open_store
from tests.session.reports import report
from tests.storage.clock import WallClock
from tests.storage.sql import value


@pytest.fixture
def clock():
    return WallClock()


@pytest.fixture
def store(folder, clock):
    store = open_store(folder, now=clock, wait=0)
    yield store
    store.close()


@pytest.fixture
def backups(folder, store, clock):
    return SqliteBackups(folder, store, clock)


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "thẻ nhớ"
    stick.mkdir()
    return stick


def on(stick):
    return [path for _, path in shelf.named_in(stick / second_place.FOLDER / platform.node())]


def test_at_first_there_is_no_second_place(backups):
    assert backups.second_place() is None
    backups.bring_along()


def test_choosing_a_second_place_brings_a_backup_there_at_once(backups, store, stick, clock):
    store.create(report("Một"))
    backups.keep_second_place(stick)
    (brought,) = on(stick)
    assert value(brought, "SELECT count(*) FROM report") == 1
    place = backups.second_place()
    assert (place.folder, place.seen) == (stick, clock.now)


def test_the_newest_backup_is_brought_along(backups, stick, clock):
    backups.keep_second_place(stick)
    clock.go(minutes=5)
    taken = backups.take()
    backups.bring_along()
    assert on(stick)[0].name == taken.path.name
    assert backups.second_place().seen == clock.now


def test_while_the_stick_is_away_nothing_is_made_in_its_place(backups, stick, clock):
    backups.keep_second_place(stick)
    since = backups.second_place().seen
    shutil.rmtree(stick)
    clock.go(days=8)
    backups.take()
    backups.bring_along()
    assert not stick.exists()
    assert backups.second_place().seen == since


def test_a_stick_that_comes_back_gets_what_it_missed(backups, stick, clock, tmp_path):
    backups.keep_second_place(stick)
    stick.rename(tmp_path / "away")
    clock.go(days=8)
    backups.take()
    backups.bring_along()
    (tmp_path / "away").rename(stick)
    backups.bring_along()
    assert len(on(stick)) == 2
    assert backups.second_place().seen == clock.now


def test_a_stick_that_has_everything_is_seen_again_once_an_hour(backups, stick, clock):
    backups.keep_second_place(stick)
    clock.go(minutes=30)
    backups.bring_along()
    assert backups.second_place().seen == clock.now - timedelta(minutes=30)
    clock.go(minutes=30)
    backups.bring_along()
    assert backups.second_place().seen == clock.now


def test_a_place_that_is_not_there_is_refused_and_the_old_one_stays(backups, stick, tmp_path):
    backups.keep_second_place(stick)
    with pytest.raises(FolderGone, match="không có"):
        backups.keep_second_place(tmp_path / "không có")
    assert backups.second_place().folder == stick


def test_a_place_that_takes_no_backup_is_refused(backups, stick):
    (stick / second_place.FOLDER).write_bytes(b"")
    with pytest.raises(DatabaseOutOfReach):
        backups.keep_second_place(stick)
    assert backups.second_place() is None


def test_a_second_place_can_be_given_up(backups, stick):
    backups.keep_second_place(stick)
    backups.keep_second_place(None)
    assert backups.second_place() is None
    assert len(on(stick)) == 1


def test_what_lies_in_the_second_place_is_thinned_too(backups, stick, clock, monkeypatch):
    backups.keep_second_place(stick)
    monkeypatch.setattr(shelf, "room", lambda _: 1)
    clock.go(hours=1)
    taken = backups.take()
    backups.bring_along()
    assert [path.name for path in on(stick)] == [taken.path.name]


def test_restoring_leaves_the_second_place_as_it_is(backups, stick):
    taken = backups.take()
    backups.keep_second_place(stick)
    backups.bring_back(taken)
    assert backups.second_place().folder == stick


@pytest.mark.parametrize("text", ["", "[]", '{"folder": "x"}', '{"folder": "x", "seen": "hôm qua"}'])
def test_a_note_of_it_that_is_not_readable_is_none(backups, folder, text):
    (folder / shelf.FOLDER).mkdir()
    (folder / shelf.FOLDER / second_place.FILE).write_text(text, encoding="utf-8")
    assert backups.second_place() is None
