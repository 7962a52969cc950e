from __future__ import annotations

from datetime import date

import pytest

from bcdesk.report.office import Office
from bcdesk.storage.database import open_store
from bcdesk.ui.remembered import Remembered


@pytest.fixture
def remembered(tmp_path):
    store = open_store(tmp_path)
    yield Remembered(store)
    store.close()


def test_nothing_is_remembered_at_first(remembered):
    assert (remembered.drafters, remembered.drafter, remembered.offices) == ((), "", ())


def test_drafters_are_known_once_and_stand_in_the_order_of_the_alphabet(remembered):
    for name in ("Đỗ An", "Bùi Hoa", "Đỗ An"):
        remembered.keep_drafter(name)
    assert (remembered.drafters, remembered.drafter) == (("Bùi Hoa", "Đỗ An"), "Đỗ An")


def test_the_profile_that_holds_on_a_day_is_the_last_one_valid_by_then(remembered):
    old, new = Office(name="Ba Bích"), Office(name="Ba Tơ", valid_from=date(2025, 7, 1))
    remembered.keep_offices((old, new))
    assert [remembered.office(day) for day in (date(2025, 6, 30), date(2025, 7, 1))] == [old, new]


def test_there_is_no_profile_before_the_first(remembered):
    remembered.keep_offices((Office(valid_from=date(2025, 7, 1)),))
    assert remembered.office(date(2025, 6, 30)) is None


def test_a_folder_that_is_gone_is_not_proposed(remembered, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    remembered.keep_paper_folder(folder)
    assert remembered.paper_folder == folder
    folder.rmdir()
    assert remembered.paper_folder is None


def test_the_sides_of_paper_are_remembered(remembered):
    assert not remembered.two_sided
    remembered.keep_two_sided(two_sided=True)
    assert remembered.two_sided


def test_the_first_questions_come_once(remembered):
    assert not remembered.welcomed
    remembered.keep_welcomed()
    assert remembered.welcomed
