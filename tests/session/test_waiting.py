from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.session.waiting import PAUSES, Unsaved, Waiting
from tests.session.reports import report, text_of


@pytest.fixture
def waiting():
    return Waiting()


def test_nothing_is_due_where_nothing_waits(waiting):
    assert not waiting
    assert waiting.due() == math.inf
    assert waiting.take(1e9) is None


def test_a_save_is_due_when_typing_has_stopped_for_a_moment(waiting):
    waiting.note("a", report("1"), 10.0)
    assert waiting.due() == pytest.approx(10.8)
    assert waiting.take(10.79) is None
    assert waiting.take(10.81) is not None


def test_every_edit_puts_the_save_off(waiting):
    waiting.note("a", report("1"), 10.0)
    waiting.note("a", report("2"), 10.5)
    assert waiting.due() == pytest.approx(11.3)


def test_a_save_is_put_off_no_longer_than_two_seconds(waiting):
    for tenth in range(50):
        waiting.note("a", report(str(tenth)), 10.0 + tenth / 10)
    assert waiting.due() == pytest.approx(12.0)


def test_the_newest_value_is_taken(waiting):
    waiting.note("a", report("1"), 10.0)
    waiting.note("a", report("2"), 10.1)
    report_id, unsaved = waiting.take(20.0)
    assert (report_id, text_of(unsaved.report)) == ("a", "2")
    assert not waiting


def test_the_report_due_the_longest_goes_first(waiting):
    waiting.note("a", report(), 10.0)
    waiting.note("b", report(), 9.0)
    assert waiting.take(20.0)[0] == "b"


def test_what_is_asked_for_is_due_at_once(waiting):
    waiting.note("a", report(), 10.0)
    waiting.ask()
    assert waiting.asked
    assert waiting.take(10.0)[0] == "a"
    assert not waiting.asked


def test_the_pauses_after_failures_grow_to_half_a_minute(waiting):
    unsaved, pauses = Unsaved.first(report(), 0.0), []
    for _ in range(7):
        unsaved = unsaved.failed(100.0)
        pauses.append(unsaved.due - 100.0)
    assert pauses == [1, 2, 5, 10, 30, 30, 30]
    assert list(PAUSES) == sorted(PAUSES)


def test_a_new_edit_after_a_failure_is_tried_at_once(waiting):
    waiting.put_back("a", Unsaved.first(report("1"), 10.0), 11.0)
    waiting.note("a", report("2"), 11.1)
    assert waiting.due() == pytest.approx(11.1)


def test_what_failed_never_covers_a_newer_value(waiting):
    waiting.note("a", report("1"), 10.0)
    _, taken = waiting.take(11.0)
    waiting.note("a", report("2"), 11.5)
    kept = waiting.put_back("a", taken, 12.0)
    assert (text_of(kept.report), kept.since, kept.due) == ("2", 10.0, 13.0)
    assert text_of(waiting.of("a").report) == "2"


def test_a_report_that_fails_does_not_hold_up_the_others(waiting):
    waiting.note("a", report(), 10.0)
    _, taken = waiting.take(11.0)
    waiting.put_back("a", taken, 11.0)
    waiting.note("b", report(), 11.0)
    assert waiting.take(11.9)[0] == "b"


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from("abc")),
        st.tuples(st.just("pass"), st.floats(0, 3)),
        st.tuples(st.just("ask"), st.none()),
        st.tuples(st.just("begin"), st.none()),
        st.tuples(st.just("end"), st.booleans()),
    ),
    max_size=60,
)


class Model:
    """One writer and a disk, in any order of events; every value carries the number of its edit."""

    def __init__(self):
        self.waiting, self.now, self.count = Waiting(), 0.0, 0
        self.typed, self.disk, self.out = {}, {}, None

    def edit(self, report_id):
        self.count += 1
        self.typed[report_id] = self.count
        self.waiting.note(report_id, report(str(self.count)), self.now)

    def ask(self, _):
        self.waiting.ask()

    def begin(self, _):
        self.out = self.out or self.waiting.take(self.now)

    def end(self, works):
        if self.out is None:
            return
        report_id, unsaved = self.out
        self.out = None
        if not works:
            self.waiting.put_back(report_id, unsaved, self.now)
            return
        number = int(text_of(unsaved.report))
        assert number > self.disk.get(report_id, 0)
        self.disk[report_id] = number


def pass_time(model, seconds):
    model.now += seconds


@given(STEPS)
def test_no_order_of_edits_saves_and_failures_brings_back_older_text(steps):
    model = Model()
    for name, value in steps:
        pass_time(model, value) if name == "pass" else getattr(model, name)(value)
    while model.waiting or model.out:
        model.now += 40
        model.begin(None)
        model.end(works=True)
    assert model.disk == model.typed
