"""What is not saved yet, and when its turn comes: plain decisions, with the time given by the caller in seconds."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from bcdesk.report.report import Report
from bcdesk.report.steps import NO_STEPS, Trail

QUIET_SECONDS = 0.8
LONGEST_SECONDS = 2.0
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The newest value of a report that is not on the disk: unsaved since when, due when, failed how often.

    `trail` is the way it has come, and is saved with it.
    """

    report: Report
    since: float
    due: float
    failures: int = 0
    trail: Trail = NO_STEPS

    @classmethod
    def first(cls, report: Report, now: float, trail: Trail = NO_STEPS) -> Unsaved:
        """The first edit after a save."""
        return cls(report, now, now + QUIET_SECONDS, trail=trail)

    def edited(self, report: Report, now: float, trail: Trail = NO_STEPS) -> Unsaved:
        """With a newer value, which is tried at once where saving has failed before."""
        due = now if self.failures else min(now + QUIET_SECONDS, self.since + LONGEST_SECONDS)
        return replace(self, report=report, due=due, trail=trail)

    def failed(self, now: float) -> Unsaved:
        """After one more failure, due after a pause that grows up to half a minute."""
        pause = PAUSES[min(self.failures, len(PAUSES) - 1)]
        return replace(self, due=now + pause, failures=self.failures + 1)


class Waiting:
    """The unsaved reports. At most one is taken out to be saved; while it is out, newer edits of it wait here."""

    def __init__(self) -> None:
        self._unsaved: dict[str, Unsaved] = {}
        self._asked: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._unsaved)

    @property
    def asked(self) -> bool:
        """Whether a report that was asked for has not had its turn yet."""
        return bool(self._asked)

    def note(self, report_id: str, report: Report, now: float, trail: Trail = NO_STEPS) -> Unsaved:
        """Keep this value as the newest of its report."""
        earlier = self._unsaved.get(report_id)
        unsaved = earlier.edited(report, now, trail) if earlier else Unsaved.first(report, now, trail)
        self._unsaved[report_id] = unsaved
        return unsaved

    def ask(self) -> None:
        """Make it the turn of every report that waits, whatever the clock says."""
        self._asked |= self._unsaved.keys()

    def due(self) -> float:
        """When the next turn comes; infinite where nothing waits."""
        return min(map(self._due_of, self._unsaved), default=math.inf)

    def take(self, now: float) -> tuple[str, Unsaved] | None:
        """Take out the report that has been due the longest; None where none is due."""
        report_id = min(self._unsaved, key=self._due_of, default=None)
        if report_id is None or self._due_of(report_id) > now:
            return None
        self._asked.discard(report_id)
        return report_id, self._unsaved.pop(report_id)

    def hand_over(self) -> dict[str, Report]:
        """All values that are not on the disk; from now on nothing waits."""
        values = {report_id: unsaved.report for report_id, unsaved in self._unsaved.items()}
        self._unsaved.clear()
        self._asked.clear()
        return values

    def put_back(self, report_id: str, unsaved: Unsaved, now: float) -> Unsaved:
        """What was taken out could not be saved: keep it, or the newer value that came meanwhile."""
        newest = self._unsaved.get(report_id, unsaved)
        kept = replace(unsaved, report=newest.report, trail=newest.trail).failed(now)
        self._unsaved[report_id] = kept
        return kept

    def of(self, report_id: str) -> Unsaved | None:
        """What waits of this report."""
        return self._unsaved.get(report_id)

    def _due_of(self, report_id: str) -> float:
        return -math.inf if report_id in self._asked else self._unsaved[report_id].due
