"""One desk per data folder: a lock that names who works in it, and since when.

The system's own lock on the file tells on this machine whether its holder lives: it goes with the process, however that
ends. What is written in the file tells of holders this machine cannot see, and of an end that was none: who leaves in
good order empties the file.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from bcdesk.errors import FolderInUse, FolderInUseElsewhere, FolderRefused

FILE_NAME = "bcdesk.lock"
_FAR_BYTE = 1 << 30  # Windows locks bytes against reading too: one that is never written

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        os.lseek(file, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works in a data folder, on which machine, in which process, and since when (a time with its zone)."""

    user: str
    machine: str
    process: int
    since: datetime

    @property
    def who(self) -> str:
        """The person and the machine, in words."""
        return f"{self.user} ở máy {self.machine}"


# For a file that the power cut while it was written, and for one whose name did not fit on the disk.
_UNKNOWN = Holder("người chưa rõ tên", "", 0, datetime.min.replace(tzinfo=UTC))


def this_process() -> Holder:
    """Who would hold a folder from now on: this very process."""
    return Holder(_user(), platform.node(), os.getpid(), datetime.now(UTC).astimezone())


class FolderLock:
    """The lock of a data folder. `me` says who asks for it."""

    def __init__(self, folder: Path, me: Callable[[], Holder] = this_process) -> None:
        self.folder = folder
        self.after_unclean_end = False
        self._me = me
        self._file: int | None = None

    @property
    def held(self) -> bool:
        """Whether this lock holds the folder."""
        return self._file is not None

    def take(self, *, from_afar: bool = False) -> None:
        """Hold the folder, which is made where it does not exist; `after_unclean_end` says whether the last one fell.

        A holder of this machine that no longer lives is followed in silence, one of another machine only with
        `from_afar`. Raises FolderInUse while somebody holds it, FolderRefused where nothing can be written.
        """
        if self.held:
            return
        with ExitStack() as undone:
            file, me = self._opened(undone), self._me()
            before = _read(file)
            if not _locks(file):
                raise _in_use(FolderInUse, self.folder, before)
            if before and before.machine not in {me.machine, _UNKNOWN.machine} and not from_afar:
                raise _in_use(FolderInUseElsewhere, self.folder, before)
            undone.pop_all()
        self.after_unclean_end = before is not None
        self._file = file
        with suppress(OSError):  # a full disk: the system's lock holds without the name
            _write(file, _words(me))

    def release(self) -> None:
        """Let go of the folder in good order; nothing where it is not held."""
        if self._file is not None:
            with suppress(OSError):  # the stick is out already
                _write(self._file, "")
            with suppress(OSError):
                os.close(self._file)
            self._file = None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def _opened(self, undone: ExitStack) -> int:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            file = os.open(self.folder / FILE_NAME, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise FolderRefused(self.folder) from error
        undone.callback(os.close, file)
        return file


def _locks(file: int) -> bool:
    """Whether the system lets us lock; a share that knows no locks cannot say no."""
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):  # what Linux and Windows say where another process has it
        return False
    except OSError:
        return True
    return True


def _read(file: int) -> Holder | None:
    """Who is written there; None for nobody."""
    os.lseek(file, 0, os.SEEK_SET)
    data = os.read(file, 4096)
    if not data:
        return None
    try:
        written = json.loads(data)
        return Holder(written["user"], written["machine"], written["process"], datetime.fromisoformat(written["since"]))
    except (ValueError, TypeError, KeyError):
        return _UNKNOWN


def _words(holder: Holder) -> str:
    return json.dumps({**asdict(holder), "since": holder.since.isoformat(timespec="seconds")}, ensure_ascii=False)


def _write(file: int, words: str) -> None:
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, words.encode())
    os.fsync(file)


def _in_use(error: type[FolderInUse], folder: Path, holder: Holder | None) -> FolderInUse:
    from bcdesk.vietnamese.dates import short_date  # noqa: PLC0415  # no start needs it that is let in

    if holder is None or holder is _UNKNOWN:
        return error(folder, _UNKNOWN.user, "trước đó")
    since = holder.since.astimezone()
    return error(folder, holder.who, f"{since:%H:%M} ngày {short_date(since.date())}")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "người dùng"
