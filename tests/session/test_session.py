from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.errors import FrozenReport, IssuedReport, UnreadableReport
from bcdesk.report.edits import Become, SetField
from bcdesk.report.fingerprint import fingerprint_of, is_as_signed
from bcdesk.report.report import DocumentDate, State
from bcdesk.report.states import MARK_SENT, SIGN, SUBMIT, TRANSITIONS, issued
from bcdesk.report.steps import Trail
from bcdesk.session.history import STEPS, History
from bcdesk.session.session import Cause, Change, Session
from tests.session.reports import Clock, report, text_of, typed


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(clock):
    return Session(report(), clock=clock)


def test_a_change_gives_a_new_report(session):
    session.change(typed("Một"))
    assert text_of(session.report) == "Một"


def test_typing_in_one_place_is_one_step(session, clock):
    for text in ("t", "te", "tế"):
        session.change(typed(text))
        clock.now += 1.5
    session.undo()
    assert text_of(session.report) == ""
    assert not session.can_undo


def test_a_pause_begins_a_new_step(session, clock):
    session.change(typed("kinh"))
    clock.now += 1.6
    session.change(typed("kinh tế"))
    session.undo()
    assert text_of(session.report) == "kinh"


def test_another_place_begins_a_new_step(session):
    session.change(typed("kinh"))
    session.change(typed("tế", "s2"))
    session.undo()
    assert (text_of(session.report), text_of(session.report, 1)) == ("kinh", "")


def test_an_edit_without_place_is_a_step_of_its_own(session):
    session.change(Become(report("a"), "Nhập"))
    session.change(Become(report("b"), "Nhập"))
    session.undo()
    assert text_of(session.report) == "a"


def test_typing_after_undo_is_not_more_of_the_step_before(session):
    session.change(typed("kinh"))
    session.change(typed("tế", "s2"))
    session.undo()
    session.change(typed("kinh tế"))
    session.undo()
    assert text_of(session.report) == "kinh"


def test_letters_typed_and_deleted_in_one_run_leave_no_step(session):
    session.change(typed("a"))
    session.change(typed(""))
    assert not session.can_undo


def test_an_edit_that_changes_nothing_leaves_no_step_and_tells_nobody(session):
    told = []
    session.listen(told.append)
    session.change(typed(""))
    assert not session.can_undo
    assert told == []


def test_redo_brings_back_what_undo_took(session):
    session.change(typed("Một"))
    session.undo()
    session.redo()
    assert text_of(session.report) == "Một"
    assert not session.can_redo


def test_a_new_edit_cuts_off_redo(session):
    session.change(typed("Một"))
    session.undo()
    session.change(typed("Hai"))
    assert not session.can_redo


def test_undo_and_redo_of_nothing_change_nothing(session):
    before = session.report
    session.undo()
    session.redo()
    assert session.report is before


def test_the_steps_are_named(session):
    assert (session.undo_words, session.redo_words) == ("", "")
    session.change(typed("Một"))
    assert session.undo_words == "Gõ nội dung"
    session.undo()
    assert session.redo_words == "Gõ nội dung"


def test_the_oldest_steps_are_forgotten(clock):
    session = Session(report(), clock=clock, history=History(2))
    for text in "abc":
        session.change(Become(report(text), "Nhập"))
    while session.can_undo:
        session.undo()
    assert text_of(session.report) == "a"


def test_at_least_500_steps_are_kept():
    assert STEPS >= 500


def test_listeners_hear_before_after_cause_and_place(session):
    told = []
    session.listen(told.append)
    empty = session.report
    session.change(typed("Một"))
    full = session.report
    session.undo()
    session.redo()
    assert told == [
        Change(empty, full, Cause.EDIT, "s1#0"),
        Change(full, empty, Cause.UNDO, "s1#0"),
        Change(empty, full, Cause.REDO, "s1#0"),
    ]


def test_a_listener_that_stopped_hears_nothing(session):
    told = []
    stop = session.listen(told.append)
    stop()
    stop()
    session.change(typed("Một"))
    assert told == []


def test_all_listeners_hear_also_where_one_fails(session):
    def fails(change):
        raise ZeroDivisionError

    told = []
    session.listen(fails)
    session.listen(told.append)
    with pytest.raises(ZeroDivisionError):
        session.change(typed("Một"))
    assert len(told) == 1


def test_changes_made_by_a_listener_are_heard_in_their_order(session):
    told = []
    session.listen(lambda _: session.change(typed("Hai")))
    session.listen(lambda change: told.append(text_of(change.after)))
    session.change(typed("Một"))
    assert told == ["Một", "Hai"]


def test_changes_made_by_a_listener_are_heard_also_where_another_fails(session):
    def fails(change):
        raise ZeroDivisionError

    told = []
    session.listen(fails)
    session.listen(lambda _: session.change(typed("Hai")))
    session.listen(lambda change: told.append(text_of(change.after)))
    with pytest.raises(ZeroDivisionError):
        session.change(typed("Một"))
    assert told == ["Một", "Hai"]


@pytest.mark.parametrize(
    ("state", "way_out"),
    [
        (State.SIGNED, "Mở lại để sửa"),
        (State.ISSUED, "Lập báo cáo thay thế"),
        (State.SENT, "Lập báo cáo thay thế"),
    ],
)
def test_the_text_of_a_signed_report_is_frozen(session, state, way_out):
    session.change(SetField("state", state))
    with pytest.raises(FrozenReport, match=way_out):
        session.change(typed("Một"))
    assert text_of(session.report) == ""


