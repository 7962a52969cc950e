from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.report.edits import SetField
from bcdesk.report.fingerprint import fingerprint_of
from bcdesk.report.report import DocumentDate, State
from bcdesk.report.signed_copy import PDF, SignedCopy
from bcdesk.report.states import (
    ISSUE,
    LARGEST_NUMBER,
    MARK_SENT,
    REOPEN,
    SEND_BACK,
    SIGN,
    STATE_WORDS,
    SUBMIT,
    TRANSITIONS,
    UNMARK_SENT,
    as_number,
    issued,
    leads_on,
    may_become,
    transitions_from,
)
from tests.session.reports import report, typed

COPY = SignedCopy("bản ký.pdf", "0" * 64, 5, PDF)
DAY = date(2024, 4, 5)


def after(*edits):
    value = report("Một")
    for edit in edits:
        value = edit.apply(value)
    return value


SIGNED = after(SUBMIT, SIGN)
ISSUED = after(SUBMIT, SIGN, issued("12", DAY))


def test_every_state_has_its_words():
    assert set(STATE_WORDS) == set(State)


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        (State.DRAFTING, (SUBMIT,)),
        (State.SUBMITTED, (SIGN, SEND_BACK)),
        (State.SIGNED, (ISSUE, REOPEN)),
        (State.ISSUED, (MARK_SENT,)),
        (State.SENT, (UNMARK_SENT,)),
    ],
)
def test_each_state_has_its_steps_the_one_that_leads_on_first(state, steps):
    assert transitions_from(state) == steps


def test_the_steps_that_lead_on_go_through_all_states():
    value, seen = report(), [State.DRAFTING]
    for step in filter(leads_on, TRANSITIONS):
        value = step.apply(value)
        seen.append(value.state)
    assert seen == list(State)


@pytest.mark.parametrize("step", TRANSITIONS, ids=lambda step: step.words)
def test_a_step_taken_from_another_state_changes_nothing(step):
    elsewhere = replace(report(), state=next(state for state in State if state is not step.source))
    assert step.apply(elsewhere) is elsewhere


def test_the_signature_leaves_the_fingerprint_of_the_text():
    assert SIGNED.fingerprint == fingerprint_of(after())


def test_the_fingerprint_stays_when_number_and_day_are_given():
    assert ISSUED.fingerprint == SIGNED.fingerprint


def test_a_report_opened_again_has_no_fingerprint_and_no_signed_copy():
    reopened = REOPEN.apply(replace(SIGNED, signed_copy=COPY))
    assert (reopened.state, reopened.fingerprint, reopened.signed_copy) == (State.DRAFTING, "", None)


def test_issuing_gives_number_and_day():
    assert (ISSUED.state, ISSUED.number, ISSUED.date) == (State.ISSUED, "12", DocumentDate(5, 4, 2024))


def test_a_draft_may_become_anything():
    assert may_become(report(), after(typed("Hai"), SUBMIT))


@pytest.mark.parametrize(
    ("before", "changed", "may"),
    [
        (SIGNED, {"number": "12"}, True),
        (SIGNED, {"date": DocumentDate(5, 4, 2024)}, True),
        (SIGNED, {"signed_copy": COPY}, True),
        (SIGNED, {"state": State.DRAFTING, "fingerprint": ""}, True),
        (SIGNED, {"symbol": "BC-VP"}, False),
        (ISSUED, {"signed_copy": COPY}, True),
        (ISSUED, {"state": State.SENT}, True),
        (ISSUED, {"number": "13"}, False),
        (ISSUED, {"fingerprint": ""}, False),
        (ISSUED, {"state": State.SIGNED}, False),
        (ISSUED, {"state": State.DRAFTING}, False),
    ],
)
def test_what_is_signed_may_change_only_in_what_comes_after(before, changed, may):
    assert may_become(before, replace(before, **changed)) is may


def test_the_text_of_a_signed_report_may_not_change():
    assert not may_become(SIGNED, SetField("subject", ("Khác",)).apply(SIGNED))


@pytest.mark.parametrize(
    ("typed", "number"),
    [("5", "05"), (" 12 ", "12"), ("007", "07"), ("100", "100"), (str(LARGEST_NUMBER), str(LARGEST_NUMBER))],
)
def test_a_number_is_written_with_its_zero_below_ten(typed, number):
    assert as_number(typed) == number


@pytest.mark.parametrize("typed", ["", "0", "00", "12a", "-3", "1.5", "١٢", "²", str(LARGEST_NUMBER + 1), "9" * 5000])
def test_what_is_no_number_is_told(typed):
    assert as_number(typed) == ""
