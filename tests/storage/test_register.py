"""Numbers are given in order, each once, and nothing written in the register is ever lost."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.errors import LineChanged, NumberTaken
from bcdesk.report.register import Line, Series, Standing
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import open_store
from tests.session.reports import report
from tests.storage.clock import WallClock
from tests.storage.giving_child import BOOK

ROOT = Path(__file__).parents[2]
LINE = Line(BOOK, symbol="BC-UBND", dated=date(2024, 4, 5), subject="Báo cáo tuyên truyền")


@pytest.fixture
def register(store):
    return store.register


def numbers(register, book=BOOK):
    return [entry.line.number for entry in register.entries(book)]


def test_numbers_are_given_in_order_from_01(register):
    assert [register.give(LINE, "Lan").line.number for _ in range(3)] == [1, 2, 3]


def test_each_year_begins_with_01(register):
    register.give(LINE, "Lan")
    assert register.give(replace(LINE, book=replace(BOOK, year=2025)), "Lan").line.number == 1


def test_each_series_and_each_issuing_body_has_numbers_of_its_own(register):
    register.give(LINE, "Lan")
    for other in (replace(BOOK, series=Series.REPORTS), replace(BOOK, body="VP")):
        assert register.give(replace(LINE, book=other), "Lan").line.number == 1


@pytest.mark.slow
def test_processes_that_ask_at_once_get_numbers_of_their_own(folder):
    open_store(folder).close()
    command = [sys.executable, "-m", "tests.storage.giving_child", str(folder), "25"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    children = [subprocess.Popen(command, cwd=ROOT, **pipes) for _ in range(3)]
    for child in children:
        child.stdout.readline()
    for child in children:
        child.stdin.write("\n")
        child.stdin.flush()
    got = [[int(number) for number in child.communicate()[0].split()] for child in children]
    assert sorted(number for each in got for number in each) == list(range(1, 76))
    assert all(each == sorted(each) for each in got)


def test_a_number_given_elsewhere_by_hand_is_not_given_again(register):
    register.give(replace(LINE, number=12, standing=Standing.OUTSIDE), "Lan", "ghi trong sổ giấy")
    assert register.next_number(BOOK) == 13
    with pytest.raises(NumberTaken, match="Số 12/BC-UBND đã cấp cho “Báo cáo tuyên truyền”"):
        register.give(replace(LINE, number=12, subject="Khác"), "Lan")


def test_a_number_left_out_may_still_be_given(register):
    register.give(replace(LINE, number=3), "Lan", "sổ giấy đã đến số 2")
    assert register.give(replace(LINE, number=2), "Lan").line.number == 2
    assert register.give(LINE, "Lan").line.number == 4


def test_a_number_kept_free_is_passed_over_and_given_when_it_is_asked_for(register):
    kept = register.give(Line(BOOK, standing=Standing.RESERVED, note="Nghị quyết"), "Lan")
    assert register.give(LINE, "Lan").line.number == 2
    taken = register.give(replace(LINE, number=kept.line.number), "Minh")
    assert (taken.line.number, taken.revision, taken.line.standing) == (1, 1, Standing.GIVEN)
    assert [entry.who for entry in register.trace(BOOK, 1)] == ["Lan", "Minh"]


def test_a_number_that_is_void_is_not_given_again(register):
    first = register.give(LINE, "Lan")
    register.correct(first, replace(first.line, standing=Standing.VOID), "Lan", "viết nhầm")
    with pytest.raises(NumberTaken):
        register.give(replace(LINE, number=1), "Lan")
    assert register.next_number(BOOK) == 2


def test_a_correction_keeps_what_was_written_before_by_whom_when_and_why(register):
    first = register.give(LINE, "Lan")
    register.correct(first, replace(first.line, signer="Trần Văn A"), "Minh", "ghi thiếu người ký")
    before, after = register.trace(BOOK, 1)
    assert (before, before.line.signer) == (first, "")
    assert (after.line.signer, after.who, after.why) == ("Trần Văn A", "Minh", "ghi thiếu người ký")
    assert after.at > before.at
    assert register.entries(BOOK) == (after,)


def test_a_correction_that_changes_nothing_leaves_no_trace(register):
    first = register.give(LINE, "Lan")
    assert register.correct(first, first.line, "Lan", "") == first
    assert len(register.trace(BOOK, 1)) == 1


def test_a_correction_never_moves_a_line_to_another_number(register):
    first = register.give(LINE, "Lan")
    moved = register.correct(first, replace(first.line, number=9, book=replace(BOOK, year=2020)), "Lan", "")
    assert (moved.line.number, moved.line.book) == (1, BOOK)


def test_a_correction_of_what_another_has_corrected_meanwhile_is_refused(register):
    first = register.give(LINE, "Lan")
    register.correct(first, replace(first.line, note="a"), "Lan", "")
    with pytest.raises(LineChanged, match="vừa được sửa"):
        register.correct(first, replace(first.line, note="b"), "Minh", "")


def test_a_report_that_asks_again_gets_the_number_it_has(register):
    of_report = replace(LINE, report_id="r1")
    first = register.give(of_report, "Lan")
    assert register.give(replace(of_report, number=1), "Lan") == first
    assert register.of_report("r1") == first
    assert register.of_report("r2") is None


def test_the_number_a_report_was_not_issued_with_is_void(register):
    register.give(replace(LINE, report_id="r1"), "Lan")
    taken = register.give(replace(LINE, number=5, report_id="r1"), "Lan", "sổ giấy")
    assert register.of_report("r1") == taken
    assert [entry.line.standing for entry in register.entries(BOOK)] == [Standing.VOID, Standing.GIVEN]
    assert register.trace(BOOK, 1)[-1].why == "Báo cáo lấy số 05/BC-UBND"


def test_a_deleted_report_keeps_its_line(store):
    report_id = store.create(report("Hội nghị"))
    store.register.give(replace(LINE, report_id=report_id), "Lan")
    store.remove(report_id)
    store.delete(report_id)
    assert numbers(store.register) == [1]


def test_books_are_those_with_lines_the_newest_year_first(register):
    for year in (2023, 2025, 2024):
        register.give(replace(LINE, book=replace(BOOK, year=year)), "Lan")
    assert [book.year for book in register.books()] == [2025, 2024, 2023]


def test_bringing_an_old_backup_back_takes_no_number_back(folder, store):
    backups = SqliteBackups(folder, store, WallClock())
    store.register.give(LINE, "Lan")
    then = backups.take()
    given_since = store.register.give(LINE, "Lan")
    backups.bring_back(then)
    assert store.register.next_number(BOOK) == 3
    assert store.register.trace(BOOK, 2) == (given_since,)


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["next", "reserve", "hand"]), max_size=12))
def test_however_numbers_are_asked_for_none_is_given_twice(asked):
    got = []
    with TemporaryDirectory() as folder, closing(open_store(Path(folder))) as store:
        for at, how in enumerate(asked):
            standing = Standing.RESERVED if how == "reserve" else Standing.GIVEN
            number = store.register.next_number(BOOK) + at % 3 if how == "hand" else 0
            got.append(store.register.give(replace(LINE, number=number, standing=standing), "Lan").line.number)
        assert numbers(store.register) == sorted(set(got)) == sorted(got)
