"""The program asks for no socket but those within the machine, whatever is done with it."""

from __future__ import annotations

import os
import platform
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.off_the_net import SOCKET_CALLS
from tests.app.program import CODE, GUARD_SECONDS, TELL_AND_CLOSE, filled

ROOT = Path(__file__).parents[2]
SAMPLE = "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
KILLED = -signal.SIGSYS if sys.platform == "linux" else 0
pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux" or platform.machine() not in SOCKET_CALLS,
        reason="only Linux lets a process be watched so",
    ),
]


def watched(*command: str) -> subprocess.CompletedProcess[str]:
    """Python with these arguments, killed at the first socket that is none within the machine."""
    watch = [sys.executable, "-m", "tests.app.off_the_net", sys.executable, *command]
    known = {name: value for name, value in os.environ.items() if name != "CUPS_SERVER"}
    return subprocess.run(watch, capture_output=True, text=True, check=False, cwd=ROOT, env=known)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6], ids=["IPv4", "IPv6"])
def test_the_watch_kills_whoever_opens_one(family):
    assert watched("-c", f"import socket; socket.socket({int(family)})").returncode == KILLED


def test_the_watch_lets_sockets_within_the_machine_be():
    assert watched("-c", "import socket; socket.socket(socket.AF_UNIX)").returncode == 0


def test_looking_for_printers_asks_this_machine_only():
    code = (
        "from PySide6.QtGui import QGuiApplication as A; from bcdesk.painting.printer import printers as p; A([]); p()"
    )
    done = watched("-c", code)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_whole_day_of_work_opens_none():
    done = watched("-m", "pytest", "-q", "-x", "tests/app/whole_day.py")
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.slow
def test_a_start_and_an_end_open_none(tmp_path):
    filled(tmp_path)
    code = CODE.replace("{act}", TELL_AND_CLOSE).replace("GUARD", str(GUARD_SECONDS))
    done = watched("-c", code, str(tmp_path))
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_command_line_opens_none(tmp_path):
    data, report = ["-m", "bcdesk", "--data-dir", str(tmp_path / "data")], str(tmp_path / "a.bcdesk")
    papers = [word for ending in ("docx", "pdf", "eml") for word in (f"--{ending}", str(tmp_path / f"a.{ending}"))]
    for command in (["import", SAMPLE, "-o", report], ["check", report, "--json"], ["export", report, *papers]):
        done = watched(*data, *command)
        assert done.returncode in {0, 1}, done.stderr
