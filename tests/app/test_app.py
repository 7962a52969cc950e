from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QSettings

from bcdesk import app
from bcdesk.app import records
from bcdesk.errors import KnownError
from bcdesk.ui.window import Window

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
HEAVY = ("sqlalchemy", "alembic", "docx", "lxml")


def python(code: str, without: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """A fresh Python that knows nothing yet, and nothing of some variables of the environment."""
    known = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=known)


def test_importing_the_window_loads_no_database_and_no_word():
    code = (
        "import sys, importlib, pkgutil, bcdesk.ui\n"
        "for module in pkgutil.walk_packages(bcdesk.ui.__path__, 'bcdesk.ui.'):\n"
        "    importlib.import_module(module.name)\n"
        "import bcdesk.app\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    asked = python(code)
    assert (asked.stdout.strip(), asked.returncode) == ("[]", 0), asked.stderr


def test_without_a_display_one_sentence_says_what_to_do(tmp_path):
    code = f"import sys; from pathlib import Path; from bcdesk import app; sys.exit(app.run(Path({str(tmp_path)!r})))"
    asked = python(code, without=DISPLAYS)
    assert asked.returncode == 3
    assert asked.stderr.count("\n") == 1
    assert "make sample" in asked.stderr
    assert "QApplication" not in asked.stderr


def test_the_program_starts_keeps_its_data_and_ends(tmp_path):
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer; from bcdesk import app\n"
        "begin = app.begin\n"
        "def begin_and_close(window, *rest, **how): begin(window, *rest, **how); QTimer.singleShot(0, window.close)\n"
        "app.begin = begin_and_close\n"
        f"sys.exit(app.run(Path({str(tmp_path / 'data')!r})))"
    )
    asked = python(code)
    assert asked.returncode == 0, asked.stderr
    assert {path.name for path in (tmp_path / "data").iterdir()} >= {"bcdesk.sqlite", records.LOG, app.MEMORY}
    assert list((tmp_path / "data" / "backups").glob("bcdesk-*.sqlite"))
    assert "closed" in (tmp_path / "data" / records.LOG).read_text(encoding="utf-8")


@pytest.fixture
def window(qtbot, tmp_path):
    made = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def post(window):
    return app.Post(window)


@pytest.fixture
def premises(tmp_path, quiet_log):
    made = app.Premises(tmp_path / "data", records.write_log)
    yield made
    made.leave()


@pytest.fixture
def quiet_log():
    before = list(app.log.handlers)
    yield app.log
    for handler in app.log.handlers[:]:
        if handler not in before:
            app.log.removeHandler(handler)
            handler.close()
    app.log.setLevel(logging.NOTSET)


@pytest.fixture
def own_hooks():
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def test_a_fault_is_told_once_and_logged_without_what_it_says(window, post, premises, own_hooks, qtbot):
    premises.enter()
    app.catch_faults(window, post, premises)
    words = "chữ của báo cáo"
    try:
        raise ValueError(words)
    except ValueError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    qtbot.waitUntil(lambda: window.bars.trouble.words == app.FAULT)
    logged = (premises.folder / records.LOG).read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert words not in logged


def test_a_fault_before_the_log_begins_is_logged_too_and_no_line_stands_there_twice(window, post, premises, own_hooks):
    premises.lock.take()
    app.catch_faults(window, post, premises)
    sys.excepthook(ValueError, ValueError(), None)
    premises.enter()
    app.log.info("later")
    logged = (premises.folder / records.LOG).read_text(encoding="utf-8")
    assert [logged.count(words) for words in ("ValueError", "later")] == [1, 1]


def test_a_fault_in_a_folder_another_one_works_in_is_not_logged_there(window, post, premises, own_hooks, qtbot):
    app.catch_faults(window, post, premises)
    sys.excepthook(ValueError, ValueError(), None)
    qtbot.waitUntil(lambda: window.bars.trouble.words == app.FAULT)
    assert not premises.folder.exists()


def test_a_fault_offers_a_report_of_it(window, post, premises, own_hooks, qtbot):
    app.catch_faults(window, post, premises)
    asked = []
    window.commands[app.FAULT_REPORT].triggered.connect(lambda: asked.append(True))
    sys.excepthook(ValueError, ValueError(), None)
    qtbot.waitUntil(lambda: window.bars.trouble.words == app.FAULT)
    window.bars.trouble.press("Báo lỗi…")
    assert asked == [True]


def test_a_trouble_nobody_caught_is_told_in_its_own_words(window, post, premises, own_hooks, qtbot):
    app.catch_faults(window, post, premises)
    sys.excepthook(KnownError, KnownError("Ổ đĩa đã đầy."), None)
    qtbot.waitUntil(lambda: window.bars.trouble.words == "Ổ đĩa đã đầy.")


def test_a_fault_in_a_thread_is_told_in_the_window(window, post, premises, own_hooks, qtbot):
    app.catch_faults(window, post, premises)
    threading.Thread(target=[].pop).start()
    qtbot.waitUntil(lambda: window.bars.trouble.words == app.FAULT)


def test_a_log_that_cannot_be_written_is_kept_nowhere(tmp_path, quiet_log):
    (tmp_path / records.LOG).mkdir()
    records.write_log(tmp_path)
    assert quiet_log.handlers == []


def test_a_folder_that_cannot_be_written_keeps_no_log_and_stops_nobody(tmp_path, quiet_log):
    (tmp_path / "file").write_text("", encoding="utf-8")
    records.write_log(tmp_path / "file" / "folder")
    assert quiet_log.handlers == []


def test_the_window_stands_before_there_is_anything_to_work_with(window, qtbot):
    with qtbot.waitSignal(window.painted):
        window.show()
    assert not window.commands["new"].isEnabled()


def test_the_store_is_opened_in_the_background_and_the_window_begins(window, qtbot, premises):
    post = app.Post(window)
    background = app.Background(post)
    app.open_store(window, premises, post, background)
    qtbot.waitUntil(window.commands["new"].isEnabled)
    window.close()
    app.leave(0, background, premises)


def test_a_store_that_does_not_open_says_what_to_do_and_can_be_tried_again(window, qtbot, tmp_path, quiet_log):
    blocked = tmp_path / "data"
    blocked.write_text("", encoding="utf-8")
    post = app.Post(window)
    background = app.Background(post)
    premises = app.Premises(blocked, records.write_log)
    app.open_store(window, premises, post, background)
    qtbot.waitUntil(lambda: bool(window.bars.trouble.words))
    blocked.unlink()
    window.bars.trouble.press("Thử lại")
    qtbot.waitUntil(window.commands["new"].isEnabled)
    window.close()
    app.leave(0, background, premises)
