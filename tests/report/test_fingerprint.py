from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.report.fingerprint import fingerprint_of, is_as_signed
from bcdesk.report.record import dumps, loads
from bcdesk.report.report import DocumentDate, State, paragraph
from bcdesk.report.states import SIGN, SUBMIT
from bcdesk.sheet.compose import compose
from tests.report.strategies import reports
from tests.session.reports import report
from tests.sheet.samples import width_of

UNHURRIED = settings(max_examples=25)
SIGNED = SIGN.apply(SUBMIT.apply(report("Một")))
APART = ("kind", "period", "request", "drafting_unit", "drafter", "state", "previous", "decisions", "replaces",
         "fingerprint", "signed_copy")  # fmt: skip


def test_a_text_that_was_changed_is_not_as_signed():
    assert not is_as_signed(replace(SIGNED, closing=(paragraph("Thêm"),)))


def test_a_signed_report_without_its_fingerprint_is_not_as_signed():
    assert not is_as_signed(replace(SIGNED, fingerprint=""))


def test_of_a_draft_there_is_nothing_to_say():
    assert is_as_signed(report("Một"))


def test_number_and_day_leave_it_as_signed():
    assert is_as_signed(replace(SIGNED, number="12", date=DocumentDate(5, 4, 2024)))


def test_the_fingerprint_of_a_report_is_the_same_in_every_version_of_the_program():
    """What was signed years ago must still fit: a change here needs a way to know the old fingerprints."""
    assert SIGNED.fingerprint == "8f31f1e4c040c3109ee73b216e0fd5bd54309d69009ef1abcfe8f458a0e55cf6"


@given(reports())
@UNHURRIED
def test_what_was_kept_and_read_again_has_the_same_fingerprint(value):
    assert fingerprint_of(loads(dumps(value))) == fingerprint_of(value)


@given(reports(), reports())
@UNHURRIED
def test_what_the_fingerprint_leaves_out_is_never_printed(value, other):
    changed = replace(value, **{name: getattr(other, name) for name in APART})
    assert fingerprint_of(changed) == fingerprint_of(value)
    assert compose(changed, width_of) == compose(value, width_of)


@given(reports(), reports(), st.sampled_from(["subject", "sections", "opening", "recipients", "signature", "office"]))
@UNHURRIED
def test_another_paper_has_another_fingerprint(value, other, name):
    changed = replace(value, **{name: getattr(other, name)})
    same_paper = compose(changed, width_of) == compose(value, width_of)
    assert same_paper or fingerprint_of(changed) != fingerprint_of(value)


def test_the_state_alone_is_not_in_the_fingerprint():
    assert fingerprint_of(replace(SIGNED, state=State.SENT)) == SIGNED.fingerprint
