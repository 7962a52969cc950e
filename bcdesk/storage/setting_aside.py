"""A damaged database makes way for one that is ready, so that no crash in between leaves neither."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bcdesk.storage.copies import sync

BESIDE = ("", "-wal", "-shm", "-journal")
_TIME = "%Y-%m-%d-%H%M%S"
READY, ASIDE = f"bcdesk-moi-{_TIME}.sqlite", f"bcdesk-hong-{_TIME}.sqlite"


def finish(database: Path) -> None:
    """Where one is ready to take the place of the damaged `database`, set that aside and put it there.

    Done again it goes on where it was cut off. Raises OSError where the disk refuses.
    """
    data = database.parent
    for ready in sorted(data.glob("bcdesk-moi-*.sqlite")):
        at = datetime.strptime(ready.name, READY)  # noqa: DTZ007  # only its own name is made of it
        aside = data / f"{at:{ASIDE}}"
        for ending in BESIDE:
            old, new = data / f"{database.name}{ending}", aside.with_name(f"{aside.name}{ending}")
            if old.exists() and not new.exists():
                old.rename(new)
        sync(data)
        ready.replace(database)
        sync(data)
