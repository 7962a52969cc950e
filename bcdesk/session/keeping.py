"""Keeping backups as one works: a thread that looks at the clock each minute, and a last backup at the end.

A backup is taken when something has changed since the last one and an hour, or the day, has passed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from bcdesk.errors import KnownError
from bcdesk.report.backup import SecondPlace
from bcdesk.session.backups import Backups
from bcdesk.session.listeners import Listeners

LOOK_SECONDS = 60.0
HOURLY = timedelta(hours=1)
MISSED = timedelta(days=7)


class Keeper:
    """Keeps `backups` up to date in a thread of its own, once begun. `now` gives the time with its zone.

    `deliver` gets a callable and runs it where listeners live. They hear after each look: None, or what went wrong.
    """

    def __init__(
        self, backups: Backups, *, deliver: Callable[[Callable[[], None]], None], now: Callable[[], datetime]
    ) -> None:
        self.backups = backups
        self._deliver = deliver
        self._now = now
        self._ended = threading.Event()
        self._check_first = False
        self._taken_at: datetime | None = None
        self._listeners: Listeners[[KnownError | None]] = Listeners()
        self._thread = threading.Thread(target=self._work, name="bcdesk-keeper", daemon=True)

    def begin(self, *, after_unclean_end: bool = False) -> None:
        """Look now, then each minute; read all that is kept once, first of all after an end that was none."""
        self._check_first = after_unclean_end
        self._thread.start()

    def look(self) -> None:
        """Take the backup that is due, bring the newest one to the second place, do what saves have put off."""
        self._try(partial(self._keep_up, at_end=False))

    def close(self) -> None:
        """End the thread, then take a last backup where anything has changed; waits until it is done."""
        self.end()
        self._try(partial(self._keep_up, at_end=True))

    def end(self) -> None:
        """End the thread, and take no backup of what is damaged."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()

    def listen(self, callback: Callable[[KnownError | None], None]) -> Callable[[], None]:
        """Call `callback` after each look; the function given back stops that."""
        return self._listeners.add(callback)

    def _work(self) -> None:
        checking = [partial(self._try, self.backups.check)]
        if self._check_first:
            checking.pop()()
        self.look()
        while not self._ended.wait(LOOK_SECONDS):
            if checking:  # not while a start still needs the disk
                checking.pop()()
            self.look()

    def _try(self, act: Callable[[], None]) -> None:
        trouble: KnownError | None = None
        try:
            act()
        except KnownError as error:
            trouble = error
        self._deliver(partial(self._listeners.tell, trouble))

    def _keep_up(self, *, at_end: bool) -> None:
        last = self._taken_at or self.backups.last()
        if (at_end or is_due(last, self._now())) and self.backups.outdated():
            self._taken_at = self.backups.take().at
        self.backups.bring_along()
        if not at_end:  # the next start begins with a look
            self.backups.catch_up()


def is_due(last: datetime | None, now: datetime) -> bool:
    """Whether an hour has passed since the last backup, or the day is another; also where the clock was set back."""
    if last is None:
        return True
    return not timedelta() <= now - last < HOURLY or last.date() != now.astimezone(last.tzinfo).date()


def days_missed(place: SecondPlace | None, now: datetime) -> int:
    """For how many days nothing could be brought to the second place; 0 while that is no cause for a reminder."""
    missed = now - place.seen if place else timedelta()
    return missed.days if missed >= MISSED else 0
