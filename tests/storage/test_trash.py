from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.report import paragraph
from bcdesk.session.trash import KEPT, clear_out, kept_until
from tests.session.reports import report
from tests.storage.sql import value


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


def test_nothing_is_cleared_out_before_its_time_is_over(store, removed):
    (trashed,) = store.trashed()
    assert clear_out(store, trashed.removed_at + KEPT * 0.99) == 0
    assert store.trashed() == (trashed,)


def test_after_ninety_days_it_is_cleared_out_for_good(store, removed):
    (trashed,) = store.trashed()
    assert (kept_until(trashed) - trashed.removed_at).days == 90
    assert clear_out(store, kept_until(trashed)) == 1
    assert store.trashed() == ()


def test_what_is_not_in_the_trash_is_never_cleared_out(store, removed):
    report_id = store.create(report("Một"))
    clear_out(store, kept_until(store.trashed()[0]))
    assert [listed.id for listed in store.listed()] == [report_id]
