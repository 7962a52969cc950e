"""The report of the same period last year, and those of one kind, found among the reports that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bcdesk.report.kept import Listed
from bcdesk.report.period import period_exists, period_words
from bcdesk.report.report import Report, State
from bcdesk.session.store import Store


def same_period_last_year(store: Store, report: Report) -> Report | None:
    """The report of that kind for the same period a year before, a signed one before a draft; None without one."""
    ago = replace(report.period, year=report.period.year - 1, cut_off_start=None, cut_off_end=None)
    words = period_words(ago) if period_exists(ago) else ""
    listed = [each for each in _of_kind(store, report.kind) if each.period == words and words]
    order = list(State)
    best = max(listed, key=lambda each: max(order.index(each.state), order.index(State.SUBMITTED)), default=None)
    return store.load(best.id).report if best else None


def reports_of_kind(store: Store, kind: str) -> Iterator[Report]:
    """Every report of a kind, the last changed first."""
    return (store.load(each.id).report for each in _of_kind(store, kind))


def _of_kind(store: Store, kind: str) -> Iterator[Listed]:
    return (each for each in store.listed() if each.kind == kind)
