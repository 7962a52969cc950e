"""A scanned paper as the clerk has it, read and told by its content. The file is never written."""

from __future__ import annotations

from pathlib import Path

from bcdesk.intake.files import bytes_of
from bcdesk.report.signed_copy import MOST_BYTES, SignedCopy, signed_copy


def read_signed_copy(path: Path) -> tuple[SignedCopy, bytes]:
    """What the file is, and its bytes. Raises a KnownError where it cannot be read or is no signed copy."""
    data = bytes_of(path, MOST_BYTES)
    return signed_copy(path.name, data), data
