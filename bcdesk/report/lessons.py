"""What the issued reports of an office teach, read a moment at a time so that other work need not wait for it."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Iterable

from bcdesk.report.report import Report
from bcdesk.report.search import texts
from bcdesk.vietnamese.learning import in_several, taught
from bcdesk.vietnamese.spelling import Proofreader

A_MOMENT = 0.1  # seconds


class Lessons:
    """Reads issued reports for the names and phrases that stand in several of them."""

    def __init__(self, reports: Iterable[Report], proofreader: Proofreader) -> None:
        self._proofreader = proofreader
        self._unread = deque(
            (number, line) for number, report in enumerate(reports) for _, lines in texts(report) for line in lines
        )
        self._taught: dict[int, frozenset[str]] = {}

    def read_on(self, seconds: float = A_MOMENT) -> int:
        """Read on for about that long; how many paragraphs are left."""
        end = time.monotonic() + seconds
        while self._unread:
            number, line = self._unread.popleft()
            self._taught[number] = self._taught.get(number, frozenset()) | taught(line, self._proofreader)
            if time.monotonic() > end:
                break
        return len(self._unread)

    @property
    def phrases(self) -> tuple[str, ...]:
        """What stands in at least two of what has been read."""
        return in_several(Counter(phrase for phrases in self._taught.values() for phrase in phrases))
