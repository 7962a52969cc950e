"""What is written down of the program's own doings: its log, and where it went down."""

from __future__ import annotations

import faulthandler
import logging
import sys
from contextlib import suppress
from pathlib import Path

from bcdesk import __version__

LOG, CRASHES = "bcdesk.log", "crash.log"
LOG_BYTES, LOGS = 500_000, 3

log = logging.getLogger("bcdesk")


def keep_records(folder: Path) -> None:
    """Log what happens, and what goes down, in the data folder."""
    catch_crashes(folder)
    write_log(folder)


def write_log(folder: Path) -> None:
    """Log into the data folder, once, never a word of a report; where it cannot be written, into nothing."""
    path = folder / LOG
    if str(path) in {handler.name for handler in log.handlers}:
        return
    from logging.handlers import RotatingFileHandler  # with much that the first paint does without

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOGS, encoding="utf-8")
    except OSError:
        return
    handler.name = str(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.info("bcdesk %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)


def catch_crashes(folder: Path) -> None:
    """Where Python itself goes down, what it was at is written into a file; nothing where that cannot be written."""
    if not faulthandler.is_enabled():
        with suppress(OSError):
            faulthandler.enable((folder / CRASHES).open("a", encoding="utf-8"))  # held open by faulthandler
