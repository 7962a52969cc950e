from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

# A start as it is; after the first paint, with the list, and with a report it says which modules are loaded.
START = """
import json, sys
from PySide6.QtCore import QTimer
from bcdesk import app, cli
loaded = {}
def note(when):
    loaded[when] = list(sys.modules)
class Watched(app.Window):
    def __init__(self, *given):
        super().__init__(*given)
        self.painted.connect(lambda: note("painted"))
    def begin(self, workplace):
        super().begin(workplace)
        note("listed")
        self.open_report(workplace.store.listed(1)[0].id)
        note("opened")
        QTimer.singleShot(0, self.close)
app.Window = Watched
cli.main(["--data-dir", sys.argv[1]])
print(json.dumps(loaded))
"""
PRINTING = ("bcdesk.press.paper", "bcdesk.sheet", "bcdesk.layout", "bcdesk.painting", "PySide6.QtPrintSupport")
WORD = ("docx", "lxml", "bcdesk.word", "bcdesk.intake", "bcdesk.checks")
EDITING = ("bcdesk.ui.desk", "bcdesk.ui.editor", "bcdesk.ui.preview", "bcdesk.ui.dialogs", "bcdesk.session.session")
FEATURES = tuple(f"bcdesk.ui.{name}" for name in ("export", "findings", "figures", "library", "register", "sending"))
ASKED_FOR = ("docx", "lxml", "bcdesk.intake", "bcdesk.checks", "bcdesk.press.paper", "bcdesk.painting.printer")
NOT_BEFORE_A_REPORT = (*ASKED_FOR, "PySide6.QtPrintSupport", "html.parser", "alembic")
NOT_BEFORE_THE_LIST = (*PRINTING, *WORD, *EDITING, *FEATURES, "alembic", "bcdesk.vietnamese.spelling")
NOT_BEFORE_THE_PAINT = (
    *NOT_BEFORE_THE_LIST, "sqlalchemy", "sqlite3", "tomllib", "logging.handlers", "PySide6.QtNetwork",
    "bcdesk.report", "bcdesk.ui.home", "bcdesk.ui.features", "bcdesk.storage.database", "bcdesk.press",
)  # fmt: skip


@dataclass(frozen=True)
class Loaded:
    """The modules that were loaded when the window was painted, its list filled, a report opened."""

    painted: list[str]
    listed: list[str]
    opened: list[str]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> Loaded:
    """What a start loads on a folder past its welcome, with a report."""
    from bcdesk.storage.database import open_store
    from tests.session.reports import report

    folder: Path = tmp_path_factory.mktemp("data")
    store = open_store(folder)
    store.keep_setting("welcomed", True)
    store.create(report())
    store.close()
    started = subprocess.run(
        [sys.executable, "-c", START, str(folder)], capture_output=True, text=True, check=False, timeout=60
    )
    assert started.returncode == 0, started.stderr
    return Loaded(**json.loads(started.stdout))


def among(names: list[str], packages: tuple[str, ...]) -> set[str]:
    """Those of the packages that are loaded, wholly or in part."""
    return {package for package in packages if any(f"{name}.".startswith(f"{package}.") for name in names)}


def test_the_window_is_painted_before_anything_is_loaded_that_is_not_seen(loaded):
    assert among(loaded.painted, NOT_BEFORE_THE_PAINT) == set()


def test_the_list_is_filled_before_anything_is_loaded_that_a_report_needs(loaded):
    assert among(loaded.listed, NOT_BEFORE_THE_LIST) == set()


def test_a_report_is_opened_before_anything_is_loaded_that_is_asked_for_later(loaded):
    assert among(loaded.opened, NOT_BEFORE_A_REPORT) == set()


def test_what_must_not_be_loaded_is_there_to_be_loaded():
    from importlib.util import find_spec

    assert [name for name in NOT_BEFORE_THE_PAINT if find_spec(name) is None] == []
