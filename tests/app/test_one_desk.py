from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from bcdesk import app
from bcdesk.app import premises as premises_module
from bcdesk.errors import FolderRefused
from bcdesk.places import resources
from bcdesk.session.trash import KEPT
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.journal import Journal, journal_for
from bcdesk.storage.lock import FILE_NAME as LOCK
from bcdesk.storage.lock import FolderLock, Holder
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.window import Window
from tests.app.program import OPEN, TELL, TELL_AND_CLOSE, filled, start
from tests.session.reports import report

pytestmark = pytest.mark.slow

SAMPLE = next((resources() / "samples").glob("*.txt"))
HOA = Holder("hoa", "MAY-HOA", 7, datetime(2026, 3, 2, 7, 30, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "dữ liệu"


@pytest.fixture
def premises(folder):
    made = app.Premises(folder, lambda _: None)
    yield made
    made.leave()


@pytest.fixture
def opened(premises, tmp_path, qtbot):
    """Opens the store for a window, as a start does; that window."""
    window = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    post = app.Post(window)
    background = app.Background(post)
    yield lambda: app.open_store(window, premises, post, background) or window
    window.close()
    app.leave(0, background, premises)


def left_by(holder: Holder, folder: Path) -> None:
    folder.mkdir()
    words = {"user": holder.user, "machine": holder.machine, "process": 7, "since": holder.since.isoformat()}
    (folder / LOCK).write_text(json.dumps(words), encoding="utf-8")


def test_a_second_start_raises_the_first_and_ends(folder):
    filled(folder)
    with start(folder, TELL) as first:
        assert first.stdout.readline()
        with start(folder, TELL) as second:
            assert first.stdout.readline() == "forward\n"
            assert second.wait() == 0
            assert second.stdout.read() == ""
        first.kill()


def test_a_file_that_was_double_clicked_is_shown_for_taking(opened, premises, qtbot):
    premises.brought = SAMPLE
    window = opened()
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    assert window.findChild(ImportDialog).report.title.startswith("Công tác tuyên truyền")
    assert premises.brought is None


def test_a_file_brought_by_a_second_start_is_shown_in_the_first(opened, qtbot):
    window = opened()
    window.take(str(SAMPLE))
    assert window.findChild(ImportDialog) is None  # nothing can be taken before the reports are there
    qtbot.waitUntil(window.commands["new"].isEnabled)
    window.take(str(SAMPLE))
    assert window.findChild(ImportDialog).intake is not None


def test_after_a_kill_the_next_start_stands_where_the_clerk_was(folder):
    report_id = filled(folder)
    with start(folder, OPEN) as killed:
        assert killed.stdout.readline().startswith(f"{report_id}|opening|5|")
        killed.kill()
    with start(folder, TELL_AND_CLOSE) as again:
        shown = again.stdout.readline()
        assert shown.startswith(f"{report_id}|opening|5|Lần trước chương trình bị tắt đột ngột. Khôi phục đến ")
        assert again.wait() == 0, again.stderr.read()


def test_after_a_clean_end_nothing_is_said(folder):
    report_id = filled(folder)
    with start(folder, f"{OPEN}; QTimer.singleShot(500, window.close)") as first:
        assert first.wait() == 0, first.stderr.read()
    with start(folder, TELL_AND_CLOSE) as again:
        assert again.stdout.readline() == f"{report_id}|opening|5|None\n"
    assert (folder / LOCK).read_bytes() == b""


def test_a_folder_another_machine_holds_is_left_as_it_is(premises, opened, folder):
    left_by(HOA, folder)
    before = (folder / LOCK).read_bytes()
    window = opened()
    assert "hoa ở máy MAY-HOA" in window.bars.trouble.words
    assert not window.commands["new"].isEnabled()
    window.close()
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [(LOCK, before)]


def test_a_folder_another_machine_has_given_up_is_opened_where_the_clerk_says_so(opened, folder, qtbot):
    left_by(HOA, folder)
    window = opened()
    window.bars.trouble.press("Vẫn mở ở đây")
    qtbot.waitUntil(window.commands["new"].isEnabled)


def test_a_folder_that_is_let_go_of_is_opened_at_the_next_try(opened, folder, qtbot):
    other = FolderLock(folder, lambda: HOA)
    other.take()
    window = opened()
    other.release()
    window.bars.trouble.press("Thử lại")
    qtbot.waitUntil(window.commands["new"].isEnabled)


def test_a_start_finds_nobody_and_enters(premises):
    assert not premises.has_window()
    assert premises.lock.held


def test_a_start_that_another_user_is_before_stands_to_say_so(premises, folder):
    other = FolderLock(folder, lambda: HOA)
    other.take()
    assert not premises.has_window()
    assert not premises.lock.held
    other.release()


def test_a_start_that_cannot_write_stands_to_say_so(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    premises = app.Premises(tmp_path / "file" / "data", lambda _: None)
    assert not premises.has_window()
    with pytest.raises(FolderRefused):
        premises.enter()
    premises.leave()


def test_data_on_a_stick_or_share_is_told_in_a_line(opened, folder, qtbot, monkeypatch):
    monkeypatch.setattr(app, "journal_for", lambda _: Journal.DELETE)
    window = opened()
    qtbot.waitUntil(lambda: str(folder) in window.bars.lies_on.words)


def test_data_on_a_disk_of_this_machine_is_not_worth_a_line(opened, folder, qtbot):
    if journal_for(folder) is not Journal.WAL:
        pytest.skip("this folder lies on no known disk of the machine")
    window = opened()
    qtbot.waitUntil(window.commands["new"].isEnabled)
    assert window.bars.lies_on.isHidden()


def test_a_start_deletes_what_has_lain_in_the_trash_for_its_time(opened, folder, qtbot):
    long_ago = datetime.now(UTC) - KEPT - timedelta(days=1)
    store = open_store(folder, now=lambda: long_ago)
    store.remove(store.create(report()))
    today = open_store(folder)
    today.create(report())  # what is done today tells that the clock is right
    today.close()
    opened()
    qtbot.waitUntil(lambda: store.trashed() == ())
    store.close()


def test_a_start_whose_clock_alone_says_that_the_time_is_over_deletes_nothing(opened, folder, qtbot, caplog):
    store = open_store(folder, now=lambda: datetime.now(UTC) - KEPT - timedelta(days=1))
    store.remove(store.create(report()))
    with caplog.at_level("INFO", logger="bcdesk"):
        opened()
        qtbot.waitUntil(lambda: "deleted from the trash: 0" in caplog.text)
    assert len(store.trashed()) == 1
    store.close()


def test_a_trash_that_cannot_be_cleared_out_waits_for_another_start(caplog):
    with caplog.at_level("WARNING", logger="bcdesk"):
        app.log_not_cleared(FolderRefused(Path(FILE_NAME)))
    assert "FolderRefused" in caplog.text


def test_a_program_on_a_stick_names_it_in_the_title(tmp_path, monkeypatch):
    monkeypatch.setattr(premises_module, "is_portable", lambda: True)
    monkeypatch.setattr(premises_module, "data_folder", lambda: tmp_path)
    assert app.program_name(tmp_path).startswith("bcdesk bản di động (")
    monkeypatch.setattr(premises_module, "portable_name", lambda: "USB Văn phòng")
    assert app.program_name(tmp_path) == "bcdesk bản di động (USB Văn phòng)"


def test_a_program_at_work_on_another_folder_is_not_on_a_stick(tmp_path):
    assert app.program_name(tmp_path) == "bcdesk"
