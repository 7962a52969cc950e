"""The rescue of a damaged data folder: what can be saved is made ready beside it; the damaged file is never changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from bcdesk.errors import KnownError
from bcdesk.report.backup import Backup
from bcdesk.report.kept import Listed
from bcdesk.report.rescue import Rescue, Salvage, Way
from bcdesk.storage import second_place, shelf, signed_copies
from bcdesk.storage.copies import copy_database, pour, sync
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.merge import merge
from bcdesk.storage.salvage import salvage
from bcdesk.storage.setting_aside import ASIDE, READY, finish
from bcdesk.storage.troubles import known_troubles

_WORK = ".rescue"
_SALVAGED, _CHOSEN = "salvaged.sqlite", "chosen.sqlite"


class Rescuer:
    """Rescues the data in a folder that nobody else works in; a `bcdesk.session.rescue.Rescuer`.

    `backup` is the one to be used; None: the newest sound one there is.
    """

    def __init__(self, data: Path, now: Callable[[], datetime], backup: Path | None = None) -> None:
        self._data = data
        self._only = backup
        self._work = data / _WORK
        self._now = now
        self._found = Rescue(Salvage())

    def look(self) -> Rescue:
        """Salvage what can be read and find the newest sound backup. Raises a KnownError where the disk refuses."""
        with known_troubles(self._work):
            self._clear()
            self._work.mkdir()
            backup, then = self._newest_backup()
            copy = self._then / FILE_NAME if backup else None
            self._found = Rescue(salvage(self._data / FILE_NAME, self._work / _SALVAGED, copy), backup, then)
            return self._found

    def take(self, way: Way) -> Path | None:
        """Go on that way, after `look`; where the damaged file lies now, None where there was none."""
        at = self._now().astimezone()
        ready = self._data / f"{at:{READY}}"
        with known_troubles(self._data / FILE_NAME):
            chosen = self._work / _CHOSEN
            chosen.unlink(missing_ok=True)
            pour(self._then / FILE_NAME if way is Way.BACKUP else self._work / _SALVAGED, chosen)
            if way is Way.BOTH:
                merge(chosen, self._then / FILE_NAME)
            sync(chosen)
            chosen.replace(ready)  # from here on the rescue is decided, whatever ends the program
            finish(self._data / FILE_NAME)
            if self._found.backup and way is not Way.SALVAGE:
                shelved = self._found.backup.path.parent
                signed_copies.bring(shelved / signed_copies.FOLDER, self._data / signed_copies.FOLDER)
            self._clear()
        aside = self._data / f"{at:{ASIDE}}"
        return aside if aside.exists() else None

    @property
    def _then(self) -> Path:
        return self._work / "backup"

    def _newest_backup(self) -> tuple[Backup | None, tuple[Listed, ...]]:
        """The newest backup that is sound, brought up to date in the folder `_then`, and its reports."""
        for at, path in sorted(self._named(), reverse=True):
            with suppress(KnownError):
                shutil.rmtree(self._then, ignore_errors=True)
                self._then.mkdir()
                reports = copy_database(path, self._then / FILE_NAME)
                with closing(open_store(self._then)) as store:
                    return Backup(path, at, reports, path.stat().st_size), store.listed()
        return None, ()

    def _named(self) -> Iterator[tuple[datetime, Path]]:
        """The backup to be used; else every file called one, beside the data and at the second place."""
        if self._only:
            yield shelf.time_of(self._only) or self._now().astimezone(), self._only
            return
        folder = self._data / shelf.FOLDER
        place = second_place.read(folder)
        for shelved in (folder, second_place.shelf_of(place) if place else None):
            if shelved:
                with suppress(KnownError):
                    yield from shelf.named_in(shelved)

    def _clear(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)
