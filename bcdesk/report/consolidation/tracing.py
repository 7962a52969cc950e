"""From which piece of the last merge each block of the report came, also where the editor has changed it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bcdesk.report.consolidation.alignment import alike_between, same_anywhere, same_in_order
from bcdesk.report.merged import Merged, MergedPart, Piece
from bcdesk.report.report import CLOSING, OPENING, Block, Report, walk

Spot = tuple[str, int]
"""A part and the index of a block, or of a piece, in it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The piece a block came from: the part it was merged into and its index there.

    `edited`: its words or their form are others by now. `moved`: it stands elsewhere, or in another order.
    """

    part: str
    at: int
    edited: bool = False
    moved: bool = False


def sources_in(report: Report) -> Mapping[Spot, Piece]:
    """For each block that was merged, by its part and index, the piece it came from."""
    pieces = pieces_by_part(report.merged)
    return {spot: pieces[origin.part][origin.at] for spot, origin in origins(report).items()}


def pieces_by_part(merged: Merged | None) -> dict[str, tuple[Piece, ...]]:
    """What was merged into each part."""
    found: dict[str, tuple[Piece, ...]] = defaultdict(tuple)
    for part in merged.parts if merged else ():
        found[part.part] += tuple(piece for piece in part.pieces if piece.blocks)
    return dict(found)


def blocks_by_part(report: Report) -> dict[str, tuple[Block, ...]]:
    """What stands in each part that may be merged into."""
    parts = {OPENING: report.opening, CLOSING: report.closing}
    parts |= {section.id: section.blocks for _, section in walk(report.sections)}
    return parts | {appendix.id: appendix.blocks for appendix in report.appendices}


def origins(report: Report) -> dict[Spot, Origin]:
    """Where each block that was merged came from: the same block in its order, else anywhere, else the likest."""
    standing = blocks_by_part(report)
    merged = {part: tuple(piece.blocks[0] for piece in of) for part, of in pieces_by_part(report.merged).items()}
    same = {part: same_in_order(blocks, standing.get(part, ())) for part, blocks in merged.items()}
    found = {(part, there): Origin(part, at) for part, pairs in same.items() for at, there in pairs.items()}
    taken = {(part, at) for part, pairs in same.items() for at in pairs}
    left = {spot: block for spot, block in _spots(merged) if spot not in taken}
    free = {spot: block for spot, block in _spots(standing) if spot not in found}
    for (part, at), spot in same_anywhere(left, free).items():
        found[spot] = Origin(part, at, moved=True)
        del left[part, at], free[spot]
    for part, blocks in merged.items():
        rows = [left.get((part, at)) for at in range(len(blocks))]
        others = [free.get((part, there)) for there in range(len(standing.get(part, ())))]
        pairs = alike_between(rows, others, same[part], lambda _, __: True)
        found |= {(part, there): Origin(part, at, edited=True) for at, there in pairs.items()}
    return found


def _spots(parts: Mapping[str, tuple[Block, ...]]) -> Iterator[tuple[Spot, Block]]:
    for part, blocks in parts.items():
        yield from (((part, at), block) for at, block in enumerate(blocks))


def carried(report: Report, shifted: Report) -> Merged | None:
    """What of the report stands as it was merged, in the words `shifted` has in its place; None without a merge.

    No unit has sent anything yet: what the next merge finds untouched gives way to what the units say then. What the
    editor wrote or changed is no longer theirs.
    """
    if report.merged is None:
        return None
    parts = (MergedPart(part, tuple(pieces)) for part, pieces in _carried_parts(report, shifted).items() if pieces)
    return Merged(parts=tuple(parts), placements=report.merged.placements)


def _carried_parts(report: Report, shifted: Report) -> dict[str, list[Piece]]:
    now = blocks_by_part(shifted)
    stands = {
        (origin.part, origin.at): now[part][at] for (part, at), origin in origins(report).items() if not origin.edited
    }

    def pieces(part: str, of_part: tuple[Piece, ...]) -> Iterator[Piece]:
        for at, piece in enumerate(of_part):
            if (part, at) in stands:
                yield replace(piece, blocks=(stands[part, at],))

    return {part: list(pieces(part, of_part)) for part, of_part in pieces_by_part(report.merged).items()}
