"""The second place for backups, on a stick or another disk, and when the newest one was last seen there.

It is written into a file beside the backups, not into the database: bringing a backup back must not change it.
"""

from __future__ import annotations

import json
import platform
from datetime import datetime
from pathlib import Path

from bcdesk.report.backup import Backup, SecondPlace
from bcdesk.storage import shelf
from bcdesk.storage.copies import sync
from bcdesk.storage.troubles import known_troubles

FILE = "second-place.json"
FOLDER = "bcdesk-sao-luu"


def read(folder: Path) -> SecondPlace | None:
    """The second place remembered in `folder`; None where there is none, or its file is not readable."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return SecondPlace(Path(kept["folder"]), datetime.fromisoformat(kept["seen"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(folder: Path, place: SecondPlace | None) -> None:
    """Remember it, or that there is none. Raises a KnownError where that cannot be written."""
    path = folder / FILE
    with known_troubles(path):
        if place is None:
            path.unlink(missing_ok=True)
            return
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".tmp")
        unfinished.write_text(
            json.dumps({"folder": str(place.folder), "seen": place.seen.isoformat()}), encoding="utf-8"
        )
        sync(unfinished)
        unfinished.replace(path)


def shelf_of(place: SecondPlace) -> Path:
    """Where the backups of this PC lie there: several may share a stick."""
    return place.folder / FOLDER / (platform.node() or "may")


def is_there(place: SecondPlace) -> bool:
    """Whether the stick is plugged in, the disk answers."""
    try:
        return place.folder.is_dir()
    except OSError:
        return False


def bring(backup: Backup, place: SecondPlace, now: datetime) -> bool:
    """Put a checked copy of the backup there and thin what lies there; False where it already lies there."""
    there = shelf_of(place)
    if (there / backup.path.name).exists():
        return False
    shelf.sweep(there)
    shelf.thin(there, shelf.put_into(there, backup.path, backup.at), now)
    return True
