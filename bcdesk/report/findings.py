"""What is to be said about a report or its paper: a remark, where, on what ground, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from bcdesk.report.edits import Edit
from bcdesk.report.report import Place, Report
from bcdesk.report.search import text_at


class Severity(IntEnum):
    """How sure a finding is, the gravest first: `sai` only for what the decree states and the paper shows."""

    WRONG = 0
    REVIEW = 1
    NOTE = 2

    @property
    def words(self) -> str:
        """The word on the screen."""
        return ("sai", "cần xem lại", "lưu ý")[self]


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction one may choose: `words` are those of its button, `edit` makes it as one undo step."""

    words: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark.

    `rule` is the decree's id (`DD-05`) or the name of a check (`spelling`, `stale-period`); `clause` says in words
    what it rests on. `found` is the text as it stands, `wanted` what is asked for, both as shown to the clerk.
    `place` is where in the report (None where only the paper knows), `length` how many characters from its offset
    (0: the whole block or field); `where` says it in words, for a paper that belongs to no report.
    """

    rule: str
    severity: Severity
    clause: str
    found: str
    wanted: str
    place: Place | None = None
    length: int = 0
    where: str = ""
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found, the gravest and first first, and what it could not judge (`không kiểm tra được`)."""

    findings: tuple[Finding, ...] = ()
    unjudged: tuple[str, ...] = ()


def quote(finding: Finding, report: Report) -> str:
    """The words `giữ nguyên` is said of: those found, or what is said of a text together with that text."""
    said = text_at(report, finding.place) if finding.place and not finding.length else ""
    return f"{finding.found}: {said}" if said else finding.found


def undecided(findings: tuple[Finding, ...], report: Report) -> tuple[Finding, ...]:
    """The findings of which the clerk has not said `giữ nguyên`."""
    kept = {(decision.rule, decision.quote) for decision in report.decisions}
    return tuple(finding for finding in findings if (finding.rule, quote(finding, report)) not in kept)
