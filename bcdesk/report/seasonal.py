"""What comes every year at the same time, and is carried on into reports of other months without a date to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bcdesk.places import resources
from bcdesk.report.findings import Finding, Severity
from bcdesk.report.period import CutOff, Period, cut_off, period_days
from bcdesk.report.report import HEADING, Report
from bcdesk.report.stale_figures import FORMAL
from bcdesk.report.stale_rules import EVENT
from bcdesk.report.textlines import Line, Stretch, around, lines
from bcdesk.vietnamese.timewords import skeleton

_JANUARY, _DECEMBER = 1, 12


@dataclass(frozen=True, slots=True)
class Season:
    """Words for what comes every year, and the months in which one reports of it."""

    words: re.Pattern[str]
    months: frozenset[int]


@cache
def seasons() -> tuple[Season, ...]:
    """What comes every year, of `resources/language/seasons.tsv`; what follows the moon as far as it wanders."""
    lines = (resources() / "language" / "seasons.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_season(*line.split("\t")) for line in lines[1:])


def _season(words: str, months: str) -> Season:
    return Season(re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE), frozenset(map(int, months.split())))


def out_of_season(report: Report) -> Iterator[Finding]:
    """What comes at another time of the year, in a line that already stood in the last report."""
    found = tuple(_mentions(report)) if report.previous else ()
    known = {skeleton(line.text) for line in lines(report.previous)} if report.previous and found else set()
    for line, stretch in found:
        if skeleton(line.text) in known:
            clause = "Việc này hằng năm không vào thời gian của kỳ báo cáo, câu còn từ kỳ trước."
            wanted = "Sự kiện của kỳ này, hoặc bỏ câu"
            said = around(line.text, stretch)
            yield line.finding(EVENT, Severity.NOTE, clause, wanted, stretch, found=said)


def _mentions(report: Report) -> Iterator[tuple[Line, Stretch]]:
    """The words for what comes in none of the months of the report; none in one of a period without days."""
    months = _months(report.period)
    others = [season.words for season in seasons() if months and not season.months & months]
    for line in lines(report):
        if line.place.part not in FORMAL and line.place.block != HEADING:
            yield from ((line, found.span()) for words in others if (found := words.search(line.text)))


def _months(period: Period) -> frozenset[int]:
    """The months whose figures count in a period, that in which they may begin included; none of one without days."""
    days = period_days(period)
    if days is None:
        return frozenset()
    counted = cut_off(period, CutOff.FIFTEENTH) or days
    first = min(days.first, counted.first, period.cut_off_start or days.first)
    count = (days.last.year - first.year) * _DECEMBER + days.last.month - first.month
    return frozenset((first.month - _JANUARY + at) % _DECEMBER + _JANUARY for at in range(count + 1))
