from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.errors import UnreadableReport
from bcdesk.report.edits import AddSection, Become, RemoveSection, SetField
from bcdesk.report.report import Section, paragraph
from bcdesk.report.sharing import sharing
from bcdesk.report.steps import Trail
from bcdesk.session.history import History
from bcdesk.session.session import Session
from bcdesk.storage.database import open_store
from bcdesk.storage.splice import Splice
from tests.report.strategies import sections
from tests.session.reports import Clock, report, text_of, typed
from tests.storage.clock import WallClock
from tests.storage.sql import rows, run, value


@pytest.fixture
def store(folder):
    store = open_store(folder, now=WallClock(), wait=0)
    yield store
    store.close()


@dataclass
class Desk:
    """A report worked on, and saved with the way it has come."""

    store: object
    report_id: str
    session: Session
    clock: Clock

    @classmethod
    def of(cls, store, value=None) -> Desk:
        value = value or report()
        clock = Clock()
        return cls(store, store.create(value), Session(value, clock=clock), clock)

    def do(self, *edits) -> None:
        for edit in edits:
            self.clock.now += 10
            self.session.change(edit)

    def save(self) -> None:
        self.store.save(self.report_id, self.session.report, self.session.trail)

    def reopened(self) -> Session:
        kept = self.store.load(self.report_id)
        return Session(kept.report, clock=self.clock, history=History(trail=kept.trail))


@pytest.fixture
def desk(store):
    return Desk.of(store)


def back(session):
    """The report and every one before it, by undo."""
    found = [session.report]
    while session.can_undo:
        session.undo()
        found.append(session.report)
    return found


def test_after_reopening_undo_gives_back_each_earlier_report(desk):
    desk.do(typed("Một"), typed("Hai", "s2"), RemoveSection("s1"), SetField("subject", ("Mới",)))
    desk.save()
    assert back(desk.reopened()) == back(desk.session)


def test_the_steps_are_named_after_reopening(desk):
    desk.do(typed("Một"), RemoveSection("s2"))
    desk.session.undo()
    desk.save()
    again = desk.reopened()
    assert (again.undo_words, again.redo_words) == ("Gõ nội dung", "Xóa mục")


def test_what_was_taken_back_can_be_taken_again_after_reopening(desk):
    desk.do(typed("Một"), typed("Hai"), typed("Ba"))
    desk.session.undo()
    desk.session.undo()
    desk.save()
    again = desk.reopened()
    again.redo()
    again.redo()
    assert text_of(again.report) == "Ba"
    assert back(again) == [report("Ba"), report("Hai"), report("Một"), report()]


def test_a_step_taken_back_or_again_since_the_last_save_is_told_apart(desk):
    desk.do(typed("Một"), typed("Hai"))
    desk.save()
    desk.session.undo()
    desk.save()
    assert desk.reopened().can_redo
    desk.session.redo()
    desk.save()
    assert not desk.reopened().can_redo


def test_a_new_edit_cuts_off_what_was_taken_back(desk, folder):
    desk.do(typed("Một"), typed("Hai"))
    desk.session.undo()
    desk.save()
    desk.do(typed("Ba"))
    desk.save()
    assert back(desk.reopened()) == [report("Ba"), report("Một"), report()]


def test_steps_of_before_and_after_a_restart_are_one_way(desk):
    desk.do(typed("Một"))
    desk.save()
    desk.session = desk.reopened()
    desk.do(typed("Hai"))
    desk.save()
    assert back(desk.reopened()) == [report("Hai"), report("Một"), report()]


def test_typing_that_goes_on_over_saves_is_one_step(desk, path):
    for text in ("M", "Mộ", "Một"):
        desk.session.change(typed(text))
        desk.save()
    assert value(path, "SELECT count(*) FROM undo_step") == 1
    assert back(desk.reopened()) == [report("Một"), report()]


def test_a_save_writes_only_the_new_step(desk, path):
    desk.do(*(typed(str(number)) for number in range(50)))
    desk.save()
    before = set(rows(path, "SELECT * FROM undo_step"))
    desk.do(typed("Mới"))
    desk.save()
    after = set(rows(path, "SELECT * FROM undo_step"))
    assert (len(before - after), len(after - before)) == (0, 1)
    assert value(path, "SELECT max(length(removed) + length(added)) FROM undo_step") < 200


def test_a_step_holds_only_the_parts_it_changed(store, path):
    blocks = tuple(paragraph(f"Đoạn {number}") for number in range(100))
    desk = Desk.of(store, replace(report(), opening=blocks))
    desk.do(typed("Một"))
    desk.save()
    assert value(path, "SELECT count(*) FROM undo_step_part") == 1  # the empty paragraph still stands elsewhere


