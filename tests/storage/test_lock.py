from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcdesk.errors import FolderInUse, FolderInUseElsewhere, FolderRefused
from bcdesk.storage import lock
from bcdesk.storage.lock import FILE_NAME, FolderLock, Holder, this_process

ROOT = Path(__file__).parents[2]
HOA = Holder("hoa", "MAY-HOA", 7, datetime(2026, 3, 2, 7, 30, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "dữ liệu"


@pytest.fixture
def mine(folder):
    taken = FolderLock(folder)
    yield taken
    taken.release()


@pytest.fixture
def held_by_child(folder):
    command = [sys.executable, "-m", "tests.storage.lock_child", folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout.readline() == b"held\n"
        yield child
        child.kill()


def left_by(holder: Holder, folder: Path) -> None:
    """The file as it stands where that holder was killed."""
    fallen = FolderLock(folder, lambda: holder)
    fallen.take()
    os.close(fallen._file)


def test_a_free_folder_is_made_and_held(mine, folder):
    mine.take()
    assert mine.held
    assert folder.is_dir()


def test_the_file_names_who_holds_it(mine, folder):
    mine.take()
    words = (folder / FILE_NAME).read_text(encoding="utf-8")
    me = this_process()
    assert all(fact in words for fact in (me.user, me.machine, str(os.getpid()), str(me.since.year)))


def test_taking_again_what_is_held_changes_nothing(mine):
    mine.take()
    mine.take()
    assert mine.held


def test_a_second_one_is_told_who_holds_it_and_since_when(mine, folder):
    FolderLock(folder, lambda: HOA).take()
    with pytest.raises(FolderInUse, match=f"hoa ở máy MAY-HOA mở từ {HOA.since.astimezone():%H:%M ngày 02/3/2026}"):
        mine.take()
    assert not mine.held


def test_another_process_is_in_the_way_while_it_lives(mine, held_by_child):
    with pytest.raises(FolderInUse, match=this_process().machine):
        mine.take()


def test_a_killed_process_is_followed_and_its_end_was_unclean(mine, held_by_child):
    held_by_child.kill()
    held_by_child.wait()
    mine.take()
    assert mine.after_unclean_end


def test_another_user_of_this_machine_who_is_gone_is_followed(mine, folder):
    left_by(replace(this_process(), user="hoa"), folder)
    mine.take()
    assert mine.held


def test_what_was_released_is_free_and_its_end_was_clean(mine, folder):
    with FolderLock(folder):
        pass
    mine.take()
    assert not mine.after_unclean_end


def test_a_holder_on_another_machine_is_believed(mine, folder):
    left_by(HOA, folder)
    with pytest.raises(FolderInUseElsewhere, match="hoa ở máy MAY-HOA"):
        mine.take()
    assert (folder / FILE_NAME).read_text(encoding="utf-8").count("MAY-HOA") == 1


def test_a_holder_on_another_machine_is_followed_where_the_clerk_says_so(mine, folder):
    left_by(HOA, folder)
    mine.take(from_afar=True)
    assert mine.after_unclean_end


def test_one_who_lives_is_never_pushed_aside(mine, folder):
    other = FolderLock(folder, lambda: HOA)
    other.take()
    with pytest.raises(FolderInUse):
        mine.take(from_afar=True)
    other.release()


@pytest.mark.parametrize("words", ["{", '"hoa"', "{}", '{"user": "hoa", "machine": "M", "process": 1, "since": "?"}'])
def test_a_file_the_power_has_cut_stops_nobody(mine, folder, words):
    folder.mkdir()
    (folder / FILE_NAME).write_text(words, encoding="utf-8")
    mine.take()
    assert mine.after_unclean_end


def test_a_holder_whose_name_is_not_written_yet_is_in_the_way_too(mine, folder):
    other = FolderLock(folder)
    other.take()
    (folder / FILE_NAME).write_text("", encoding="utf-8")
    with pytest.raises(FolderInUse, match="người chưa rõ tên"):
        mine.take()
    other.release()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FolderRefused):
        FolderLock(tmp_path / "file" / "data").take()


def test_a_full_disk_stops_nobody(mine, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(lock.os, "write", full)
    mine.take()
    assert mine.held


def test_a_share_that_knows_no_locks_stops_nobody(mine, monkeypatch):
    def unknown(_):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(lock, "_lock", unknown)
    mine.take()
    assert mine.held


def test_a_stick_that_is_out_is_let_go_of(mine, monkeypatch):
    def gone(*_):
        raise OSError(errno.EIO, "gone")

    mine.take()
    monkeypatch.setattr(lock.os, "ftruncate", gone)
    mine.release()
    assert not mine.held


def test_a_user_without_a_name_is_a_user(monkeypatch):
    def nameless():
        raise KeyError("uid")

    monkeypatch.setattr(lock.getpass, "getuser", nameless)
    assert this_process().user == "người dùng"
