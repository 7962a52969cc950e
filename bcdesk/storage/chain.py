"""The reports along the steps of undo, each made when it is asked for, out of its neighbour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from bcdesk.errors import UnreadableReport
from bcdesk.report.record import assemble
from bcdesk.report.report import Report
from bcdesk.report.sharing import sharing
from bcdesk.report.steps import Trail
from bcdesk.storage.splice import Splice


@dataclass(frozen=True, slots=True)
class Link:
    """A step as it is kept; `before` and `after` are the sha256 of the skeletons it leads from and to."""

    token: str
    place: str
    words: str
    splice: Splice
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step that was read; a `bcdesk.report.steps.Step` whose reports are made when they are asked for."""

    link: Link
    number: int
    chain: Chain

    @property
    def token(self) -> str:
        """The name it was kept under."""
        return self.link.token

    @property
    def place(self) -> str:
        """What was touched."""
        return self.link.place

    @property
    def words(self) -> str:
        """What the clerk did."""
        return self.link.words

    @property
    def before(self) -> Report:
        """The report before it. Raises UnreadableReport."""
        return self.chain.report(self.number)

    @property
    def after(self) -> Report:
        """The report after it. Raises UnreadableReport."""
        return self.chain.report(self.number + 1)


class Chain:
    """Reports 0 to n with a link between each two; the one at `here` is at hand. Used from any thread."""

    def __init__(
        self, links: Sequence[Link], here: int, skeleton: str, report: Report, bodies: Mapping[str, str]
    ) -> None:
        self._links = links
        self._here = here
        self._reports = {here: report}
        self._bodies = bodies
        self._walked = (here, skeleton)
        self._turn = Lock()

    def trail(self) -> Trail:
        """The steps that hang together with the report at hand."""
        here = name = digest(self._walked[1])
        first = last = self._here
        while first > 0 and self._links[first - 1].after == name:
            first -= 1
            name = self._links[first].before
        name = here
        while last < len(self._links) and self._links[last].before == name:
            name = self._links[last].after
            last += 1
        steps = tuple(KeptStep(self._links[number], number, self) for number in range(first, last))
        return Trail(steps[: self._here - first], steps[self._here - first :])

    def report(self, number: int) -> Report:
        """The report of that number. Raises UnreadableReport where what was kept of it is damaged."""
        with self._turn:
            if number not in self._reports:
                near = min(self._reports, key=lambda made: abs(made - number))
                made = assemble(self._walk(number), self._bodies)
                self._reports[number] = sharing(made, self._reports[near])
            return self._reports[number]

    def _walk(self, number: int) -> str:
        """The skeleton of a report, made of the one that was made last."""
        at, skeleton = self._walked
        while at > number:
            at -= 1
            skeleton = self._links[at].splice.back(skeleton)
        while at < number:
            skeleton = self._links[at].splice.forth(skeleton)
            at += 1
        if digest(skeleton) not in self._names(at):
            raise UnreadableReport("step")
        self._walked = (at, skeleton)
        return skeleton

    def _names(self, number: int) -> set[str]:
        """What the links on both sides call the skeleton of that number."""
        return {link.after for link in self._links[max(number - 1, 0) : number]} | {
            link.before for link in self._links[number : number + 1]
        }


def digest(skeleton: str) -> str:
    """The name of a skeleton."""
    return sha256(skeleton.encode()).hexdigest()
