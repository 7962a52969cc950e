"""The head of a report: what stands above its title, and below it until the text begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bcdesk.intake.letterhead import Letterhead
from bcdesk.intake.markers import is_marked
from bcdesk.intake.titleblock import TitleBlock, sentence_title_end, title_end
from bcdesk.intake.typed import Item, Typed, cut, text_of, without_tabs
from bcdesk.report.report import Table
from bcdesk.sheet.letterhead import TITLE

MOST_LINES_ABOVE_TITLE = 40


@dataclass(frozen=True, slots=True)
class Head:
    """The head as read; `strays` belong to none of its parts, `text` is what comes after it."""

    letterhead: Letterhead
    title: TitleBlock
    strays: tuple[Item, ...]
    text: tuple[Item, ...]


def read_head(items: Sequence[Item]) -> Head:
    """The head of a report and the rest of it. Without a title only what begins as a letterhead is head."""
    letterhead = Letterhead()
    title = TitleBlock(letterhead)
    found = _title(items)
    if found is None:
        end = _letterhead_end(items)
        return Head(letterhead, title, _above(items[:end], letterhead), tuple(items[end:]))
    at, line, end = found
    strays = _above(items[:at], letterhead)
    letterhead.read_as(line.text[:end], TITLE)
    below = (*_rest_of_title(line, end, letterhead), *items[at + 1 :])
    return Head(letterhead, title, strays, below[_taken(below, title) :])


def _title(items: Sequence[Item]) -> tuple[int, Typed, int] | None:
    """The index of BÁO CÁO, its line and where in that it ends; None where it comes after the text has begun.

    Where it stands nowhere in capitals or alone, a title in small letters is one if nothing but a letterhead is above.
    """
    above: Letterhead | None = Letterhead()
    small = None
    for at, item in enumerate(items[:MOST_LINES_ABOVE_TITLE]):
        if isinstance(item, Table) or is_marked(text_of(item)):
            break
        if not isinstance(item, Typed):
            continue
        if end := title_end(item.text):
            return at, item, end
        if above and (end := sentence_title_end(item.text)):
            small = at, item, end
        above = above if above and above.take(item.text) else None
    return small


def _letterhead_end(items: Sequence[Item]) -> int:
    """How many items a letterhead without a title goes on for: to its number or date, if it has any."""
    trial, end = Letterhead(), 0
    for at, item in enumerate(items[:MOST_LINES_ABOVE_TITLE]):
        if not isinstance(item, Typed) or is_marked(item.text) or not trial.take(item.text):
            break
        end = at + 1
    return end if trial.symbol or trial.date else 0


def _above(items: Sequence[Item], letterhead: Letterhead) -> tuple[Item, ...]:
    """Give each line to the letterhead; the items that are no part of it."""
    return tuple(item for item in items if not isinstance(item, Typed) or not letterhead.take(item.text))


def _rest_of_title(line: Typed, end: int, letterhead: Letterhead) -> tuple[Item, ...]:
    """What stands behind BÁO CÁO in its line, which is the beginning of the subject and begins with a capital."""
    rest = cut(line.runs, end)
    if not any(run.text.strip(" .:") for run in rest):
        return ()
    first = rest[0].text
    if end == sentence_title_end(line.text):
        rest = (replace(rest[0], text=first[0].upper() + first[1:]), *rest[1:])
        letterhead.read_as(line.text[end:].strip(), "".join(run.text for run in rest), "subject")
    return (replace(line, runs=rest),)


def _taken(items: Sequence[Item], title: TitleBlock) -> int:
    for at, item in enumerate(items):
        line = without_tabs(item)
        if not isinstance(line, Typed) or not title.take(line):
            return at
    return len(items)
