"""Which journal a folder can bear: WAL needs shared memory and a disk that stays, so a share or stick gets DELETE."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path, PurePath

_MOUNTS = Path("/proc/mounts")
_LOCAL_TYPES = {
    "bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "overlay", "reiserfs", "tmpfs", "xfs", "zfs",
}  # fmt: skip
_DRIVE_FIXED = 3  # what GetDriveTypeW says of a built-in disk


class Journal(StrEnum):
    """SQLite's way to survive a power cut."""

    WAL = "WAL"
    DELETE = "DELETE"


def journal_for(folder: Path) -> Journal:
    """The journal for a database in `folder`; DELETE wherever it is not known to lie on a disk of this machine."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # only Windows has windll

        return windows_journal(folder.resolve(), ctypes.windll.kernel32.GetDriveTypeW)
    if _MOUNTS.is_file():
        return linux_journal(folder.resolve(), _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    return Journal.DELETE


def windows_journal(folder: PurePath, drive_type: Callable[[str], int]) -> Journal:
    """The journal for an absolute folder, from what Windows says of its drive."""
    return Journal.WAL if drive_type(folder.anchor) == _DRIVE_FIXED else Journal.DELETE


def linux_journal(folder: PurePath, mounts: str) -> Journal:
    """The journal for an absolute folder, from /proc/mounts: the deepest mount decides, the last of equals."""
    deepest, deepest_type = PurePath("/"), ""
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        mounted = PurePath(_unescaped(point))
        if folder.is_relative_to(mounted) and len(mounted.parts) >= len(deepest.parts):
            deepest, deepest_type = mounted, kind
    return Journal.WAL if deepest_type in _LOCAL_TYPES else Journal.DELETE


def _unescaped(point: str) -> str:
    """A mount point as it is named; the kernel writes a blank in octal."""
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point)
