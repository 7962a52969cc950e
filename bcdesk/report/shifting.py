"""How an expression of time is written for another period: in its own manner, or in that of an earlier report."""

from __future__ import annotations

import re
from dataclasses import replace

from bcdesk.report.period import (
    Period,
    PeriodType,
    following_period,
    slot_of,
    slot_words,
)
from bcdesk.report.timemeaning import Boundary, Meaning, Span, meant, span_of_period
from bcdesk.report.timereading import Mention, Remembered, Treatment
from bcdesk.vietnamese.timeforms import Form, year_name, year_name_index
from bcdesk.vietnamese.timewords import (
    Letters,
    TimeWords,
    capitalised,
    letters_of,
    retyped,
    skeleton,
)

_FORMS = {
    PeriodType.WEEK: Form.WEEK,
    PeriodType.MONTH: Form.MONTH,
    PeriodType.QUARTER: Form.QUARTER,
    PeriodType.FIRST_HALF: Form.FIRST_MONTHS,
    PeriodType.NINE_MONTHS: Form.FIRST_MONTHS,
    PeriodType.SECOND_HALF: Form.LAST_MONTHS,
    PeriodType.YEAR: Form.YEAR,
}
_UNITS = {
    "tuần": PeriodType.WEEK,
    "tháng": PeriodType.MONTH,
    "quý": PeriodType.QUARTER,
    "năm": PeriodType.YEAR,
}
_OWN_UNIT = re.compile(r"\b(?:trong (?P<within>tuần|tháng|quý|năm)|(?P<this>tuần|tháng|quý) này)$", re.IGNORECASE)
_JOINED = frozenset({Form.WEEK, Form.MONTH, Form.QUARTER})
_NINE_MONTHS = "9 tháng đầu năm"
_HALF, _QUARTER = 6, 3


def said_in(mention: Mention, old: Period, to: Period, earlier: tuple[Remembered, ...] = ()) -> str:
    """The expression of a report of `old` as one of `to` has it; empty where nothing can be proposed.

    `earlier` are the expressions of the reports before it, the last first: another form is written as it
    was there.
    """
    words = mention.words
    if mention.treatment is Treatment.RESET:
        return _left_open(words, to)
    if isinstance(mention.meaning, Boundary):
        day = mention.meaning.day(to)
        return retyped(words, day=day.day, number=day.month, year=day.year) if day else ""
    if mention.meaning is not None:
        return _meaning_in(mention, mention.meaning, to, earlier)
    return _proposed(words, old, to)


def _left_open(words: TimeWords, to: Period) -> str:
    blank_day = "… " if words.day else ""
    return f"{blank_day}tháng … năm {to.year}"


def _proposed(words: TimeWords, old: Period, to: Period) -> str:
    """What stands for no period but grows with the years: anniversaries, names of years, `trong quý`."""
    years = to.year - old.year
    if words.form is Form.RELATIVE:
        return _own_unit_in(words, old, to)
    if words.form is Form.ANNIVERSARY and years:
        return retyped(words, number=words.number + years)
    if words.form is Form.YEAR_NAME and years:
        return _year_name_in(words, years)
    return ""


def _year_name_in(words: TimeWords, years: int) -> str:
    index = year_name_index(words.text)
    named = year_name(index + 3 + years) if index else ""
    return capitalised(named, letters_of(words.text)) if words.text.isupper() else named


def _own_unit_in(words: TimeWords, old: Period, to: Period) -> str:
    """`trong quý` in a report that is no longer of a quarter."""
    if unit_of(words) is not old.type or old.type is to.type:
        return ""
    unit = next((unit for unit, type_ in _UNITS.items() if type_ is to.type), slot_words(slot_of(to)))
    return capitalised(f"trong {unit}", letters_of(words.text))


def unit_of(words: TimeWords) -> PeriodType | None:
    """The type of period `trong quý` or `quý này` speaks of; None for other words."""
    found = _OWN_UNIT.match(words.text) if words.form is Form.RELATIVE else None
    return _UNITS[(found["within"] or found["this"]).lower()] if found else None


