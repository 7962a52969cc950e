"""What attaching signed copies needs of the place where they lie; `bcdesk.storage` is that place."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from bcdesk.report.signed_copy import SignedCopy


class SignedCopies(Protocol):
    """The files of signed copies. Every call may come from any thread; KnownError when it cannot be done."""

    def keep(self, copy: SignedCopy, data: bytes) -> None:
        """Keep these bytes, safe on the disk when this returns."""
        ...

    def data(self, copy: SignedCopy) -> bytes:
        """The bytes as they were attached. Raises SignedCopyGone where they are not there any more."""
        ...

    def for_viewer(self, copy: SignedCopy) -> Path:
        """A file of its own to be shown, under the name it came with; raises as `data` does."""
        ...
