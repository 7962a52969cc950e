"""Three ways to one text: the blocks as they were merged, as the editor has them now, and as the units have them now.

A block that stands as it was merged follows its units. One the editor changed stays as he has it; one he deleted stays
deleted; one he moved follows its units where it is now; his own stay behind what they stand behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from bcdesk.report.consolidation.alignment import alike_between, same_in_order, settled
from bcdesk.report.consolidation.offering import offered
from bcdesk.report.consolidation.tracing import Origin, Spot, blocks_by_part, origins, pieces_by_part
from bcdesk.report.consolidation.values import Change, Gone, Kept
from bcdesk.report.merged import Piece, Source
from bcdesk.report.report import Block, Paragraph, Place, Report

Pieces = tuple[Piece, ...]

_FRONT = -1


@dataclass(slots=True)
class Remerged:
    """The blocks of each part that anything is merged into, and what the editor should know.

    `shown` says which of them are as the units have them, by part and index, and of what piece.
    """

    blocks: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    shown: dict[Spot, Spot] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)


def remerged(report: Report, theirs: Mapping[str, Pieces], sent: Collection[str]) -> Remerged:
    """The text with what the units say now (`theirs`, by part) in place of what they said at the last merge.

    `sent` are the units whose reports of this period had been merged: only what these said stays deleted.
    """
    return _Remerging(report, theirs, sent).result()


@dataclass(frozen=True, slots=True)
class _Line:
    """A block of the result: `shown` says which piece it shows, `was` which one the editor has changed."""

    block: Block
    shown: Spot | None = None
    was: Piece | None = None
    now: Piece | None = None


def successors(was: Pieces, now: Pieces) -> dict[int, int]:
    """What became of each piece: the same one, one that holds the same words of a unit, the likest of its units."""
    old, new = [piece.blocks[0] for piece in was], [piece.blocks[0] for piece in now]
    same = same_in_order(old, new)
    found, taken = dict(same), set(same.values())
    holding = _holding(now)
    for at, piece in enumerate(was):
        if at not in found:
            others = (there for source in piece.sources for there in holding[source] if there not in taken)
            if (there := next(others, None)) is not None:
                found[at] = there
                taken.add(there)
    rows = [None if at in found else block for at, block in enumerate(old)]
    left = [None if there in taken else block for there, block in enumerate(new)]
    return found | alike_between(rows, left, same, lambda at, there: bool({*was[at].units} & {*now[there].units}))


def _holding(pieces: Pieces) -> dict[Source, list[int]]:
    found: dict[Source, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        for source in piece.sources:
            found[source].append(at)
    return found


class _Remerging:
    """One merge: what becomes of each piece that was, then what each part says."""

    def __init__(self, report: Report, theirs: Mapping[str, Pieces], sent: Collection[str]) -> None:
        self._standing, self._sent = blocks_by_part(report), sent
        self._was, self._now = pieces_by_part(report.merged), theirs
        self._next = {part: successors(pieces, theirs.get(part, ())) for part, pieces in self._was.items()}
        self._origins = origins(report)
        self._stands = {(origin.part, origin.at): origin for origin in self._origins.values()}
        self._hidden: set[Spot] = set()
        self._unseen: set[Source] = set()
        self._hide()

    def result(self) -> Remerged:
        """What each part says."""
        made = Remerged()
        for part in dict.fromkeys((*self._now, *self._was, *(part for part, _ in self._origins))):
            if part in self._standing:
                lines = tuple(self._lines(part))
                made.blocks[part] = tuple(line.block for line in lines)
                made.kept += self._kept(part, lines)
                made.shown |= {(part, at): line.shown for at, line in enumerate(lines) if line.shown}
            made.changes += self._changes(part)
            made.gone += self._gone(part)
        return made

    def _hide(self) -> None:
        """Find what units say now that does not stand in its place: the editor changed, deleted or moved what was."""
        dealt_with: set[Source] = set()
        for part, pieces in self._was.items():
            for at, piece in enumerate(pieces):
                origin, there = self._stands.get((part, at)), self._next[part].get(at)
                if origin and origin.moved:
                    self._hide_piece(part, there)
                elif origin.edited if origin else self._is_deleted(piece):
                    dealt_with.update(piece.sources)
                    self._unseen.update(self._hide_piece(part, there))
        for part, pieces in self._now.items():
            followed = set(self._next.get(part, {}).values())
            for there, piece in enumerate(pieces):
                if there not in followed and piece.sources and dealt_with.issuperset(piece.sources):
                    self._hide_piece(part, there)

    def _hide_piece(self, part: str, there: int | None) -> tuple[Source, ...]:
        if there is None:
            return ()
        self._hidden.add((part, there))
        return self._now[part][there].sources

    def _is_deleted(self, piece: Piece) -> bool:
        return any(unit in self._sent for unit in piece.units)

    def _lines(self, part: str) -> Iterator[_Line]:
        """What stands in a part: the units' pieces in their order, each with what the editor has put behind it."""
        instead, behind = self._of_the_editor(part)
        yield from behind[_FRONT]
        for there, piece in enumerate(self._now.get(part, ())):
            if there in instead:
                yield instead[there]
            elif (part, there) not in self._hidden:
                yield _Line(piece.blocks[0], shown=(part, there))
            yield from behind[there]

    def _of_the_editor(self, part: str) -> tuple[dict[int, _Line], dict[int, list[_Line]]]:
        """The blocks he has changed, by the piece they stand for, and those that stand behind a piece."""
        instead: dict[int, _Line] = {}
        behind: dict[int, list[_Line]] = defaultdict(list)
        last = _FRONT
        for at, block in enumerate(self._own_text(part)):
            origin = self._origins.get((part, at))
            line, place = self._line(block, origin), self._place(origin)
            if line and place is None:
                behind[last].append(line)
            elif line and place is not None:
                last = place
                instead |= {place: line} if line.was else {}
        return instead, behind

    def _place(self, origin: Origin | None) -> int | None:
        """The piece of the part in whose place a block stands."""
        return None if origin is None or origin.moved else self._next[origin.part].get(origin.at)

    def _own_text(self, part: str) -> tuple[Block, ...]:
        """What stands in a part; where nothing is written in it, nothing."""
        blocks = self._standing[part]
        return () if all(settled(block) == Paragraph() for block in blocks) else blocks

    def _line(self, block: Block, origin: Origin | None) -> _Line | None:
        """What becomes of a block; None where its units say it no more."""
        if origin is None:
            return _Line(block)
        was = self._was[origin.part][origin.at]
        there = self._next[origin.part].get(origin.at)
        if origin.edited:
            return _Line(block, was=was, now=None if there is None else self._now[origin.part][there])
        if there is not None:
            return _Line(self._now[origin.part][there].blocks[0], shown=(origin.part, there))
        return _Line(block) if self._unseen.intersection(was.sources) else None

    def _kept(self, part: str, lines: tuple[_Line, ...]) -> Iterator[Kept]:
        for at, line in enumerate(lines):
            if line.was:
                offer = offered(line.was.blocks[0], line.block, line.now.blocks[0]) if line.now else None
                yield Kept(Place(part, at), line.was, line.now, offer)

    def _gone(self, part: str) -> Iterator[Gone]:
        """What units say otherwise than when the editor deleted it."""
        lost = part not in self._standing
        was = self._was.get(part, ())
        before = {there: was[at] for at, there in self._next.get(part, {}).items()}
        standing = {self._next[part].get(at) for of, at in self._stands if of == part}
        for there, piece in enumerate(self._now.get(part, ())):
            absent = there not in standing and (lost or (part, there) in self._hidden)
            if absent and (there not in before or before[there].blocks != piece.blocks) and (lost or there in before):
                yield Gone(part, piece)

    def _changes(self, part: str) -> Iterator[Change]:
        was, now, became = self._was.get(part, ()), self._now.get(part, ()), self._next.get(part, {})
        followed = set(became.values())
        came = sum(there not in followed and (part, there) not in self._hidden for there in range(len(now)))
        followers = [at for at in became if (origin := self._stands.get((part, at))) and not origin.edited]
        changed = sum(was[at].blocks != now[became[at]].blocks for at in followers)
        left = sum(at not in became and (part, at) in self._stands for at in range(len(was)))
        if part in self._standing and (came or changed or left):
            yield Change(part, came, changed, left)
