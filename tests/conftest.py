from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests.fonts import private_fontconfig

BUILD = Path(__file__).resolve().parent.parent / "build"

# Before Qt or LibreOffice start: both read fontconfig once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["FONTCONFIG_FILE"] = str(private_fontconfig(BUILD / "fonts"))


# What is compiled is kept, whatever the shell says: each run, and each program a test starts, would compile it anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No test judges by time, which a busy machine has more of. Every run takes other examples.
settings.register_profile(
    "bcdesk",
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("bcdesk")

PATIENCE_MS = 30_000
LONG = {"faults", "journeys", "fidelity"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole folders that drive the real program are left to `make test`."""
    for item in items:
        if LONG & set(item.path.parts):
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """What is loaded by now stays; looking for garbage in it took a tenth of the time of the tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5000, 10, 10)


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """A condition is waited for as long as a busy machine may need; a test that holds never waits that long."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=PATIENCE_MS)
    return qtbot


def pytest_sessionfinish() -> None:
    from PySide6.QtGui import QGuiApplication

    from bcdesk.ui.clipboard import leave_plain_text

    if QGuiApplication.instance() is not None:
        leave_plain_text()
