"""A clerk who works on several reports at random, through Session, Saver and Store, and says what happens.

Each line is `seconds what report value`: `made` a report the store has given an id, `typed` a value the session now
has, `told` a value that the clerk was told is saved. Values are named by what they say.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from random import Random

from bcdesk.report.edits import AddSection, Edit, ReplaceBlocks, SetField, SetHeading
from bcdesk.report.record import dumps
from bcdesk.report.report import Report, Section, fresh_id, paragraph
from bcdesk.report.steps import NO_STEPS, Trail
from bcdesk.session.history import History
from bcdesk.session.save_states import Saved, SaveState
from bcdesk.session.saving import Saver
from bcdesk.session.session import Session
from bcdesk.session.store import Store
from bcdesk.storage.database import open_store
from bcdesk.storage.reports import SqliteStore
from tests.session.reports import report as new_report

WORDS = ["công", "tác", "tuyên", "truyền", "cải", "cách", "hành", "chính", "quý", "này", "đạt", "kết", "quả", "tốt"]
REPORTS = 10


def named(report: Report) -> str:
    """A short name of this very value."""
    return sha256(dumps(report).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Line:
    """Something that happened to a report."""

    at: float
    what: str
    report: str
    value: str

    @classmethod
    def read(cls, text: str) -> Line:
        at, what, report, value = text.split()
        return cls(float(at), what, report, value)

    def __str__(self) -> str:
        return f"{self.at} {self.what} {self.report} {self.value}"


class Witness:
    """A real store that remembers which value each commit was of."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.committed: dict[str, str] = {}

    def save(self, report_id: str, report: Report, trail: Trail = NO_STEPS) -> datetime:
        at = self.store.save(report_id, report, trail)
        self.committed[report_id] = named(report)
        return at

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)


class Clerk:
    """Opens every report in `folder`, and works; `say` gets each line when it happens."""

    def __init__(self, folder: Path, say: Callable[[Line], None], chance: Random) -> None:
        self._say = say
        self._chance = chance
        self.store: Store = Witness(open_store(folder))
        self.saver = Saver(self.store, deliver=lambda work: work())
        self.saver.listen(self._hear)
        self._sessions: dict[str, Session] = {}
        for listed in self.store.listed():
            kept = self.store.load(listed.id)
            self._open(listed.id, kept.report, kept.trail)

    def work(self) -> None:
        """Do one thing: mostly type, at times begin a report, name it, take back a step or take it again."""
        chance = self._chance.random()
        if not self._sessions or (chance < 0.05 and len(self._sessions) < REPORTS):
            self._begin()
            return
        session = self._any_session()
        if chance < 0.12:
            session.undo()
        elif chance < 0.16:
            session.redo()
        else:
            session.change(self._edit(session.report))

    def type(self) -> None:
        """Do one thing that changes a report."""
        session = self._any_session()
        session.change(self._typing(session.report))

    def leave(self) -> None:
        """Save and close."""
        assert self.saver.close(60)
        self.store.close()

    def _begin(self) -> None:
        report = new_report()
        report_id = self.store.create(report)
        self._tell("made", report_id, named(report))
        self._open(report_id, report)

    def _open(self, report_id: str, report: Report, trail: Trail = NO_STEPS) -> None:
        session = self._sessions[report_id] = Session(report, history=History(trail=trail))
        self._tell("typed", report_id, named(report))
        session.listen(lambda change: self._tell("typed", report_id, named(change.after)))
        session.listen(lambda change: self.saver.note(report_id, change.after, session.trail))

    def _any_session(self) -> Session:
        return self._chance.choice(list(self._sessions.values()))

    def _edit(self, report: Report) -> Edit:
        section = self._chance.choice(report.sections)
        kind = self._chance.random()
        if kind < 0.05:
            return SetField("subject", (self._words(5),))
        if kind < 0.1:
            return SetHeading(section.id, section.marker, self._words(3))
        if kind < 0.13 and len(report.sections) < 8:
            blocks = tuple(paragraph(self._words(20)) for _ in range(self._chance.randint(1, 400)))
            return AddSection(Section(fresh_id(report), blocks=blocks), None, len(report.sections))
        return self._typing(report)

    def _typing(self, report: Report) -> Edit:
        section = self._chance.choice(report.sections)
        text = f"{section.blocks[0].plain} {self._words(1)}".strip()
        return ReplaceBlocks(section.id, 0, 1, (paragraph(text),))

    def _words(self, count: int) -> str:
        return " ".join(self._chance.choices(WORDS, k=count))

    def _hear(self, report_id: str, state: SaveState) -> None:
        if isinstance(state, Saved):
            self._tell("told", report_id, self.store.committed[report_id])

    def _tell(self, what: str, report_id: str, value: str) -> None:
        self._say(Line(time.monotonic(), what, report_id, value))
