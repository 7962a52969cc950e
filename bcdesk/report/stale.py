"""What is still last period's in a report (nội dung còn của kỳ trước); a remark goes as its words change or are kept.

Nothing is changed unasked; `giữ nguyên` is a decision, and one with a reason is remembered in the next period too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bcdesk.report.findings import Finding, undecided
from bcdesk.report.report import Place, Report
from bcdesk.report.search import texts
from bcdesk.report.seasonal import out_of_season
from bcdesk.report.stale_figures import untouched_figures
from bcdesk.report.stale_names import names
from bcdesk.report.stale_rules import STALE
from bcdesk.report.stale_text import (
    answered_requests,
    broken_words,
    carried_sentences,
    changed_symbols,
    ended_events,
)
from bcdesk.report.stale_time import of_other_time

Check = Callable[[Report], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    of_other_time,
    untouched_figures,
    carried_sentences,
    ended_events,
    out_of_season,
    answered_requests,
    broken_words,
    changed_symbols,
    names,
)


def is_stale(finding: Finding) -> bool:
    """Whether a remark is about what is still last period's."""
    return finding.rule in STALE


def stale(report: Report) -> tuple[Finding, ...]:
    """Everything that is still last period's, in reading order, decided or not."""
    order = {(place.part, place.block): index for index, (place, _) in enumerate(texts(report))}
    found = [finding for check in CHECKS for finding in check(report)]

    def position(finding: Finding) -> tuple[int, int]:
        place = finding.place or Place("")
        return order.get((place.part, place.block), -1), place.offset

    return tuple(sorted(found, key=position))


def left(report: Report) -> tuple[Finding, ...]:
    """What is still to be looked at: the list that empties as the work goes on."""
    return undecided(stale(report), report)
