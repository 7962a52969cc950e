"""The program with its window, which also writes down each value a report takes on the desk, and each told as saved.

What the keys did is known from here, not from the keys sent: a busy machine loses some, and an input method composes.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from bcdesk import app
from bcdesk.report.report import Report
from bcdesk.session.save_states import Saved, SaveState
from bcdesk.storage.reports import SqliteStore
from bcdesk.ui.window import Window
from bcdesk.ui.workplace import Workplace
from tests.faults.clerk import Line, named


def main(folder: Path, log: Path) -> int:
    lines = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    committed: dict[str, str] = {}
    open_report, begin, save = Window.open_report, Window.begin, SqliteStore.save

    def say(what: str, report_id: str, value: str) -> None:
        os.write(lines, f"{Line(time.monotonic(), what, report_id, value)}\n".encode())

    def opened(window: Window, report_id: str, *place: object) -> object:
        kept = open_report(window, report_id, *place)
        say("typed", report_id, named(window.desk.session.report))
        window.desk.session.listen(lambda change: say("typed", report_id, named(change.after)))
        return kept

    def begun(window: Window, workplace: Workplace) -> None:
        workplace.saver.listen(hear)
        begin(window, workplace)

    def hear(report_id: str, state: SaveState) -> None:
        if isinstance(state, Saved):
            say("told", report_id, committed[report_id])

    def saved(store: SqliteStore, report_id: str, report: Report, *rest: object) -> object:
        at = save(store, report_id, report, *rest)
        committed[report_id] = named(report)
        return at

    Window.open_report, Window.begin, SqliteStore.save = opened, begun, saved
    return app.run(folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
