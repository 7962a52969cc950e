"""What a start costs: until the window stands, until its list is filled, until a new report can be typed into.

The floor of the same run is a program that shows an empty QMainWindow. Each start is a process of its own; times
count from before the interpreter began.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.bench.timing import tell
from tests.house.tree import ROOT

STARTS = 7
REPORTS = 200

FLOOR = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
class Empty(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, stands)
def stands():
    painted = time.time()
    from tests.bench.start import tell_parent
    tell_parent(painted=painted)
    application.quit()
window = Empty()
window.resize(1280, 720)
window.show()
application.exec()
"""

PROGRAM = """
import sys, time
from datetime import date
from functools import partial
from PySide6.QtCore import QTimer
from bcdesk import app, cli
times = {}
class Timed(app.Window):
    def __init__(self, *given):
        super().__init__(*given)
        self.painted.connect(note_paint)
    def begin(self, workplace):
        super().begin(workplace)
        from tests.bench.start import resident
        times.update(list=time.time(), list_memory=resident())
        QTimer.singleShot(0, partial(write, self, workplace))
def note_paint():
    from tests.bench.start import resident
    times.update(painted=time.time(), first_memory=resident())
def write(window, workplace):
    from bcdesk.report.kinds import load_kinds, new_report
    from bcdesk.report.period import default_period
    from bcdesk.report.units import sample_office
    kind, today = load_kinds()[0], date.today()
    report = new_report(kind, default_period(kind.sequence, today), sample_office(), today=today)
    window.open_report(workplace.store.create(report))
    window.repaint()
    QTimer.singleShot(0, partial(typed, window))
def typed(window):
    from tests.bench.start import tell_parent
    tell_parent(**times, usable=time.time())
    window.show_home()  # where the next start begins
    window.close()
app.Window = Timed
cli.main(["--data-dir", sys.argv[1]])
"""


LONG = """
import sys
from PySide6.QtWidgets import QApplication
from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.paper import Press
from bcdesk.session.session import Session
from bcdesk.ui.desk import Desk
from tests.bench.pages import report_of
from tests.bench.start import tell_parent
application = QApplication([])
press = Press(FontMeasure())
desk = Desk("bench", Session(report_of(int(sys.argv[1]), press)), press.paper)
desk.resize(1366, 728)
desk.show()
desk.paper()
application.processEvents()
tell_parent()
"""


def tell_parent(**times: float) -> None:
    """Print what a start took, with the memory now resident."""
    print(json.dumps({**times, "memory": resident()}), flush=True)


def resident() -> float:
    """The memory of this process now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def python(code: str, *arguments: str) -> list[str]:
    """The call that runs the code from the source tree."""
    return [sys.executable, "-c", code, *arguments]


def started(command: list[str]) -> dict[str, float]:
    """One start: milliseconds from before the process, memory in MiB."""
    # As installed: with the compiled modules at hand.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = time.time()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: value if name.endswith("memory") else 1000 * (value - before) for name, value in told.items()}


def medians(*commands: list[str]) -> list[dict[str, float]]:
    """For each command the medians of several starts, the first of which only warms the disk's cache.

    They take turns, so that whatever else the machine does slows all of them.
    """
    rounds = [[started(command) for command in commands] for _ in range(STARTS + 1)][1:]
    return [
        {name: statistics.median(run[name] for run in runs) for name in runs[0]} for runs in zip(*rounds, strict=True)
    ]


def filled(folder: Path) -> Path:
    """A data folder with many reports, past its welcome."""
    from bcdesk.intake.files import read_file
    from bcdesk.storage.database import open_store

    report = read_file(ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").report
    store = open_store(folder)
    store.keep_setting("welcomed", True)
    for number in range(REPORTS):
        store.create(replace(report, subject=(f"{report.title} ({number})",)))
    store.close()
    return folder


def tell_starts(empty: list[str], program: list[str]) -> None:
    """The starts of a program on a filled data folder, beside those of an empty window."""
    with tempfile.TemporaryDirectory() as folder:
        floor, times = medians(empty, [*program, str(filled(Path(folder)))])
    name = "an empty QMainWindow"
    tell("start → window painted", times["painted"], name, floor["painted"])
    tell(f"start → list of {REPORTS} reports filled", times["list"], name, floor["painted"])
    tell("start → a new report can be typed into", times["usable"], name, floor["painted"])
    tell("resident memory once painted", times["first_memory"], name, floor["memory"], "MiB")
    tell("resident memory with the list filled", times["list_memory"], name, floor["memory"], "MiB")
    tell("resident memory with a report open", times["memory"], name, floor["memory"], "MiB")


def bench() -> None:
    tell_starts(python(FLOOR), python(PROGRAM))
    one, hundred = medians(python(LONG, "1"), python(LONG, "100"))
    tell("resident memory with 100 pages open", hundred["memory"], "the same with one page", one["memory"], "MiB")
