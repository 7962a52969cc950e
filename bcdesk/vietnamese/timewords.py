"""The words for time in a text: periods, days, years and spans, and what only looks like them (fractions, durations).

Each keeps the places of its numbers, so that another number can be put there with everything else as typed: Roman or
Arabic, `06` or `6`, `quý I/2024` or `Quý 1 năm 2024`. The forms are those counted in real reports (`vietnamese` §7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bcdesk.vietnamese.numbers import padded, padded_month, parse_roman, roman
from bcdesk.vietnamese.timeforms import COUNT_WORDS, HOLIDAYS, PATTERNS, Form, is_day_of_month, year_name_index

Part = tuple[str, int, int]
_CENTURY = 100


class Letters(StrEnum):
    """How words are capitalised."""

    SMALL = "small"
    CAPITAL = "capital"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """An expression of time from `start` to `end` of a text.

    `number` is the week, month, quarter, count of months or years, or the place of a year name in its cycle of 60; in a
    day it is the month. `until` is the last year of a span. What is not said is 0. `parts` are the places of `day`,
    `number`, `year` and `until` within `text`.
    """

    form: Form
    start: int
    end: int
    text: str
    day: int = 0
    number: int = 0
    year: int = 0
    until: int = 0
    parts: tuple[Part, ...] = ()

    def part(self, name: str) -> str:
        """A number as typed; empty where it is not said."""
        return next((self.text[start:end] for known, start, end in self.parts if known == name), "")


@lru_cache(maxsize=8192)
def time_words(text: str) -> tuple[TimeWords, ...]:
    """Every expression of time in `text`, in order; none overlapping."""
    return tuple(sorted(_found(text), key=lambda words: words.start))


def _found(text: str) -> Iterator[TimeWords]:
    taken = bytearray(len(text))
    for form, pattern in PATTERNS:
        for match in pattern.finditer(text):
            words = _read(form, match)
            if words is not None and not any(taken[words.start : words.end]):
                taken[words.start : words.end] = b"\1" * (words.end - words.start)
                yield words


def _read(form: Form, match: re.Match[str]) -> TimeWords | None:
    start, end = match.span("all") if "all" in match.re.groupindex else match.span()
    names = [name for name in ("day", "number", "year", "until") if match.groupdict().get(name)]
    values = {name: _value(form, match[name]) for name in names}
    if "until" in values and values["until"] < _CENTURY:
        values["until"] += values["year"] // _CENTURY * _CENTURY
    parts = tuple((name, match.start(name) - start, match.end(name) - start) for name in names)
    words = TimeWords(form, start, end, match.string[start:end], parts=parts, **values)
    if form in (Form.DAY, Form.DAY_MONTH):
        return _day(words, match.string)
    return words


def _day(words: TimeWords, text: str) -> TimeWords | None:
    """Two numbers with a stroke are a day only where something says so; without a possible day they are a fraction."""
    if words.form is Form.DAY:
        return words if _is_possible(words) else None
    if _is_possible(words) and is_day_of_month(text, words.start, words.end, holiday=is_holiday(words)):
        return words
    return TimeWords(Form.FRACTION, words.start, words.end, words.text)


def _is_possible(words: TimeWords) -> bool:
    return 1 <= words.day <= 31 and 1 <= words.number <= 12  # noqa: PLR2004  # days of a month, months of a year


def is_holiday(words: TimeWords) -> bool:
    """Whether that day of the year is kept every year: `30/4`, `2/9`, `27/7`."""
    return (words.day, words.number) in HOLIDAYS


def _value(form: Form, typed: str) -> int:
    if form is Form.YEAR_NAME:
        return year_name_index(typed)
    if typed.isdigit():
        return int(typed)
    return COUNT_WORDS.get(typed.lower()) or parse_roman(typed) or 0


def retyped(words: TimeWords, **numbers: int) -> str:
    """The expression with other numbers (`day`, `number`, `year`, `until`) in the manner of those that stand there."""
    made, at = "", 0
    for name, start, end in words.parts:
        typed = words.text[start:end]
        changed = name in numbers and numbers[name] != getattr(words, name)
        made += words.text[at:start] + (_in_manner(words.form, name, typed, numbers[name]) if changed else typed)
        at = end
    return made + words.text[at:]


def _in_manner(form: Form, name: str, typed: str, number: int) -> str:
    if name == "day":
        return str(number) if len(typed) == 1 else padded(number)
    if name != "number":
        return str(number)
    if not typed.isdigit():
        return _number_in_letters(typed, number)
    if form in (Form.MONTH, Form.DAY, Form.DAY_MONTH):
        return _month_in_manner(typed, number)
    return padded(number) if typed.startswith("0") else str(number)


def _month_in_manner(typed: str, month: int) -> str:
    """`03` asks for two digits always, `1` for as few as there are; `01` and `3` tell only of the rule (DD-05)."""
    if typed.startswith("0") and typed not in ("01", "02"):
        return padded(month)
    return str(month) if typed in ("1", "2") else padded_month(month)


def _number_in_letters(typed: str, number: int) -> str:
    if typed.lower() in COUNT_WORDS:
        word = next((word for word, value in COUNT_WORDS.items() if value == number), str(number))
        return word.upper() if typed.isupper() else word
    return roman(number) if typed.isupper() else roman(number).lower()


def letters_of(text: str) -> Letters:
    """How the words of a text are capitalised; a Roman number says nothing."""
    words = [word for word in text.split() if word.isalpha() and not parse_roman(word)]
    if words and all(word.isupper() for word in words):
        return Letters.CAPITALS
    return Letters.CAPITAL if text[:1].isupper() else Letters.SMALL


def capitalised(text: str, letters: Letters) -> str:
    """The text with its letters so."""
    if letters is Letters.CAPITALS:
        return text.upper()
    return text[:1].upper() + text[1:] if letters is Letters.CAPITAL else text


@lru_cache(maxsize=8192)
def skeleton(text: str) -> str:
    """The text with a gap for each expression of time: what stays the same when only the period changes."""
    made, at = "", 0
    for words in time_words(text):
        made += text[at : words.start] + "\0"
        at = words.end
    return made + text[at:]
