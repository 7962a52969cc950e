from __future__ import annotations

import os
import stat
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from bcdesk.errors import FileNameTooLong, FileNotWritten, FolderGone, FolderReadOnly, TargetDiskFull
from bcdesk.press.files import _known, make_folder, write_whole

NOBODY = 65534
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user or mount a disk"
)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_bytes_are_written(tmp_path):
    target = tmp_path / "báo cáo.docx"
    assert write_whole(target, b"PK") == target
    assert target.read_bytes() == b"PK"


def test_an_earlier_file_is_replaced(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"old and longer")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"


def test_nothing_else_is_left_in_the_folder(tmp_path):
    write_whole(tmp_path / "a.docx", b"PK")
    assert names(tmp_path) == ["a.docx"]


def test_others_may_read_the_file_as_any_other(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    written = write_whole(tmp_path / "a.docx", b"PK")
    assert stat.S_IMODE(written.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_a_read_only_file_stays_and_the_new_one_stands_beside_it(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"signed")
    target.chmod(0o444)
    assert write_whole(target, b"new") == tmp_path / "a (2).docx"
    assert target.read_bytes() == b"signed"


@pytest.mark.parametrize("lock", ["~$báo cáo.docx", "~$o cáo.docx", ".~lock.báo cáo.docx#"])
def test_a_file_open_elsewhere_stays_and_the_new_one_stands_beside_it(tmp_path, lock):
    target = tmp_path / "báo cáo.docx"
    target.write_bytes(b"open")
    (tmp_path / lock).touch()
    assert write_whole(target, b"new").name == "báo cáo (2).docx"
    assert target.read_bytes() == b"open"


def test_a_lock_without_its_file_means_nothing(tmp_path):
    (tmp_path / "~$a.docx").touch()
    assert write_whole(tmp_path / "a.docx", b"new").name == "a.docx"


def test_a_second_file_is_not_overwritten_either(tmp_path):
    target = tmp_path / "a.docx"
    target.touch(0o444)
    (tmp_path / "a (2).docx").write_bytes(b"kept")
    assert write_whole(target, b"new").name == "a (3).docx"
    assert (tmp_path / "a (2).docx").read_bytes() == b"kept"


def test_a_folder_of_that_name_stays(tmp_path):
    (tmp_path / "a.docx").mkdir()
    assert write_whole(tmp_path / "a.docx", b"new").name == "a (2).docx"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_of_that_name_stays(tmp_path):
    os.mkfifo(tmp_path / "a.docx")
    assert write_whole(tmp_path / "a.docx", b"new").name == "a (2).docx"
    assert (tmp_path / "a.docx").is_fifo()


@pytest.mark.parametrize("path", ["", ".", "/", "..", "../.."])
def test_what_names_no_file_is_told(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotWritten):
        write_whole(Path(path), b"PK")
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FolderGone, match="USB"):
        write_whole(tmp_path / "USB" / "a.docx", b"PK")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "USB").touch()
    with pytest.raises(FolderGone):
        write_whole(tmp_path / "USB" / "a.docx", b"PK")


def test_a_name_too_long_is_told_and_leaves_nothing(tmp_path):
    with pytest.raises(FileNameTooLong):
        write_whole(tmp_path / f"{'a' * 300}.docx", b"PK")
    assert names(tmp_path) == []


def test_a_folder_that_takes_no_files_is_told():
    with pytest.raises((FolderReadOnly, FolderGone, FileNotWritten)):
        write_whole(Path("/proc/a.docx"), b"PK")


@pytest.fixture
def shared_folder():
    """A folder another user can reach, which pytest's own is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def as_nobody():
    """Act as a user without rights."""
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@as_root
def test_a_folder_one_may_not_write_is_told_and_left_alone(shared_folder):
    target = shared_folder / "a.docx"
    target.write_bytes(b"old")
    with as_nobody(), pytest.raises(FolderReadOnly):
        write_whole(target, b"new")
    assert (names(shared_folder), target.read_bytes()) == (["a.docx"], b"old")


@as_root
def test_a_folder_one_may_write_but_not_read_takes_a_file(shared_folder):
    shared_folder.chmod(0o333)
    with as_nobody():
        assert write_whole(shared_folder / "a.docx", b"new").name == "a.docx"
    assert names(shared_folder) == ["a.docx"]


@as_root
def test_a_file_the_system_does_not_let_go_stays_and_the_new_one_stands_beside_it(shared_folder):
    # In a sticky folder another user's file cannot be replaced, as on Windows one that is held open.
    shared_folder.chmod(0o1777)
    target = shared_folder / "a.docx"
    target.write_bytes(b"held")
    target.chmod(0o666)
    with as_nobody():
        assert write_whole(target, b"new").name == "a (2).docx"
    assert (names(shared_folder), target.read_bytes()) == (["a (2).docx", "a.docx"], b"held")


def test_a_folder_is_made_with_those_above_it_or_kept(tmp_path):
    for _ in range(2):
        make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(FileNotWritten):
        make_folder(tmp_path / "a")
    with pytest.raises(FolderGone):
        make_folder(tmp_path / "a" / "b")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False).returncode:
        pytest.skip("this machine lets no test mount a disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


@as_root
def test_a_full_disk_is_told_and_keeps_the_earlier_file(small_disk):
    target = small_disk / "a.docx"
    target.write_bytes(b"old")
    with pytest.raises(TargetDiskFull):
        write_whole(target, bytes(100_000))
    assert (names(small_disk), target.read_bytes()) == (["a.docx"], b"old")


def test_every_sentence_says_what_to_do_with_the_file_named(tmp_path):
    for error in (TargetDiskFull, FolderReadOnly, FolderGone, FileNameTooLong, FileNotWritten):
        sentence = str(error(tmp_path / "a.docx"))
        assert sentence.endswith(".")
        assert "họn " in sentence


def test_a_path_too_long_for_windows_is_told(tmp_path):
    trouble = FileNotFoundError(2, "")
    trouble.winerror = 206
    assert isinstance(_known(trouble, tmp_path), FileNameTooLong)
