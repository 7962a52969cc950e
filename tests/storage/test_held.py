from __future__ import annotations

import pytest

from bcdesk.errors import DatabaseGone
from bcdesk.storage.database import open_store
from tests.session.reports import report, text_of


def remove_all(folder):
    for path in folder.iterdir():
        path.unlink()


def texts(folder):
    store = open_store(folder)
    kept = {text_of(store.load(listed.id).report) for listed in store.listed()}
    store.close()
    return kept


def test_a_file_removed_while_it_is_open_is_put_back_with_all_its_reports(store, folder):
    store.create(report("Một"))
    second = store.create(report("Hai"))
    remove_all(folder)
    store.save(second, report("Ba"))
    store.close()
    assert texts(folder) == {"Một", "Ba"}


def test_the_file_alone_is_put_back_without_the_log_of_the_removed_one(store, folder, path):
    report_id = store.create(report("Một"))
    path.unlink()
    store.save(report_id, report("Hai"))
    assert text_of(store.load(report_id).report) == "Hai"
    store.close()
    assert texts(folder) == {"Hai"}
    assert [file.name for file in folder.iterdir()] == [path.name]


def test_a_file_removed_is_put_back_when_it_is_read(store, folder, path):
    report_id = store.create(report("Một"))
    remove_all(folder)
    assert text_of(store.load(report_id).report) == "Một"
    assert path.exists()


def test_a_commit_into_a_file_that_is_being_removed_is_not_told_as_saved(store, folder):
    store.create(report("Một"))
    with pytest.raises(DatabaseGone, match="lưu báo cáo sang chỗ khác"), store._writing():
        remove_all(folder)


def test_a_file_put_in_its_place_is_left_alone(store, path):
    report_id = store.create(report("Một"))
    other = path.with_name("other")
    other.write_bytes(b"something else")
    other.replace(path)
    with pytest.raises(DatabaseGone):
        store.save(report_id, report("Hai"))
    assert path.read_bytes() == b"something else"


def test_a_folder_moved_away_is_told_until_it_is_back(store, folder):
    report_id = store.create(report("Một"))
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(DatabaseGone):
        store.save(report_id, report("Hai"))
    elsewhere.rename(folder)
    store.save(report_id, report("Hai"))
    store.close()
    assert texts(folder) == {"Hai"}


def test_with_no_connection_left_nothing_is_put_back(store, path):
    store.create(report("Một"))
    store.close()
    path.unlink()
    with pytest.raises(DatabaseGone):
        store.listed()
    assert not path.exists()
