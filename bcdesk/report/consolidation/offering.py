"""What a block the editor has changed would be with what its units say now, his own words kept.

Only where he and the units changed different words, or different cells, of what had been merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bcdesk.report.consolidation.alignment import settled
from bcdesk.report.parts import blocks_of, with_blocks
from bcdesk.report.report import Block, Cell, Paragraph, Place, Report, Table
from bcdesk.report.search import Stretch, spliced
from bcdesk.report.word_changes import Mark, word_changes

Offer = tuple[Place, Block]


def offered(was: Block, mine: Block, theirs: Block) -> Block | None:
    """`mine` with what changed from `was` to `theirs`; None where it cannot be both, or is nothing new."""
    made = _both(settled(was), settled(mine), settled(theirs))
    return None if made == settled(mine) else made


def with_offers(report: Report, offers: Iterable[Offer]) -> Report:
    """The report with these blocks in their places."""
    for place, block in offers:
        blocks = blocks_of(report, place.part)
        report = with_blocks(report, place.part, (*blocks[: place.block], block, *blocks[place.block + 1 :]))
    return report


def _both(was: Block, mine: Block, theirs: Block) -> Block | None:
    if isinstance(was, Paragraph) and isinstance(mine, Paragraph) and isinstance(theirs, Paragraph):
        return _paragraph(was, mine, theirs)
    if isinstance(was, Table) and isinstance(mine, Table) and isinstance(theirs, Table):
        return _table(was, mine, theirs)
    return None


def _paragraph(was: Paragraph, mine: Paragraph, theirs: Paragraph) -> Paragraph | None:
    if theirs == was:
        return mine
    if mine == was:
        return theirs
    own, others = list(_changes(was.plain, mine.plain)), list(_changes(was.plain, theirs.plain))
    if not others or any(_touch(one, other) for one in own for other in others):
        return None
    return spliced(mine, [_moved(other, own) for other in others])


def _changes(old: str, new: str) -> Iterator[Stretch]:
    """What is replaced in `old`, as (start, end, new text)."""
    start = end = 0
    added = ""
    for stretch in word_changes(old, new):
        if stretch.mark is Mark.SAME:
            if added or end > start:
                yield _words_alone(old, (start, end, added))
            start = end = end + len(stretch.text)
            added = ""
        elif stretch.mark is Mark.REMOVED:
            end += len(stretch.text)
        else:
            added += stretch.text
    if added or end > start:
        yield _words_alone(old, (start, end, added))


def _words_alone(old: str, change: Stretch) -> Stretch:
    """A change without the blanks before it that stay: these may have another format than the words."""
    start, end, new = change
    blanks = len(old[start:end]) - len(old[start:end].lstrip())
    same = blanks if new.startswith(old[start : start + blanks]) else 0
    return start + same, end, new[same:]


def _touch(one: Stretch, other: Stretch) -> bool:
    """Whether two changes are of the same characters, or put something in at the same place."""
    (start, end, _), (other_start, other_end, _) = one, other
    same_place = start == end or other_start == other_end
    return (start <= other_end and other_start <= end) if same_place else (start < other_end and other_start < end)


def _moved(change: Stretch, before: Sequence[Stretch]) -> Stretch:
    """A change in the text in which those before it were made."""
    start, end, new = change
    by = sum(len(text) - (stop - first) for first, stop, text in before if stop <= start)
    return start + by, end + by, new


def _table(was: Table, mine: Table, theirs: Table) -> Table | None:
    if _form(was) != _form(mine) or _form(was) != _form(theirs):
        return None
    rows = []
    for cells in zip(was.rows, mine.rows, theirs.rows, strict=True):
        row = tuple(made for trio in zip(*cells, strict=True) if (made := _cell(*trio)))
        if len(row) < len(cells[0]):
            return None
        rows.append(row)
    return replace(mine, rows=tuple(rows))


def _form(table: Table) -> object:
    return [[(cell.column_span, cell.row_span) for cell in row] for row in table.rows]


def _cell(was: Cell, mine: Cell, theirs: Cell) -> Cell | None:
    if theirs.paragraphs == was.paragraphs:
        return mine
    if not len(was.paragraphs) == len(mine.paragraphs) == len(theirs.paragraphs):
        return None
    trios = zip(was.paragraphs, mine.paragraphs, theirs.paragraphs, strict=True)
    made = [paragraph for trio in trios if (paragraph := _paragraph(*trio)) is not None]
    return replace(mine, paragraphs=tuple(made)) if len(made) == len(mine.paragraphs) else None
