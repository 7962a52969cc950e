"""What a merge gives: the report, and what its editor should look at."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.report.consolidation.proposal import Proposal
from bcdesk.report.merged import Piece
from bcdesk.report.report import Block, Place, Report


@dataclass(frozen=True, slots=True)
class Kept:
    """A block the editor had changed, which stays as it is at `place` of the merged report.

    `was` is what had been merged there; `now` is what its units say today, None where they say it no more. `offer` is
    the block with both, his words and theirs, None where that cannot be.
    """

    place: Place
    was: Piece
    now: Piece | None
    offer: Block | None = None

    @property
    def differs(self) -> bool:
        """Whether the units say something else than when he changed it."""
        return self.now is None or self.now.blocks != self.was.blocks


@dataclass(frozen=True, slots=True)
class Gone:
    """What units say today where the editor had deleted what they said, or the whole section; it was not put back."""

    part: str
    now: Piece


@dataclass(frozen=True, slots=True)
class Doubt:
    """A block at `place` of the merged report that could not be added up; `piece.doubt` says why."""

    place: Place
    piece: Piece


@dataclass(frozen=True, slots=True)
class Change:
    """What a merge did to one part: how many blocks came, followed their units, or left."""

    part: str
    came: int = 0
    changed: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The merged report, the very same value where nothing changed; parts and places are those of that report.

    `asked` are the headings whose place nobody has decided, and which the titles do not tell for sure.
    """

    report: Report
    changes: tuple[Change, ...] = ()
    kept: tuple[Kept, ...] = ()
    gone: tuple[Gone, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    asked: tuple[Proposal, ...] = ()

    @property
    def offers(self) -> tuple[tuple[Place, Block], ...]:
        """The blocks the editor has changed as they would be with what their units say now (`offering.with_offers`)."""
        return tuple((kept.place, kept.offer) for kept in self.kept if kept.offer is not None)
