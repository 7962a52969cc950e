"""Every expression of time in a report with what it means there and how it goes into the next period's report.

The classes are those counted in real reports (`vietnamese` §7). What the words alone leave open, the report of the
period before decides: the same sentence stood there, and its expression meant the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bcdesk.report.notes import TEXT, notes
from bcdesk.report.report import CLOSING, OPENING, Place, Report, walk
from bcdesk.report.textlines import Line, lines
from bcdesk.report.timecontext import (
    Context,
    always_keeps,
    compares,
    counts_to,
    intends,
    is_deadline,
    names_of_plan,
    names_whole_year,
    of_cited_document,
    of_this_document,
    other_end,
    stays,
)
from bcdesk.report.timemeaning import Boundary, Meaning, boundaries_of, meanings_of, stands_for
from bcdesk.vietnamese.timeforms import Form
from bcdesk.vietnamese.timewords import TimeWords, skeleton, time_words


class Treatment(StrEnum):
    """How an expression goes into the next report.

    SHIFT moves with the period, KEEP stays, RESET is left open for the new number or date, ASK is for the clerk.
    """

    SHIFT = "shift"
    KEEP = "keep"
    RESET = "reset"
    ASK = "ask"

    @property
    def words(self) -> str:
        """The word on the screen."""
        return _TREATMENT_WORDS[self]


_TREATMENT_WORDS = {
    Treatment.SHIFT: "đổi theo kỳ",
    Treatment.KEEP: "giữ nguyên",
    Treatment.RESET: "để trống",
    Treatment.ASK: "cần xem lại",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression of time in a report: its words within `line`, and `place` of that line's text.

    `index` counts the expressions of the line. `meaning` is None where it stands for no period. `note` is the number
    of the footnote it stands in, TEXT for none: then `place` is that of the block with the offset in the footnote.
    """

    words: TimeWords
    line: str
    index: int
    place: Place
    treatment: Treatment
    meaning: Meaning | Boundary | None = None
    note: int = TEXT

    @property
    def start(self) -> int:
        """Where it begins in the text of its block."""
        return self.place.offset


Remembered = dict[tuple[str, int], Mention]
_PLAN_PARTS = ("subject", "date_range", OPENING, CLOSING)
_PLAN = re.compile(
    r"nhiệm vụ|phương hướng|kế hoạch|chương trình công tác|kỳ sau|thời gian tới|giải pháp", re.IGNORECASE
)
_ALWAYS_ASKED = frozenset({Form.YEAR_NAME, Form.ANNIVERSARY, Form.SCHOOL_YEAR})


def mentions(report: Report) -> tuple[Mention, ...]:
    """Every expression of time in the texts of the report, in reading order."""
    return tuple(mention for mention in all_mentions(report) if mention.note == TEXT)


def all_mentions(report: Report) -> tuple[Mention, ...]:
    """Those in the texts, then those in the footnotes."""
    known = remembered(report.previous)
    plan_parts = frozenset(_parts_of_plan(report))
    return tuple(_mentions(report, known, plan_parts))


def remembered(report: Report | None) -> Remembered:
    """The expressions of a report by the skeleton of their line and their place in it."""
    found: Remembered = {}
    for mention in all_mentions(report) if report else ():
        found.setdefault((skeleton(mention.line), mention.index), mention)
    return found


def _mentions(report: Report, known: Remembered, plan_parts: frozenset[str]) -> Iterator[Mention]:
    for line, note in _lines(report):
        plan = line.place.part in plan_parts or line.place.part in _PLAN_PARTS
        for index, words in enumerate(time_words(line.text)):
            context = Context(words, line.text, report.period, line.place, plan)
            earlier = known.get((skeleton(line.text), index)) if known else None
            treatment, meaning = _read(context, earlier)
            yield Mention(words, line.text, index, line.place_of(words.start), treatment, meaning, note)


def _lines(report: Report) -> Iterator[tuple[Line, int]]:
    yield from ((line, TEXT) for line in lines(report))
    yield from ((Line(note.place, 0, note.text.plain), note.number) for note in notes(report))


def _parts_of_plan(report: Report) -> Iterator[str]:
    """The sections that speak of what is to come, with all below them."""
    below = -1
    for depth, section in walk(report.sections):
        if below < depth and below >= 0:
            yield section.id
            continue
        below = depth if _PLAN.search(section.title) else -1
        if below >= 0:
            yield section.id


def _read(context: Context, earlier: Mention | None) -> tuple[Treatment, Meaning | Boundary | None]:
    if of_this_document(context):
        return Treatment.RESET, None
    if always_keeps(context):
        return Treatment.KEEP, None
    if context.words.form in _ALWAYS_ASKED:
        return Treatment.ASK, None
    if context.words.form in (Form.DAY, Form.DAY_MONTH):
        return _day(context)
    meaning = _remembered_meaning(context, earlier) or _meaning(context)
    if meaning is None:
        return (Treatment.KEEP if stays(context) else Treatment.ASK), None
    return (Treatment.SHIFT if _is_sure(context, meaning) else Treatment.ASK), meaning


def _remembered_meaning(context: Context, earlier: Mention | None) -> Meaning | None:
    """What it meant in the report before, where that still names what stands here."""
    if earlier is None or not isinstance(earlier.meaning, Meaning):
        return None
    return earlier.meaning if stands_for(context.words, earlier.meaning, context.period) else None


def _meaning(context: Context) -> Meaning | None:
    fitting = tuple(meanings_of(context.words, context.period))
    if Meaning.PERIOD in fitting and Meaning.YEAR in fitting and names_whole_year(context):
        return Meaning.YEAR
    said = bool(context.words.year)
    return next((meaning for meaning in fitting if said or meaning not in _NEEDS_YEAR or compares(context)), None)


_NEEDS_YEAR = frozenset({Meaning.YEAR_AGO, Meaning.CUMULATIVE_AGO, Meaning.LAST_YEAR})
_OF_COMPARISONS = _NEEDS_YEAR | {Meaning.BEFORE}


def _is_sure(context: Context, meaning: Meaning) -> bool:
    if context.words.form is Form.BARE_YEAR or of_cited_document(context):
        return False
    if meaning in _OF_COMPARISONS:
        return compares(context)
    if meaning is Meaning.NEXT:
        return context.plan or names_of_plan(context) or intends(context)
    return not (meaning is Meaning.YEAR and is_deadline(context))


def _day(context: Context) -> tuple[Treatment, Boundary | None]:
    for boundary in boundaries_of(context.words, context.period):
        if _bounds_the_figures(context, boundary):
            return Treatment.SHIFT, boundary
    return (Treatment.KEEP if stays(context) else Treatment.ASK), None


def _bounds_the_figures(context: Context, boundary: Boundary) -> bool:
    """Whether figures are counted to that day, or from it to the other end of the same days."""
    if boundary.last and not boundary.next and counts_to(context):
        return True
    other = other_end(context, last=boundary.last)
    opposite = replace(boundary, last=not boundary.last)
    return other is not None and opposite in boundaries_of(other, context.period)
