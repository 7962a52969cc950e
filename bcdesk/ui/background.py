"""Work that may take long goes to a thread; what came of it comes back to the window's own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from bcdesk.errors import KnownError

T = TypeVar("T")


class Post(QObject):
    """Runs what any thread hands it in the thread of the window, in order, without letting the sender wait."""

    _handed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handed.connect(_run, Qt.ConnectionType.QueuedConnection)

    def __call__(self, work: Callable[[], None]) -> None:
        """Run `work` there, soon."""
        self._handed.emit(work)


class Background:
    """One thread that works things off one after the other."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bcdesk-work")
        self._closed = False

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[KnownError], None]) -> None:
        """Do `work` in the thread, then `done` with its result, or `failed` with its known error, in the window.

        What is asked for when all is closed, by a dialog on its way out, is asked in vain.
        """
        if not self._closed:
            self._thread.submit(self._work, work, done, failed)

    def close(self) -> None:
        """Finish what was begun, and take nothing more."""
        self._closed = True
        self._thread.shutdown()

    def _work(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[KnownError], None]) -> None:
        try:
            result = work()
        except KnownError as error:
            self._post(partial(failed, error))
        except Exception as error:  # noqa: BLE001  # a bug in a thread would be lost: it is raised again in the window
            self._post(partial(_throw, error))
        else:
            self._post(partial(done, result))


def _run(work: Callable[[], None]) -> None:
    work()


def _throw(error: Exception) -> None:
    raise error
