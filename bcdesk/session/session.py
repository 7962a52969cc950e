"""One report being worked on: every change goes through here, and everyone who shows or keeps it hears of it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bcdesk.errors import FrozenReport, IssuedReport, UnreadableReport
from bcdesk.report.edits import Edit
from bcdesk.report.report import Report
from bcdesk.report.states import may_become
from bcdesk.report.steps import Step, Trail
from bcdesk.session.history import History, Taken
from bcdesk.session.listeners import Listeners


class Cause(StrEnum):
    """What a change came from."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners are told: the report before and after, the cause, and the place of the edit behind it."""

    before: Report
    after: Report
    cause: Cause
    place: str


class Session:
    """A report with its history. Used from one thread; `clock` gives seconds."""

    def __init__(
        self, report: Report, *, clock: Callable[[], float] = time.monotonic, history: History | None = None
    ) -> None:
        self._report = report
        self._clock = clock
        self._history = history or History()
        self._listeners: Listeners[[Change]] = Listeners()
        self._untold: deque[Change] = deque()

    @property
    def report(self) -> Report:
        """The report as it stands."""
        return self._report

    @property
    def trail(self) -> Trail:
        """The way the report has come, as a value to be kept with it."""
        return self._history.trail

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.next_undo is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return self._history.next_redo is not None

    @property
    def undo_words(self) -> str:
        """What undo would take back, as a Vietnamese phrase; empty where there is nothing."""
        return _words(self._history.next_undo)

    @property
    def redo_words(self) -> str:
        """What redo would do again, as a Vietnamese phrase; empty where there is nothing."""
        return _words(self._history.next_redo)

    def change(self, edit: Edit) -> None:
        """Apply an edit; one that changes nothing leaves no step.

        Raises FrozenReport where the report is signed and the edit is not the number or date, IssuedReport where it
        is issued; KeyError for an unknown part.
        """
        before, after = self._report, edit.apply(self._report)
        if after == before:
            return
        _refuse_frozen(before, after)
        self._history.record(Taken(before, after, edit.place, edit.words, self._clock()))
        if after.issued and not before.issued:  # there is no way back from here
            self._history.forget_past()
        self._become(after, Cause.EDIT, edit.place)

    def undo(self) -> None:
        """Take the last step back; nothing where there is none, or where what was kept of it is damaged."""
        step = self._history.next_undo
        if step is None:
            return
        try:
            before = step.before
        except UnreadableReport:
            self._history.forget_past()
            return
        self._history.undo()
        self._become(before, Cause.UNDO, step.place)

    def redo(self) -> None:
        """Take the step again that undo took back; nothing where there is none, or where it is damaged."""
        step = self._history.next_redo
        if step is None:
            return
        try:
            after = step.after
        except UnreadableReport:
            self._history.forget_future()
            return
        self._history.redo()
        self._become(after, Cause.REDO, step.place)

    def listen(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call `callback` at each change from now on; the function given back stops that."""
        return self._listeners.add(callback)

    def _become(self, report: Report, cause: Cause, place: str) -> None:
        self._untold.append(Change(self._report, report, cause, place))
        self._report = report
        if len(self._untold) == 1:  # else a listener made this change: all hear first of the one they are being told
            self._tell()

    def _tell(self) -> None:
        """Tell of the first change and of those that listeners make meanwhile, also where one of them raises."""
        try:
            self._listeners.tell(self._untold[0])
        finally:
            self._untold.popleft()
            if self._untold:
                self._tell()


def _words(step: Step | None) -> str:
    return step.words if step else ""


def _refuse_frozen(before: Report, after: Report) -> None:
    if not may_become(before, after):
        raise IssuedReport if before.issued else FrozenReport