def _meaning_in(mention: Mention, meaning: Meaning, to: Period, earlier: tuple[Remembered, ...]) -> str:
    span = meant(meaning, to)
    if span is None:
        return ""
    form, number = _form_and_number(meaning, span, to, mention.words)
    model = mention.words if mention.words.form is form else _earlier_model(mention, form, earlier)
    if model is not None and not (meaning is Meaning.PERIOD and _would_lack_beginning(model, number)):
        return retyped(model, number=number, year=span.year)
    return _written(mention, _period_meant(meaning, span, to))


def _would_lack_beginning(model: TimeWords, months: int) -> bool:
    """`9 tháng năm 2024` is said, `6 tháng năm 2024` is not: there are two such halves."""
    return model.form is Form.FIRST_MONTHS and months == _HALF and "đầu" not in model.text.lower()


def _form_and_number(meaning: Meaning, span: Span, to: Period, words: TimeWords) -> tuple[Form, int]:
    """The form of what is meant, and its number: the week, month or quarter, or how many months."""
    if meaning in (Meaning.CUMULATIVE, Meaning.CUMULATIVE_AGO):
        return Form.FIRST_MONTHS, span.last
    if meaning in (Meaning.YEAR, Meaning.LAST_YEAR):
        return (Form.YEAR if words.form is not Form.BARE_YEAR else Form.BARE_YEAR), 0
    form = _FORMS[following_period(to).type if meaning is Meaning.NEXT else to.type]
    if form is Form.QUARTER and words.form is Form.FIRST_MONTHS and (words.number, span.first) == (_QUARTER, 1):
        form = Form.FIRST_MONTHS
    return form, _number_of(form, span)


def _number_of(form: Form, span: Span) -> int:
    if form is Form.QUARTER:
        return span.last // 3
    if form is Form.LAST_MONTHS:
        return span.last - span.first + 1
    return span.last if form is not Form.YEAR else 0


def _earlier_model(mention: Mention, form: Form, earlier: tuple[Remembered, ...]) -> TimeWords | None:
    """How this very expression was written when a report last spoke of a period of that form."""
    key = (skeleton(mention.line), mention.index)
    found = (known[key].words for known in earlier if key in known)
    return next((words for words in found if words.form is form), None)


def _period_meant(meaning: Meaning, span: Span, to: Period) -> Period:
    if meaning is Meaning.NEXT:
        return following_period(to)
    if meaning is Meaning.BEFORE and span_of_period(to) is not None:
        number = span.first if to.type is not PeriodType.QUARTER else span.last // 3
        return Period(to.type, span.year, number if to.number else 0)
    return replace(to, year=span.year)


def _written(mention: Mention, period: Period) -> str:
    """The period in the usual words, joined to its year as the expression was, with its capitals."""
    words = mention.words
    letters = letters_of(words.text)
    if words.text[:1].isdigit() and letters is Letters.SMALL and _begins_sentence(mention):
        letters = Letters.CAPITAL
    return capitalised(_usual_words(words, period), letters)


def _usual_words(words: TimeWords, period: Period) -> str:
    slot = _NINE_MONTHS if period.type is PeriodType.NINE_MONTHS else slot_words(slot_of(period))
    if period.type is PeriodType.YEAR or not words.year:
        return f"{slot} {period.year}" if period.type is PeriodType.YEAR else slot
    if _FORMS[period.type] not in _JOINED:
        return f"{slot} {period.year}"
    joint = _joint(words).lower() if words.form in _JOINED else " năm "
    return f"{slot}{joint}{period.year}"


def _begins_sentence(mention: Mention) -> bool:
    if mention.place.part == "subject" and mention.place.block:
        return False
    before = mention.line[: mention.words.start].rstrip(' “"(-+•')
    return not before or before.endswith((".", "!", "?"))


def _joint(words: TimeWords) -> str:
    """What stands between number and year."""
    ends = {name: (start, end) for name, start, end in words.parts}
    return words.text[ends["number"][1] : ends["year"][0]] if {"number", "year"} <= ends.keys() else ""
