"""The way of a report from draft to sent: its steps as edits, and what may still change in each state.

The text freezes at the signature and gets a fingerprint then; number and day are given after it (`PR-08`). What is
issued never changes any more and never goes back: a wrong content is replaced by another report (`PR-09`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bcdesk.report.edits import Edit, SetField, Together
from bcdesk.report.fingerprint import fingerprint_of
from bcdesk.report.report import DocumentDate, Report, State
from bcdesk.vietnamese.numbers import padded

STATE_WORDS = {
    State.DRAFTING: "đang soạn",
    State.SUBMITTED: "trình ký",
    State.SIGNED: "đã ký, chờ số",
    State.ISSUED: "đã phát hành",
    State.SENT: "đã gửi",
}
LARGEST_NUMBER = 99_999
_OPEN = {
    State.SIGNED: ("state", "fingerprint", "signed_copy", "decisions", "number", "date"),
    State.ISSUED: ("state", "signed_copy", "decisions"),
    State.SENT: ("state", "signed_copy", "decisions"),
}


@dataclass(frozen=True, slots=True)
class Transition:
    """A step on the way, as an edit: `words` name its button, `event` the version kept after it.

    The event `trình lần` is counted. A step taken from elsewhere than `source` changes nothing. The fingerprint comes
    with the signature and goes, with the signed copy, when the text is opened again.
    """

    words: str
    source: State
    target: State
    event: str
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report after the step."""
        if report.state is not self.source:
            return report
        moved = replace(report, state=self.target)
        if moved.frozen is report.frozen:
            return moved
        if moved.frozen:
            return replace(moved, fingerprint=fingerprint_of(moved))
        return replace(moved, fingerprint="", signed_copy=None)


SUBMIT = Transition("Trình ký", State.DRAFTING, State.SUBMITTED, "trình lần")
SIGN = Transition("Đã ký", State.SUBMITTED, State.SIGNED, "đã ký")
SEND_BACK = Transition("Lãnh đạo trả lại", State.SUBMITTED, State.DRAFTING, "lãnh đạo trả lại")
ISSUE = Transition("Ghi số, ngày ban hành", State.SIGNED, State.ISSUED, "đã phát hành")
REOPEN = Transition("Mở lại để sửa", State.SIGNED, State.DRAFTING, "mở lại để sửa")
MARK_SENT = Transition("Đánh dấu đã gửi", State.ISSUED, State.SENT, "đã gửi")
UNMARK_SENT = Transition("Bỏ đánh dấu đã gửi", State.SENT, State.ISSUED, "bỏ đánh dấu đã gửi")
TRANSITIONS = (SUBMIT, SIGN, SEND_BACK, ISSUE, REOPEN, MARK_SENT, UNMARK_SENT)


def transitions_from(state: State) -> tuple[Transition, ...]:
    """The steps one can take from a state, the one that leads on first."""
    return tuple(step for step in TRANSITIONS if step.source is state)


def leads_on(step: Transition) -> bool:
    """Whether a step goes towards the superior body, and not back."""
    way = list(State)
    return way.index(step.target) > way.index(step.source)


def open_fields(state: State) -> tuple[str, ...] | None:
    """The attributes that may still change in a state; None where all may."""
    return _OPEN.get(state)


def may_become(before: Report, after: Report) -> bool:
    """Whether the state of a report lets it become another value, by an edit or by taking a step back."""
    names = open_fields(before.state)
    if names is None:
        return True
    if before.issued and not after.issued:
        return False
    return replace(after, **{name: getattr(before, name) for name in names}) == before


def issued(number: str, day: date) -> Edit:
    """The edit that gives a signed report its number and day, and issues it."""
    given = (SetField("number", number), SetField("date", DocumentDate(day.day, day.month, day.year)))
    return Together((*given, ISSUE), ISSUE.words)


def as_number(text: str) -> str:
    """A typed number as it is printed, below ten with its zero (`SO-01`, `SO-02`); empty where it is none."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit()) or not 0 < int(typed[:20]) <= LARGEST_NUMBER:
        return ""
    return padded(int(typed))
