"""The steps of undo as values that can be kept: each is the report before and after, and all of them are one chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bcdesk.report.report import Report


class Step(Protocol):
    """What one undo takes back. `token` names this very step: another one, or the same grown, has another."""

    @property
    def token(self) -> str:
        """A name no other step has."""
        ...

    @property
    def before(self) -> Report:
        """The report before it. Raises UnreadableReport where what was kept of it is damaged."""
        ...

    @property
    def after(self) -> Report:
        """The report after it. Raises as `before` does."""
        ...

    @property
    def place(self) -> str:
        """What was touched; empty for a step of its own."""
        ...

    @property
    def words(self) -> str:
        """What the clerk did, as a Vietnamese phrase."""
        ...


@dataclass(frozen=True, slots=True)
class Trail:
    """The way a report has come: the steps taken, and those taken back, each in the order in which they were taken.

    The report stands between the two: it is `after` of the last of `past` and `before` of the first of `future`.
    """

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()


NO_STEPS = Trail()
