"""What a report was merged from, as the next period's merge is compared with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bcdesk.report.consolidation.tracing import blocks_by_part, origins, pieces_by_part
from bcdesk.report.merged import Merged, MergedPart, Piece
from bcdesk.report.report import Report


def carried(report: Report, shifted: Report) -> Merged | None:
    """What of the report stands as it was merged, in the words `shifted` has in its place; None without a merge.

    No unit has sent anything yet: what the next merge finds untouched gives way to what the units say then. What the
    editor wrote or changed is no longer theirs.
    """
    if report.merged is None:
        return None
    parts = (MergedPart(part, tuple(pieces)) for part, pieces in _parts(report, shifted).items() if pieces)
    return Merged(parts=tuple(parts), placements=report.merged.placements)


def _parts(report: Report, shifted: Report) -> dict[str, list[Piece]]:
    now = blocks_by_part(shifted)
    stands = {
        (origin.part, origin.at): now[part][at] for (part, at), origin in origins(report).items() if not origin.edited
    }

    def pieces(part: str, of_part: tuple[Piece, ...]) -> Iterator[Piece]:
        for at, piece in enumerate(of_part):
            if (part, at) in stands:
                yield replace(piece, blocks=(stands[part, at],))

    return {part: list(pieces(part, of_part)) for part, of_part in pieces_by_part(report.merged).items()}
