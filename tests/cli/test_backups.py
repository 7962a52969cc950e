from __future__ import annotations

from contextlib import closing

import pytest

from bcdesk import cli
from bcdesk.storage.database import open_store
from bcdesk.storage.lock import FolderLock
from tests.session.reports import report, text_of


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def call(data, capsys):
    def called(*arguments):
        code = cli.main(["--data-dir", str(data), *map(str, arguments)])
        return (code, *capsys.readouterr())

    return called


@pytest.fixture
def report_id(data):
    with closing(open_store(data)) as store:
        return store.create(report("Một"))


def backups_of(data):
    return sorted((data / "backups").glob("*.sqlite"))


def test_a_backup_is_taken_and_said(call, data, report_id):
    code, out, err = call("backup")
    (taken,) = backups_of(data)
    assert (code, out, err) == (0, f"Đã sao lưu 1 báo cáo vào {taken}\n", "")


def test_restore_without_a_name_lists_the_backups(call, data, report_id):
    assert call("restore")[1] == "Chưa có bản sao lưu nào.\n"
    call("backup")
    assert f"{backups_of(data)[0].name}  1 báo cáo  " in call("restore")[1]


@pytest.mark.parametrize("named", [lambda path: path.name, lambda path: path])
def test_a_backup_comes_back_by_its_name_or_path_and_says_where_the_former_data_are(call, data, report_id, named):
    call("backup")
    (taken,) = backups_of(data)
    with closing(open_store(data)) as store:
        store.save(report_id, report("Hai"))
    code, out, _ = call("restore", named(taken))
    (before,) = set(backups_of(data)) - {taken}
    assert (code, out.splitlines()[1]) == (0, f"Dữ liệu trước đó được giữ ở {before}")
    with closing(open_store(data)) as store:
        assert text_of(store.load(report_id).report) == "Một"


def test_a_backup_carried_about_under_another_name_comes_back(call, data, report_id, tmp_path):
    call("backup")
    carried = backups_of(data)[0].rename(tmp_path / "ban-cu.sqlite")
    assert call("restore", carried)[:2][0] == 0


def test_a_file_that_is_none_is_told_in_a_sentence(call, report_id, tmp_path):
    assert "Không thấy tệp" in call("restore", "không-có.sqlite")[2]
    (tmp_path / "x.sqlite").write_bytes(b"khong phai" * 999)
    code, _, err = call("restore", tmp_path / "x.sqlite")
    assert (code, err.count("\n")) == (3, 1)
    assert "bị hỏng" in err


def test_a_backup_that_cannot_be_opened_is_listed_as_damaged(call, data, report_id):
    call("backup")
    backups_of(data)[0].write_bytes(b"noise" * 4000)
    out = call("restore")[1]
    assert out.startswith("Bản lúc ")
    assert out.endswith("bị hỏng, không dùng được.\n")


def test_nothing_is_restored_under_an_open_window(call, data, report_id):
    call("backup")
    lock = FolderLock(data)
    lock.take()
    code, _, err = call("restore", backups_of(data)[0].name)
    lock.release()
    assert (code, len(backups_of(data))) == (3, 1)
    assert "đang được" in err


# The data are damaged.


@pytest.fixture
def damaged(call, data, report_id):
    """Data with a backup and a newer report, whose first page is noise; that report's id."""
    call("backup")
    with closing(open_store(data)) as store:
        newer = store.create(report("Mới hơn"))
    path = data / "bcdesk.sqlite"
    path.write_bytes(b"x" * 4096 + path.read_bytes()[4096:])
    return newer


def texts(data):
    with closing(open_store(data)) as store:
        return {listed.id: text_of(store.load(listed.id).report) for listed in store.listed()}


def test_damaged_data_are_told_with_what_to_do(call, damaged):
    code, _, err = call("list")
    assert (code, err.count("\n")) == (3, 1)
    assert "bcdesk restore" in err


def test_restore_without_a_name_shows_what_can_be_saved_and_changes_nothing(call, data, damaged):
    before = (data / "bcdesk.sqlite").read_bytes()
    code, out, _ = call("restore")
    assert code == 0
    assert "Cứu được 2 báo cáo" in out
    assert backups_of(data)[0].name in out
    assert (data / "bcdesk.sqlite").read_bytes() == before


def test_the_rescue_brings_all_there_is_and_says_where_the_damaged_file_lies(call, data, damaged, report_id):
    code, out, _ = call("restore", "--rescue")
    (aside,) = data.glob("bcdesk-hong-*.sqlite")
    assert code == 0
    assert str(aside) in out
    assert texts(data) == {report_id: "Một", damaged: "Mới hơn"}


def test_a_backup_comes_back_over_damaged_data_which_are_set_aside(call, data, damaged, report_id):
    (taken,) = backups_of(data)
    code, out, _ = call("restore", taken.name)
    assert code == 0
    assert "Đã phục hồi bản sao lưu" in out
    assert texts(data) == {report_id: "Một"}
    assert list(data.glob("bcdesk-hong-*.sqlite"))


def test_a_broken_backup_does_not_come_back_over_damaged_data(call, data, damaged):
    (taken,) = backups_of(data)
    taken.write_bytes(b"x" * 9000)
    code, _, err = call("restore", taken.name)
    assert (code, "bị hỏng nên không dùng được" in err) == (3, True)
    assert (data / "bcdesk.sqlite").read_bytes().startswith(b"xxxx")
