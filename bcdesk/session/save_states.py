"""What becomes of an edit: changed, saving, saved, or failed to be saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesk.errors import KnownError

FLUSH_SECONDS = 5.0  # what the clerk waits at most for what is to be on the disk first


@dataclass(frozen=True, slots=True)
class Changed:
    """There are edits that are not on the disk, the first of them made at `since` (seconds of the saver's clock)."""

    since: float


@dataclass(frozen=True, slots=True)
class Saving:
    """They are being written."""

    since: float


@dataclass(frozen=True, slots=True)
class Saved:
    """All is on the disk since the commit at `at`."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Failed:
    """The last attempt failed with the sentence of `error`; it is tried again, and nothing is lost meanwhile."""

    since: float
    error: KnownError


SaveState = Changed | Saving | Saved | Failed
