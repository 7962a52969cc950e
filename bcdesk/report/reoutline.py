"""Another outline for a report under way: where each of its sections goes, and the report laid out anew.

Nothing is lost: what has no place in the new outline stands, with its heading, in a section of its own at the end. A
heading goes only where the new outline has one in its place, or where nothing was written under it and it says no
more than what would have stood there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bcdesk.report.outline import MarkerStyle, marker_style
from bcdesk.report.outline_matching import Match, matches, words_of
from bcdesk.report.report import Block, Report, Section, paragraph, walk

WORDS = "Đổi sang đề cương mới"
APART = "Nội dung chưa xếp mục"
_MOST_WORDS = 30
_FIGURE = re.compile(r"\d")
_SIGNS = (MarkerStyle.DASH, MarkerStyle.PLUS)

Sections = tuple[Section, ...]


class Way(StrEnum):
    """What becomes of a section.

    INTO: its text goes into a section of the new outline. ALONG: it stays as it is, below wherever the text of the
    section above it goes. APART: it goes to what has no place. DROPPED: its heading goes; nothing stands under it.
    """

    INTO = "into"
    ALONG = "along"
    APART = "apart"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of one section, those below it not counted; `into` is a section of the new outline."""

    way: Way
    into: str = ""
    sure: bool = True


Moves = Mapping[str, Move]
"""By the id of each section of the report, in reading order."""


def proposed(old: Sections, outline: Sections) -> dict[str, Move]:
    """What becomes of each section, as far as the titles tell."""
    found = matches(old, outline)
    leaves = {section.id for _, section in walk(outline) if not section.children}
    moves: dict[str, Move] = {}
    for section in old:
        _propose(section, None, found, leaves, moves)
    return moves


def may_be_dropped(section: Section) -> bool:
    """Whether nothing is written in the section itself, and its heading is no more than a heading."""
    return not section.blocks and not _is_text(section)


def reoutlined(report: Report, outline: Sections, moves: Moves) -> Report:
    """The report in that outline; a section without a move goes APART. Their ids go where their text goes."""
    layout = _Layout(report, outline, moves)
    return replace(report, sections=layout.sections())


def _propose(
    section: Section, above: Move | None, found: Mapping[str, Match], leaves: set[str], moves: dict[str, Move]
) -> None:
    moves[section.id] = move = _proposal(section, above, found, leaves)
    for child in section.children:
        _propose(child, move, found, leaves, moves)


def _proposal(section: Section, above: Move | None, found: Mapping[str, Match], leaves: set[str]) -> Move:
    match = found.get(section.id)
    if match:
        return Move(Way.INTO, match.new, match.sure)
    if _goes_empty(section, found) or (section.title == APART and not section.blocks):
        return Move(Way.DROPPED)
    if above is None or above.way is Way.DROPPED:
        return Move(Way.APART)
    fits = above.way is not Way.INTO or above.into in leaves or _is_item(section)
    return Move(Way.ALONG if fits else Way.APART)


def _goes_empty(section: Section, found: Mapping[str, Match]) -> bool:
    """Whether nothing is left of a section but a heading: it may be dropped, and so may all that stays below it."""
    left = (each for _, each in walk((section,)) if each.id not in found)
    return all(may_be_dropped(each) for each in left)


def _is_item(section: Section) -> bool:
    """Whether it is an item of a list rather than a section of an outline."""
    return not section.title or marker_style(section.marker) in _SIGNS


def _is_text(section: Section) -> bool:
    """Whether its heading says something itself: a sentence, an item of a list, a figure."""
    if section.title == APART:
        return False
    said = bool(_FIGURE.search(" ".join(words_of(section.title)))) or section.title.endswith((".", ";"))
    return (
        said or section.run_in or bool(section.title and _is_item(section)) or len(section.title.split()) > _MOST_WORDS
    )


class _Layout:
    """A report being laid out: what has come into each section of the outline, what stays below it, what is apart."""

    def __init__(self, report: Report, outline: Sections, moves: Moves) -> None:
        self._report, self._outline, self._moves = report, outline, moves
        self._known = {section.id for _, section in walk(outline)}
        self._came: dict[str, list[Section]] = defaultdict(list)
        self._below: dict[str, list[Section]] = defaultdict(list)
        self._apart: list[Section] = []
        self._fresh = _fresh_ids(report)
        for section in report.sections:
            self._apart += self._put(section)

    def sections(self) -> Sections:
        """The report's sections in the new outline."""
        laid_out = tuple(map(self._built, self._outline))
        if not self._apart:
            return laid_out
        return (*laid_out, Section(next(self._fresh), title=APART, children=tuple(self._apart)))

    def _put(self, section: Section) -> list[Section]:
        """Put a section where it goes; what stays with the section above it is given back."""
        move = self._moves.get(section.id, Move(Way.APART))
        if move.way is Way.INTO and move.into in self._known:
            self._came[move.into].append(section)
            self._below[move.into] += self._children(section)
            return []
        if move.way is Way.DROPPED and may_be_dropped(section):
            return self._children(section)
        return self._kept(section, move)

    def _kept(self, section: Section, move: Move) -> list[Section]:
        """The section with its heading and what stays with it."""
        at = len(self._apart)
        kept = replace(section, children=tuple(self._children(section)))
        if move.way is Way.ALONG:
            return [kept]
        self._apart.insert(at, kept)
        return []

    def _children(self, section: Section) -> list[Section]:
        return [kept for child in section.children for kept in self._put(child)]

    def _built(self, new: Section) -> Section:
        """A section of the outline with what has come into it."""
        came = self._came[new.id]
        only = came[0] if len(came) == 1 and _says_the_same(came[0], new) else None
        return replace(
            new,
            id=came[0].id if came else next(self._fresh),
            blocks=tuple(_text_of(new, came)) if came else new.blocks,
            children=(*map(self._built, new.children), *self._below[new.id]),
            run_in=bool(only and only.run_in),
            reviewed=bool(only and only.reviewed),
        )


def _text_of(new: Section, came: list[Section]) -> Iterator[Block]:
    for section in came:
        if _heading_stays(section, new, alone=len(came) == 1):
            yield paragraph(section.heading)
        yield from section.blocks


def _heading_stays(section: Section, new: Section, *, alone: bool) -> bool:
    """Whether the heading goes on as a paragraph: it is another one, and the new heading does not replace it."""
    if not section.title or _says_the_same(section, new):
        return False
    return not alone or not new.title or _is_text(section)


def _says_the_same(section: Section, new: Section) -> bool:
    return words_of(section.title) == words_of(new.title)


def _fresh_ids(report: Report) -> Iterator[str]:
    taken = {section.id for _, section in walk(report.sections)} | {appendix.id for appendix in report.appendices}
    taken |= report.merged.part_ids if report.merged else frozenset()
    return (name for name in _names() if name not in taken)


def _names() -> Iterator[str]:
    number = 1
    while True:
        yield f"s{number}"
        number += 1


def unsure(moves: Iterable[Move]) -> int:
    """How many of them the clerk should look at."""
    return sum(not move.sure or move.way is Way.APART for move in moves)
