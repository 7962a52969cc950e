"""Words of another time than the report's: an old period or year, a day or month before it, a wrong name of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bcdesk.report.findings import Finding, Severity
from bcdesk.report.notes import TEXT
from bcdesk.report.period import CutOff, Period, PeriodType, cut_off, period_days, period_words
from bcdesk.report.report import Report
from bcdesk.report.shifting import said_in, unit_of
from bcdesk.report.stale_rules import DATE, EVENT, PERIOD, YEAR_NAME
from bcdesk.report.textlines import Line, around, in_note
from bcdesk.report.timecontext import Context, compares, counts_to, other_end
from bcdesk.report.timemeaning import Meaning, Span, span_of_period, span_of_words
from bcdesk.report.timereading import Mention, Remembered, Treatment, all_mentions, remembered
from bcdesk.vietnamese.timeforms import Form, year_name
from bcdesk.vietnamese.timewords import TimeWords, is_holiday, retyped, skeleton, time_words

_MONTHS = 12
_LAST_MONTH_OF_SCHOOL = 8
_NEAR = 12
_YEARS = (Form.YEAR, Form.BARE_YEAR)


@dataclass(frozen=True, slots=True)
class _Times:
    """The report's period, its first day in whichever family is wider, its last, and what stood in the last report."""

    period: Period
    months: Span | None
    first: date
    last: date
    earlier: Remembered


def of_other_time(report: Report) -> Iterator[Finding]:
    """The remarks about time; none in a report without a period."""
    days = period_days(report.period)
    if days is None:
        return
    counted = cut_off(report.period, CutOff.FIFTEENTH) or days
    first = min(days.first, counted.first, report.period.cut_off_start or days.first)
    times = _Times(report.period, span_of_period(report.period), first, days.last, remembered(report.previous))
    for mention in all_mentions(report):
        judge = _JUDGES.get(mention.words.form)
        if judge is not None and mention.treatment is not Treatment.RESET:
            yield from judge(mention, times)


def _finding(rule: str, mention: Mention, clause: str, wanted: str, severity: Severity, new: str = "") -> Finding:
    words = mention.words
    stretch = (words.start, words.end)
    line = Line(mention.place, mention.start - words.start, mention.line)
    finding = line.finding(rule, severity, clause, wanted, stretch, new, around(mention.line, stretch))
    return finding if mention.note == TEXT else in_note(finding)


def _context(mention: Mention, times: _Times) -> Context:
    return Context(mention.words, mention.line, times.period, mention.place)


def _period(mention: Mention, times: _Times) -> Iterator[Finding]:
    """A period or year before the report's that it does not compare itself with."""
    named = span_of_words(mention.words)
    if mention.treatment is Treatment.KEEP or named is None or compares(_context(mention, times)):
        return
    if times.months is None or not _is_past(named, times):
        return
    if mention.words.form in _YEARS:
        yield from _old_year(mention, times)
    elif mention.words.form is Form.MONTH and times.period.type is not PeriodType.MONTH:
        clause = "Tháng này ở trước kỳ báo cáo."
        yield _finding(DATE, mention, clause, "Tháng trong kỳ, hoặc bỏ câu", Severity.REVIEW)
    else:
        new = said_in(replace(mention, meaning=Meaning.PERIOD, treatment=Treatment.SHIFT), times.period, times.period)
        clause = "Kỳ này ở trước kỳ báo cáo, câu không so sánh với nó."
        yield _finding(PERIOD, mention, clause, period_words(times.period), Severity.REVIEW, new)


def _old_year(mention: Mention, times: _Times) -> Iterator[Finding]:
    new = retyped(mention.words, year=times.period.year)
    clause = "Năm này ở trước năm của kỳ báo cáo, câu không so sánh với nó."
    severity = Severity.REVIEW if mention.words.form is Form.YEAR else Severity.NOTE
    yield _finding(PERIOD, mention, clause, f"năm {times.period.year}", severity, new)


def _is_past(named: Span, times: _Times) -> bool:
    """Whether the months named are over when those of the report begin; a year that is not said is the report's."""
    own = times.months
    if own is None:
        return False
    if named.weekly or own.weekly:
        return _before_week(named, own, times)
    return (named.year or own.year) * _MONTHS + named.last < own.year * _MONTHS + own.first


def _before_week(named: Span, own: Span, times: _Times) -> bool:
    if named.weekly and own.weekly:
        return ((named.year or own.year), named.last) < (own.year, own.first)
    if named.weekly:
        return bool(named.year) and named.year < own.year
    return ((named.year or times.first.year), named.last) < (times.first.year, times.first.month)


def _day(mention: Mention, times: _Times) -> Iterator[Finding]:
    """A day before the first whose figures count; a day kept every year that came and went since the last report."""
    if mention.treatment is Treatment.KEEP:
        yield from _gone_holiday(mention, times)
        return
    if mention.treatment is Treatment.SHIFT or compares(_context(mention, times)):
        return
    day = _day_meant(mention.words, times.period.year)
    if day is not None and day < times.first:
        rule = DATE if _counts(mention, times) else EVENT
        clause = "Ngày này ở trước kỳ báo cáo."
        yield _finding(rule, mention, clause, "Ngày trong kỳ, hoặc bỏ câu", Severity.REVIEW)


