"""What the proofreader finds in a report, as remarks that can be put right in one step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from bcdesk.report.findings import Finding, Fix, Severity
from bcdesk.report.report import Place, Report
from bcdesk.report.search import Correct, Hit, texts
from bcdesk.vietnamese.misspelling import Kind, Misspelling

_WORD_BEFORE = re.compile(r"[^\W_]+[ \u00a0]+$")
_WORD_BEHIND = re.compile(r"[ \u00a0]+[^\W_]+")
_OF_THE_PLACE = frozenset((Kind.CONTEXT, Kind.CONFUSION, Kind.REPEAT))


class Reads(Protocol):
    """Finds the misspellings of one paragraph, in its order."""

    def slips(self, text: str) -> tuple[Misspelling, ...]:
        """What is thought to be wrong in a paragraph in NFC."""
        ...


def spelling_findings(report: Report, proofreader: Reads) -> tuple[Finding, ...]:
    """What is thought to be misspelt in a report, in reading order, also what the clerk has left as it stands.

    All are `cần xem lại`: the decree says nothing of spelling.
    """
    return tuple(_findings(report, proofreader))


def quoted(text: str, slip: Misspelling) -> tuple[str, str]:
    """The words a remark is about, and what they should be.

    Where they are wrong only in their place, with the words beside them: so `để` that is left, or added to the
    dictionary, is left in that phrase only.
    """
    beside = slip.kind in _OF_THE_PLACE
    before = _WORD_BEFORE.search(text[: slip.start]) if beside else None
    behind = _WORD_BEHIND.match(text[slip.end :]) if beside else None
    around = (before[0] if before else "", behind[0] if behind else "")
    words = (text[slip.start : slip.end], *slip.suggestions[:1], "")
    found, wanted = (word and word.join(around) for word in words[:2])
    return found, wanted


def _findings(report: Report, proofreader: Reads) -> Iterator[Finding]:
    for place, lines in texts(report):
        start = 0
        for line in lines:
            for slip in proofreader.slips(line):
                yield _finding(line, slip, replace(place, offset=start + slip.start))
            start += len(line) + 1


def _finding(line: str, slip: Misspelling, place: Place) -> Finding:
    found, wanted = quoted(line, slip)
    hit = Hit(place, place.offset, place.offset + slip.end - slip.start)
    fixes = tuple(Fix(f"Sửa thành “{word}”", Correct((hit,), word)) for word in slip.suggestions)
    return Finding(slip.kind, Severity.REVIEW, slip.why, found, wanted, place, hit.length, fixes=fixes)
