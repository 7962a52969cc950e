"""What a merge is given, what it asks, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.report.merged import Contribution, Piece
from bcdesk.report.report import Block, Place, Report

OWN = "*"
"""Instead of a section's id: a section of its own is made for it, with its heading."""

LEFT_OUT = ""
"""Instead of a section's id: it is not merged."""


@dataclass(frozen=True, slots=True)
class Received:
    """The report a unit sent, and of which file it was read."""

    contribution: Contribution
    report: Report


@dataclass(frozen=True, slots=True)
class Proposal:
    """A heading of the units' reports, and into which section or appendix (`part`, its id) its text goes.

    `heading` is the key by which placements remember it, `titles` what is typed from the top down. `part` may be OWN
    or LEFT_OUT. `sure`: it needs not be asked. `texts` counts what stands under it in all units; where that is 0 it
    only holds other headings.
    """

    heading: str
    titles: tuple[str, ...]
    units: tuple[str, ...]
    part: str
    sure: bool
    texts: int


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
