"""The figures in a text: numbers that count or measure something, not dates, markers or the numbers of documents.

Offices write a dot between thousands and a comma before decimals (measured in sixteen reports); a count below ten may
have a leading zero. The typed form is kept beside the value: `02` stays `02`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_NUMBER = re.compile(r"(?<![\w.,/-])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\d])")
# What stands before a number that dates, numbers or names something: no figure.
_NO_FIGURE_BEFORE = re.compile(
    r"(?:\b(?:ngày|tháng|năm|quý|tuần|số|mục|khoản|điểm|điều|phụ lục|biểu|bảng|mẫu|lần|khóa|kỳ|lớp|thôn|tổ|ấp|quận"
    r"|phường|quốc lộ|đề án|covid)|\S\s*[-–—])\s*$",
    re.IGNORECASE,
)
_NO_FIGURE_BEHIND = re.compile(r"\.\d|,\d|[-–—]\d|/(?:\d{4}|\d{1,2}/\d|[^\W\d_]+\d*-)|[^\W\d_]")
_RATIO_BEHIND = re.compile(r"\s*/\s*(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?![\d/.,]\d|\d|/)")
_PERCENT_BEHIND = re.compile(r"\s*%")
_UNIT_BEHIND = re.compile(r"\s+(?P<unit>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})")
_DAY_BEFORE = re.compile(r"\b(?:từ|đến|hết|trước|sau|sáng|trưa|chiều|tối|đêm|hôm)\s+$", re.IGNORECASE)
# `các tháng 1, 2, 3 năm 2024`: the list goes on; but `tháng 3, 5 thôn` counts, for something is counted behind it.
_LIST_BEFORE = re.compile(
    r"\b(?:ngày|tháng|quý)\s+\d{1,2}(?:/\d{1,2})?(?:\s*,\s*\d{1,2}(?:/\d{1,2})?)*\s*(?:,|\bvà)\s*$", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s*(?:[,;.:)]|$)|\s+(?:và\s+\d|năm\s+\d)")
_MARKER = re.compile(r"^\s*(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure from `start` to `end` of a text: its value, how it is typed, and the words behind it (at most four).

    `whole` is the second number of a ratio `a/b`. A percentage has the unit `%`.
    """

    start: int
    end: int
    value: Decimal
    typed: str
    unit: str = ""
    whole: Decimal | None = None

    @property
    def is_percentage(self) -> bool:
        """Whether it is a share in hundredths."""
        return self.unit == "%"


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every figure of `text`, in order; none overlapping."""
    return tuple(_figures(text))


def number_value(typed: str) -> Decimal | None:
    """The value of a number as an office types it: `13.203.300`, `95,53`, `02`; None for anything else."""
    found = _NUMBER.fullmatch(typed.strip())
    return _value(found["number"]) if found else None


def number_words(value: Decimal, decimals: int) -> str:
    """The number with dots between thousands and so many decimals behind a comma."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def decimals_of(typed: str) -> int:
    """How many decimals a number is typed with."""
    return len(typed.partition(",")[2])


def _figures(text: str) -> Iterator[Quantity]:
    marker = _MARKER.match(text)
    at = marker.end() if marker else 0
    while found := _NUMBER.search(text, at):
        figure = _figure(text, found)
        at = figure.end if figure else found.end()
        if figure:
            yield figure


def _figure(text: str, found: re.Match[str]) -> Quantity | None:
    start, end = found.span("number")
    before, ratio = text[:start], _RATIO_BEHIND.match(text, end)
    if _NO_FIGURE_BEFORE.search(before[-12:]) or (not ratio and _NO_FIGURE_BEHIND.match(text, end)):
        return None
    if ratio and _DAY_BEFORE.search(before[-8:]):
        return None
    if _LIST_BEFORE.search(before[-60:]) and _GOES_ON.match(text, ratio.end() if ratio else end):
        return None
    whole = None
    if ratio and not _YEAR.fullmatch(ratio["number"]):
        end, whole = ratio.end("number"), _value(ratio["number"])
    elif ratio or _dates_a_year(text, found):
        return None
    unit = _unit_behind(text, end)
    return Quantity(start, end, _value(found["number"]), text[start:end], unit, whole)


def _dates_a_year(text: str, found: re.Match[str]) -> bool:
    """`2024` without a unit that counts is a year."""
    return bool(_YEAR.fullmatch(found["number"])) and not _UNIT_BEHIND.match(text, found.end())


def _unit_behind(text: str, end: int) -> str:
    if _PERCENT_BEHIND.match(text, end):
        return "%"
    unit = _UNIT_BEHIND.match(text, end)
    return unit["unit"] if unit else ""


def _value(typed: str) -> Decimal:
    return Decimal(typed.replace(".", "").replace(",", "."))
