"""Everything that is to be said about a report before it goes to be signed: the form of its paper, and its text."""

from __future__ import annotations

from collections.abc import Iterable

from bcdesk.press.judge import judge
from bcdesk.press.paper import Paper
from bcdesk.report.agreement import agreement
from bcdesk.report.arithmetic import arithmetic
from bcdesk.report.findings import Finding, Verdict
from bcdesk.report.report import Place, Report
from bcdesk.report.search import texts


class Reviewer:
    """Reviews papers; used from one thread at a time, and not from that of a window: it may take seconds."""

    def review(self, paper: Paper) -> Verdict:
        """What was found, the gravest first, then in reading order, and what could not be judged."""
        report, form = paper.report, judge(paper)
        return Verdict(in_order((*form.findings, *arithmetic(report), *agreement(report)), report), form.unjudged)


def in_order(findings: Iterable[Finding], report: Report) -> tuple[Finding, ...]:
    """The findings by severity, then as one reads; of two about the same characters under one rule the first."""
    order = {place: at for at, (place, _) in enumerate(texts(report))}
    kept = {(finding.rule, finding.place, _offset(finding), finding.found): finding for finding in findings}
    return tuple(sorted(kept.values(), key=lambda finding: (finding.severity, _reading(finding.place, order))))


def _reading(place: Place | None, order: dict[Place, int]) -> tuple[int, int]:
    return (order.get(place, -1), place.offset) if place else (len(order), 0)


def _offset(finding: Finding) -> int:
    return finding.place.offset if finding.place else 0
