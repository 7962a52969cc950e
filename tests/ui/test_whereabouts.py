from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesk.errors import DatabaseDiskFull
from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import OPENING, Place, paragraph
from bcdesk.report.units import sample_office
from bcdesk.storage.database import open_store
from bcdesk.ui.clock import local_now
from bcdesk.ui.editor.states import END, HEAD
from bcdesk.ui.whereabouts import recovered_words
from tests.ui.desk import OpenDesk

KIND = next(kind for kind in load_kinds() if kind.id == "tuyen-truyen-cchc")
REPORT = ReplaceBlocks(OPENING, 0, 1, (paragraph("Thực hiện sự chỉ đạo"),)).apply(
    new_report(KIND, Period(PeriodType.QUARTER, 2026, 1), sample_office())
)


@pytest.fixture
def start(tmp_path, qtbot):
    """Starts the window anew on the same folder."""
    begun = []

    def again(**how) -> OpenDesk:
        if begun:
            begun.pop().close()
        begun.append(OpenDesk(tmp_path, qtbot, **how))
        return begun[-1]

    yield again
    begun.pop().close()


@pytest.fixture
def report_id(tmp_path):
    store = open_store(tmp_path)
    made = store.create(REPORT)
    store.close()
    return made


def caret(window: OpenDesk) -> tuple[str, int, int]:
    stop = window.desk.editor.page.stop_with_caret()
    place = stop.caret_place()
    return place.part, place.block, place.offset


def test_a_first_start_begins_at_the_list(start):
    assert start().window.desk is None


def test_who_left_from_the_list_comes_back_to_it(start, report_id):
    window = start()
    window.window.open_report(report_id)
    window.do("home")
    assert start().window.desk is None


def test_who_left_from_a_report_comes_back_to_the_caret(start, report_id):
    window = start()
    window.window.open_report(report_id)
    window.stand(Place(OPENING, 0, 9))
    again = start()
    assert again.desk.report_id == report_id
    assert caret(again) == (OPENING, 0, 9)


def test_a_tab_without_a_caret_is_come_back_to(start, report_id):
    window = start()
    window.window.open_report(report_id)
    window.desk.editor.tabs.setFocus()
    window.desk.editor.tabs.turn(-2)
    assert window.desk.editor.tabs.key == END
    assert start().desk.editor.tabs.key == END


def test_the_caret_stands_where_it_was_remembered_before_the_end(start, report_id, qtbot):
    window = start()
    window.window.open_report(report_id)
    window.stand(Place(OPENING, 0, 4))
    qtbot.waitUntil(lambda: getattr(window.settings.where, "offset", None) == 4)


def test_a_caret_behind_what_was_saved_stands_at_its_end(start, report_id):
    window = start()
    window.window.open_report(report_id)
    window.window._whereabouts._stand(report_id, Place(OPENING, 0, 999))
    assert caret(start()) == (OPENING, 0, len("Thực hiện sự chỉ đạo"))


def test_a_section_that_is_gone_leaves_one_at_the_head(start, report_id):
    window = start()
    window.window.open_report(report_id)
    window.window._whereabouts._stand(report_id, Place("gone", 3, 1))
    assert start().desk.editor.tabs.key == HEAD


def test_a_report_that_is_gone_leaves_one_at_the_list(start, report_id):
    window = start()
    window.window.open_report(report_id)
    window.window.close()
    window.background.close()
    window.store.remove(report_id)
    window.store.delete(report_id)
    assert start().window.desk is None


def test_a_clean_end_says_nothing_of_recovery(start, report_id):
    start().window.open_report(report_id)
    assert start().window.bars.recovered.isHidden()


def test_after_a_fall_one_line_says_how_far_the_text_came_back(start, report_id):
    start().window.open_report(report_id)
    window = start(after_unclean_end=True)
    saved_at = window.store.load(report_id).saved_at
    assert window.window.bars.recovered.words.endswith(f"Khôi phục đến {saved_at:%H:%M:%S}.")


def test_after_a_fall_at_the_list_there_is_nothing_to_recover(start, report_id):
    assert start(after_unclean_end=True).window.bars.recovered.isHidden()


def test_a_text_of_another_day_is_told_with_its_day():
    now = local_now().replace(year=2026, month=3, day=2, hour=7, minute=30, second=1)
    assert recovered_words(now, now).endswith("Khôi phục đến 07:30:01.")
    assert recovered_words(now - timedelta(days=1), now).endswith("Khôi phục đến 07:30:01 ngày 01/3/2026.")


def test_a_disk_that_refuses_is_asked_again_at_the_next_move(start, report_id, qtbot, monkeypatch):
    window = start()
    window.window.open_report(report_id)
    whereabouts = window.window._whereabouts
    refused = []

    def full(*_):
        refused.append(True)
        raise DatabaseDiskFull(window.papers)

    qtbot.waitUntil(lambda: window.settings.where is not None)
    with monkeypatch.context() as patched:
        patched.setattr(type(window.store), "keep_setting", full)
        whereabouts._stand(report_id, Place(OPENING, 0, 2))
        whereabouts.keep()
        qtbot.waitUntil(lambda: whereabouts._kept is None)
    whereabouts.keep()
    qtbot.waitUntil(lambda: window.settings.where.offset == 2)
    assert refused
