"""Backups of a data folder: taken, listed, compared and brought back; a `bcdesk.session.backups.Backups`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock

from bcdesk.errors import BackupBroken, DatabaseDamaged, FolderGone
from bcdesk.report.backup import Backup, Difference, SecondPlace, difference
from bcdesk.storage import second_place, shelf, signed_copies
from bcdesk.storage.content import content
from bcdesk.storage.copies import check, copy_database, pour
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.named_copies import names_in, names_in_backups
from bcdesk.storage.register import bring_lines
from bcdesk.storage.reports import SqliteStore
from bcdesk.storage.troubles import known_troubles

_SEEN_AGAIN = timedelta(hours=1)


class SqliteBackups:
    """The backups of the store in `data`; any thread may call, one thing is done at a time.

    `now` gives the time with its zone. Every method raises a KnownError where the disk stands in the way.
    """

    def __init__(self, data: Path, store: SqliteStore, now: Callable[[], datetime]) -> None:
        self._database = data / FILE_NAME
        self._folder = data / shelf.FOLDER
        self._store = store
        self._clock = now
        self._turn = RLock()

    def listed(self) -> tuple[Backup, ...]:
        """Every backup beside the data that can be opened, the newest first."""
        return shelf.backups_in(self._folder)

    def damaged(self) -> tuple[datetime, ...]:
        """When those were taken that lie there too but cannot be opened, the newest first."""
        return shelf.damaged_in(self._folder)

    def at(self, path: Path) -> Backup:
        """The backup in a file wherever it lies. Raises BackupBroken where it is none."""
        try:
            return shelf.backup_at(path)
        except DatabaseDamaged as error:
            raise BackupBroken(path) from error

    def last(self) -> datetime | None:
        """When the newest one was taken, by its name; None before the first."""
        return next((at for at, _ in shelf.named_in(self._folder)), None)

    def outdated(self) -> bool:
        """Whether anything of the clerk's differs from the newest backup."""
        newest = next((path for _, path in shelf.named_in(self._folder)), None)
        if newest is None:
            return True
        try:
            kept = content(newest)
        except DatabaseDamaged:
            return True
        return kept != content(self._database)

    def check(self) -> None:
        """Read every page of the database. Raises DatabaseDamaged where it is not sound."""
        check(self._database)

    def catch_up(self) -> None:
        """Let every report be found by what it says now: saves put that off."""
        self._store.catch_up()

    def take(self) -> Backup:
        """Take a backup now and check it, then thin the older ones."""
        with self._turn:
            shelf.sweep(self._folder)
            taken = self._taken()
            shelf.thin(self._folder, taken, self._now())
            return taken

    def look(self, backup: Backup) -> Difference:
        """What the list would become. Raises BackupBroken where the backup is not sound."""
        with self._opened(backup) as (then, _):
            return difference(self._store.listed(), then.listed())

    def bring_back(self, backup: Backup) -> Backup | None:
        """Make everything what it was in the backup, wholly or not at all; a backup of how it was before.

        None where that was damaged: it is set aside as it is. No backup is thinned. Raises BackupBroken.
        """
        with self._opened(backup) as (_, copy):
            before = self._set_aside()
            self._bring_signed_copies(backup)
            with known_troubles(self._database):
                if before is not None:
                    bring_lines(self._database, copy)  # what was given since then stays given
                pour(copy, self._database)
            return before

    def copy_out(self, backup: Backup, report_id: str) -> str:
        """Keep one report of the backup as a new one; its id. Raises KeyError where the backup has none of that id."""
        with self._opened(backup) as (then, _):
            self._bring_signed_copies(backup)
            return self._store.create(then.load(report_id).report)

    def sweep(self, before: datetime) -> int:
        """Delete the signed copies that no report or backup has named since then; how many those were."""
        with self._turn:
            named = partial(names_in, self._database)
            in_backups = partial(names_in_backups, [path for _, path in shelf.named_in(self._folder)])
            folders = tuple(place / signed_copies.FOLDER for place in (self._database.parent, self._folder))
            return signed_copies.sweep(folders, before, named, in_backups)

    def second_place(self) -> SecondPlace | None:
        """The folder that gets every backup too."""
        return second_place.read(self._folder)

    def keep_second_place(self, folder: Path | None) -> None:
        """From now on bring every backup there too, beginning at once; None: nowhere.

        Raises a KnownError, and changes nothing, where that folder cannot take one.
        """
        with self._turn:
            if folder is None:
                second_place.write(self._folder, None)
                return
            place = SecondPlace(folder, self._now())
            if not second_place.is_there(place):
                raise FolderGone(folder / FILE_NAME)
            second_place.bring(next(iter(self.listed()), None) or self.take(), place, place.seen)
            second_place.write(self._folder, place)

    def bring_along(self) -> None:
        """Bring the newest backup to the second place, where that is there."""
        with self._turn:
            place, newest = self.second_place(), next(iter(self.listed()), None)
            if place is None or newest is None or not second_place.is_there(place):
                return
            now = self._now()
            brought = second_place.bring(newest, place, now)
            if brought or now - place.seen >= _SEEN_AGAIN:
                second_place.write(self._folder, SecondPlace(place.folder, now))

    def _now(self) -> datetime:
        return self._clock().astimezone()

    def _bring_signed_copies(self, backup: Backup) -> None:
        signed_copies.bring(backup.path.parent / signed_copies.FOLDER, self._database.parent / signed_copies.FOLDER)

    def _taken(self) -> Backup:
        return shelf.put_into(self._folder, self._database, self._now())

    def _set_aside(self) -> Backup | None:
        """A backup of how things are; where they are damaged, a copy of the very files."""
        try:
            return self._taken()
        except DatabaseDamaged:
            aside = self._folder / f"damaged-{self._now():%Y-%m-%d-%H%M%S}"
            with known_troubles(aside):
                aside.mkdir(parents=True)
                for path in self._database.parent.glob(f"{FILE_NAME}*"):
                    shutil.copyfile(path, aside / path.name)
            return None

    @contextmanager
    def _opened(self, backup: Backup) -> Iterator[tuple[SqliteStore, Path]]:
        """The backup as a store of its own: a copy, checked and brought up to date, that is thrown away."""
        with self._turn, known_troubles(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(dir=self._folder, prefix=shelf.LOOK, ignore_cleanup_errors=True) as folder:
                copy = Path(folder) / FILE_NAME
                try:
                    copy_database(backup.path, copy)
                except DatabaseDamaged as error:
                    raise BackupBroken(backup.path) from error
                with closing(open_store(Path(folder))) as store:
                    yield store, copy
