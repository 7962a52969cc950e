from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcdesk.report.edits import ReplaceBlocks, SetField
from bcdesk.report.kept import Listed
from bcdesk.report.report import Request, Signature, State, paragraph
from bcdesk.session.saving import Saver
from bcdesk.session.store import Store
from bcdesk.storage.database import open_store
from tests.report.strategies import reports
from tests.session.reports import report, text_of, typed
from tests.storage.clock import WallClock
from tests.storage.sql import rows, value


def titled(title, text=""):
    return replace(report(text), subject=(title,))


def test_the_store_is_what_a_session_needs(store):
    needed: Store = store
    assert all(hasattr(needed, name) for name in vars(Store) if not name.startswith("_"))


def test_a_report_is_loaded_as_it_was_kept(store):
    report_id = store.create(report("Một"))
    kept = store.load(report_id)
    assert (kept.id, kept.report) == (report_id, report("Một"))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(reports())
def test_any_report_is_loaded_as_it_was_kept(store, value):
    assert store.load(store.create(value)).report == value


def test_a_report_is_there_after_reopening(store, folder):
    report_id = store.create(report("Một"))
    store.close()
    again = open_store(folder)
    assert again.load(report_id).report == report("Một")
    again.close()


def test_a_save_is_what_is_loaded(store):
    report_id = store.create(report("Một"))
    at = store.save(report_id, report("Hai"))
    kept = store.load(report_id)
    assert (text_of(kept.report), kept.saved_at) == ("Hai", at)


def test_times_are_given_in_the_zone_of_the_clerk(store):
    report_id = store.create(report())
    saved_at = store.load(report_id).saved_at
    assert saved_at.utcoffset() == saved_at.astimezone().utcoffset()


@pytest.mark.parametrize("call", ["load", "remove", "restore"])
def test_an_unknown_id_is_a_key_error(store, call):
    with pytest.raises(KeyError):
        getattr(store, call)("none")


def test_an_unknown_report_is_not_saved(store):
    with pytest.raises(KeyError):
        store.save("none", report())


def test_a_save_writes_only_the_parts_that_are_new(store, path):
    report_id = store.create(ReplaceBlocks("s1", 0, 1, (paragraph("Một"), paragraph("Hai"))).apply(report()))
    before = dict(rows(path, "SELECT sha256, rowid FROM part"))
    store.save(report_id, ReplaceBlocks("s1", 1, 1, (paragraph("Ba"),)).apply(store.load(report_id).report))
    after = dict(rows(path, "SELECT sha256, rowid FROM part"))
    assert before.items() < after.items()
    assert len(after) == len(before) + 1


def test_a_part_that_two_reports_say_is_kept_once(store, path):
    store.create(report("Một"))
    other = store.create(report("Một"))
    assert value(path, "SELECT count(*) FROM part WHERE body LIKE '%Một%'") == 1
    assert text_of(store.load(other).report) == "Một"


def test_a_part_goes_only_when_no_report_holds_it(folder, path):
    store = open_store(folder, now=WallClock())  # so that no version but the first is kept
    first, second = store.create(report()), store.create(report("Một"))
    for text in ("Một", "Hai"):
        store.save(first, report(text))
    assert text_of(store.load(second).report) == "Một"
    store.remove(second)
    store.delete(second)
    assert value(path, "SELECT count(*) FROM part WHERE body LIKE '%Một%'") == 0
    store.close()


def test_the_list_shows_what_it_needs(store):
    value = replace(titled("Công tác\ntháng"), subject=("Công tác", "quý I"), drafter="Lan", state=State.SUBMITTED)
    report_id = store.create(value)
    at = store.load(report_id).saved_at
    assert store.listed() == (
        Listed(report_id, "Công tác quý I", "khac", "quý I năm 2024", "Lan", State.SUBMITTED, at),
    )


def test_the_beginning_of_the_list_is_read_without_the_rest(store, path):
    ids = [store.create(report(str(number))) for number in range(5)]
    assert [listed.id for listed in store.listed(2)] == ids[:-3:-1]
    plan = rows(path, "EXPLAIN QUERY PLAN SELECT title FROM report WHERE removed_at IS NULL ORDER BY changed_at DESC")
    assert [step[-1] for step in plan] == ["SEARCH report USING INDEX ix_report_removed_at (removed_at=?)"]


