"""Saves on a watched disk that fails at the first, second … operation of a save, until a save gets through.

It prints a line for each: the fault, the number of the operation, and the sentence the clerk is told.
"""

from __future__ import annotations

import ctypes
import errno
import sys
from itertools import count
from pathlib import Path
from random import Random

from bcdesk.session.save_states import Failed
from bcdesk.storage import database
from bcdesk.storage.journal import Journal
from tests.faults.clerk import Clerk

FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS)
FOR_EVER = 2**31 - 1


def main(folder: Path, journal: Journal, seed: int) -> None:
    database.journal_for = lambda _: journal
    disk = ctypes.CDLL(None)
    clerk = Clerk(folder, lambda line: disk.disk_say(str(line).encode()), Random(seed))
    sentences: list[str] = []
    clerk.saver.listen(lambda _, state: sentences.append(str(state.error)) if isinstance(state, Failed) else None)
    clerk.work()
    for fault in FAULTS:
        for last in (FOR_EVER, 0):  # the disk stays so, or only one operation fails
            for first in count(1):
                clerk.type()
                disk.disk_fail(first, last or first, fault)
                saved = clerk.saver.flush(60)
                reached = disk.disk_count() >= first
                disk.disk_fail(1, 0, 0)
                assert clerk.saver.flush(60), "the disk is well again"
                if not reached:
                    break
                print(errno.errorcode[fault], first, "saved" if saved else sentences[-1], sep="\t")
    clerk.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Journal(sys.argv[2]), int(sys.argv[3]))
