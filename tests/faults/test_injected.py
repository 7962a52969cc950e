"""What the world does to the data folder while reports are in it: nothing told as saved is lost, and it is said."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from bcdesk.errors import DatabaseBusy, KnownError
from bcdesk.session.save_states import Failed, Saved
from bcdesk.session.saving import Saver
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.journal import Journal, journal_for
from bcdesk.storage.rescue import Rescuer
from tests.faults.clerk import named
from tests.faults.judging import values_in
from tests.session.reports import report, text_of
from tests.storage.sql import value

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
NOBODY = 65534
NOON = datetime(2024, 3, 29, 12, tzinfo=UTC)
PAGE = 4096


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "dữ liệu"


def saver_of(store):
    saver = Saver(store, deliver=lambda work: work())
    states = []
    saver.listen(lambda _, state: states.append(state))
    return saver, states


# Another program holds the database.


def hold(path):
    """A process that holds the write lock until its input is closed."""
    code = (
        "import sqlite3, sys; other = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "other.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    return holder


def test_while_another_program_holds_the_data_the_text_waits_and_is_saved_after(folder):
    store = open_store(folder, wait=0)
    report_id = store.create(report("Một"))
    saver, states = saver_of(store)
    with hold(folder / FILE_NAME) as other:
        saver.note(report_id, report("Hai"))
        assert not saver.flush(PATIENCE)
        assert isinstance(states[-1].error, DatabaseBusy)
        assert "Đóng chương trình đó" in str(states[-1].error)
        assert text_of(saver.load(report_id).report) == "Hai"
        assert text_of(store.load(report_id).report) == "Một"
        other.stdin.close()
    assert saver.close(PATIENCE)
    store.close()
    assert list(values_in(folder).values()) == [named(report("Hai"))]


# The folder may only be read.


@pytest.fixture
def open_folder():
    """A folder every user can reach."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


# Opens the window, tells what it says of a trouble, and closes it.
LOOKING_WINDOW = """
import sys
from pathlib import Path
from bcdesk import app
from bcdesk.ui.notices import Notice
say = Notice.say
def said(notice, sentence, *steps):
    say(notice, sentence, *steps)
    print(sentence, flush=True)
    notice.window().close()
Notice.say = said
sys.exit(app.run(Path(sys.argv[1])))
"""


def run_as_nobody(*arguments):
    """Python run by a user who owns nothing; what it says and its code."""
    user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.getuid() == 0 else []
    command = [*user, sys.executable, "-B", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def as_nobody(*arguments):
    """The command line run by a user who owns nothing."""
    return run_as_nobody("-m", "bcdesk", *arguments)


def read_only(folder):
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)


def test_a_folder_that_may_only_be_read_is_told_with_what_to_do_and_left_alone(open_folder):
    if journal_for(open_folder) is not Journal.WAL:
        pytest.skip("this folder lies on no known disk of the machine, and without WAL reading writes nothing")
    store = open_store(open_folder)
    store.create(report("Một"))
    store.close()
    before = (open_folder / FILE_NAME).read_bytes()
    read_only(open_folder)
    asked = as_nobody("--data-dir", open_folder, "list")
    assert asked.returncode == 3
    assert "Cấp quyền ghi" in asked.stderr
    assert (open_folder / FILE_NAME).read_bytes() == before


def test_an_empty_folder_that_may_only_be_read_is_told_with_what_to_do(open_folder):
    read_only(open_folder)
    asked = as_nobody("--data-dir", open_folder, "list")
    assert asked.returncode == 3
    assert "bạn có quyền ghi, hoặc chọn thư mục khác" in asked.stderr
    assert list(open_folder.iterdir()) == []


# The file is removed.


def test_a_file_removed_while_running_comes_back_with_all_that_was_told_as_saved(folder):
    store = open_store(folder)
    ids = [store.create(report(text)) for text in ("Một", "Hai", "Ba")]
    saver, states = saver_of(store)
    saver.note(ids[0], report("Một nữa"))
    assert saver.flush(PATIENCE)
    shutil.rmtree(folder)
    folder.mkdir()
    saver.note(ids[1], report("Hai nữa"))
    assert saver.close(PATIENCE)
    assert isinstance(states[-1], Saved)
    store.close()
    assert set(values_in(folder).values()) == {named(report(text)) for text in ("Một nữa", "Hai nữa", "Ba")}


def test_a_folder_taken_away_while_running_is_told_and_the_text_is_saved_once_it_is_back(folder):
    store = open_store(folder)
    report_id = store.create(report("Một"))
    saver, states = saver_of(store)
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    saver.note(report_id, report("Hai"))
    assert not saver.flush(PATIENCE)
    assert isinstance(states[-1], Failed)
    assert "Đưa tệp cũ về" in str(states[-1].error)
    elsewhere.rename(folder)
    assert saver.close(PATIENCE)
    store.close()
    assert list(values_in(folder).values()) == [named(report("Hai"))]


