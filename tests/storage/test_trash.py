from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.report import paragraph
from bcdesk.report.signed_copy import signed_copy
from bcdesk.session.trash import KEPT, clear_out, kept_until
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import open_store
from bcdesk.storage.signed_copies import FOLDER, FileSignedCopies
from tests.session.reports import report
from tests.storage.clock import WallClock
from tests.storage.sql import value

SCAN = b"%PDF-1.4\n%%EOF\n"


def titled(title):
    return replace(report(title), subject=(title,))


def saying(*texts):
    return ReplaceBlocks("s1", 0, 1, tuple(map(paragraph, texts))).apply(report())


@pytest.fixture
def removed(store):
    report_id = store.create(titled("Quý I"))
    store.remove(report_id)
    return report_id


def test_an_empty_trash_holds_nothing(store):
    store.create(report())
    assert store.trashed() == ()


def test_a_removed_report_lies_in_the_trash_as_it_was_listed(store):
    report_id = store.create(titled("Quý I"))
    (listed,) = store.listed()
    store.remove(report_id)
    assert [trashed.listed for trashed in store.trashed()] == [listed]


def test_the_last_removed_stands_first(store):
    ids = [store.create(titled(title)) for title in ("Một", "Hai")]
    for report_id in ids:
        store.remove(report_id)
    assert [trashed.listed.id for trashed in store.trashed()] == ids[::-1]


def test_a_restored_report_leaves_the_trash(store, removed):
    store.restore(removed)
    assert store.trashed() == ()


def test_what_is_deleted_is_gone(store, removed):
    store.delete(removed)
    assert (store.trashed(), store.listed()) == ((), ())
    with pytest.raises(KeyError):
        store.load(removed)


def test_only_what_lies_in_the_trash_is_deleted(store):
    report_id = store.create(report("Một"))
    with pytest.raises(KeyError):
        store.delete(report_id)
    assert store.load(report_id).report == report("Một")


def test_an_unknown_report_is_not_deleted(store):
    with pytest.raises(KeyError):
        store.delete("none")


def test_its_parts_go_with_a_deleted_report(store, path):
    report_id = store.create(saying("Một", "Hai"))
    store.remove(report_id)
    store.delete(report_id)
    assert value(path, "SELECT count(*) FROM part") == value(path, "SELECT count(*) FROM report_part") == 0


def test_a_part_another_report_holds_stays(store):
    going, staying = store.create(saying("Một", "Hai")), store.create(saying("Hai", "Ba"))
    store.remove(going)
    store.delete(going)
    assert store.load(staying).report == saying("Hai", "Ba")


@pytest.fixture
def clock():
    return WallClock()


@pytest.fixture
def emptied(folder, clock):
    """Empties the trash of the office that works there; how many reports that were."""
    with closing(open_store(folder, now=clock, wait=0)) as store:
        yield partial(clear_out, store, SqliteBackups(folder, store, clock)), store


def bin_one(store, clock):
    """A report in the trash since now, and a moment later another one at work."""
    report_id = store.create(titled("Quý I"))
    store.remove(report_id)
    other = store.create(titled("Quý II"))
    return store.trashed()[0], other


def test_nothing_is_cleared_out_before_its_time_is_over(emptied, clock):
    clear, store = emptied
    trashed, other = bin_one(store, clock)
    clock.now += KEPT * 0.99
    store.save(other, titled("Quý III"))
    assert clear(clock()) == 0
    assert store.trashed() == (trashed,)


def test_after_ninety_days_it_is_cleared_out_for_good(emptied, clock):
    clear, store = emptied
    _, other = bin_one(store, clock)
    clock.now += timedelta(days=90)
    store.save(other, titled("Quý III"))
    assert clear(clock()) == 1
    assert store.trashed() == ()
    assert [listed.id for listed in store.listed()] == [other]


def test_a_clock_set_forward_clears_nothing_out(emptied, clock):
    clear, store = emptied
    trashed, _ = bin_one(store, clock)
    assert clear(kept_until(trashed)) == 0
    assert store.trashed() == (trashed,)


def test_with_the_trash_go_signed_copies_that_nothing_names(emptied, clock, folder):
    clear, store = emptied
    _, other = bin_one(store, clock)
    copy = signed_copy("bản ký.pdf", SCAN)
    FileSignedCopies(folder).keep(copy, SCAN)
    path = folder / FOLDER / copy.sha256
    os.utime(path, (clock().timestamp(),) * 2)
    clear(clock() + 2 * KEPT)
    assert path.exists(), "the clock was set forward"
    clock.now += 2 * KEPT
    store.save(other, titled("Quý III"))
    clear(clock())
    assert not path.exists()
