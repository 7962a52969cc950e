"""Everything that is to be said about a report before it goes to be signed: the form of its paper, and its text."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

from bcdesk.press.judge import judge
from bcdesk.press.paper import Paper
from bcdesk.report.agreement import agreement
from bcdesk.report.arithmetic import arithmetic
from bcdesk.report.findings import Finding, Verdict
from bcdesk.report.proofread import spelling_findings
from bcdesk.report.report import Place, Report
from bcdesk.report.search import texts
from bcdesk.report.stale import stale
from bcdesk.vietnamese.lexicon import NOTHING_OWN, Lexicon
from bcdesk.vietnamese.misspelling import Kind
from bcdesk.vietnamese.spelling import Proofreader

SPELLING = frozenset(Kind)
A_MOMENT = 0.03  # seconds; a key pressed meanwhile waits no longer than that


class Reviewer:
    """Reviews papers in the language of an office; used from one thread at a time, not from that of a window."""

    def __init__(self, lexicon: Lexicon = NOTHING_OWN) -> None:
        self._lexicon = lexicon
        self._begun: Report | None = None
        self._unread: deque[str] = deque()

    def read_on(self, report: Report, seconds: float = A_MOMENT) -> int:
        """Proofread on for about that long, from where one left off; how many paragraphs are left."""
        if report is not self._begun:
            self._begun, self._unread = report, deque(line for _, there in texts(report) for line in there)
        end = time.monotonic() + seconds
        while self._unread:
            self._proofreader.slips(self._unread.popleft())
            if time.monotonic() > end:
                break
        return len(self._unread)

    def review(self, paper: Paper) -> Verdict:
        """What was found, the gravest first, then in reading order, and what could not be judged."""
        report, form = paper.report, judge(paper)
        said = (*form.findings, *arithmetic(report), *agreement(report), *stale(report), *self._misspelt(report))
        return replace(form, findings=in_order(said, report))

    def learn(self, word: str) -> None:
        """Take a word for right from now on."""
        self._lexicon = self._lexicon.with_word(word)

    def _misspelt(self, report: Report) -> Iterator[Finding]:
        """Words learned since the language was loaded are right too."""
        for finding in spelling_findings(report, self._proofreader):
            if finding.found not in self._lexicon.words:
                yield finding

    @cached_property
    def _proofreader(self) -> Proofreader:
        return _proofreader(self._lexicon)


@lru_cache(maxsize=1)
def _proofreader(lexicon: Lexicon) -> Proofreader:
    """The proofreader of an office, which takes most of a second to load."""
    return Proofreader(lexicon)


def in_order(findings: Iterable[Finding], report: Report) -> tuple[Finding, ...]:
    """The findings by severity, then as one reads; nothing twice, and no guess where a rule has spoken already."""
    order = {place: at for at, (place, _) in enumerate(texts(report))}
    kept = {(finding.rule, finding.place, _offset(finding), finding.found): finding for finding in findings}
    ruled = [finding for finding in kept.values() if finding.rule not in SPELLING and finding.length]
    said = [finding for finding in kept.values() if finding.rule not in SPELLING or not _spoken_of(finding, ruled)]
    return tuple(sorted(said, key=lambda finding: (finding.severity, _reading(finding.place, order))))


def _spoken_of(guess: Finding, ruled: list[Finding]) -> bool:
    return any(rule.place == guess.place and _overlap(rule, guess) and rule.fixes for rule in ruled)


def _overlap(one: Finding, other: Finding) -> bool:
    return _offset(one) < _offset(other) + other.length and _offset(other) < _offset(one) + one.length


def _reading(place: Place | None, order: dict[Place, int]) -> tuple[int, int]:
    return (order.get(place, -1), place.offset) if place else (len(order), 0)


def _offset(finding: Finding) -> int:
    return finding.place.offset if finding.place else 0
