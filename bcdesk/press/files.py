"""Files on their way out: a name every system keeps, and bytes written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from bcdesk.errors import FileNameTooLong, FileNotWritten, FolderGone, FolderReadOnly, PathTrouble, TargetDiskFull
from bcdesk.report.office import symbol_of
from bcdesk.report.period import period_words
from bcdesk.report.report import Report
from bcdesk.vietnamese.folding import unmarked

WORD_LOCK, OFFICE_LOCK = "~$", ".~lock.{}#"
# Word leaves out up to two first characters of a name in the name of its lock file.
LEFT_OUT = (0, 1, 2)
WRITABLE = 0o222
WINDOWS_NAME_TOO_LONG = 206
_NO_NAMES = ("", "..")  # what is left of `.`, of a disk, of the folder above

_CAUSES: dict[int | None, type[PathTrouble]] = {
    errno.ENOSPC: TargetDiskFull,
    errno.EDQUOT: TargetDiskFull,
    errno.EFBIG: TargetDiskFull,
    errno.EACCES: FolderReadOnly,
    errno.EPERM: FolderReadOnly,
    errno.EROFS: FolderReadOnly,
    errno.ENAMETOOLONG: FileNameTooLong,
    errno.ENOENT: FolderGone,
    errno.ENOTDIR: FolderGone,
    errno.ENODEV: FolderGone,
    errno.ENXIO: FolderGone,
    errno.EIO: FolderGone,
}

LONGEST_NAME = 120
LONGEST_TOPIC = 48
ROOM = 16  # for what may stand before and behind: `phieu-trinh_`, ` (2)`
SHORT_FORMS = {
    "cải cách hành chính": "CCHC",
    "thủ tục hành chính": "TTHC",
    "kinh tế - xã hội": "KTXH",
    "quốc phòng - an ninh": "QPAN",
    "quốc phòng, an ninh": "QPAN",
    "chuyển đổi số": "CDS",
    "phòng, chống tham nhũng": "PCTN",
}
# Names of devices, which Windows does not take for files whatever their ending.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_YEAR_WORD = re.compile(r"(?<=[\dIV])-nam-(?=\d{4})")


def file_name(report: Report, ending: str = ".docx") -> str:
    """`12-BC-UBND_tuyen-truyen-CCHC_quy-I-2024.docx`: number where there is one, symbol, topic, period."""
    symbol = plain(f"{report.number} {report.symbol or symbol_of(report.office)}")
    period = period_words(report.period)
    parts = (symbol, _topic(report.title, period), _YEAR_WORD.sub("-", plain(period)))
    whole = "_".join(part for part in parts if part)
    stem = whole[: LONGEST_NAME - ROOM - len(ending)].rstrip("-_") or "bao-cao"
    return f"{stem}_{ending}" if RESERVED.fullmatch(stem) else f"{stem}{ending}"


def slip_name(report: Report, ending: str = ".docx") -> str:
    """The name of the report's phiếu trình ký: `phieu-trinh_12-BC-UBND_….docx`."""
    return f"phieu-trinh_{file_name(report, ending)}"


def plain(text: str) -> str:
    """`text` in ASCII letters and digits of the same case, joined by hyphens."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", unmarked(text)))


def _topic(title: str, period: str) -> str:
    """The title without its period and its first `Công tác`, usual terms shortened, cut between words."""
    topic = title.replace(period, " ") if period else title
    for words, short in SHORT_FORMS.items():
        topic = re.sub(re.escape(words), short, topic, flags=re.IGNORECASE)
    topic = re.sub(r"^\s*công tác\b", "", topic, flags=re.IGNORECASE).strip()
    name = plain(topic[:1].lower() + topic[1:] if topic[1:2].islower() else topic)
    return name if len(name) <= LONGEST_TOPIC else name[: name.rfind("-", 0, LONGEST_TOPIC)]


def _anything(_path: Path) -> bool:
    return True


def write_whole(path: Path, data: bytes, may_replace: Callable[[Path], bool] = _anything) -> Path:
    """Write `data` under `path`, or beside it as `… (2)` where that file is open elsewhere, read-only or to be kept.

    Gives the path written. Raises a KnownError, leaving everything as it was, where it cannot be done.
    """
    if path.name in _NO_NAMES:
        raise FileNotWritten(path)
    temporary = path.with_name(f".{secrets.token_hex(4)}.tmp")
    try:
        _write(temporary, data)
        return _named(temporary, _names(path, may_replace))
    except OSError as trouble:
        raise _known(trouble, path) from trouble
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make the folder where it is not there yet. Raises a KnownError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise _known(trouble, folder) from trouble


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _named(temporary: Path, names: Iterator[Path]) -> Path:
    target = next(names)
    try:
        temporary.replace(target)
    except PermissionError:
        # Windows does not replace a file another program holds open.
        if not target.exists():
            raise
        return _named(temporary, names)
    _settle(target.parent)
    return target


def _names(path: Path, may_replace: Callable[[Path], bool]) -> Iterator[Path]:
    """`path` itself unless it is taken, then the free names beside it."""
    if not path.exists() or (not _is_taken(path) and may_replace(path)):
        yield path
    beside = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    yield from (name for name in beside if not name.exists())


def _is_taken(path: Path) -> bool:
    """Whether the file is read-only, open in Word or LibreOffice, or no file at all but a folder, pipe or device."""
    locks = (OFFICE_LOCK.format(path.name), *(WORD_LOCK + path.name[left:] for left in LEFT_OUT))
    held = any(path.with_name(lock).exists() for lock in locks)
    return held or not path.is_file() or not path.stat().st_mode & WRITABLE


def _settle(folder: Path) -> None:
    """Have the new name outlive a power cut, where the system can sync folders; the file itself is already safe."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _known(trouble: OSError, path: Path) -> PathTrouble:
    if getattr(trouble, "winerror", None) == WINDOWS_NAME_TOO_LONG:
        return FileNameTooLong(path)
    return _CAUSES.get(trouble.errno, FileNotWritten)(path)
