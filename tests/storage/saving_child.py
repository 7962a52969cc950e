"""Saves a report again and again and says each number when its commit has returned, until it is killed."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from bcdesk.storage.database import open_store
from tests.session.reports import report


def main(folder: Path) -> None:
    store = open_store(folder)
    report_id = store.create(report("0"))
    for number in count(1):
        store.save(report_id, report(str(number)))
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
