from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from bcdesk.report.report import Picture
from bcdesk.storage.database import open_store
from tests.report.strategies import reports
from tests.session.reports import report, text_of
from tests.storage.clock import WallClock
from tests.storage.sql import rows, value


@pytest.fixture
def clock():
    return WallClock()


@pytest.fixture
def store(folder, clock):
    store = open_store(folder, now=clock, wait=0)
    yield store
    store.close()


@pytest.fixture
def report_id(store):
    return store.create(report("Một"))


def texts(store, report_id):
    """What each version says, the newest first."""
    return [text_of(store.load_version(version.id)) for version in store.versions(report_id)]


def save(store, clock, report_id, text, **after):
    clock.go(**after)
    store.save(report_id, report(text))


def test_a_new_report_has_no_version(store, report_id):
    assert store.versions(report_id) == ()


def test_before_the_first_change_the_report_is_kept_as_it_was(store, clock, report_id):
    began = clock.now
    save(store, clock, report_id, "Hai", seconds=30)
    (version,) = store.versions(report_id)
    assert (version.at, version.event, texts(store, report_id)) == (began, "", ["Một"])


def test_while_one_types_a_version_is_kept_every_ten_minutes(store, clock, report_id):
    for minute in range(31):
        save(store, clock, report_id, str(minute), minutes=1)
    assert texts(store, report_id) == ["29", "19", "9", "Một"]


def test_what_a_sitting_ended_with_is_kept_before_the_next_one_changes_it(store, clock, report_id):
    save(store, clock, report_id, "Hai", minutes=1)
    save(store, clock, report_id, "Ba", minutes=1)
    ended = clock.now
    save(store, clock, report_id, "Bốn", hours=16)
    assert texts(store, report_id)[0] == "Ba"
    assert store.versions(report_id)[0].at == ended


def test_a_save_that_changes_nothing_keeps_nothing(store, clock, report_id):
    save(store, clock, report_id, "Một", hours=1)
    assert store.versions(report_id) == ()


def test_what_the_last_version_says_already_is_not_kept_twice(store, clock, report_id):
    store.keep_version(report_id, report("Một"), "trình lần 1")
    save(store, clock, report_id, "Hai", hours=1)
    assert [version.event for version in store.versions(report_id)] == ["trình lần 1"]


def test_a_named_version_holds_the_value_it_was_given(store, clock, report_id):
    kept = store.keep_version(report_id, report("Chưa lưu"), "trình lần 1")
    assert (kept.event, kept.at) == ("trình lần 1", clock.now)
    assert store.versions(report_id) == (kept,)
    assert store.load_version(kept.id) == report("Chưa lưu")
    assert text_of(store.load(report_id).report) == "Một"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(reports())
def test_any_report_comes_back_from_a_version_as_it_was(store, value):
    report_id = store.create(report())
    assert store.load_version(store.keep_version(report_id, value, "x").id) == value


def test_a_version_of_a_report_without_a_block_is_kept(store, report_id):
    empty = replace(report(), sections=())
    assert store.load_version(store.keep_version(report_id, empty, "x").id) == empty


def test_versions_are_thinned_as_they_grow_old_and_named_ones_never(store, clock, report_id):
    for hour in range(24):
        for _ in range(3):
            save(store, clock, report_id, str(clock.now), minutes=20)
        store.keep_version(report_id, report(f"Giờ {hour}"), f"lần {hour}")
    save(store, clock, report_id, "Mới", days=60)
    named = [version for version in store.versions(report_id) if version.event]
    assert len(named) == 24
    assert len(store.versions(report_id)) - len(named) <= 3


def test_the_parts_of_a_version_go_with_it(store, clock, path, report_id):
    save(store, clock, report_id, "Hai", seconds=1)
    save(store, clock, report_id, "Ba", hours=5)
    save(store, clock, report_id, "Bốn", minutes=11)
    for _ in range(3):
        save(store, clock, report_id, str(clock.now), days=100)
    said = " ".join(body for (body,) in rows(path, "SELECT body FROM part"))
    left = texts(store, report_id)
    assert [text for text in ("Một", "Hai", "Ba", "Bốn") if text in said] == left[::-1][: len(left) - 2]


def test_with_a_report_its_versions_and_their_parts_are_deleted(store, clock, path, report_id):
    picture = replace(report(), opening=(Picture(b"1234", "image/png", 50.0),))
    store.keep_version(report_id, picture, "x")
    save(store, clock, report_id, "Hai", seconds=1)
    store.remove(report_id)
    store.delete(report_id)
    tables = ("version", "version_part", "part", "report_part", "undo_step", "undo_step_part")
    assert {table: value(path, f"SELECT count(*) FROM {table}") for table in tables} == dict.fromkeys(tables, 0)


def test_a_save_writes_only_the_rows_that_are_new(store, clock, path, report_id):
    save(store, clock, report_id, "Hai", seconds=1)
    before = rows(path, "SELECT rowid, sha256 FROM part")
    save(store, clock, report_id, "Ba", seconds=1)
    after = rows(path, "SELECT rowid, sha256 FROM part")
    assert len(set(after) - set(before)) == 1


@pytest.mark.parametrize("call", ["keep_version", "load_version"])
def test_what_is_not_there_is_a_key_error(store, call):
    arguments = ("none", report(), "x") if call == "keep_version" else (99,)
    with pytest.raises(KeyError):
        getattr(store, call)(*arguments)
