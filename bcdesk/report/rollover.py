"""The next period's report from this one: what shifts, seen before it is done, and the new report.

Rolled along the sequence of its kind step by step, a report says the same as rolled to the last period at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bcdesk.report.consolidation.tracing import carried
from bcdesk.report.decisions import Decision
from bcdesk.report.kinds import Kind
from bcdesk.report.notes import TEXT, Note, notes, with_notes
from bcdesk.report.period import CutOff, Period, cut_off, next_period, period_words
from bcdesk.report.report import DocumentDate, Paragraph, Place, Report, Section, State
from bcdesk.report.search import Hit, Stretch, replaced, spliced, texts
from bcdesk.report.shifting import said_in
from bcdesk.report.stale_rules import STALE
from bcdesk.report.timemeaning import goes_on
from bcdesk.report.timereading import Mention, Treatment, all_mentions, remembered
from bcdesk.vietnamese.dates import date_words

WORDS = "Lập báo cáo kỳ sau"
_EARLIER = 2
NUMBER, DATE = "number", "date"


@dataclass(frozen=True, slots=True)
class Shift:
    """One expression and what becomes of it.

    It stands from `start` to `end` of the text at `place` (as a `Hit`), or of the footnote of the number `note`, and
    `at` characters from the start of its `line`. `new` is empty where nothing can be proposed or, with RESET, where the
    field is left blank. `ticked`: it is done unless the clerk says otherwise.
    """

    place: Place
    start: int
    end: int
    old: str
    new: str
    treatment: Treatment
    ticked: bool
    line: str = ""
    at: int = 0
    note: int = TEXT

    @property
    def possible(self) -> bool:
        """Whether it can be ticked at all."""
        return self.new not in ("", self.old)


@dataclass(frozen=True, slots=True)
class RollOver:
    """What rolling a report over to the period `to` does; `shifts` in reading order, those that stay among them.

    `cumulative`: the new period begins with the old one, so that its figures are the old ones and more.
    """

    to: Period
    shifts: tuple[Shift, ...]
    cumulative: bool = False

    @property
    def ticked(self) -> tuple[Shift, ...]:
        """Those that are done unless the clerk says otherwise."""
        return tuple(shift for shift in self.shifts if shift.ticked)


@dataclass(frozen=True, slots=True)
class RollForward:
    """An edit that makes the report the next period's, with the shifts chosen, as one step."""

    roll_over: RollOver
    chosen: tuple[Shift, ...]
    words: str = WORDS
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The next period's report."""
        return rolled(report, self.roll_over, self.chosen)


def plan(report: Report, to: Period) -> RollOver:
    """Every expression of time in the report with what becomes of it when its period is `to`."""
    earlier = tuple(map(remembered, _before(report)))
    said = (_shift(mention, said_in(mention, report.period, to, earlier)) for mention in all_mentions(report))
    shifts = (*_blanked(report), *said)
    return RollOver(_with_cut_off(report.period, to), shifts, cumulative=goes_on(report.period, to))


def rolled(report: Report, roll_over: RollOver, chosen: Collection[Shift] | None = None) -> Report:
    """The next period's report, with the shifts chosen (None: those ticked) done; it remembers the one it came from.

    It is a draft without number, date and requesting document, nothing in it reviewed; appendices and signature stay.
    """
    done = roll_over.ticked if chosen is None else chosen
    text = _shifted(report, [shift for shift in done if shift.possible and shift.place.part not in (NUMBER, DATE)])
    new = replace(
        text,
        period=roll_over.to,
        number="",
        date=DocumentDate(),
        draft_mark=text.draft_mark.partition("(")[0].strip(),
        sections=tuple(map(_unreviewed, text.sections)),
        request=None,
        state=State.DRAFTING,
        previous=_remembering(report, _EARLIER),
        replaces="",
        fingerprint="",
        signed_copy=None,
        merged=carried(report, text),
        figures=tuple(replace(figure, previous=None, year_ago=None) for figure in text.figures),
    )
    return replace(new, decisions=tuple(_still_holding(new)))


def _before(report: Report) -> Iterator[Report]:
    while report.previous is not None:
        report = report.previous
        yield report


def successor(report: Report, kinds: Iterable[Kind]) -> Period:
    """The period after the report's in the sequence of its kind; what follows directly where that kind is not known."""
    sequence = next((kind.sequence for kind in kinds if kind.id == report.kind), ())
    return next_period(report.period, sequence)


