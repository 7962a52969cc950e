from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcdesk.errors import DatabaseDamaged, DatabaseDiskFull, SignedCopyGone
from bcdesk.report.edits import Become
from bcdesk.report.signed_copy import PDF, SignedCopy, signed_copy
from bcdesk.session.session import Session
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.copies import UNFINISHED
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.reports import SqliteStore
from bcdesk.storage.signed_copies import FOLDER, FileSignedCopies, bring
from tests.session.reports import report

SCAN = b"%PDF-1.4\nscan\n%%EOF\n"
COPY = signed_copy("bản ký số 12.pdf", SCAN)


@pytest.fixture
def copies(tmp_path):
    return FileSignedCopies(tmp_path)


@pytest.fixture
def backed_up(tmp_path, copies):
    """A report with its signed copy, and a backup of both."""
    copies.keep(COPY, SCAN)
    with closing(open_store(tmp_path)) as store:
        store.create(replace(report("Một"), signed_copy=COPY))
        backups = SqliteBackups(tmp_path, store, lambda: datetime.now(UTC))
        yield backups, backups.take()


def kept_in(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / FOLDER).iterdir())


def test_a_signed_copy_is_given_back_byte_for_byte(copies):
    copies.keep(COPY, SCAN)
    assert copies.data(COPY) == SCAN


def test_a_signed_copy_is_kept_once(copies, tmp_path):
    copies.keep(COPY, SCAN)
    copies.keep(replace(COPY, name="lần hai.pdf"), SCAN)
    assert kept_in(tmp_path) == [COPY.sha256]


def test_a_damaged_file_is_written_anew_when_it_is_attached_again(copies, tmp_path):
    copies.keep(COPY, SCAN)
    (tmp_path / FOLDER / COPY.sha256).write_bytes(b"noise")
    copies.keep(COPY, SCAN)
    assert copies.data(COPY) == SCAN


def test_a_signed_copy_that_is_not_there_is_told_by_its_name(copies):
    with pytest.raises(SignedCopyGone, match=r"bản ký số 12\.pdf"):
        copies.data(COPY)


def test_a_signed_copy_that_was_changed_is_not_given_out(copies, tmp_path):
    copies.keep(COPY, SCAN)
    (tmp_path / FOLDER / COPY.sha256).write_bytes(SCAN + b" ")
    with pytest.raises(SignedCopyGone):
        copies.data(COPY)


def test_a_full_disk_is_told_and_leaves_nothing_half(copies, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DatabaseDiskFull):
        copies.keep(COPY, SCAN)
    assert COPY.sha256 not in kept_in(tmp_path)


def test_what_a_kill_left_half_written_does_no_harm(copies, tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / f"{COPY.sha256}{UNFINISHED}").write_bytes(SCAN[:5])
    copies.keep(COPY, SCAN)
    assert copies.data(COPY) == SCAN


CHILD = """
import sys
from pathlib import Path
from bcdesk.report.signed_copy import signed_copy
from bcdesk.storage.signed_copies import FileSignedCopies
data = b"%PDF-1.4" + b"x" * 3_000_000 + b"%%EOF"
copies = FileSignedCopies(Path(sys.argv[1]))
copies.keep(signed_copy("a.pdf", data), data)
print("kept", flush=True)
sys.stdin.read()
"""


