from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from bcdesk.storage.database import open_store
from bcdesk.storage.journal import Journal, journal_for, linux_journal, windows_journal
from tests.storage.sql import value

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
/dev/sdb1 /media/lan/USB\\040XANH vfat rw 0 0
server:/so /mnt/so nfs4 rw 0 0
//server/xa /mnt/xa cifs rw 0 0
/dev/sdc1 /mnt/hai ext4 rw 0 0
//server/hai /mnt/hai cifs rw 0 0
fuse /mnt/la fuse.unheard-of rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "journal"),
    [
        ("/srv/lan/bcdesk", Journal.WAL),
        ("/run/x", Journal.WAL),
        ("/media/lan/USB XANH/bcdesk", Journal.DELETE),
        ("/media/lan/USB XANH", Journal.DELETE),
        ("/mnt/so/van-phong", Journal.DELETE),
        ("/mnt/xa", Journal.DELETE),
        ("/mnt/xanh", Journal.WAL),
        ("/mnt/hai/x", Journal.DELETE),
        ("/mnt/la/x", Journal.DELETE),
    ],
)
def test_on_linux_the_kind_of_mount_decides(folder, journal):
    assert linux_journal(PurePosixPath(folder), MOUNTS) is journal


def test_where_no_mount_is_known_the_careful_journal_is_taken():
    assert linux_journal(PurePosixPath("/x"), "") is Journal.DELETE


@pytest.mark.parametrize(("kind", "journal"), [(3, Journal.WAL), (2, Journal.DELETE), (4, Journal.DELETE)])
def test_on_windows_the_kind_of_drive_decides(kind, journal):
    asked = {"D:\\": kind}
    assert windows_journal(PureWindowsPath("D:/bcdesk/dữ liệu"), asked.__getitem__) is journal


def test_on_windows_a_share_is_asked_for_by_its_name():
    asked = {"\\\\may-chu\\xa\\": 4}
    assert windows_journal(PureWindowsPath("//may-chu/xa/bcdesk"), asked.__getitem__) is Journal.DELETE


def test_without_a_list_of_mounts_the_careful_journal_is_taken(monkeypatch, tmp_path):
    monkeypatch.setattr("bcdesk.storage.journal._MOUNTS", tmp_path / "none")
    assert journal_for(tmp_path) is Journal.DELETE


@pytest.mark.parametrize(("journal", "mode", "synchronous"), [(Journal.WAL, "wal", 2), (Journal.DELETE, "delete", 3)])
def test_a_database_has_the_journal_of_its_folder(monkeypatch, tmp_path, journal, mode, synchronous):
    monkeypatch.setattr("bcdesk.storage.database.journal_for", lambda _: journal)
    store = open_store(tmp_path)
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == synchronous
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    store.close()
    assert value(tmp_path / "bcdesk.sqlite", "PRAGMA journal_mode") == mode


def test_a_database_carried_to_a_stick_changes_its_journal(monkeypatch, tmp_path):
    monkeypatch.setattr("bcdesk.storage.database.journal_for", lambda _: Journal.WAL)
    open_store(tmp_path).close()
    monkeypatch.setattr("bcdesk.storage.database.journal_for", lambda _: Journal.DELETE)
    open_store(tmp_path).close()
    assert value(tmp_path / "bcdesk.sqlite", "PRAGMA journal_mode") == "delete"


def test_this_machine_has_a_journal():
    assert journal_for(Path.cwd()) in Journal