def test_number_and_date_of_a_signed_report_are_open(session):
    session.change(SetField("state", State.SIGNED))
    session.change(SetField("number", "15"))
    session.change(SetField("date", DocumentDate(29, 3, 2024)))
    assert (session.report.number, session.report.date.day) == ("15", 29)


def test_the_number_of_an_issued_report_is_frozen(session):
    session.change(SetField("state", State.ISSUED))
    with pytest.raises(FrozenReport):
        session.change(SetField("number", "16"))


def test_an_issued_report_does_not_go_back(session):
    session.change(SetField("state", State.ISSUED))
    with pytest.raises(IssuedReport):
        session.change(SetField("state", State.DRAFTING))


def test_the_signature_can_be_taken_back_and_given_again(session):
    session.change(typed("Một"))
    session.change(SUBMIT)
    session.change(SIGN)
    signed = session.report
    session.undo()
    assert (session.report.state, session.report.fingerprint) == (State.SUBMITTED, "")
    session.redo()
    assert session.report == signed


def test_words_typed_before_the_signature_are_taken_back_only_after_it(session):
    session.change(typed("Một"))
    session.change(SUBMIT)
    session.change(SIGN)
    for _ in range(3):
        session.undo()
    assert (session.report.state, text_of(session.report)) == (State.DRAFTING, "")


def test_what_is_issued_has_nothing_to_take_back(session):
    for edit in (typed("Một"), SUBMIT, SIGN, issued("12", date(2024, 4, 5))):
        session.change(edit)
    assert (session.can_undo, session.undo_words) == (False, "")
    session.undo()
    assert session.report.state is State.ISSUED


def test_what_was_said_of_an_issued_report_can_be_taken_back(session):
    for edit in (SUBMIT, SIGN, issued("12", date(2024, 4, 5)), MARK_SENT):
        session.change(edit)
    session.undo()
    assert session.report.state is State.ISSUED
    assert not session.can_undo


STATE_EDITS = (*TRANSITIONS, issued("3", date(2024, 4, 5)), SetField("number", "4"), typed("a"), typed("b", "s2"))


@given(st.lists(st.sampled_from((*STATE_EDITS, "undo", "redo")), max_size=30))
def test_no_way_leads_to_a_signed_text_other_than_the_one_that_was_signed(acts):
    session = Session(report(), clock=Clock())
    issued_text = None
    for act in acts:
        if act in ("undo", "redo"):
            getattr(session, act)()
        else:
            with suppress(FrozenReport):
                session.change(act)
        now = session.report
        assert is_as_signed(now)
        assert issued_text is None or (now.issued and fingerprint_of(now) == issued_text)
        issued_text = fingerprint_of(now) if now.issued else None


def test_a_signed_report_can_be_opened_again(session):
    session.change(SetField("state", State.SIGNED))
    session.change(SetField("state", State.DRAFTING))
    session.change(typed("Một"))
    assert text_of(session.report) == "Một"


def test_an_unknown_part_is_a_bug(session):
    with pytest.raises(KeyError):
        session.change(typed("Một", "s9"))


@given(st.lists(st.tuples(st.sampled_from(["s1", "s2"]), st.sampled_from("abc"), st.floats(0, 3))))
def test_undo_after_any_edits_gives_back_every_earlier_report(edits):
    clock = Clock()
    session = Session(report(), clock=clock)
    seen = [session.report]
    for part, text, pause in edits:
        session.change(typed(text, part))
        seen.append(session.report)
        clock.now += pause
    back = []
    while session.can_undo:
        session.undo()
        back.append(session.report)
    remaining = iter(reversed(seen))
    assert all(earlier in remaining for earlier in back)
    assert session.report == seen[0]
    while session.can_redo:
        session.redo()
    assert session.report == seen[-1]


def test_a_session_goes_on_with_the_way_a_report_has_come(session, clock):
    session.change(typed("Một"))
    clock.now += 10
    session.change(typed("Hai"))
    session.undo()
    again = Session(session.report, clock=clock, history=History(trail=session.trail))
    again.redo()
    assert text_of(again.report) == "Hai"
    again.undo()
    again.undo()
    assert (again.report, again.can_undo) == (report(), False)


def test_typing_goes_on_as_a_step_of_its_own_after_a_restart(session, clock):
    session.change(typed("M"))
    again = Session(session.report, clock=clock, history=History(trail=session.trail))
    again.change(typed("Một"))
    again.undo()
    assert text_of(again.report) == "M"


def test_a_step_that_grew_is_another_one(session):
    session.change(typed("M"))
    (first,) = session.trail.past
    session.change(typed("Một"))
    (second,) = session.trail.past
    assert first.token != second.token


class Damaged:
    """A kept step of which nothing can be read any more."""

    token, place, words = "x", "s1#0", "Gõ nội dung"

    @property
    def before(self):
        raise UnreadableReport("x")

    after = before


def test_what_cannot_be_read_any_more_is_not_undone_and_what_came_after_it_is(clock):
    session = Session(report(), clock=clock, history=History(trail=Trail(past=(Damaged(),))))
    session.change(typed("Một"))
    session.undo()
    session.undo()
    assert (session.report, session.can_undo, session.can_redo) == (report(), False, True)


def test_what_cannot_be_read_any_more_is_not_redone(clock):
    session = Session(report(), clock=clock, history=History(trail=Trail(future=(Damaged(),))))
    session.redo()
    assert (session.report, session.can_redo) == (report(), False)
