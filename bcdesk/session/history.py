"""Undo as a list of earlier reports: values, not inverse commands, so that it cannot drift from the edits."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

from bcdesk.report.report import Report

STEPS = 1000
RUN_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: the report before and after, what was touched, its words, and when it last grew."""

    before: Report
    after: Report
    place: str
    words: str
    at: float

    def takes_in(self, other: Step) -> bool:
        """Whether `other`, which comes next, is more of the same typing."""
        return self.place != "" and self.place == other.place and other.at - self.at <= RUN_SECONDS

    def grown_by(self, other: Step) -> Step:
        """Both as one step."""
        return replace(self, after=other.after, at=other.at)


class History:
    """The steps taken and the steps taken back; the oldest are forgotten beyond `steps`."""

    def __init__(self, steps: int = STEPS) -> None:
        self._past: deque[Step] = deque(maxlen=steps)
        self._future: list[Step] = []
        self._run_goes_on = False

    @property
    def next_undo(self) -> Step | None:
        """The step `undo` would take back."""
        return self._past[-1] if self._past else None

    @property
    def next_redo(self) -> Step | None:
        """The step `redo` would take again."""
        return self._future[-1] if self._future else None

    def record(self, step: Step) -> None:
        """Add a step, or let it grow the last one; what was taken back is gone then.

        Letters typed and deleted again in one run leave no step.
        """
        self._future.clear()
        last = self.next_undo
        if last is not None and self._run_goes_on and last.takes_in(step):
            step = self._past.pop().grown_by(step)
        self._run_goes_on = step.after != step.before
        if self._run_goes_on:
            self._past.append(step)

    def undo(self) -> Step | None:
        """The step now taken back; None where there is none."""
        return self._move(self._past, self._future)

    def redo(self) -> Step | None:
        """The step now taken again; None where there is none."""
        return self._move(self._future, self._past)

    def _move(self, source: deque[Step] | list[Step], target: deque[Step] | list[Step]) -> Step | None:
        if not source:
            return None
        self._run_goes_on = False
        step = source.pop()
        target.append(step)
        return step
