"""The reports the units sent, as they lie in a folder: each read, and told which unit it is from.

Every file is somebody else's: one that cannot be read is kept with the sentence that says why, and nothing stops the
rest. Nothing in the folder is written, and no link is followed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

from bcdesk.errors import FileIsLink, FolderTooFull, FolderUnreadable, KnownError
from bcdesk.intake.files import bytes_in, is_word, read_bytes
from bcdesk.intake.senders import NOBODY, Sender, own_name, sender_of
from bcdesk.report.period import period_days
from bcdesk.report.report import Report
from bcdesk.vietnamese.text import nfc

MOST_FILES = 500
READ = frozenset({".docx", ".docm", ".bcdesk", ".txt"})
# What a unit may send instead: such a file is told to be unreadable rather than not seen at all.
REFUSED = frozenset({".doc", ".rtf", ".odt", ".pdf", ".xls", ".xlsx", ".zip", ".rar", ".7z"})


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file: its path below the folder, with `/`; the report in it, or the sentence why there is none.

    `modified` is when it was last written (ISO 8601, local time, to the second). `wanted` is what the clerk says, None
    where he leaves it to the program.
    """

    file: str
    sha256: str = ""
    modified: str = ""
    report: Report | None = None
    trouble: str = ""
    sender: Sender = NOBODY
    wanted: bool | None = None

    @property
    def name(self) -> str:
        """The file's name without a folder."""
        return nfc(PurePosixPath(self.file).name)


@dataclass(frozen=True, slots=True)
class Collection:
    """What came: the units expected, in the order of merging, and the files, by their paths.

    `complete` is not so where one was asked to stop on the way.
    """

    units: tuple[str, ...]
    arrivals: tuple[Arrival, ...]
    complete: bool = True

    def from_unit(self, file: str, unit: str) -> Collection:
        """The clerk says that a file is from that unit, a new one perhaps."""
        units = self.units if unit in self.units else (*self.units, unit)
        said = Sender(unit, sure=True)
        arrivals = tuple(replace(each, sender=said) if each.file == file else each for each in self.arrivals)
        return replace(self, units=units, arrivals=arrivals)

    def expecting(self, units: Sequence[str], senders: Mapping[str, str]) -> Collection:
        """With another list of units: what is surely from one of them stays so, the rest is looked at anew."""

        def said(each: Arrival) -> Arrival:
            return each if each.sender.sure and each.sender.unit in units else _sent(each, units, senders)

        return replace(self, units=tuple(units), arrivals=tuple(map(said, self.arrivals)))

    def taking(self, file: str, *, wanted: bool) -> Collection:
        """The clerk says that a file is to be merged, in the place of others of its unit, or is not."""
        unit = next(each.sender.unit for each in self.arrivals if each.file == file)

        def said(each: Arrival) -> Arrival:
            if each.file == file:
                return replace(each, wanted=wanted)
            rivals = wanted and each.wanted and each.sender.unit == unit
            return replace(each, wanted=None) if rivals else each

        return replace(self, arrivals=tuple(map(said, self.arrivals)))


def _tell_nobody(_done: int, _all: int) -> None: ...


def _never() -> bool:
    return False


def collect(
    folder: Path,
    units: Sequence[str],
    report: Report,
    *,
    senders: Mapping[str, str] | None = None,
    told: Callable[[int, int], None] = _tell_nobody,
    stop: Callable[[], bool] = _never,
) -> Collection:
    """What lies in a folder and the folders right in it, for merging into `report`.

    Without `units`, those found are the expected ones. `senders` are units by `sender_key`. `told` hears how many of
    how many files are read; `stop` is asked before each. Raises FolderUnreadable or FolderTooFull.
    """
    paths = _files(folder)
    expected = tuple(units)
    arrivals: list[Arrival] = []
    for at, path in enumerate(paths):
        if stop():
            return Collection(expected, tuple(arrivals), complete=False)
        told(at, len(paths))
        arrivals.append(_read(folder, path, _first_day(report)))
    expected = expected or tuple(dict.fromkeys(own_name(each.report, each.file) for each in arrivals if each.report))
    told(len(paths), len(paths))
    sent = (_sent(each, expected, senders or {}) for each in arrivals)
    return Collection(expected, tuple(_as_merged(each, expected, report) for each in sent))


def _as_merged(arrival: Arrival, units: Sequence[str], report: Report) -> Arrival:
    """A file that does not say whose it is, and was merged before, is from the unit it was merged for."""
    known = report.merged.contributions if report.merged and not arrival.sender.sure else ()
    same = (each.unit for each in known if (each.file, each.sha256) == (arrival.name, arrival.sha256))
    unit = next((unit for unit in same if unit in units), "")
    return replace(arrival, sender=Sender(unit, sure=True)) if unit else arrival


def _sent(arrival: Arrival, units: Sequence[str], senders: Mapping[str, str]) -> Arrival:
    if arrival.report is None:
        return arrival
    return replace(arrival, sender=sender_of(arrival.report, arrival.file, units, senders))


def _files(folder: Path) -> tuple[Path, ...]:
    """The files that may be reports, in the order of their paths."""
    found = []
    for path in _within(folder, deeper=True):
        found.append(path)
        if len(found) > MOST_FILES:
            raise FolderTooFull(folder)
    return tuple(sorted(found))


def _within(folder: Path, *, deeper: bool) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            found = [(Path(entry), entry.is_dir(follow_symlinks=False)) for entry in entries]
    except OSError as error:
        if deeper:
            raise FolderUnreadable(folder) from error
        return
    for path, is_folder in found:
        if path.name.startswith((".", "~$")):
            continue
        if is_folder and deeper:
            yield from _within(path, deeper=False)
        elif not is_folder and path.suffix.lower() in READ | REFUSED:
            yield path


def _read(folder: Path, path: Path, first_day: date | None) -> Arrival:
    file = path.relative_to(folder).as_posix()
    try:
        if path.is_symlink():
            raise FileIsLink(path.name)
        data = bytes_in(path)
        report = read_bytes(data, path.name).report
        modified = _modified(data, path, first_day)
    except KnownError as error:
        return Arrival(file, trouble=str(error))
    return Arrival(file, sha256(data).hexdigest(), modified, report)


def _first_day(report: Report) -> date | None:
    days = period_days(report.period)
    return days.first if days else None


def _modified(data: bytes, path: Path, first_day: date | None) -> str:
    """What a Word file says of itself, else what its folder does.

    A file that says to be older than the period was made of a template that has kept its date.
    """
    said = _last_saved(data, path.name)
    believed = said and (first_day is None or said.date() >= first_day)
    when = said if said and believed else _written(path)
    return when.replace(tzinfo=None).isoformat(timespec="seconds")


def _written(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    except (OSError, ValueError, OverflowError):  # it was taken away just now, or its time is beyond the calendar
        return datetime.fromtimestamp(0, UTC).astimezone()


def _last_saved(data: bytes, name: str) -> datetime | None:
    if not is_word(data):
        return None
    from bcdesk.word.changed import last_saved  # noqa: PLC0415  # lxml loads only when a Word file is read

    return last_saved(data, name)
