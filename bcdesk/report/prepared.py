"""What was made ready to be sent with a report: when, where, and which files with which content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file by its name, the SHA-256 of its bytes in hex, and how many they are."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Preparation:
    """The files made ready at one time in one folder."""

    at: datetime
    folder: str
    files: tuple[PreparedFile, ...]


def prepared_file(name: str, data: bytes) -> PreparedFile:
    """The file of that name and content."""
    return PreparedFile(name, sha256(data).hexdigest(), len(data))
