"""The files of signed copies, beside the database: each written once, under the SHA-256 of its content, and kept.

In the database every hourly backup would carry all scans again. As files that never change they are brought to the
backups once, by a second name for the same file where the disk can do that.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from bcdesk.errors import SignedCopyGone
from bcdesk.report.signed_copy import ENDINGS, SignedCopy
from bcdesk.storage.copies import UNFINISHED, sync
from bcdesk.storage.troubles import known_troubles

FOLDER = "signed"
VIEWED = "viewed"
_NAME = re.compile("[0-9a-f]{64}")
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_LONGEST_STEM = 80

Named = Callable[[set[str]], set[str]]


class FileSignedCopies:
    """The signed copies of the data folder `data`; a `bcdesk.session.signed_copies.SignedCopies`."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER
        self._viewed = data / VIEWED

    def keep(self, copy: SignedCopy, data: bytes) -> None:
        """Keep these bytes, safe on the disk when this returns. Raises a KnownError, and keeps no half file."""
        path = self._folder / copy.sha256
        with known_troubles(path):
            self._folder.mkdir(parents=True, exist_ok=True)
            if _is_whole(path):
                os.utime(path)  # `sweep` tells by the time when it was named last
            else:
                _write(path, data)

    def data(self, copy: SignedCopy) -> bytes:
        """The bytes as they were attached. Raises SignedCopyGone where they are not there, or others."""
        with suppress(OSError):
            data = (self._folder / copy.sha256).read_bytes()
            if sha256(data).hexdigest() == copy.sha256:
                return data
        raise SignedCopyGone(copy.name)

    def for_viewer(self, copy: SignedCopy) -> Path:
        """A copy under its own name, so that no viewer writes into what is kept; the ones shown before go."""
        data = self.data(copy)
        path = self._viewed / copy.sha256[:8] / _safe_name(copy)
        with known_troubles(path):
            with suppress(OSError):  # a viewer may hold one open
                shutil.rmtree(self._viewed)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return path


def bring(source: Path, target: Path) -> None:
    """Let every signed copy in the folder `source` be in `target` too. Raises a KnownError where that cannot be."""
    with known_troubles(target):
        missing = [path for path in _kept_in(source) if not _is_there(target / path.name, path)]
        if missing:
            target.mkdir(parents=True, exist_ok=True)
        for path in missing:
            _bring(path, target / path.name)


def sweep(folders: tuple[Path, ...], before: datetime, named: Named, named_in_backups: Named) -> int:
    """Delete from these folders the signed copies that nothing has named since then; how many those were.

    `named` gives those of some SHA-256 that the database names; their files are touched, so that the time of a file
    tells when it was named last. Raises a KnownError.
    """
    with known_troubles(folders[0]):
        found: dict[str, list[Path]] = {}
        for path in (path for folder in folders for path in _kept_in(folder)):
            found.setdefault(path.name, []).append(path)
        in_use = named(set(found)) if found else set()
        for path in (path for name in in_use for path in found[name]):
            os.utime(path)
        old = {name for name in found.keys() - in_use if _are_older(found[name], before)}
        gone = [name for name in old - named_in_backups(old) if _are_older(found[name], before)]  # not attached again
        for path in (path for name in gone for path in found[name]):
            path.unlink()
        return len(gone)


def _are_older(paths: list[Path], moment: datetime) -> bool:
    return all(path.stat().st_mtime < moment.timestamp() for path in paths)


def _kept_in(folder: Path) -> list[Path]:
    """The signed copies there; no link, which may lead anywhere, and no pipe, which has no end."""
    named = (path for path in folder.glob("*") if _NAME.fullmatch(path.name)) if folder.is_dir() else ()
    return [path for path in named if path.is_file() and not path.is_symlink()]


def _is_there(path: Path, original: Path) -> bool:
    return path.is_file() and path.stat().st_size == original.stat().st_size


def _bring(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no second names
        _write(target, source.read_bytes())


def _write(path: Path, data: bytes) -> None:
    unfinished = path.with_name(f"{path.name}{UNFINISHED}")
    unfinished.write_bytes(data)
    sync(unfinished)
    unfinished.replace(path)
    sync(path.parent)


def _is_whole(path: Path) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == path.name


def _safe_name(copy: SignedCopy) -> str:
    stem = _UNSAFE.sub("", Path(copy.name).stem).strip(" .")[:_LONGEST_STEM]
    return f"{stem or 'ban-da-ky'}{ENDINGS[copy.media_type]}"