def brought_forward(report: Report) -> Report | None:
    """The report before with its words moved to this one's period: what can be taken from it. None without one."""
    before = report.previous
    return rolled(before, plan(before, report.period)) if before else None


def emptied(report: Report) -> Report:
    """The report with its outline alone, to be written from the beginning; opening, closing and appendices stay."""
    return replace(report, sections=tuple(map(_emptied_section, report.sections)))


def _emptied_section(section: Section) -> Section:
    return replace(section, blocks=(), reviewed=False, children=tuple(map(_emptied_section, section.children)))


def _shift(mention: Mention, new: str) -> Shift:
    ticked = mention.treatment in (Treatment.SHIFT, Treatment.RESET) and new not in ("", mention.words.text)
    words, start = mention.words, mention.start
    end = start + len(words.text)
    return Shift(
        mention.place, start, end, words.text, new, mention.treatment, ticked, mention.line, words.start, mention.note
    )


def _blanked(report: Report) -> Iterator[Shift]:
    """The number and the date, which the new report gets when it is issued."""
    said = report.date
    if report.number:
        yield _emptied(NUMBER, report.number)
    if said != DocumentDate():
        yield _emptied(DATE, date_words(said.day, said.month, said.year))


def _emptied(part: str, old: str) -> Shift:
    return Shift(Place(part), 0, len(old), old, "", Treatment.RESET, ticked=True, line=old)


def _shifted(report: Report, shifts: list[Shift]) -> Report:
    """The report with the shifts done, from the last to the first, so that each finds its place."""
    for shift in reversed(shifts):
        if shift.note == TEXT:
            report = replaced(report, (Hit(shift.place, shift.start, shift.end),), shift.new)
    return _with_shifted_notes(report, [shift for shift in shifts if shift.note != TEXT])


def _with_shifted_notes(report: Report, shifts: list[Shift]) -> Report:
    stretches: dict[int, list[Stretch]] = defaultdict(list)
    for shift in shifts:
        stretches[shift.note].append((shift.start, shift.end, shift.new))

    def shifted(note: Note) -> Paragraph:
        there = stretches.get(note.number)
        return spliced(note.text, there) if there else note.text

    return with_notes(report, shifted) if shifts else report


def _unreviewed(section: Section) -> Section:
    return replace(section, reviewed=False, children=tuple(map(_unreviewed, section.children)))


def _remembering(report: Report, earlier: int) -> Report:
    """The report with at most so many before it."""
    if report.previous is None:
        return report
    return replace(report, previous=_remembering(report.previous, earlier - 1) if earlier else None)


def _still_holding(report: Report) -> Iterator[Decision]:
    """The decisions about words that stand in the new report; of what was still last period's, only with a reason."""
    said = (line for _, lines in texts(report) for line in lines)
    whole = "\n".join((*said, *(note.text.plain for note in notes(report))))
    for decision in report.decisions:
        if decision.quote in whole and (decision.reason or decision.rule not in STALE):
            yield decision


def _with_cut_off(old: Period, new: Period) -> Period:
    """The new period with the cut-off days of the family the old one had; by default from a 15th to a 14th."""
    if new.cut_off_start or new.cut_off_end:
        return new
    days = cut_off(new, family_of(old))
    return replace(new, cut_off_start=days.first, cut_off_end=days.last) if days else new


def family_of(period: Period) -> CutOff:
    """The family of cut-off days a period has (`decree30` §6.2)."""
    calendar = cut_off(period, CutOff.CALENDAR)
    set_days = (period.cut_off_start, period.cut_off_end)
    return CutOff.CALENDAR if calendar is not None and set_days == tuple(calendar) else CutOff.FIFTEENTH


def expected_due(period: Period) -> date | None:
    """The day a report is usually sent by, a guess until a requesting document says one; None without a cut-off.

    The 20th of the last month, or where figures count by the calendar the 10th of the month after
    (`decree30` §6.3, S9 and S4).
    """
    days = cut_off(period, family_of(period))
    if days is None:
        return None
    last = days.last
    if family_of(period) is CutOff.FIFTEENTH:
        return last.replace(day=20)
    return date(last.year + last.month // 12, last.month % 12 + 1, 10)


def described(roll_over: RollOver) -> str:
    """What the roll-over does, in one sentence."""
    ticked = sum(shift.possible for shift in roll_over.ticked)
    asked = sum(shift.treatment is Treatment.ASK for shift in roll_over.shifts)
    return f"Kỳ mới: {period_words(roll_over.to)}. Đổi {ticked} chỗ theo kỳ, còn {asked} chỗ cần xem lại."