def _counts(mention: Mention, times: _Times) -> bool:
    context = _context(mention, times)
    spans = any(other_end(context, last=last) is not None for last in (False, True))
    return counts_to(context) or spans or mention.place.part == "date_range"


def _day_meant(words: TimeWords, year: int) -> date | None:
    try:
        return date(words.year or year, words.number, words.day)
    except ValueError:
        return None


def _gone_holiday(mention: Mention, times: _Times) -> Iterator[Finding]:
    words = mention.words
    if words.form is not Form.DAY_MONTH or not is_holiday(words) or _earlier(mention, times) is None:
        return
    day = _day_meant(words, times.period.year)
    if day is not None and day < times.first:
        clause = "Ngày kỷ niệm này đã qua trước kỳ báo cáo, câu còn từ kỳ trước."
        yield _finding(EVENT, mention, clause, "Sự kiện của kỳ này, hoặc bỏ câu", Severity.NOTE)


def _earlier(mention: Mention, times: _Times) -> TimeWords | None:
    """The same expression of the same sentence in the report before."""
    found = times.earlier.get((skeleton(mention.line), mention.index))
    return found.words if found else None


def _own_unit(mention: Mention, times: _Times) -> Iterator[Finding]:
    """`trong quý` in a report of another kind of period."""
    unit = unit_of(mention.words)
    if unit in (None, PeriodType.YEAR, times.period.type):
        return
    old = replace(times.period, type=unit) if unit else times.period
    new = said_in(mention, old, times.period)
    yield _finding(PERIOD, mention, "Cách gọi này là của loại kỳ báo cáo khác.", new, Severity.REVIEW, new)


def _school_year(mention: Mention, times: _Times) -> Iterator[Finding]:
    words = mention.words
    if date(words.until, _LAST_MONTH_OF_SCHOOL, 31) < times.first:
        clause = "Năm học này đã kết thúc trước kỳ báo cáo."
        first = times.first.year - (times.first.month <= _LAST_MONTH_OF_SCHOOL)
        new = retyped(words, year=first, until=first + 1)
        yield _finding(PERIOD, mention, clause, new, Severity.REVIEW, new)


def _anniversary(mention: Mention, times: _Times) -> Iterator[Finding]:
    """A count of years that is not the year less the one it counts from, or still that of a report of another year."""
    base = _year_counted_from(mention)
    if base:
        wanted = times.period.year - base
        wrong = mention.words.number not in (wanted, wanted + 1)
    else:
        before = _earlier(mention, times)
        wanted = mention.words.number + 1
        wrong = before is not None and before.number == mention.words.number and _first_of_year(times)
    if wrong:
        new = retyped(mention.words, number=wanted)
        yield _finding(EVENT, mention, "Số năm kỷ niệm không đúng với năm của kỳ báo cáo.", new, Severity.REVIEW, new)


def _year_counted_from(mention: Mention) -> int:
    behind = [words for words in time_words(mention.line) if words.start >= mention.words.end and words.year]
    return behind[0].year if behind and behind[0].form in (Form.DAY, Form.YEAR) else 0


def _first_of_year(times: _Times) -> bool:
    years = {mention.words.year for mention in times.earlier.values() if mention.meaning is Meaning.PERIOD}
    return bool(years - {0}) and max(years) < times.period.year


def _year_name(mention: Mention, times: _Times) -> Iterator[Finding]:
    """A can-chi name that is not that of the year beside it, or of no year the report can speak of."""
    year = _year_beside(mention) or times.period.year
    name = mention.words.text.title()
    right = {year_name(year)} if _year_beside(mention) else {year_name(year), year_name(year + 1)}
    if name.replace("Tị", "Tỵ").replace("Tí", "Tý") not in right:
        wanted = year_name(year).upper() if mention.words.text.isupper() else year_name(year)
        clause = f"Năm {year} là năm {year_name(year)}."
        yield _finding(YEAR_NAME, mention, clause, wanted, Severity.REVIEW, wanted)


def _year_beside(mention: Mention) -> int:
    words = mention.words
    near = (
        other.year
        for other in time_words(mention.line)
        if other.form in _YEARS and (0 <= other.start - words.end <= _NEAR or 0 <= words.start - other.end <= _NEAR)
    )
    return next(near, 0)


_Judge = Callable[[Mention, _Times], Iterator[Finding]]
_JUDGES: dict[Form, _Judge] = {
    **dict.fromkeys((Form.WEEK, Form.MONTH, Form.QUARTER, Form.FIRST_MONTHS, Form.LAST_MONTHS, *_YEARS), _period),
    **dict.fromkeys((Form.DAY, Form.DAY_MONTH), _day),
    Form.RELATIVE: _own_unit,
    Form.SCHOOL_YEAR: _school_year,
    Form.ANNIVERSARY: _anniversary,
    Form.YEAR_NAME: _year_name,
}
