"""Slabs: what no page break divides. A line of a paragraph is one, a row of a table is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from bcdesk.layout.lines import BrokenLine, Note
from bcdesk.layout.pages import Rule
from bcdesk.sheet.sheet import Paragraph

TWIPS_PER_EIGHTH = 2.5
WIDOW_LINES = 2


class Hold(IntEnum):
    """How firmly a slab holds to the one before it: a page begins with the loosest it can."""

    LOOSE = 0
    NEXT = 1
    INSIDE = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """A line at its distance below the top of its slab."""

    top: float
    line: BrokenLine
    paragraph: Paragraph

    def lowered(self, y: float) -> Setting:
        """The same line, `y` twips lower."""
        return Setting(self.top + y, self.line, self.paragraph)


@dataclass(frozen=True, slots=True)
class Spanning:
    """The content of a cell over `rows` slabs, measured from its top, which stands the thickness `line` below theirs.

    It comes before the setting `order` of the first. `sink` is the share of spare room above it. `loose`: where a page
    ends inside it, it stands at the top and is divided between any two lines.
    """

    rows: int
    order: int
    settings: tuple[Setting, ...]
    rules: tuple[Rule, ...]
    height: float
    line: float
    sink: float
    loose: bool


@dataclass(slots=True)
class Slab:
    """Lines and rules of one height. Between two slabs stands the larger of `after` and `before`, at a page's top none.

    `head` is repeated above it where a page begins with it. `foot` is drawn where a page ends with it, or a table that
    it `closes`, and takes `foot_height` more there. `least` is its height without what spanning cells ask. `tall` is
    the row of which it is the first part.
    """

    height: float
    settings: tuple[Setting, ...]
    before: int = 0
    after: int = 0
    hold: Hold = Hold.LOOSE
    new_page: bool = False
    rules: tuple[Rule, ...] = ()
    foot: tuple[Rule, ...] = ()
    foot_height: float = 0
    closes: bool = False
    head: tuple[Slab, ...] = ()
    spanning: tuple[Spanning, ...] = ()
    least: float = 0
    tall: Tall | None = None

    @property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes whose marks stand in it."""
        spanned = (setting for spanning in self.spanning for setting in spanning.settings)
        return tuple(note for setting in (*self.settings, *spanned) for note in setting.line.notes)

    @property
    def whole_height(self) -> float:
        """Its height with the foot that closes a table."""
        return self.height + (self.foot_height if self.closes else 0)


def paragraph_slabs(paragraph: Paragraph, lines: tuple[BrokenLine, ...], x: int, width: int) -> list[Slab]:
    """The slabs of a paragraph, one for each line, in a column `width` wide at `x`."""
    slabs = [Slab(line.height, (Setting(0, line, paragraph),), foot_height=-line.extra) for line in lines]
    for index in range(1, len(slabs)):
        slabs[index].hold = hold_of(paragraph, index, len(slabs))
    form = paragraph.format
    slabs[0].before, slabs[-1].after = form.before, form.after
    slabs[0].new_page = form.page_break_before
    if form.rule:
        _underline(slabs[-1], paragraph, x, width)
    return slabs


def hold_of(paragraph: Paragraph, index: int, count: int) -> Hold:
    """How firmly the line `index` of `count` holds to the one before it: two lines stay together at either end.

    A paragraph that stays with the next is not divided, as LibreOffice has it.
    """
    if paragraph.format.keep_lines or paragraph.format.keep_next:
        return Hold.INSIDE
    near_end = index < WIDOW_LINES or count - index < WIDOW_LINES
    return Hold.INSIDE if paragraph.format.widow_control and near_end else Hold.LOOSE


def _underline(slab: Slab, paragraph: Paragraph, x: int, width: int) -> None:
    thickness = paragraph.format.rule * TWIPS_PER_EIGHTH
    y = slab.height + thickness / 2
    slab.rules = (Rule(x + paragraph.format.left, y, x + width - paragraph.format.right, y, thickness),)
    slab.height += thickness


@dataclass(frozen=True, slots=True)
class Tall:
    """A row taller than a page, in `count` parts no taller than `room`."""

    row: Slab
    room: float
    count: int

    def begun(self, first: float) -> list[Slab]:
        """Its parts where the first is no taller than `first`; none where no line fits into that."""
        found = split(self.row, self.room, first)
        return found if found[0].height <= first else []


def split(slab: Slab, room: float, first: float | None = None) -> list[Slab]:
    """The slab in parts no taller than `room`, divided between lines; a line taller than that is left as it is.

    The first is no taller than `first`.
    """
    parts: list[Slab] = []
    limit = room if first is None else first
    while slab.height > limit:
        y = min((s.top for s in slab.settings if s.top + s.line.height > limit), default=limit)
        if y <= 0:
            break
        above, slab = _divided(slab, y)
        parts.append(above)
        limit = room
    return [*parts, slab]


def _divided(slab: Slab, y: float) -> tuple[Slab, Slab]:
    above = replace(
        slab,
        height=y,
        settings=tuple(setting for setting in slab.settings if setting.top < y),
        after=0,
        closes=False,
        least=y,
        rules=tuple(_within(rule, 0, y) for rule in slab.rules if rule.y1 < y),
        foot=tuple(lowered(slab.foot, y - slab.height)),
    )
    below = replace(
        slab,
        height=slab.height - y,
        settings=tuple(setting.lowered(-y) for setting in slab.settings if setting.top >= y),
        before=0,
        hold=Hold.LOOSE,
        new_page=False,
        spanning=(),
        least=max(slab.least - y, 0),
        rules=tuple(lowered((_within(rule, y, slab.height) for rule in slab.rules if rule.y2 > y), -y)),
        foot=tuple(lowered(slab.foot, -y)),
    )
    return above, below


def lowered(rules: Iterable[Rule], y: float) -> list[Rule]:
    """The same rules, `y` twips lower."""
    return [Rule(rule.x1, rule.y1 + y, rule.x2, rule.y2 + y, rule.thickness) for rule in rules]


def _within(rule: Rule, top: float, bottom: float) -> Rule:
    if rule.y1 == rule.y2:
        return rule
    return replace(rule, y1=max(rule.y1, top), y2=min(rule.y2, bottom))
