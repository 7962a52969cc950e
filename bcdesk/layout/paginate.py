"""Sheets laid out into pages: every line, rule and picture at its place, as the word processors put them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from bcdesk.layout.lines import Breaker, BrokenLine
from bcdesk.layout.measure import Measure
from bcdesk.layout.notes import foot_height, foot_slabs, lines_that_fit, note_slabs
from bcdesk.layout.pages import Image, Line, Page, Rule
from bcdesk.layout.profiles import WORD, Profile
from bcdesk.layout.slabs import Hold, Slab, lowered, paragraph_slabs
from bcdesk.layout.spanning import carry, settled
from bcdesk.layout.tables import keeps_next, table_slabs
from bcdesk.sheet.remembered import Remembered
from bcdesk.sheet.sheet import SINGLE, Align, Block, Format, Paragraph, Run, Section, Sheet


class Paginator:
    """Lays out sheets; remembers broken paragraphs, so that a changed sheet costs what has changed."""

    def __init__(self, measure: Measure, profile: Profile = WORD) -> None:
        self._breaker = Breaker(measure, profile)
        self._profile = profile
        self._slabs: Remembered[list[Slab]] = Remembered()
        self._pages: Remembered[Page] = Remembered()

    def pages(self, sheet: Sheet) -> tuple[Page, ...]:
        """The pages of a sheet. The page number, where shown, is the first line of its page."""
        self._breaker.tidy()
        self._slabs.begin_round()
        self._pages.begin_round()
        pages: list[Page] = []
        notes = 1
        for section in sheet.sections:
            flow = _Flow(self._breaker, self._profile, section, notes, self._slabs, self._pages)
            pages += flow.pages(pages[-1].number if pages else 0)
            notes = flow.next_note
        return tuple(pages)


@dataclass(slots=True)
class _Canvas:
    """A page while it is filled."""

    lines: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)

    def stack(self, slabs: list[Slab], y: float) -> None:
        """Add slabs one below the other from `y` on."""
        self.put_all(slabs, list(accumulate((slab.height for slab in slabs), initial=y))[:-1], ends=False)

    def put_all(self, slabs: list[Slab], tops: list[float], *, ends: bool = True) -> None:
        """Add slabs at their tops; if the page `ends` with them, the last is closed."""
        for slab, top in zip(settled(slabs, tops), tops, strict=True):
            self._put(slab, top)
        for index, (slab, top) in enumerate(zip(slabs, tops, strict=True)):
            if slab.closes or (ends and index == len(slabs) - 1):
                self.rules += lowered(slab.foot, top)

    def _put(self, slab: Slab, y: float) -> None:
        for setting in slab.settings:
            top = y + setting.top
            self.lines.append(setting.line.at(top, setting.paragraph))
            if setting.line.images:
                self.images += setting.line.images_at(top)
        if slab.rules:
            self.rules += lowered(slab.rules, y)


class _Taken(NamedTuple):
    """What stands on one page: the tops of its slabs, the lines of footnotes, and those that go on to the next."""

    tops: list[float]
    foot: list[Slab]
    owed: list[Slab]


class _Flow:
    """One section's slabs, and the pages they fill."""

    def __init__(
        self,
        breaker: Breaker,
        profile: Profile,
        section: Section,
        first_note: int,
        slabs: Remembered[list[Slab]],
        pages: Remembered[Page],
    ) -> None:
        self._known_slabs = slabs
        self._known_pages = pages
        self._breaker = breaker
        self._profile = profile
        self._setup = section.page
        self.next_note = first_note
        self._bottom = self._setup.height - self._setup.bottom
        self._slabs = list(self._all_slabs(section.blocks))
        self._has_notes = self.next_note > first_note

    def _all_slabs(self, blocks: tuple[Block, ...]) -> Iterator[Slab]:
        held = False
        for block in blocks:
            yield from self._block_after(block, held=held)
            held = _holds_next(block)

    def _block_after(self, block: Block, *, held: bool) -> list[Slab]:
        """The slabs of a block, kept from round to round where they depend on nothing else."""
        if _stands_alone(block):
            return self._known_slabs.get((block, self._setup), held, partial(self._block, block, held=held))
        return self._block(block, held=held)

    def _block(self, block: Block, *, held: bool) -> list[Slab]:
        slabs = self._loose(block)
        if slabs and held:
            slabs[0].hold = max(slabs[0].hold, Hold.NEXT)
        return slabs

    def _loose(self, block: Block) -> list[Slab]:
        setup = self._setup
        if isinstance(block, Paragraph):
            return paragraph_slabs(block, self._broken(block, setup.left, setup.column), setup.left, setup.column)
        return table_slabs(block, self._broken, setup.left, self._bottom - setup.top, self._profile)

    def _broken(self, paragraph: Paragraph, x: int, width: int) -> tuple[BrokenLine, ...]:
        first = self.next_note
        self.next_note += sum(bool(run.footnote) for run in paragraph.runs)
        return self._breaker.broken(paragraph, x, width, first)

    def pages(self, number: int) -> Iterator[Page]:
        """The section's pages, the last one before them having been `number`."""
        if self._setup.number_from is not None:
            number = self._setup.number_from - 1
        start, first = 0, True
        owed: list[Slab] = []
        while first or owed or start < len(self._slabs):
            number += 1
            tops, foot, owed = self._take(start, owed)
            shown = not first or self._setup.number_first
            made = partial(self._page, start, tops, foot, number, shown=shown)
            slabs = self._slabs[start : start + len(tops)]
            yield self._known_pages.get((self._setup, *slabs, *foot), (number, shown, *tops), made)
            carry(self._slabs, start, tops)
            start, first = start + len(tops), False

    def _take(self, start: int, owed: list[Slab]) -> _Taken:
        """What stands on one page: slabs from `start` on, the footnotes `owed` by the page before and their own."""
        tops: list[float] = []
        foot = owed
        y = self._setup.top + sum(slab.height for slab in self._head(start)) + self._space_above(start)
        after = 0
        for index in range(start, len(self._slabs)):
            slab = self._slabs[index]
            if index > start:
                y += max(after, slab.before)
                if slab.new_page:
                    break
            noted = foot + self._notes_of(slab) if self._has_notes else foot
            room = self._bottom - y - slab.height - slab.foot_height
            full = room < foot_height(noted) and (tops or noted)
            if full and not self._begins(index, room + slab.height - foot_height(noted)):
                return self._parted(start, [*tops, y], foot, noted, room) or self._given_back(start, tops, owed)
            slab = self._slabs[index]
            tops.append(y)
            y, after, foot = y + slab.whole_height, slab.after, noted
        return self._ended(tops, foot)

    def _begins(self, index: int, room: float) -> bool:
        """Whether a row taller than a page begins in a room at the foot of this one; it is then divided to fit."""
        slab = self._slabs[index]
        if slab.tall is None or not self._profile.tall_rows_begin_anywhere:
            return False
        parts = slab.tall.begun(room + 2 * slab.foot_height)
        if parts:
            parts[0].hold = slab.hold
            self._slabs[index : index + slab.tall.count] = parts
        return bool(parts)

    def _parted(self, start: int, tops: list[float], foot: list[Slab], noted: list[Slab], room: float) -> _Taken | None:
        """The page that ends with the last of `tops`, and of its footnotes what fits; None where it goes to the next.

        A mark stands where its footnote begins, as word processors have it. The first slab of a page stays on it.
        """
        index = start + len(tops)
        ends = index == len(self._slabs) or self._slabs[index].hold is Hold.LOOSE
        last = self._slabs[index - 1].notes[-1:] if noted is not foot else ()
        begun = len(noted) - sum(len(note_slabs(self._breaker, note, self._setup)) for note in last) + 1
        count = lines_that_fit(noted, room, begun) if last and ends else 0
        if not count and len(tops) > 1:
            return None
        count = count or lines_that_fit(noted, room, 1)
        return _Taken(tops, noted[:count], noted[count:])

    def _ended(self, tops: list[float], foot: list[Slab]) -> _Taken:
        """A page whose footnotes all fit; those that are all that is left go on to as many more as they need."""
        whole = self._bottom - self._setup.top
        count = len(foot) if tops else lines_that_fit(foot, whole, 1) or 1
        return _Taken(tops, foot[:count], foot[count:])

    def _notes_of(self, slab: Slab) -> list[Slab]:
        return [line for note in slab.notes for line in note_slabs(self._breaker, note, self._setup)]

    def _space_above(self, start: int) -> int:
        """Space before a paragraph is dropped at the top of a page, but not where the page was asked for."""
        asked = start < len(self._slabs) and (start == 0 or self._slabs[start].new_page)
        return self._slabs[start].before if asked else 0

    def _head(self, start: int) -> tuple[Slab, ...]:
        """The header rows to repeat above the slab a page begins with."""
        return self._slabs[start].head if start < len(self._slabs) else ()

    def _given_back(self, start: int, tops: list[float], owed: list[Slab]) -> _Taken:
        """What stays of a full page: up to the last slab that may begin the next, the loosest first."""
        for hold in Hold:
            for count in range(len(tops), 0, -1):
                if self._slabs[start + count].hold <= hold:
                    kept = self._slabs[start : start + count]
                    return _Taken(tops[:count], owed + [line for slab in kept for line in self._notes_of(slab)], [])
        raise AssertionError("every slab holds as some Hold says")

    def _page(self, start: int, tops: list[float], foot: list[Slab], number: int, *, shown: bool) -> Page:
        setup, canvas = self._setup, _Canvas()
        if shown and setup.number_size:
            canvas.stack([self._number(number)], setup.header)
        canvas.stack(list(self._head(start)), setup.top)
        canvas.put_all(self._slabs[start : start + len(tops)], tops)
        canvas.stack(foot_slabs(foot, setup), self._bottom - foot_height(foot))
        return Page(setup.width, setup.height, tuple(canvas.lines), tuple(canvas.rules), tuple(canvas.images), number)

    def _number(self, number: int) -> Slab:
        setup = self._setup
        run = Run(str(number), setup.number_size)
        paragraph = Paragraph("", (run,), Format(Align.CENTER, pitch=SINGLE), setup.number_size)
        return paragraph_slabs(paragraph, self._broken(paragraph, setup.left, setup.column), setup.left, setup.column)[
            0
        ]


def _stands_alone(block: Block) -> bool:
    """Whether the slabs of a block depend on it alone: not on the count of footnotes, nor on where a page cuts it."""
    if isinstance(block, Paragraph):
        return not any(run.footnote for run in block.runs)
    cells = [cell for row in block.rows for cell in row.cells]
    return all(cell.row_span == 1 and all(map(_stands_alone, cell.paragraphs)) for cell in cells)


def _holds_next(block: Block) -> bool:
    """Whether a block asks to stand on the page where the next begins."""
    if isinstance(block, Paragraph):
        return block.format.keep_next
    return bool(block.rows) and keeps_next(block, len(block.rows) - 1)
