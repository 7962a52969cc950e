from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.period import period_words
from bcdesk.report.report import DocumentDate, Place, State
from bcdesk.ui.dialogs.next_report import NextReportDialog
from tests.ui.desk import OpenDesk

SAMPLE = read_file(resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").report


@pytest.fixture
def desk(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    made.old = made.store.create(SAMPLE)
    made.do("home")
    yield made
    made.close()


def asked(desk):
    desk.qtbot.waitUntil(lambda: any(each.isVisible() for each in desk.window.findChildren(NextReportDialog)))
    return desk.dialog(NextReportDialog)


def roll(desk):
    dialog = asked(desk)
    dialog.act.click()
    desk.qtbot.waitUntil(lambda: desk.window.desk is not None and desk.desk.report_id != desk.old)


def open_old(desk, report=SAMPLE):
    desk.store.save(desk.old, report)
    desk.window.open_report(desk.old)


def test_the_next_report_is_made_from_the_one_on_the_desk_and_opened(desk):
    open_old(desk)
    desk.do("next")
    roll(desk)
    assert period_words(desk.report.period) == "6 tháng đầu năm 2024"
    assert desk.report.previous == SAMPLE
    assert desk.report.title.endswith("6 tháng đầu năm 2024")


def test_the_old_report_stays_as_it_is(desk):
    open_old(desk)
    desk.do("next")
    roll(desk)
    assert desk.store.load(desk.old).report == SAMPLE


def test_it_is_made_of_what_stands_on_the_desk_saved_or_not(desk):
    open_old(desk)
    desk.stand(Place(SAMPLE.sections[-1].id, 0, 0))
    desk.type("Mới: ")
    desk.do("next")
    roll(desk)
    assert desk.report.sections[-1].blocks[0].plain.startswith("Mới: ")


def test_it_can_be_made_from_a_row_of_the_list(desk):
    desk.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    roll(desk)
    assert period_words(desk.report.period) == "6 tháng đầu năm 2024"


def test_the_menu_of_a_row_offers_it(desk):
    menu = desk.window.home.table.menu()
    next(action for action in menu.actions() if action.text() == "Lập báo cáo kỳ sau").trigger()
    menu.close()
    roll(desk)
    assert desk.report.previous == SAMPLE


def test_the_change_of_the_periods_words_is_one_step_to_undo(desk):
    open_old(desk)
    desk.do("next")
    roll(desk)
    shifted = desk.report
    desk.do("undo")
    assert desk.report.title == SAMPLE.title
    assert (desk.report.period, desk.report.previous) == (shifted.period, SAMPLE)
    desk.do("redo")
    assert desk.report == shifted


def test_a_signed_report_has_a_next_one_too(desk):
    signed = replace(SAMPLE, state=State.ISSUED, number="12", date=DocumentDate(14, 3, 2024))
    open_old(desk, signed)
    desk.do("next")
    roll(desk)
    assert (desk.report.state, desk.report.number, desk.report.frozen) == (State.DRAFTING, "", False)


def test_it_is_of_who_sits_at_the_desk_and_the_old_one_remembers_its_own(desk):
    desk.settings.keep_drafter("Lê Thị Hoa")
    open_old(desk, replace(SAMPLE, drafter="Phạm Văn Mạnh"))
    desk.do("next")
    roll(desk)
    assert (desk.report.drafter, desk.report.previous.drafter) == ("Lê Thị Hoa", "Phạm Văn Mạnh")
    desk.do("undo")
    assert desk.report.drafter == "Lê Thị Hoa"


def test_how_much_is_still_of_last_period_is_said_and_leads_there(desk):
    open_old(desk)
    desk.do("next")
    roll(desk)
    assert "Còn 4 chỗ có thể là nội dung của kỳ trước" in desk.window.bars.result.words
    desk.window.bars.result.press("Xem các chỗ này")
    panel = desk.window._features.checking._now.panel
    desk.qtbot.waitUntil(lambda: len(panel.model.rows) == 4)
    assert panel.isVisible()


def test_without_a_row_there_is_nothing_to_ask(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    made.do("next")
    assert made.window.findChildren(NextReportDialog) == []
    assert made.window.home.table.menu() is None
    made.close()