def test_a_removed_file_somebody_holds_is_not_waited_for_without_end(folder, monkeypatch):
    monkeypatch.setattr("bcdesk.storage.database.journal_for", lambda _: Journal.DELETE)
    monkeypatch.setattr("bcdesk.storage.copies.WAIT_SECONDS", 0.1)
    store = open_store(folder, wait=0)
    report_id = store.create(report("Một"))
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        (folder / FILE_NAME).unlink()
        with pytest.raises(DatabaseBusy, match="Đóng chương trình đó"):
            store.save(report_id, report("Hai"))
    store.save(report_id, report("Hai"))
    store.close()
    assert list(values_in(folder).values()) == [named(report("Hai"))]


# The clock is set back.


def test_with_the_clock_set_back_the_newest_text_is_kept_and_the_time_told_is_the_clocks(folder):
    times = [NOON, NOON + timedelta(hours=1), NOON - timedelta(days=400)]
    store = open_store(folder, now=iter([*times, *[NOON] * 9]).__next__)
    report_id = store.create(report("Một"))
    saver, states = saver_of(store)
    for text in ("Hai", "Ba"):
        saver.note(report_id, report(text))
        assert saver.flush(PATIENCE)
    assert states[-1] == Saved(times[-1])
    assert saver.close(PATIENCE)
    store.close()
    assert list(values_in(folder).values()) == [named(report("Ba"))]


# A page is overwritten with noise.


def filled(folder):
    """A database of many pages, left closed; its reports by id."""
    store = open_store(folder)
    texts = [f"{number} " + "chữ nghĩa " * length for number, length in enumerate((1, 10, 300, 3000) * 3)]
    told = {store.create(report(text)): named(report(text)) for text in texts}
    store.close()
    return told


def read_all(folder):
    """What each report says; the sentence of the trouble where it cannot be read."""
    found = {}
    store = open_store(folder)
    try:
        for listed in store.listed():
            try:
                found[listed.id] = named(store.load(listed.id).report)
            except KnownError as error:
                found[listed.id] = str(error)
    finally:
        store.close()
    return found


@pytest.mark.parametrize("width", [PAGE, 40])
def test_noise_in_any_page_is_told_or_harmless_and_the_file_is_left_untouched(folder, width):
    told, path, chance = filled(folder), folder / FILE_NAME, Random(width)
    whole = path.read_bytes()
    troubles = 0
    for page in range(len(whole) // PAGE):
        at = page * PAGE + chance.randrange(PAGE - width + 1)
        noisy = whole[:at] + chance.randbytes(width) + whole[at + width :]
        path.write_bytes(noisy)
        try:
            found = read_all(folder)
        except KnownError as error:
            found = dict.fromkeys(told, str(error))
        assert found.keys() == told.keys()
        wrong = {found[one] for one in told if found[one] != told[one]}
        assert all("giữ nguyên" in sentence for sentence in wrong), f"page {page}: {wrong}"
        troubles += bool(wrong)
        assert path.read_bytes() == noisy
    assert troubles > 10
    path.write_bytes(whole)
    assert value(path, "PRAGMA integrity_check") == "ok"


@pytest.mark.parametrize("seed", range(4))
def test_noise_while_one_works_loses_nothing_told_as_saved_where_there_is_a_backup(folder, seed):
    filled(folder)
    store, chance = open_store(folder), Random(seed)
    saver, states = saver_of(store)
    report_id = store.listed()[0].id
    SqliteBackups(folder, store, local_time).take()
    path = folder / FILE_NAME
    for page in chance.sample(range(path.stat().st_size // PAGE), 12):
        with path.open("r+b") as file:
            file.seek(page * PAGE)
            file.write(chance.randbytes(PAGE))
    saver.note(report_id, report("Gõ sau khi ổ đĩa hỏng"))
    saved = saver.flush(PATIENCE)
    unsaved = saver.hand_over(PATIENCE)
    assert saved == (not unsaved) == isinstance(states[-1], Saved)
    assert saver.close(PATIENCE)
    store.close()
    rescuer = Rescuer(folder, local_time)
    rescuer.take(rescuer.look().ways[0])
    with closing(open_store(folder)) as rescued:
        for own, value in unsaved.items():
            rescued.save(own, value)
        assert text_of(rescued.load(report_id).report) == "Gõ sau khi ổ đĩa hỏng"
        assert len(rescued.listed()) >= 12


def local_time():
    return datetime.now(UTC).astimezone()


# The window, in a folder that may only be read.


def test_the_window_in_a_folder_that_may_only_be_read_says_what_to_do(open_folder):
    store = open_store(open_folder)
    store.create(report("Một"))
    store.close()
    read_only(open_folder)
    told = run_as_nobody("-c", LOOKING_WINDOW, open_folder)
    assert told.returncode == 0, told.stderr
    assert "quyền ghi" in told.stdout