def test_a_signed_copy_that_is_attached_outlives_a_kill(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"kept\n"
        child.kill()
    data = b"%PDF-1.4" + b"x" * 3_000_000 + b"%%EOF"
    assert FileSignedCopies(tmp_path).data(signed_copy("a.pdf", data)) == data


def test_a_viewer_gets_a_file_of_its_own_under_the_name_it_came_with(copies, tmp_path):
    copies.keep(COPY, SCAN)
    shown = copies.for_viewer(COPY)
    shown.write_bytes(b"changed by the viewer")
    assert shown.name == "bản ký số 12.pdf"
    assert copies.data(COPY) == SCAN


def test_what_was_shown_before_is_cleared_away(copies):
    other = signed_copy("khác.pdf", SCAN + b"\n")
    copies.keep(COPY, SCAN)
    copies.keep(other, SCAN + b"\n")
    before = copies.for_viewer(COPY)
    copies.for_viewer(other)
    assert not before.exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Windows\\a.exe", "CWindowsa.pdf"),
        ("bản ký.pdf.exe", "bản ký.pdf.pdf"),
        ("..", "ban-da-ky.pdf"),
        ("", "ban-da-ky.pdf"),
        ("a\u202efdp.exe", "afdp.pdf"),
        ("x" * 300 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_no_name_leads_out_of_the_folder_or_to_another_program(copies, tmp_path, name, shown):
    copies.keep(COPY, SCAN)
    path = copies.for_viewer(SignedCopy(name, COPY.sha256, COPY.size, PDF))
    assert path.name == shown
    assert path.resolve().is_relative_to(tmp_path.resolve())


def test_a_backup_has_the_signed_copies_with_it(backed_up, tmp_path):
    _, backup = backed_up
    assert kept_in(backup.path.parent) == [COPY.sha256]


def test_a_backup_brought_back_brings_the_signed_copies_back(backed_up, tmp_path, copies):
    backups, backup = backed_up
    (tmp_path / FOLDER / COPY.sha256).unlink()
    backups.bring_back(backup)
    assert copies.data(COPY) == SCAN


def test_a_report_copied_out_of_a_backup_has_its_signed_copy(backed_up, tmp_path, copies):
    backups, backup = backed_up
    (tmp_path / FOLDER / COPY.sha256).unlink()
    with closing(open_store(tmp_path)) as store:
        (listed,) = store.listed()
    backups.copy_out(backup, listed.id)
    assert copies.data(COPY) == SCAN


def test_the_second_place_gets_the_signed_copies_too(backed_up, tmp_path_factory):
    backups, _ = backed_up
    stick = tmp_path_factory.mktemp("stick")
    backups.keep_second_place(stick)
    assert [path.read_bytes() for path in stick.rglob(COPY.sha256)] == [SCAN]


def test_where_the_disk_knows_no_second_names_the_bytes_are_copied(copies, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    copies.keep(COPY, SCAN)
    bring(tmp_path / FOLDER, tmp_path / "there")
    assert (tmp_path / "there" / COPY.sha256).read_bytes() == SCAN


def test_what_is_there_already_is_not_brought_again(copies, tmp_path):
    copies.keep(COPY, SCAN)
    bring(tmp_path / FOLDER, tmp_path / "there")
    before = (tmp_path / "there" / COPY.sha256).stat().st_ino
    bring(tmp_path / FOLDER, tmp_path / "there")
    assert (tmp_path / "there" / COPY.sha256).stat().st_ino == before


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LATER = datetime(2020, 6, 1, tzinfo=UTC)


@dataclass
class Office:
    """A data folder with a scan that was attached long ago."""

    folder: Path
    store: SqliteStore
    backups: SqliteBackups

    def age(self) -> None:
        for path in self.folder.rglob(COPY.sha256):
            os.utime(path, (LONG_AGO.timestamp(),) * 2)

    def forget(self, report_id: str) -> None:
        self.store.remove(report_id)
        self.store.delete(report_id)

    def swept(self) -> bool:
        self.age()
        self.backups.sweep(LATER)
        return not (self.folder / FOLDER / COPY.sha256).exists()


@pytest.fixture
def office(tmp_path, copies):
    copies.keep(COPY, SCAN)
    with closing(open_store(tmp_path)) as store:
        yield Office(tmp_path, store, SqliteBackups(tmp_path, store, lambda: datetime.now(UTC)))


SCANNED = replace(report("Một"), signed_copy=COPY)


def test_a_scan_that_nothing_names_goes_after_its_time(office):
    office.store.create(report("Một"))
    assert office.swept()


def test_a_scan_that_nothing_names_stays_for_its_time(office):
    assert office.backups.sweep(LATER) == 0
    assert kept_in(office.folder) == [COPY.sha256]


def test_a_scan_of_a_report_stays(office):
    office.store.create(SCANNED)
    assert not office.swept()


def test_the_time_of_a_scan_begins_when_it_is_named_no_more(office):
    report_id = office.store.create(SCANNED)
    office.age()
    office.backups.sweep(LATER)
    office.forget(report_id)
    assert office.backups.sweep(LATER) == 0
    assert office.swept()


def test_a_scan_of_a_report_in_the_trash_stays_until_that_is_deleted(office):
    report_id = office.store.create(SCANNED)
    office.store.remove(report_id)
    assert not office.swept()
    office.forget(report_id)
    assert office.swept()


def test_a_scan_of_a_version_stays(office):
    report_id = office.store.create(report("Một"))
    office.store.keep_version(report_id, SCANNED, "đã ký")
    assert not office.swept()


OTHER = signed_copy("khác.pdf", SCAN + b"\n")


@pytest.mark.parametrize("taken_back", [0, 1, 3])
def test_a_scan_that_undo_or_redo_would_bring_back_stays(office, taken_back):
    """The steps keep only what they change of the text in which the name stands."""
    session = Session(report("Một"))
    for copy in (COPY, OTHER, None):
        session.change(Become(replace(session.report, signed_copy=copy), "Gắn bản đã ký"))
    for _ in range(taken_back):
        session.undo()
    report_id = office.store.create(report("Một"))
    office.store.save(report_id, session.report, session.trail)
    assert not office.swept()


def test_a_scan_of_a_backup_stays_while_that_is_kept(office):
    report_id = office.store.create(SCANNED)
    backup = office.backups.take()
    office.forget(report_id)
    assert not office.swept()
    backup.path.unlink()
    assert office.swept()
    assert kept_in(backup.path.parent) == []


def test_a_scan_named_by_nothing_but_a_damaged_backup_goes(office):
    report_id = office.store.create(SCANNED)
    backup = office.backups.take()
    office.forget(report_id)
    backup.path.write_bytes(b"noise" * 1000)
    assert office.swept()


def test_no_scan_goes_where_the_database_is_damaged(office):
    office.store.close()
    (office.folder / FILE_NAME).write_bytes(b"noise" * 1000)
    with pytest.raises(DatabaseDamaged):
        office.swept()
    assert kept_in(office.folder) == [COPY.sha256]


def test_a_scan_attached_again_is_named_anew(office, copies):
    office.age()
    copies.keep(COPY, SCAN)
    assert office.backups.sweep(LATER) == 0


def test_a_link_or_a_pipe_in_a_folder_from_outside_is_not_brought(tmp_path):
    source, secret = tmp_path / "stick", tmp_path / "secret"
    source.mkdir()
    secret.write_bytes(b"mine")
    (source / ("a" * 64)).symlink_to(secret)
    os.mkfifo(source / ("b" * 64))
    bring(source, tmp_path / "there")
    assert not (tmp_path / "there").exists()
