"""What other units' reports gave to this one, as it was last merged (tổng hợp báo cáo của các đơn vị).

It is what the next merge is compared with: a piece that still stands as it was merged follows its units; what the
editor has changed since stays. Never printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.report.blocks import Block


@dataclass(frozen=True, slots=True)
class Contribution:
    """The file one unit sent: the unit as the office calls it, and the file's name without a folder.

    `sha256` is that of its bytes, `modified` when it was last written (ISO 8601, local time, to the second).
    """

    unit: str
    file: str
    sha256: str
    modified: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a unit itself wrote that went into a piece: the very blocks of its report."""

    unit: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block as it was merged (`blocks` holds just it), and the words of each unit it was made of.

    `doubt` says in a sentence what could not be added up, empty where there is nothing to say.
    """

    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    doubt: str = ""

    @property
    def units(self) -> tuple[str, ...]:
        """The units it came from, in order."""
        return tuple(dict.fromkeys(source.unit for source in self.sources))


@dataclass(frozen=True, slots=True)
class MergedPart:
    """What was merged into one section or appendix of the report, in order; `part` is its id."""

    part: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Into which section (`part`, its id) what stands under a heading of a unit goes; empty: it is left out.

    `heading` are the folded titles from the top down, joined by ` / `; it holds for every unit.
    """

    heading: str
    part: str


@dataclass(frozen=True, slots=True)
class MergedFigure:
    """A named figure of the report (`id`) that was added up: its value as merged, and each unit with its value."""

    id: str
    value: str
    units: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """All that was merged: the files, the pieces by part, where headings went, the figures that were added up."""

    contributions: tuple[Contribution, ...] = ()
    parts: tuple[MergedPart, ...] = ()
    placements: tuple[Placement, ...] = ()
    figures: tuple[MergedFigure, ...] = ()

    @property
    def part_ids(self) -> frozenset[str]:
        """The ids of sections and appendices it speaks of, which no other may get, though they be no more."""
        return frozenset((*(part.part for part in self.parts), *(placement.part for placement in self.placements)))
