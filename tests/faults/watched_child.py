"""Works, saves and reopens in a watched folder; its lines stand in the log of the disk between the operations."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from random import Random

from bcdesk.storage import database
from bcdesk.storage.journal import Journal
from tests.faults.clerk import Clerk

STARTS, SAVES, EDITS = 4, 12, 4


def main(folder: Path, journal: Journal, seed: int) -> None:
    database.journal_for = lambda _: journal
    disk = ctypes.CDLL(None)
    chance = Random(seed)
    for _ in range(STARTS):
        clerk = Clerk(folder, lambda line: disk.disk_say(str(line).encode()), chance)
        for _ in range(SAVES):
            for _ in range(chance.randint(1, EDITS)):
                clerk.work()
            assert clerk.saver.flush(60)
        clerk.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Journal(sys.argv[2]), int(sys.argv[3]))