def test_the_last_changed_report_is_listed_first(store):
    first, second = store.create(report()), store.create(report())
    store.save(first, report("Một"))
    assert [listed.id for listed in store.listed()] == [first, second]


def test_a_removed_report_leaves_the_list_and_can_be_taken_back(store):
    report_id = store.create(report("Một"))
    store.remove(report_id)
    assert store.listed() == store.search("một") == ()
    assert text_of(store.load(report_id).report) == "Một"
    store.restore(report_id)
    assert [listed.id for listed in store.listed()] == [report_id]


def test_the_list_follows_a_save(store):
    report_id = store.create(titled("Cũ"))
    store.save(report_id, SetField("subject", ("Mới",)).apply(titled("Cũ")))
    assert [listed.title for listed in store.listed()] == ["Mới"]


def test_the_list_knows_signer_requesting_document_and_due_date(store):
    request = Request("Công văn", "12/UBND-VX", date(2024, 3, 5), "UBND tỉnh", due=date(2024, 3, 20))
    store.create(replace(report(), signature=Signature(name="Lê Văn Bình"), request=request))
    (listed,) = store.listed()
    assert (listed.signer, listed.due) == ("Lê Văn Bình", date(2024, 3, 20))
    assert listed.request == "Công văn số 12/UBND-VX ngày 05/3/2024 của UBND tỉnh"


def test_a_setting_never_kept_is_none(store):
    assert store.setting("offices") is None


@pytest.mark.parametrize("kept", [{"tên": ["Ba Tơ", 1, None, True]}, [], "một", None])
def test_a_setting_is_remembered(store, kept):
    store.keep_setting("offices", "trước")
    store.keep_setting("offices", kept)
    assert store.setting("offices") == kept


def test_reading_goes_on_while_another_thread_writes(folder):
    store = open_store(folder)  # it waits its turn where there is no WAL
    report_id, done, wrong = store.create(report("0")), threading.Event(), []

    def read():
        while not done.is_set():
            if not text_of(store.load(report_id).report).isdigit():
                wrong.append(report_id)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(30):
        store.save(report_id, report(str(number)))
    done.set()
    reader.join()
    assert (wrong, text_of(store.load(report_id).report)) == ([], "29")
    store.close()


def test_what_a_saver_saved_is_there(store):
    report_id = store.create(report())
    saver = Saver(store, deliver=lambda call: call())
    saver.note(report_id, report("Một"))
    saver.note(report_id, report("Hai"))
    assert saver.close(20)
    assert text_of(store.load(report_id).report) == "Hai"


EVENTS = st.lists(
    st.tuples(st.sampled_from([0, 1]), st.sampled_from(["s1", "s2"]), st.sampled_from(["", "một", "hai", "ba"]))
)


@settings(max_examples=15)
@given(EVENTS)
def test_after_any_saves_the_parts_are_those_the_reports_and_their_first_versions_hold(tmp_path_factory, events):
    folder = tmp_path_factory.mktemp("store")
    store = open_store(folder, now=WallClock())
    ids = [store.create(report()), store.create(report())]
    values = [report(), report()]
    for which, part, text in events:
        values[which] = typed(text, part).apply(values[which])
        store.save(ids[which], values[which])
        assert [store.load(report_id).report for report_id in ids] == values
    said = {block.plain for value in (report(), *values) for section in value.sections for block in section.blocks}
    store.close()
    assert value(folder / "bcdesk.sqlite", "SELECT count(*) FROM part") == len(said)


def test_two_thousand_reports_are_listed_and_searched(store):
    from bcdesk.storage.tables import ReportRow, ReportTextRow

    row = {"kind": "khac", "period": "", "drafter": "", "state": "drafting", "skeleton": "{}"}
    at = store.load(store.create(report("Ba Tơ"))).saved_at
    with store._writing() as session:
        session.add_all(
            ReportRow(id=str(n), title="", created_at=at, changed_at=at - timedelta(n), **row) for n in range(2000)
        )
        session.flush()
        session.add_all(ReportTextRow(report_id=str(n), marked="Ba Tơ", folded="ba to") for n in range(2000))
    assert len(store.listed()) == len(store.search("ba to", most=3000)) == 2001
