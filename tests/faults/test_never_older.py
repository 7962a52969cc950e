"""Whatever the order of typing, undo, redo, other reports, saving, versions and restarts: nothing older is shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bcdesk.errors import DatabaseDiskFull
from bcdesk.report.edits import Become, Edit
from bcdesk.report.report import Report
from bcdesk.report.steps import NO_STEPS, Trail
from bcdesk.session.history import RUN_SECONDS, History
from bcdesk.session.save_states import Saved, SaveState
from bcdesk.session.saving import Saver
from bcdesk.session.session import Session
from bcdesk.storage.database import open_store
from tests.faults.clerk import Witness, named
from tests.session.reports import Clock, report, typed

REPORTS = 3
PATIENCE = 20.0


class FullAtTimes(Witness):
    """A real store whose disk is full whenever it is told to be."""

    full = False

    def save(self, report_id: str, report: Report, trail: Trail = NO_STEPS) -> datetime:
        if self.full:
            raise DatabaseDiskFull(Path())
        return super().save(report_id, report, trail)


class Desk(RuleBasedStateMachine):
    """A clerk with three reports in a real store, behind a real saver whose clock only the rules move."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock = Clock()
        self.begin()
        self.shown = {self.store.create(report()): [report()] for _ in range(REPORTS)}
        self.confirmed = dict.fromkeys(self.shown, 0)
        self.ways = {report_id: ([], []) for report_id in self.shown}
        self.versions: dict[int, Report] = {}
        self.open(next(iter(self.shown)))

    def begin(self) -> None:
        self.store = FullAtTimes(open_store(Path(self.folder.name), now=self.wall))
        self.saver = Saver(self.store, deliver=lambda work: work(), clock=self.clock)
        self.saver.listen(self.hear)

    def wall(self) -> datetime:
        """The time of day: an hour passes for each second of the saver's clock, so that versions are due."""
        return datetime(2026, 1, 5, tzinfo=UTC) + timedelta(hours=self.clock.now)

    def open(self, report_id: str) -> None:
        self.report_id = report_id
        kept = self.saver.load(report_id)
        session = self.session = Session(kept.report, clock=self.clock, history=History(trail=kept.trail))
        session.listen(lambda change: self.shown[report_id].append(change.after))
        session.listen(lambda change: self.saver.note(report_id, change.after, session.trail))
        self.past, self.future = self.ways[report_id]
        assert (session.can_undo, session.can_redo) == (bool(self.past), bool(self.future))

    def hear(self, report_id: str, state: SaveState) -> None:
        """Called in the saver's thread: from the saved value on, nothing older may ever be found."""
        if isinstance(state, Saved):
            self.confirmed[report_id] = self.last_shown(report_id, self.store.committed[report_id])

    def last_shown(self, report_id: str, name: str) -> int:
        shown = [named(value) for value in self.shown[report_id]]
        return len(shown) - 1 - shown[::-1].index(name)

    @rule(text=st.integers(0, 5), section=st.sampled_from(["s1", "s2"]))
    def type(self, text: int, section: str) -> None:
        self.change(typed(str(text), section))

    def change(self, edit: Edit) -> None:
        before = self.session.report
        self.clock.now += RUN_SECONDS + 0.1
        self.session.change(edit)
        if self.session.report != before:
            self.past.append(before)
            self.future.clear()

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.session.report)
        self.session.undo()
        assert self.session.report == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.session.report)
        self.session.redo()
        assert self.session.report == self.future.pop()

    @rule()
    def keep_a_version(self) -> None:
        kept = self.store.keep_version(self.report_id, self.session.report, "trình")
        self.versions[kept.id] = self.session.report

    @rule(chance=st.randoms(use_true_random=False))
    def restore_a_version(self, chance: Random) -> None:
        """As the window does it: what stands is kept, then the earlier report becomes the newest."""
        versions = self.store.versions(self.report_id)
        if versions:
            version = chance.choice(versions)
            then = self.store.load_version(version.id)
            assert then in self.shown[self.report_id]
            assert self.versions.get(version.id, then) == then
            self.keep_a_version()
            self.change(Become(then, "Khôi phục"))

    @precondition(lambda self: not self.store.full)
    @rule()
    def restart(self) -> None:
        assert self.saver.close(PATIENCE)
        self.store.close()
        self.begin()
        self.open(self.report_id)

    @rule(which=st.integers(0, REPORTS - 1))
    def go_to(self, which: int) -> None:
        self.open(list(self.shown)[which])

    @rule(seconds=st.sampled_from([0.1, 0.8, 2.0, 30.0]))
    def let_time_pass(self, seconds: float) -> None:
        self.clock.now += seconds
        self.saver.wake()

    @rule(full=st.booleans())
    def fill_or_clear_the_disk(self, full: bool) -> None:
        self.store.full = full

    @rule()
    def save(self) -> None:
        saved = self.saver.flush(PATIENCE)
        assert saved or self.store.full

    @invariant()
    def the_newest_text_is_shown(self) -> None:
        assert self.session.report == self.shown[self.report_id][-1]

    @invariant()
    def what_was_confirmed_is_on_the_disk(self) -> None:
        for report_id in self.shown:
            needed = self.confirmed[report_id]
            kept = self.store.load(report_id).report
            assert self.last_shown(report_id, named(kept)) >= needed

    def teardown(self) -> None:
        self.store.full = False
        assert self.saver.close(PATIENCE)
        kept = {report_id: self.store.load(report_id).report for report_id in self.shown}
        assert kept == {report_id: shown[-1] for report_id, shown in self.shown.items()}
        self.store.close()
        self.folder.cleanup()


Desk.TestCase.settings = settings(max_examples=20, stateful_step_count=30)
test_nothing_older_than_confirmed_is_ever_shown = pytest.mark.slow(Desk.TestCase)
