"""The real window on an X server of its own, under real keys."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Lock

ROOT = Path(__file__).parents[2]
WAIT_SECONDS = 40
KEY_MS = 35  # below 30 an X server loses keys
NO_REPEAT = "-r"  # a busy machine lets go of a key so late that the server would repeat it


class Screen:
    """An X server; `environment` is that of the programs on it."""

    _turn = Lock()  # servers that start together may take one number

    def __init__(self) -> None:
        self._ended = ExitStack()
        with self._turn:
            display = self._begin_server()
        self.environment = {**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.close()

    def begin(self, command: list[str], environment: Mapping[str, str], **rest: object) -> subprocess.Popen[bytes]:
        """Start a program that ends with the screen."""
        quietly = {"stderr": subprocess.DEVNULL, **rest}
        started = self._ended.enter_context(subprocess.Popen(command, env=environment, cwd=ROOT, **quietly))
        self._ended.callback(started.terminate)
        return started

    def do(self, *command: str) -> str:
        """What an xdotool command answers; empty where it found nothing."""
        return self._ask("xdotool", *command)

    def type(self, letters: str) -> None:
        """Press the keys of these letters one after the other."""
        self.do("type", "--delay", str(KEY_MS), letters)

    def _begin_server(self) -> str:
        """Start the server; its number once it can be reached."""
        read, write = os.pipe()
        server = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", NO_REPEAT, "-noreset"]
        server += ["-nolisten", "tcp"]
        self.begin(server, os.environ, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as answer:
            return answer.readline().strip()

    def _ask(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()


class ComposingScreen(Screen):
    """A screen on which ibus-unikey composes what is typed in Telex."""

    NEEDED = ("dbus-daemon", "ibus-daemon", "ibus")

    @classmethod
    def can_be(cls) -> bool:
        """Whether this machine has what it takes."""
        return all(map(shutil.which, cls.NEEDED)) and Path("/usr/share/ibus/component/unikey.xml").exists()

    def __init__(self) -> None:
        super().__init__()
        folder = self._ended.enter_context(TemporaryDirectory())  # its name is short, as that of a socket must be
        bus = self.begin(
            ["dbus-daemon", "--session", "--nofork", "--print-address"], os.environ, stdout=subprocess.PIPE
        )
        self.environment |= {
            "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().decode().strip(),
            "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_CACHE_HOME": f"{folder}/cache",
            "GSETTINGS_BACKEND": "memory",
            "QT_IM_MODULE": "ibus",
        }
        self.begin(["ibus-daemon", "--panel=disable", "--config=disable"], self.environment, stdout=subprocess.DEVNULL)
        assert wait_for(self._takes_unikey), "ibus does not take the engine"

    def _takes_unikey(self) -> bool:
        self._ask("ibus", "engine", "Unikey")
        return self._ask("ibus", "engine") == "Unikey"


class Window:
    """The program on a screen, with the keyboard; `log` gets what the reports become."""

    def __init__(self, screen: Screen, folder: Path, log: Path) -> None:
        self._screen = screen
        self._log = log
        command = [sys.executable, "-m", "tests.faults.watched_window", str(folder), str(log)]
        with TemporaryFile() as said:
            self._process = screen.begin(command, screen.environment, stderr=said)
            found = wait_for(lambda: screen.do("search", "--onlyvisible", "--name", "bcdesk").split())
            said.seek(0)
            assert found, f"no window: {said.read().decode()}"
        self._id = found[-1]
        self.take_keyboard()
        self.killed_at = math.inf

    @property
    def title(self) -> str:
        return self._screen.do("getwindowname", self._id)

    def take_keyboard(self) -> None:
        """Have the keys go to the window."""
        self._screen.do("windowfocus", "--sync", self._id)

    def has_report(self) -> bool:
        """Whether the report the clerk was in comes onto the desk."""
        return bool(wait_for(lambda: "quý" in self.title))

    def said(self) -> int:
        """How much there is in the log."""
        return self._log.stat().st_size if self._log.exists() else 0

    @property
    def is_killed(self) -> bool:
        return self.killed_at < math.inf

    def kill(self) -> None:
        """End the process at once; `killed_at` is that instant in monotonic seconds."""
        self.killed_at = time.monotonic()
        self._process.kill()


def wait_for(found: Callable[[], object], seconds: float = WAIT_SECONDS) -> object:
    """What `found` gives once it is something; the last nothing after so many seconds."""
    end = time.monotonic() + seconds
    while not (answer := found()) and time.monotonic() < end:
        time.sleep(0.05)
    return answer