def test_the_parts_of_forgotten_steps_go(store, path):
    desk = Desk.of(store)
    desk.do(typed("Một"), typed("Hai"), typed("Ba"))
    desk.save()
    store.save(desk.report_id, report("Bốn"))
    assert desk.reopened().can_undo is False
    said = " ".join(body for (body,) in rows(path, "SELECT body FROM part"))
    assert [text for text in ("Một", "Hai", "Ba", "Bốn") if text in said] == ["Bốn"]


def test_two_reports_have_ways_of_their_own(store):
    one, other = Desk.of(store), Desk.of(store)
    one.do(typed("Một"))
    other.do(typed("Một"), typed("Hai"))
    one.save()
    other.save()
    assert back(one.reopened()) == [report("Một"), report()]
    assert back(other.reopened()) == [report("Hai"), report("Một"), report()]


def test_steps_that_do_not_lead_to_the_draft_are_not_taken(desk, path):
    desk.do(typed("Một"), typed("Hai"))
    desk.save()
    run(path, "UPDATE undo_step SET after = 'x' WHERE id = (SELECT max(id) FROM undo_step)")
    assert not desk.reopened().can_undo


def test_a_gap_in_the_way_ends_it(desk, path):
    desk.do(typed("Một"), typed("Hai"), typed("Ba"))
    desk.save()
    run(path, "DELETE FROM undo_step WHERE id = (SELECT id FROM undo_step ORDER BY id LIMIT 1 OFFSET 1)")
    assert back(desk.reopened()) == [report("Ba"), report("Hai")]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE undo_step SET removed = 'x'",
        "UPDATE undo_step SET start = start + 1",
        "UPDATE part SET body = 'x' WHERE sha256 NOT IN (SELECT sha256 FROM report_part)",
    ],
)
@pytest.mark.parametrize("way", ["undo", "redo"])
def test_a_damaged_step_gives_nothing_wrong_and_ends_the_way(desk, path, damage, way):
    desk.do(typed("Một"), typed("Hai"))
    if way == "redo":
        desk.session.undo()
    desk.save()
    run(path, damage)
    again = desk.reopened()
    stands = again.report
    getattr(again, way)()
    assert again.report == stands
    assert not (again.can_undo if way == "undo" else again.can_redo)


def test_noise_in_the_steps_does_not_keep_the_report_from_opening(desk, path):
    desk.do(typed("Một"))
    desk.save()
    run(path, "UPDATE undo_step SET words = CAST(x'ff' AS TEXT)")
    assert desk.reopened().report == report("Một")


def test_a_step_that_cannot_be_read_any_more_does_not_keep_the_report_from_being_saved(store):
    class Lost:
        token, place, words = "x", "", "Gõ"

        @property
        def before(self):
            raise UnreadableReport("x")

        after = before

    report_id = store.create(report())
    store.save(report_id, report("Một"), Trail(past=(Lost(),)))
    kept = store.load(report_id)
    assert (kept.report, kept.trail) == (report("Một"), Trail())


def test_a_read_report_is_made_of_what_the_one_at_hand_has_in_common_with_it(store):
    blocks = tuple(paragraph(f"Đoạn {number}") for number in range(5))
    desk = Desk.of(store, replace(report(), opening=blocks))
    desk.do(AddSection(Section("s9"), None, 0), typed("Một"))
    desk.save()
    again = desk.reopened()
    stands = again.report
    while again.can_undo:
        again.undo()
    assert again.report.opening is stands.opening
    assert again.report.sections[1] is stands.sections[2]


@settings(max_examples=20)
@given(sections(), sections())
def test_sharing_changes_no_value(one, other):
    assert sharing(one, other) == one


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_a_splice_makes_either_text_of_the_other(old, new):
    splice = Splice.between(old, new)
    assert (splice.forth(old), splice.back(new)) == (new, old)
    assert len(splice.removed) + len(splice.added) <= len(old) + len(new)


def test_a_splice_refuses_a_text_it_is_not_of():
    with pytest.raises(UnreadableReport):
        Splice.between("một hai ba", "một bốn ba").forth("một năm ba")


@settings(max_examples=15)
@given(st.lists(st.sampled_from(["a", "b", "c", "undo", "redo", "save", "reopen", "become"]), max_size=25))
def test_whatever_was_done_undo_after_a_restart_gives_back_each_earlier_report(tmp_path_factory, events):
    store = open_store(tmp_path_factory.mktemp("store"), now=WallClock())
    desk = Desk.of(store)
    for event in events:
        if event in {"undo", "redo"}:
            getattr(desk.session, event)()
        elif event == "become":
            desk.do(Become(replace(report("Khác"), opening=(paragraph("Mở"),)), "Nhập"))
        elif event in "abc":
            desk.do(typed(event))
        else:
            desk.save()
            if event == "reopen":
                desk.session = desk.reopened()
    desk.save()
    assert back(desk.reopened()) == back(desk.session)
    store.close()
