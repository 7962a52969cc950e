"""Asks for numbers as fast as it can, in a process of its own; prints those it got."""

from __future__ import annotations

import sys
from pathlib import Path

from bcdesk.report.register import Book, Line, Series
from bcdesk.storage.database import open_store

BOOK = Book(2024, "UBND", Series.GENERAL)

if __name__ == "__main__":
    store = open_store(Path(sys.argv[1]))
    print("ready", flush=True)
    sys.stdin.readline()
    print(*(store.register.give(Line(BOOK), "Lan").line.number for _ in range(int(sys.argv[2]))))
    store.close()
