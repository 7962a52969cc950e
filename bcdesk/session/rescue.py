"""What the rescue of a damaged data folder needs of the place where reports are kept: `bcdesk.storage`."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from bcdesk.report.rescue import Rescue, Way


class Rescuer(Protocol):
    """Saves what can be saved. Every call may come from any thread; KnownError when the disk stands in the way."""

    def look(self) -> Rescue:
        """Make ready what can be saved; nothing is changed yet."""
        ...

    def take(self, way: Way) -> Path | None:
        """Go on that way; where the damaged file lies from now on, None where there was none."""
        ...
