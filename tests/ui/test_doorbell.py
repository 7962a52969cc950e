from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bcdesk.ui.doorbell import Doorbell, bell_name, ring

ROOT = Path(__file__).parents[2]
RING = "import sys; from pathlib import Path; from bcdesk.ui.doorbell import ring; print(ring(Path(sys.argv[1])))"
HANG = (
    "import sys, time; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
    "from bcdesk.ui.doorbell import Doorbell\n"
    "application = QCoreApplication([]); bell = Doorbell(Path(sys.argv[1])); bell.hang()\n"
    "print('hangs', flush=True); time.sleep(60)"
)


def process(code: str, *paths: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *paths], stdout=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.fixture
def bell(tmp_path, qapp):
    made = Doorbell(tmp_path)
    made.hang()
    yield made
    made.take_down()


def test_nobody_answers_where_no_bell_hangs(tmp_path, qapp):
    assert not ring(tmp_path)


def test_another_process_rings_and_is_answered(bell, tmp_path, qtbot):
    with qtbot.waitSignal(bell.rung), process(RING, tmp_path) as caller:
        qtbot.waitUntil(lambda: caller.poll() is not None)
        assert caller.stdout.read() == "True\n"


def test_a_file_is_handed_over_at_the_door(bell, tmp_path, qtbot):
    file = tmp_path / "báo cáo “quý I”.bcdesk"
    code = RING.replace("sys.argv[1])", "sys.argv[1]), Path(sys.argv[2])")
    with qtbot.waitSignal(bell.brought) as told, process(code, tmp_path, file) as caller:
        qtbot.waitUntil(lambda: caller.poll() is not None)
    assert told.args == [str(file)]


def test_a_bell_that_was_taken_down_does_not_ring(bell, tmp_path):
    bell.take_down()
    assert not ring(tmp_path)


def test_who_is_patient_rings_until_a_bell_hangs(tmp_path, qtbot):
    bell = Doorbell(tmp_path)
    code = (
        "import sys; from pathlib import Path; from bcdesk.ui import doorbell\n"
        "sleep = doorbell.time.sleep\n"
        "doorbell.time.sleep = lambda seconds: print('waits', flush=True) or sleep(seconds)\n"
        "print(doorbell.ring(Path(sys.argv[1]), None, 30))"
    )
    with process(code, tmp_path) as caller:
        assert caller.stdout.readline() == "waits\n"
        with qtbot.waitSignal(bell.rung):
            bell.hang()
        qtbot.waitUntil(lambda: caller.poll() is not None)
        assert caller.stdout.read().endswith("True\n")
    bell.take_down()


def test_the_bell_of_a_killed_process_is_replaced(tmp_path, qtbot):
    with process(HANG, tmp_path) as fallen:
        assert fallen.stdout.readline() == "hangs\n"
        fallen.kill()
    bell = Doorbell(tmp_path)
    bell.hang()
    with qtbot.waitSignal(bell.rung), process(RING, tmp_path) as caller:
        qtbot.waitUntil(lambda: caller.poll() is not None)
    bell.take_down()


def test_each_folder_has_its_own_bell(tmp_path):
    assert bell_name(tmp_path / "a") != bell_name(tmp_path / "b")


def test_a_folder_has_one_bell_however_its_path_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert bell_name(Path("a")) == bell_name(tmp_path / "b" / ".." / "a")


def test_each_person_has_a_bell_of_their_own(tmp_path, monkeypatch):
    before = bell_name(tmp_path)
    monkeypatch.setitem(os.environ, "LOGNAME", "hoa")
    assert bell_name(tmp_path) != before
