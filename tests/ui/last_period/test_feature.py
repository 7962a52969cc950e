from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QPalette

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.carried import ParagraphState
from bcdesk.report.parts import blocks_of
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import HEADING, Place, Section
from bcdesk.report.rollover import plan, rolled
from bcdesk.ui.editor.sidemarks import state_words
from bcdesk.ui.last_period.feature import NONE_BEFORE
from bcdesk.ui.last_period.pane import NO_PART, NOTHING, LastPeriodPane
from tests.ui.desk import OpenDesk

SAMPLE = read_file(resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").report
Q2 = rolled(SAMPLE, plan(SAMPLE, Period(PeriodType.QUARTER, 2024, 2)))
PANO = Place("s5", 0, 75)


def opened(folder, qtbot, report):
    made = OpenDesk(folder, qtbot)
    made.window.open_report(made.store.create(report))
    return made


@pytest.fixture
def desk(tmp_path, qtbot):
    made = opened(tmp_path, qtbot, Q2)
    made.do("last-period")
    made.stand(PANO)
    qtbot.waitUntil(lambda: "cụm pano" in shown(made))
    yield made
    made.close()


def pane(desk):
    return desk.window.findChild(LastPeriodPane)


def shown(desk):
    return pane(desk).view.toPlainText()


def change_figure(desk):
    desk.stand(PANO)
    desk.key(Qt.Key.Key_Delete)
    desk.type("7")
    desk.qtbot.waitUntil(lambda: "đã sửa" in shown(desk))


def test_it_stands_in_the_place_of_the_pages_and_goes_again(desk):
    tabs = desk.desk.preview.tabs
    assert [tabs.tabText(at) for at in range(tabs.count())] == ["Trang in", "Kỳ trước"]
    assert (pane(desk).isVisible(), desk.desk.preview.preview.isVisible()) == (True, False)
    desk.do("last-period")
    assert (pane(desk).isVisible(), desk.desk.preview.preview.isVisible()) == (False, True)


def test_for_reading_the_pages_stand_there(desk):
    desk.do("reading")
    assert desk.desk.preview.preview.isVisible()


def test_it_follows_the_caret_from_section_to_section(desk):
    desk.stand(Place("s4", 0, 0))
    desk.qtbot.waitUntil(lambda: "tiếng/ngày" in shown(desk))
    assert "cụm pano" not in shown(desk)


def test_it_speaks_of_this_period(desk):
    assert "quý II năm 2024" in shown(desk)
    assert "quý I năm" not in shown(desk)


def test_the_words_that_changed_are_marked(desk):
    change_figure(desk)
    html = pane(desk).view.toHtml()
    assert "line-through" in html
    assert "trên 5" in shown(desk).replace("\u2009", " ")


def test_the_share_carried_over_is_said(desk):
    assert pane(desk).share.text() == "100 % giữ nguyên kỳ trước (quý I năm 2024)"
    change_figure(desk)
    assert pane(desk).share.text().startswith("93 %")


def test_a_paragraph_is_taken_in_one_step(desk):
    change_figure(desk)
    changed = desk.report
    pane(desk).view.anchorClicked.emit(QUrl("0"))
    assert blocks_of(desk.report, "s5") == blocks_of(Q2, "s5")
    desk.do("undo")
    assert desk.report == changed


def test_the_menu_of_a_changed_paragraph_gives_it_back(desk):
    change_figure(desk)
    menu = desk.focus().menu()
    next(action for action in menu.actions() if action.text() == "Lấy đoạn này của kỳ trước").trigger()
    menu.close()
    assert blocks_of(desk.report, "s5") == blocks_of(Q2, "s5")


def test_a_section_begins_empty_and_is_taken_whole(desk):
    pane(desk).empty.click()
    assert blocks_of(desk.report, "s5") == ()
    desk.qtbot.waitUntil(lambda: not pane(desk).empty.isEnabled())
    pane(desk).all.click()
    assert blocks_of(desk.report, "s5") == blocks_of(Q2, "s5")
    desk.do("undo")
    desk.do("undo")
    assert desk.report == Q2


def test_where_no_section_is_in_work_that_is_said(desk):
    desk.stand(Place("subject"))
    desk.qtbot.waitUntil(lambda: shown(desk) == NO_PART)
    assert not pane(desk).all.isEnabled()


def test_at_a_heading_alone_the_first_section_below_it_that_has_text_is_shown(desk):
    desk.stand(Place("s1", HEADING))
    desk.qtbot.waitUntil(lambda: "UBND huyện Ba Tơ" in shown(desk))
    assert "các ấn phẩm" in pane(desk).head.text()
    pane(desk).empty.click()
    assert (blocks_of(desk.report, "s2"), blocks_of(desk.report, "s1")) == ((), ())


def test_a_section_without_text_had_none(tmp_path, qtbot):
    report = replace(Q2, sections=(*Q2.sections, Section("s99", "4.", "Mục mới")))
    made = opened(tmp_path, qtbot, report)
    made.do("last-period")
    made.stand(Place("s99", HEADING))
    qtbot.waitUntil(lambda: shown(made) == NOTHING)
    made.close()


def test_paragraphs_have_their_state_at_their_side(desk):
    change_figure(desk)
    field = desk.focus()
    layout, first = field.document().documentLayout(), field.document().begin()
    middles = [layout.blockBoundingRect(block).center().y() for block in (first, first.next())]
    states = [ParagraphState.CHANGED, ParagraphState.CARRIED]
    assert [state_words(field, y) for y in middles] == [state.value for state in states]


def test_it_takes_on_the_colours_of_the_night(desk):
    change_figure(desk)
    by_day = pane(desk).view.toHtml()
    dark = QPalette(desk.window.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#1c1e22"))
    pane(desk).setPalette(dark)
    assert pane(desk).view.toHtml() != by_day


def test_a_report_of_no_other_has_no_such_pane(tmp_path, qtbot):
    desk = opened(tmp_path, qtbot, SAMPLE)
    desk.do("last-period")
    assert desk.window.bars.result.words == NONE_BEFORE
    assert desk.desk.preview.tabs.isHidden()
    desk.close()
