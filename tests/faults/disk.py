"""What a program did to the files of a folder, and what a power cut would leave of them.

The model is harsher than a journalling disk: until a file is synced any of its writes may be missing and one may be
torn; until its folder is synced a name may not be there yet, or still be there. Only the order of names is kept.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath
from random import Random

HEAD = struct.Struct("<4q")
SHARED_MEMORY = "-shm"  # SQLite makes it anew from the -wal file


def compiled(folder: Path) -> Path:
    """The preload library `disk.c`, made in `folder`."""
    source, library = Path(__file__).with_name("disk.c"), folder / "disk.so"
    compiler = shutil.which("cc")
    if compiler is None:
        raise FileNotFoundError("cc is missing: install the packages of packaging/linux/packages.txt")
    flags = ["-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run([compiler, *flags, "-o", library, source, "-lpthread"], check=True)
    return library


def environment(library: Path, folder: Path, log: Path) -> dict[str, str]:
    """What a program must find in its environment to be watched."""
    return {"LD_PRELOAD": str(library), "DISK_FOLDER": str(folder), "DISK_LOG": str(log)}


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing done, by the letter of its kind, in the words of `disk.c`; `said` is a line of the program's own."""

    kind: str
    file: int
    at: int
    data: bytes

    @property
    def said(self) -> str:
        return self.data.decode() if self.kind == "M" else ""


def operations(log: Path) -> Iterator[Operation]:
    """What a log holds, in order."""
    data, at = log.read_bytes(), 0
    while at < len(data):
        kind, file, offset, length = HEAD.unpack_from(data, at)
        at += HEAD.size + length
        yield Operation(chr(kind), file, offset, data[at - length : at])


@dataclass(slots=True)
class File:
    """The bytes that are surely on the disk, and the changes that may be."""

    synced: bytes = b""
    waiting: list[Operation] = field(default_factory=list)

    def sync(self) -> None:
        self.synced = applied(self.synced, self.waiting)
        self.waiting = []

    def after_power_cut(self, chance: Random) -> bytes:
        """One of the contents a power cut may leave: some changes missing, perhaps one of them torn."""
        share = chance.choice([0, 0.5, 1])
        kept = [change for change in self.waiting if chance.random() < share]
        writes = [index for index, change in enumerate(kept) if change.kind == "W"]
        if writes:
            torn = chance.choice(writes)
            kept[torn] = _torn(kept[torn], chance)
        return applied(self.synced, kept)


Names = dict[str, File]


class Disk:
    """A folder, empty at first, as operation after operation is done to it."""

    def __init__(self) -> None:
        self._files: dict[int, File] = {}
        self._names: Names = {}
        self._renamings: list[tuple[PurePath, partial[None]]] = []

    def do(self, operation: Operation) -> None:
        """Take in one operation."""
        name = operation.data.decode() if operation.kind in "CDUR" else ""
        match operation.kind:
            case "W" | "T":
                self._files[operation.file].waiting.append(operation)
            case "S":
                self._files[operation.file].sync()
            case "D":
                self._sync_names(PurePath(name))
            case "C":
                made = self._files[operation.file] = File()
                self._later(name, partial(_put, name=name, file=made))
            case "U":
                self._later(name, partial(_take, name=name))
            case "R":
                old, new = name.split("\0")
                self._later(new, partial(_move, old=old, new=new))

    def after_power_cut(self, chance: Random) -> dict[str, bytes]:
        """The files with their bytes as a power cut may leave them now."""
        names = copy(self._names)
        for _, change in self._renamings[: chance.choice([0, chance.randint(0, len(self._renamings)), None])]:
            change(names)
        return {name: file.after_power_cut(chance) for name, file in names.items() if not name.endswith(SHARED_MEMORY)}

    def _later(self, name: str, change: partial[None]) -> None:
        self._renamings.append((PurePath(name).parent, change))

    def _sync_names(self, folder: PurePath) -> None:
        for of, change in self._renamings:
            if of == folder:
                change(self._names)
        self._renamings = [(of, change) for of, change in self._renamings if of != folder]


def applied(content: bytes, changes: list[Operation]) -> bytes:
    """The content after these changes; what was never written in between is zero."""
    data = bytearray(content)
    for change in changes:
        if change.kind == "T":
            del data[change.at :]
            data.extend(bytes(change.at - len(data)))
        else:
            data.extend(bytes(max(0, change.at - len(data))))
            data[change.at : change.at + len(change.data)] = change.data
    return bytes(data)


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Make these files, with the folders they are in."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _torn(write: Operation, chance: Random) -> Operation:
    return Operation(write.kind, write.file, write.at, write.data[: chance.randint(0, len(write.data))])


def _put(names: Names, name: str, file: File) -> None:
    names[name] = file


def _take(names: Names, name: str) -> None:
    names.pop(name, None)


def _move(names: Names, old: str, new: str) -> None:
    if old in names:
        names[new] = names.pop(old)
