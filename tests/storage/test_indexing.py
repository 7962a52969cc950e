from __future__ import annotations

from contextlib import closing

import pytest

from bcdesk.storage.content import content
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.indexing import index_report
from bcdesk.storage.salvage import salvage
from tests.session.reports import report
from tests.storage.sql import rows, run, value

DUE = "SELECT report_id FROM search_due"


def ids(found):
    return [each.listed.id for each in found]


@pytest.fixture
def indexed(store):
    """A report that is found by `nước`."""
    report_id = store.create(report("nước"))
    store.catch_up()
    return report_id


def test_a_save_writes_nothing_to_be_found_by_but_that_it_is_due(store, path, indexed):
    before = rows(path, "SELECT * FROM report_text"), rows(path, "SELECT * FROM report_index_data")
    store.save(indexed, report("mưa"))
    store.save(indexed, report("nắng"))
    assert (rows(path, "SELECT * FROM report_text"), rows(path, "SELECT * FROM report_index_data")) == before
    assert rows(path, DUE) == [(indexed,)]


def test_a_search_gives_no_old_answer(store, path, indexed):
    store.save(indexed, report("mưa"))
    assert (ids(store.search("nước")), ids(store.search("mưa"))) == ([], [indexed])
    assert rows(path, DUE) == []


def test_what_was_due_at_an_end_that_was_none_is_found_by_the_next_start(store, folder, indexed):
    store.save(indexed, report("mưa"))
    with closing(open_store(folder)) as next_start:
        assert ids(next_start.search("mưa")) == [indexed]


def test_what_is_due_comes_in_the_order_it_was_saved_in(store, indexed):
    others = [store.create(report("nước")) for _ in range(5)]
    store.save(indexed, report("nước mưa"))
    assert ids(store.search("nước")) == [indexed, *reversed(others)]


def test_a_report_that_says_the_same_is_not_written_again(store, path, indexed):
    before = rows(path, "SELECT * FROM report_text")
    store.save(indexed, report("nước"))
    store.catch_up()
    assert (rows(path, "SELECT * FROM report_text"), rows(path, DUE)) == (before, [])


def test_a_report_that_cannot_be_read_is_found_by_what_it_said_and_keeps_no_other_from_being_found(
    store, path, indexed
):
    store.save(indexed, report("mưa"))
    run(path, "UPDATE part SET body = 'x' WHERE body LIKE '%mưa%'")
    other = store.create(report("nước"))
    assert ids(store.search("nước")) == [other, indexed]
    assert rows(path, DUE) == [(indexed,)]


def test_a_report_that_was_deleted_is_not_due(store, path, indexed):
    store.save(indexed, report("mưa"))
    store.remove(indexed)
    store.delete(indexed)
    assert rows(path, DUE) == []
    with store._writing() as session:
        index_report(session, indexed)
    assert value(path, "SELECT count(*) FROM report_text") == 0


def test_catching_up_changes_nothing_a_backup_is_taken_for(store, path, indexed):
    store.save(indexed, report("mưa"))
    before = content(path)
    store.catch_up()
    assert content(path) == before


def test_once_the_store_is_closed_nothing_is_opened_to_catch_up(store, path, indexed):
    store.save(indexed, report("mưa"))
    store.close()
    store.catch_up()
    assert rows(path, DUE) == [(indexed,)]


def test_of_what_is_salvaged_nothing_is_due(store, path, tmp_path, indexed):
    store.save(indexed, report("mưa"))
    store.close()
    salvage(path, tmp_path / FILE_NAME, None)
    assert rows(tmp_path / FILE_NAME, DUE) == []
    assert value(tmp_path / FILE_NAME, "SELECT count(*) FROM report_index WHERE report_index MATCH 'mưa'") == 1
