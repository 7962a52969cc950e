"""A figure against another period, in the words and the style of the report: `tăng 12 hồ sơ (10,5 %) so với quý trước`.

A ratio is compared by its share, a share in percentage points. Nothing typed and `-` are no number to compare with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bcdesk.report.figure import FigureKind
from bcdesk.report.figure_list import FigureLine
from bcdesk.report.period import PeriodType, following_period, period_words, slot_of
from bcdesk.report.report import Report
from bcdesk.report.search import text_at, texts
from bcdesk.report.timemeaning import goes_on
from bcdesk.vietnamese.amounts import HUNDRED, amount, is_padded, words_like
from bcdesk.vietnamese.numbers import padded
from bcdesk.vietnamese.quantities import decimals_of, number_words

POINTS = "điểm phần trăm"
_SHARE = re.compile(r"\d(?:,(?P<decimals>\d+))?(?P<gap>\s?)%")
_AGO = re.compile(r"\b(?:so với |so )(?P<ago>cùng kỳ(?: năm (?:trước|ngoái|\d{4}))?)", re.IGNORECASE)
_SO = re.compile(r"\b(?:tăng|giảm)\b[^.;]*?\b(?P<so>so với|so) (?:cùng kỳ|\w+ trước)", re.IGNORECASE)
_UNCOMPARED = frozenset({FigureKind.CODED, FigureKind.TEXT})
_BEFORE = {
    PeriodType.WEEK: "tuần trước",
    PeriodType.MONTH: "tháng trước",
    PeriodType.QUARTER: "quý trước",
    PeriodType.YEAR: "năm trước",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """What a figure has more (below zero: less) than another one, in hundredths of it, None of nothing; or points."""

    by: Decimal
    share: Decimal | None
    points: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """How the report writes shares and comparisons."""

    decimals: int = 1
    gap: str = " "
    so: str = "so với"
    ago: str = "cùng kỳ"


def difference(line: FigureLine, then: str | None) -> Difference | None:
    """The figure against what it was then; None where there is nothing to compare."""
    now, before = amount(line.now), amount(then or "")
    if now is None or before is None or line.kind in _UNCOMPARED:
        return None
    if now.whole is not None or before.whole is not None:
        if now.share is None or before.share is None:
            return None
        return Difference(now.share - before.share, None, points=True)
    if line.unit == "%" or line.kind is FigureKind.PERCENTAGE:
        return Difference(now.value - before.value, None, points=True)
    by = now.value - before.value
    return Difference(by, by * HUNDRED / before.value if before.value else None)


def phrases(report: Report, line: FigureLine) -> tuple[str, ...]:
    """What can be said of a figure against the last period and the same period last year."""
    return tuple(_phrases(report, line, _style(report, line)))


def difference_words(line: FigureLine, then: str | None) -> str:
    """The difference as the list shows it: `+12 (10,5 %)`, `bằng`; empty where there is none to tell."""
    found = difference(line, then)
    if found is None:
        return ""
    if not found.by:
        return "bằng"
    sign = "+" if found.by > 0 else "−"
    words = words_like(abs(found.by), line.now)
    if found.points:
        return f"{sign}{words} đ.%"
    return f"{sign}{words} ({number_words(abs(found.share), 1)} %)" if found.share else f"{sign}{words}"


def before_words(report: Report) -> str:
    """What the period of the last report is called from this one: `quý trước`, else by its name."""
    previous = report.previous
    if previous is None:
        return "kỳ trước"
    after = following_period(previous.period)
    follows = (slot_of(after), after.year) == (slot_of(report.period), report.period.year)
    if follows and report.period.type in _BEFORE:
        return _BEFORE[report.period.type]
    return period_words(previous.period) or "kỳ trước"


def _phrases(report: Report, line: FigureLine, style: _Style) -> Iterator[str]:
    before = () if _grows(report, line) else ((line.previous, before_words(report)),)
    for then, named in (*before, (line.year_ago, style.ago)):
        found = difference(line, then)
        if found is not None:
            yield _phrase(line, found, named, style)


def _grows(report: Report, line: FigureLine) -> bool:
    """Whether a figure holds that of the last period and more: it has then risen in any case."""
    if report.previous is None:
        return False
    before, now = report.previous.period, report.period
    summed = line.figure is not None and line.figure.cumulative and before.year == now.year
    return summed or goes_on(before, now)


def _phrase(line: FigureLine, found: Difference, named: str, style: _Style) -> str:
    if not found.by:
        return f"bằng {named}"
    verb = "tăng" if found.by > 0 else "giảm"
    if found.points:
        by = number_words(abs(found.by), max(style.decimals, decimals_of(line.now.partition("/")[0])))
        return f"{verb} {by} {POINTS} {style.so} {named}"
    share = f" ({number_words(abs(found.share), style.decimals)}{style.gap}%)" if found.share else ""
    unit = f" {line.unit}" if line.unit else ""
    return f"{verb} {_count_words(abs(found.by), line)}{unit}{share} {style.so} {named}"


def _count_words(by: Decimal, line: FigureLine) -> str:
    """The count, with its zero where one of the two figures has it."""
    small = by == by.to_integral() and 0 < by < 10 and any(map(is_padded, (line.now, line.previous or "")))  # noqa: PLR2004
    return padded(int(by)) if small else words_like(by, line.now)


def _style(report: Report, line: FigureLine) -> _Style:
    """As the sentence writes it, else as the report does, else as usual."""
    sentence = text_at(report, line.places[0].hit.place) if line.places else ""
    whole = "\n".join(text for _, lines in texts(report) for text in lines)
    share = _SHARE.search(sentence) or _SHARE.search(whole)
    ago = _AGO.search(sentence) or _AGO.search(whole)
    so = _SO.search(sentence) or _SO.search(whole)
    usual = _Style()
    return _Style(
        len(share["decimals"] or "") or usual.decimals if share else usual.decimals,
        share["gap"] if share else usual.gap,
        so["so"].lower() if so else usual.so,
        _year_shifted(ago["ago"], report) if ago else usual.ago,
    )


def _year_shifted(words: str, report: Report) -> str:
    """`cùng kỳ năm 2023` of the year before this report's."""
    return re.sub(r"\d{4}", str(report.period.year - 1), words.lower())
