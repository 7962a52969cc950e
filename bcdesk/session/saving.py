"""Saving as one types: one writer thread that commits the newest value of each report by the clock.

A save starts 0.8 s after the last edit and no later than 2 s after the first unsaved one. What cannot be saved stays
the newest value and is tried again. What is due when is decided in `bcdesk.session.waiting`, without threads.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from bcdesk.errors import KnownError, NotSaved
from bcdesk.report.kept import Kept
from bcdesk.report.report import Report
from bcdesk.report.steps import NO_STEPS, Trail
from bcdesk.session.listeners import Listeners
from bcdesk.session.save_states import Changed, Failed, Saved, SaveState, Saving
from bcdesk.session.store import Store
from bcdesk.session.waiting import Unsaved, Waiting

NEVER = datetime.min.replace(tzinfo=UTC)


class Saver:
    """Saves reports in a thread of its own. Every method may be called from any thread.

    `deliver` gets a callable and runs it where listeners live: the window posts it to its own thread. It must return
    without waiting for that. Listeners hear of the states of one report in their order.
    """

    def __init__(
        self,
        store: Store,
        *,
        deliver: Callable[[Callable[[], None]], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._deliver = deliver
        self._clock = clock
        self._turn = threading.Condition()
        self._waiting = Waiting()
        self._writing: tuple[str, Unsaved] | None = None
        self._closed = False
        self._states: dict[str, SaveState] = {}
        self._listeners: Listeners[[str, SaveState]] = Listeners()
        self._thread = threading.Thread(target=self._work, name="bcdesk-saver", daemon=True)
        self._thread.start()

    def note(self, report_id: str, report: Report, trail: Trail = NO_STEPS) -> None:
        """Remember this value as the newest one of its report; it is saved soon, with the way it has come."""
        with self._turn:
            if self._closed:
                raise RuntimeError("the saver is closed: this value would be lost")
            unsaved = self._waiting.note(report_id, report, self._clock(), trail)
            if not isinstance(self.state(report_id), Saving | Failed):
                self._say(report_id, Changed(unsaved.since))
            self._turn.notify_all()

    def load(self, report_id: str) -> Kept:
        """The report with its newest value, which need not be on the disk yet. Raises KeyError where there is none.

        One that could not be saved is there also where the store does not answer any more.
        """
        unsaved = self._unsaved(report_id)  # asked first: what is saved meanwhile is in the store then
        if unsaved is None:
            return self._store.load(report_id)
        try:
            at = self._store.load(report_id).saved_at
        except KnownError:
            at = NEVER
        return Kept(report_id, unsaved.report, at, unsaved.trail)

    def retry(self) -> None:
        """Try everything unsaved again at once."""
        with self._turn:
            self._waiting.ask()
            self._turn.notify_all()

    def flush(self, timeout: float) -> bool:
        """Save everything at once and wait, at most `timeout` seconds; whether all is on the disk now."""
        with self._turn:
            self.retry()
            self._turn.wait_for(lambda: not (self._writing or self._waiting.asked), timeout)
            return not (self._writing or self._waiting)

    def hand_over(self, timeout: float) -> dict[str, Report]:
        """All values that could not be saved, by report, for another to keep; an attempt on its way is waited for."""
        with self._turn:
            self._turn.wait_for(lambda: not self._writing, timeout)
            return self._waiting.hand_over()

    def close(self, timeout: float) -> bool:
        """Flush, then end the thread; whether all is on the disk now."""
        with self._turn:  # held from the last look to the end: nothing can be noted between the two
            saved = self.flush(timeout)
            self._closed = True
            self._turn.notify_all()
        if saved:
            self._thread.join()
        return saved

    def wake(self) -> None:
        """Look at the clock again, after it was changed."""
        with self._turn:
            self._turn.notify_all()

    @property
    def failing(self) -> bool:
        """Whether there is a report whose last attempt failed."""
        with self._turn:
            return any(isinstance(state, Failed) for state in self._states.values())

    def state(self, report_id: str) -> SaveState | None:
        """How it stands with a report; None where it was never noted."""
        with self._turn:
            return self._states.get(report_id)

    def listen(self, callback: Callable[[str, SaveState], None]) -> Callable[[], None]:
        """Call `callback` with the id of a report at each new state of it; the function given back stops that."""
        return self._listeners.add(callback)

    def _work(self) -> None:
        while (job := self._next()) is not None:
            self._save(*job)

    def _next(self) -> tuple[str, Unsaved] | None:
        """Wait for the next turn; None where the saver was closed instead."""
        with self._turn:
            while (job := self._waiting.take(self._clock())) is None:
                if self._closed:
                    return None
                self._turn.wait(min(self._waiting.due() - self._clock(), threading.TIMEOUT_MAX))
            report_id, unsaved = self._writing = job
            if not unsaved.failures:  # a failure is shown until it is over
                self._say(report_id, Saving(unsaved.since))
            return job

    def _save(self, report_id: str, unsaved: Unsaved) -> None:
        try:
            at = self._store.save(report_id, unsaved.report, unsaved.trail)
        except KnownError as error:
            self._failed(report_id, unsaved, error)
        except Exception as error:  # noqa: BLE001  # a bug must not end the one thread that saves: it is raised elsewhere
            self._failed(report_id, unsaved, NotSaved())
            self._deliver(partial(_throw, error))
        else:
            self._saved(report_id, at)

    def _unsaved(self, report_id: str) -> Unsaved | None:
        with self._turn:
            writing = self._writing[1] if self._writing and self._writing[0] == report_id else None
            return self._waiting.of(report_id) or writing

    def _saved(self, report_id: str, at: datetime) -> None:
        with self._turn:
            newer = self._waiting.of(report_id)
            self._done(report_id, Changed(newer.since) if newer else Saved(at))

    def _failed(self, report_id: str, unsaved: Unsaved, error: KnownError) -> None:
        with self._turn:
            kept = self._waiting.put_back(report_id, unsaved, self._clock())
            self._done(report_id, Failed(kept.since, error))

    def _done(self, report_id: str, state: SaveState) -> None:
        self._writing = None
        self._say(report_id, state)
        self._turn.notify_all()

    def _say(self, report_id: str, state: SaveState) -> None:
        if state != self._states.get(report_id):
            self._states[report_id] = state
            self._deliver(partial(self._listeners.tell, report_id, state))


def _throw(error: Exception) -> None:
    raise error
