"""The thread itself: real threads, waiting for events and never for time; the clock stands still."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.errors import KnownError, NotSaved
from bcdesk.report.kept import Kept
from bcdesk.report.steps import Trail
from bcdesk.session.save_states import Changed, Failed, Saved, Saving
from bcdesk.session.saving import Saver
from tests.session.reports import Clock, report, text_of

PATIENCE = 20.0
NOON = datetime(2024, 3, 29, 12, tzinfo=UTC)


class Disk:
    """Keeps what is saved; can be held up before it writes, and told to fail."""

    def __init__(self):
        self.kept, self.trails, self.order, self.trouble = {}, {}, [], None
        self.go, self.begun = threading.Event(), threading.Event()
        self.go.set()

    def save(self, report_id, value, trail):
        self.begun.set()
        assert self.go.wait(PATIENCE)
        if self.trouble is not None:
            raise self.trouble
        self.kept[report_id] = text_of(value)
        self.trails[report_id] = trail
        self.order.append((report_id, text_of(value)))
        return NOON

    def load(self, report_id):
        if self.trouble is not None:
            raise self.trouble
        return Kept(report_id, report(self.kept[report_id]), NOON)


class Told:
    """The states heard, and a way to wait for one."""

    def __init__(self):
        self.states, self.changed = [], threading.Condition()

    def __call__(self, report_id, state):
        with self.changed:
            self.states.append((report_id, state))
            self.changed.notify_all()

    def wait_for(self, kind, count=1):
        def heard():
            return sum(isinstance(state, kind) for _, state in self.states) >= count

        with self.changed:
            assert self.changed.wait_for(heard, PATIENCE)


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def saver(disk, clock):
    saver = Saver(disk, deliver=lambda call: call(), clock=clock)
    yield saver
    disk.trouble = None
    disk.go.set()
    assert saver.close(PATIENCE)


@pytest.fixture
def told(saver):
    told = Told()
    saver.listen(told)
    return told


def move(saver, clock, seconds):
    clock.now += seconds
    saver.wake()


def test_an_edit_is_saved_when_its_time_has_come(saver, disk, clock, told):
    saver.note("a", report("Một"))
    move(saver, clock, 0.9)
    told.wait_for(Saved)
    assert disk.kept == {"a": "Một"}


def test_nothing_is_written_before_its_time(saver, disk, clock, told):
    saver.note("a", report("Một"))
    move(saver, clock, 0.7)
    saver.note("b", report("Hai"))
    move(saver, clock, 0.2)
    told.wait_for(Saved)
    assert disk.kept == {"a": "Một"}


def test_the_states_are_told_in_their_order(saver, clock, told):
    saver.note("a", report("Một"))
    saver.note("a", report("Hai"))
    move(saver, clock, 1)
    told.wait_for(Saved)
    assert told.states == [("a", Changed(100.0)), ("a", Saving(100.0)), ("a", Saved(NOON))]


def loaded(saver):
    return text_of(saver.load("a").report)


def test_what_waits_to_be_saved_is_loaded_and_not_the_older_text_on_the_disk(saver, disk):
    disk.kept = {"a": "Một"}
    saver.note("a", report("Hai"))
    assert loaded(saver) == "Hai"


def test_what_is_just_being_written_is_loaded(saver, disk):
    disk.kept = {"a": "Một"}
    disk.go.clear()
    saver.note("a", report("Hai"))
    saver.retry()
    assert disk.begun.wait(PATIENCE)
    assert loaded(saver) == "Hai"


def test_what_could_not_be_saved_is_loaded(saver, disk):
    disk.kept, disk.trouble = {"a": "Một"}, KnownError("đầy")
    saver.note("a", report("Hai"))
    assert not saver.flush(PATIENCE)
    assert loaded(saver) == "Hai"


def test_what_could_not_be_saved_is_loaded_also_where_nothing_can_be_read(saver, disk):
    disk.trouble = KnownError()
    saver.note("a", report("Hai"))
    assert not saver.flush(PATIENCE)
    assert loaded(saver) == "Hai"


def test_where_nothing_can_be_read_what_was_saved_is_not_loaded(saver, disk):
    disk.trouble = KnownError()
    with pytest.raises(KnownError):
        saver.load("a")


def test_what_was_saved_is_loaded_from_the_store(saver, disk):
    saver.note("a", report("Hai"))
    assert saver.flush(PATIENCE)
    disk.kept = {"a": "Ba"}
    assert loaded(saver) == "Ba"


def test_the_way_a_report_has_come_is_saved_and_loaded_with_it(saver, disk):
    disk.kept, trail = {"a": "Một"}, Trail(future=(object(),))
    saver.note("a", report("Hai"), trail)
    assert saver.load("a").trail is trail
    assert saver.flush(PATIENCE)
    assert disk.trails == {"a": trail}


def test_after_a_failure_the_newest_way_is_kept(saver, disk):
    disk.trouble, trail = KnownError("Ổ đĩa đầy."), Trail(future=(object(),))
    saver.note("a", report("Hai"))
    assert not saver.flush(PATIENCE)
    saver.note("a", report("Ba"), trail)
    disk.trouble = None
    assert saver.flush(PATIENCE)
    assert disk.trails == {"a": trail}


def test_flush_saves_at_once_and_waits(saver, disk):
    saver.note("a", report("Một"))
    saver.note("b", report("Hai"))
    assert saver.flush(PATIENCE)
    assert disk.kept == {"a": "Một", "b": "Hai"}


def test_flush_of_nothing_is_done(saver):
    assert saver.flush(PATIENCE)


def test_flush_says_when_it_failed_and_does_not_wait_for_the_next_try(saver, disk):
    disk.trouble = KnownError("Ổ đĩa đầy.")
    saver.note("a", report("Một"))
    assert not saver.flush(PATIENCE)


def test_flush_gives_up_in_time(saver, disk):
    disk.go.clear()
    saver.note("a", report("Một"))
    assert not saver.flush(0)


def test_an_edit_during_a_save_is_saved_after_it(saver, disk, clock, told):
    disk.go.clear()
    saver.note("a", report("Một"))
    saver.retry()
    assert disk.begun.wait(PATIENCE)
    saver.note("a", report("Hai"))
    disk.go.set()
    told.wait_for(Changed, 2)
    assert saver.flush(PATIENCE)
    assert disk.order == [("a", "Một"), ("a", "Hai")]


def test_a_failure_is_told_with_its_sentence(saver, disk, told):
    disk.trouble = KnownError("Ổ đĩa đầy.")
    saver.note("a", report("Một"))
    saver.flush(PATIENCE)
    told.wait_for(Failed)
    assert str(saver.state("a").error) == "Ổ đĩa đầy."


def test_after_a_failure_the_newest_value_is_kept_and_tried_again(saver, disk, clock, told):
    disk.trouble = KnownError("Ổ đĩa đầy.")
    saver.note("a", report("Một"))
    saver.flush(PATIENCE)
    disk.trouble = None
    move(saver, clock, 1.1)
    told.wait_for(Saved)
    assert disk.kept == {"a": "Một"}


def test_after_a_failure_a_new_edit_is_tried_at_once(saver, disk, told):
    disk.trouble = KnownError("Ổ đĩa đầy.")
    saver.note("a", report("Một"))
    saver.flush(PATIENCE)
    disk.trouble = None
    saver.note("a", report("Hai"))
    told.wait_for(Saved)
    assert disk.order == [("a", "Hai")]


def test_a_failure_stays_shown_until_a_save_works(saver, disk, told):
    disk.trouble = KnownError("Ổ đĩa đầy.")
    saver.note("a", report("Một"))
    saver.flush(PATIENCE)
    saver.note("a", report("Hai"))
    saver.flush(PATIENCE)
    assert [type(state) for _, state in told.states][:2] == [Changed, Saving]
    assert {type(state) for _, state in told.states[2:]} == {Failed}


def test_the_other_reports_are_saved_while_one_fails(disk, clock):
    class Picky(Disk):
        def save(self, report_id, value, trail):
            self.trouble = KnownError("Hỏng.") if report_id == "a" else None
            return super().save(report_id, value, trail)

    picky = Picky()
    saver = Saver(picky, deliver=lambda call: call(), clock=clock)
    saver.note("a", report("Một"))
    saver.note("b", report("Hai"))
    assert not saver.close(PATIENCE)
    assert picky.kept == {"b": "Hai"}


def test_a_bug_in_saving_is_raised_where_states_are_delivered(disk, clock):
    calls = []
    saver = Saver(disk, deliver=calls.append, clock=clock)
    disk.trouble = ZeroDivisionError()
    saver.note("a", report("Một"))
    assert not saver.flush(PATIENCE)
    assert isinstance(saver.state("a").error, NotSaved)
    disk.trouble = None
    assert saver.close(PATIENCE)
    raised = [call for call in calls if call.func.__name__ == "_throw"]
    with pytest.raises(ZeroDivisionError):
        raised[0]()


def test_a_listener_that_stopped_hears_nothing(saver):
    told = Told()
    stop = saver.listen(told)
    stop()
    stop()
    saver.note("a", report("Một"))
    assert told.states == []


def test_a_report_never_noted_has_no_state(saver):
    assert saver.state("a") is None


def test_a_closed_saver_takes_nothing(saver):
    assert saver.close(PATIENCE)
    with pytest.raises(RuntimeError, match="lost"):
        saver.note("a", report())


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["edit", "flush", "fail", "mend", "wake"]))))
def test_the_disk_ends_with_the_newest_text_whatever_happened(events):
    disk, clock, typed = Disk(), Clock(), {}
    saver = Saver(disk, deliver=lambda call: call(), clock=clock)
    for number, (report_id, event) in enumerate(events):
        if event == "edit":
            typed[report_id] = str(number)
            saver.note(report_id, report(str(number)))
        elif event == "flush":
            saver.flush(PATIENCE)
        elif event == "wake":
            move(saver, clock, 1)
        else:
            disk.trouble = KnownError("Hỏng.") if event == "fail" else None
    disk.trouble = None
    assert saver.close(PATIENCE)
    assert disk.kept == typed
    for name in typed:
        numbers = [int(text) for report_id, text in disk.order if report_id == name]
        assert numbers == sorted(numbers)
