"""Undo as a list of earlier reports: values, not inverse commands, so that it cannot drift from the edits."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from uuid import uuid4

from bcdesk.report.report import Report
from bcdesk.report.steps import NO_STEPS, Step, Trail

STEPS = 500
RUN_SECONDS = 1.5


def _token() -> str:
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Taken:
    """A step taken in this session; `at` is when it last grew, in seconds of the session's clock."""

    before: Report
    after: Report
    place: str
    words: str
    at: float
    token: str = field(default_factory=_token, compare=False)

    def takes_in(self, other: Taken) -> bool:
        """Whether `other`, which comes next, is more of the same typing."""
        return self.place != "" and self.place == other.place and other.at - self.at <= RUN_SECONDS

    def grown_by(self, other: Taken) -> Taken:
        """Both as one step, which is another one."""
        return replace(self, after=other.after, at=other.at, token=other.token)


class History:
    """The steps taken and the steps taken back, beginning with a trail; the oldest are forgotten beyond `steps`."""

    def __init__(self, steps: int = STEPS, trail: Trail = NO_STEPS) -> None:
        self._past: deque[Step] = deque(trail.past, maxlen=steps)
        self._future: list[Step] = list(reversed(trail.future))
        self._growing: Taken | None = None

    @property
    def trail(self) -> Trail:
        """All steps, as a value to be kept."""
        return Trail(tuple(self._past), tuple(reversed(self._future)))

    @property
    def next_undo(self) -> Step | None:
        """The step `undo` would take back."""
        return self._past[-1] if self._past else None

    @property
    def next_redo(self) -> Step | None:
        """The step `redo` would take again."""
        return self._future[-1] if self._future else None

    def record(self, step: Taken) -> None:
        """Add a step, or let it grow the last one; what was taken back is gone then.

        Letters typed and deleted again in one run leave no step.
        """
        self._future.clear()
        if self._growing is not None and self._growing.takes_in(step):
            self._past.pop()
            step = self._growing.grown_by(step)
        self._growing = step if step.after != step.before else None
        if self._growing is not None:
            self._past.append(step)

    def undo(self) -> Step | None:
        """The step now taken back; None where there is none."""
        return self._move(self._past, self._future)

    def redo(self) -> Step | None:
        """The step now taken again; None where there is none."""
        return self._move(self._future, self._past)

    def forget_past(self) -> None:
        """Nothing more can be taken back."""
        self._past.clear()
        self._growing = None

    def forget_future(self) -> None:
        """Nothing more can be taken again."""
        self._future.clear()

    def _move(self, source: deque[Step] | list[Step], target: deque[Step] | list[Step]) -> Step | None:
        if not source:
            return None
        self._growing = None
        step = source.pop()
        target.append(step)
        return step
