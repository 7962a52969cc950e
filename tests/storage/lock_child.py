"""Holds the data folder it is given until it is killed."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from bcdesk.storage.lock import FolderLock

if __name__ == "__main__":
    FolderLock(Path(sys.argv[1])).take()
    print("held", flush=True)
    signal.pause()
