"""The office's own words in the window: its dictionary in a dialog, and what a report teaches once it is issued."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from bcdesk.errors import KnownError
from bcdesk.report.report import Report, State
from bcdesk.session.session import Change
from bcdesk.ui.desk import Desk
from bcdesk.ui.workplace import Workplace
from bcdesk.vietnamese.lexicon import Lexicon

if TYPE_CHECKING:
    from bcdesk.report.lessons import Lessons

T = TypeVar("T")
READ = 12  # the last issued reports
ISSUED = frozenset((State.ISSUED, State.SENT))


class OwnWords(QObject):
    """Keeps the lexicon of the office; `changed` says that it is another one now."""

    changed = Signal()

    def __init__(self, window: QWidget, workplace: Workplace, failed: Callable[[KnownError], None]) -> None:
        super().__init__(window)
        self._window, self._workplace, self._failed = window, workplace, failed

    def show(self) -> None:
        """List the words of the dictionary; each change holds at once."""
        from bcdesk.ui.dialogs.dictionary import DictionaryDialog

        dialog = DictionaryDialog(self._workplace.settings.lexicon, self._window)
        dialog.changed.connect(self._keep)
        dialog.open()

    def follow(self, desk: Desk) -> None:
        """Learn from the report on that desk once it is issued."""
        desk.session.listen(partial(self._on_change, desk.report_id))

    def _on_change(self, report_id: str, change: Change) -> None:
        if change.after.issued and not change.before.issued:
            self._run(partial(self._lessons, report_id, change.after), self._read_on)

    def _lessons(self, report_id: str, newest: Report) -> Lessons:
        """The report just issued, which may not be saved yet, and the last ones before it, to be read.

        Made in the background, for it loads the language.
        """
        from bcdesk.report.lessons import Lessons
        from bcdesk.vietnamese.spelling import Proofreader

        store = self._workplace.store
        issued = [row.id for row in store.listed() if row.state in ISSUED and row.id != report_id]
        before = [store.load(earlier).report for earlier in issued[:READ]]
        return Lessons((newest, *before), Proofreader(self._workplace.settings.lexicon))

    def _read_on(self, lessons: Lessons) -> None:
        """Moment by moment, so that what the clerk asks for meanwhile comes between."""
        self._run(lessons.read_on, partial(self._on_read, lessons))

    def _on_read(self, lessons: Lessons, left: int) -> None:
        if left:
            self._read_on(lessons)
        else:
            self._learn(lessons.phrases)

    def _learn(self, phrases: tuple[str, ...]) -> None:
        lexicon = self._workplace.settings.lexicon
        known = frozenset(lexicon.phrases)
        if not known.issuperset(phrases):
            self._keep(replace(lexicon, phrases=tuple(sorted(known.union(phrases)))))

    def _keep(self, lexicon: Lexicon) -> None:
        try:
            self._workplace.settings.keep_lexicon(lexicon)
        except KnownError as error:
            self._failed(error)
        else:
            self.changed.emit()

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._workplace.background.run(work, lambda result: done(result) if isValid(self) else None, self._failed)
