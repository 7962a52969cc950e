"""The real program in processes of its own, on an offscreen screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.report import OPENING, paragraph
from bcdesk.storage.database import open_store
from tests.session.reports import report

ROOT = Path(__file__).parents[2]
GUARD_SECONDS = 30  # a start that never tells anything fails its test, and does not hold it up
# Opens the window; once there is something to work with, does `act`, then says what it shows.
CODE = """
import os, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from bcdesk import app
guard = threading.Timer(GUARD, os._exit, [9])
guard.daemon = True
guard.start()
from bcdesk.report.report import OPENING, Place
from bcdesk.ui.window import Window
begin, forward = app.begin, Window.come_forward
def tell(window):
    stop = window.desk and window.desk.editor.page.stop_with_caret()
    place = stop and stop.caret_place()
    print(window.desk and window.desk.report_id, place and place.part, place and place.offset,
          window.bars.recovered.words or None, sep="|", flush=True)
def begun(window, *rest, **how):
    begin(window, *rest, **how)
    {act}
def come(window):
    forward(window)
    print("forward", flush=True)
app.begin, Window.come_forward = begun, come
sys.exit(app.run(Path(sys.argv[1])))
"""
OPEN = (
    "window.open_report(window._begun.store.listed()[0].id, Place(OPENING, 0, 5)); "
    "window._whereabouts.keep(); window._begun.background.run(lambda: None, lambda _: tell(window), None)"
)
TELL = "tell(window)"
TELL_AND_CLOSE = "tell(window); QTimer.singleShot(0, window.close)"


def start(folder: Path, act: str) -> subprocess.Popen[str]:
    """A start on that data folder."""
    command = [sys.executable, "-c", CODE.replace("{act}", act).replace("GUARD", str(GUARD_SECONDS)), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def filled(folder: Path) -> str:
    """A data folder past its welcome with one report; its id."""
    store = open_store(folder)
    store.keep_setting("welcomed", True)
    made = store.create(ReplaceBlocks(OPENING, 0, 0, (paragraph("Thực hiện sự chỉ đạo"),)).apply(report()))
    store.close()
    return made
