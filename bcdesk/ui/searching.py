"""Searching all reports while one types: behind the window, the newest question winning."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from bcdesk.errors import KnownError
from bcdesk.report.kept import ANY, Found, Wanted
from bcdesk.session.store import Store
from bcdesk.ui.background import Background

Question = tuple[str, Wanted]


class Searching(QObject):
    """Asks the store one question at a time; `found` gives what answers the newest one, with its words."""

    found = Signal(str, tuple)

    def __init__(
        self, store: Store, answering: Background, failed: Callable[[KnownError], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store, self._answering = store, answering
        self._tell = failed
        self._newest: Question = ("", ANY)
        self._asking = False

    def ask(self, query: str, wanted: Wanted = ANY) -> None:
        """Look for reports that hold these words; what was asked before need not be answered any more."""
        self._newest = (query, wanted)
        if not self._asking and query.strip():
            self._ask()

    def _ask(self) -> None:
        self._asking = True
        question = self._newest
        work = partial(self._store.search, *question)
        self._answering.run(work, partial(self._answer, question), self._failed)

    def _answer(self, question: Question, found: tuple[Found, ...]) -> None:
        if not isValid(self):  # the report was put away meanwhile
            return
        self._asking = False
        if question == self._newest:
            self.found.emit(question[0], found)
        elif self._newest[0].strip():
            self._ask()

    def _failed(self, error: KnownError) -> None:
        self._asking = False
        self._tell(error)
