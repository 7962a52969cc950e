"""Capital letters of annex II (VH-01 … VH-17), over every text of the paper that is a sentence or a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from bcdesk.checks.lines import Line
from bcdesk.checks.paper import Passage, Recognised
from bcdesk.checks.rule import Judge, Remark, Rule
from bcdesk.report.findings import Severity
from bcdesk.report.outline import MarkerStyle
from bcdesk.vietnamese.capitals import capital_slips, title_case_slip
from bcdesk.vietnamese.slips import CLAUSES, Slip
from bcdesk.vietnamese.tone_marks import mixed_tone_marks

SIGNS = {MarkerStyle.DASH, MarkerStyle.PLUS}
_slips = lru_cache(maxsize=2048)(capital_slips)
"""Asked once for each rule, worked out once for each text."""


def _texts(paper: Recognised) -> Iterator[tuple[Line, int, bool]]:
    """The lines that are judged, where in them the words begin, and whether a sentence begins there."""
    yield from ((line, 0, line is paper.subject[0]) for line in paper.subject)
    yield from ((line, 0, True) for line in paper.bases)
    for passages in (paper.body, *(each.body for each in paper.appendices)):
        yield from map(_words, passages)
    yield from ((line, 0, False) for line in (*paper.addressees, *paper.recipients))
    for table in (*paper.tables, *(table for each in paper.appendices for table in each.tables)):
        yield from ((line, 0, False) for line in table.lines)


def _words(passage: Passage) -> tuple[Line, int, bool]:
    return passage.line, max(passage.line.raw.rfind(passage.words), 0), passage.style not in SIGNS


def _found(paper: Recognised) -> Iterator[tuple[Line, Slip]]:
    for line, start, begins in _texts(paper):
        for slip in _slips(line.raw[start:], begins=begins):
            yield line, replace(slip, start=slip.start + start, end=slip.end + start)


def _judge(rule: str) -> Judge:
    def judge(paper: Recognised) -> Iterator[Remark]:
        return (_remark(line, slip) for line, slip in _found(paper) if slip.rule == rule)

    return judge


def _remark(line: Line, slip: Slip) -> Remark:
    wanted = slip.suggestions[0] if slip.suggestions else slip.wanted
    found = line.raw[slip.start : slip.end]
    severity = Severity.NOTE if slip.hint else None
    return Remark(found, wanted, line, line.start + slip.start, slip.end - slip.start, severity)


def _titles(paper: Recognised) -> Iterator[Remark]:
    for line in (*paper.subject, *(passage.line for passage in paper.body if passage.heading)):
        slip = title_case_slip(line.text)
        if slip:
            yield Remark(f"“{line.text}”", slip.wanted, line)


def _tone_marks(paper: Recognised) -> Iterator[Remark]:
    lines = [line for line, _, _ in _texts(paper)]
    return (_remark(lines[at], slip) for at, slip in mixed_tone_marks([line.raw for line in lines]))


_OTHERS: dict[str, Judge] = {"VH-16": _titles, "VH-17": _tone_marks}
_SEVERITIES = {"VH-17": Severity.NOTE}
RULES: tuple[Rule, ...] = tuple(
    Rule(rule, _SEVERITIES.get(rule, Severity.REVIEW), clause, _OTHERS.get(rule) or _judge(rule))
    for rule, clause in CLAUSES.items()
)
