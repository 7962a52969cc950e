"""What is still last period's, in the panel: filtered, kept for a reason, counted down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.decisions import Decision
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Place
from bcdesk.report.rollover import plan, rolled
from bcdesk.ui.findings.panel import OF_LAST_PERIOD
from tests.ui.desk import OpenDesk

SAMPLE = read_file(resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").report
Q2 = rolled(SAMPLE, plan(SAMPLE, Period(PeriodType.QUARTER, 2024, 2)))


@pytest.fixture
def desk(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    made.window.open_report(made.store.create(Q2))
    made.do("stale")
    qtbot.waitUntil(lambda: len(panel(made).model.rows) == 4)
    yield made
    made.close()


def panel(desk):
    return desk.window._features.checking._now.panel


def found(desk):
    return [row.finding.found for row in panel(desk).model.rows]


def asked(desk):
    desk.do("keep-finding")
    desk.qtbot.waitUntil(panel(desk).reasons.buttons[0].hasFocus)
    return panel(desk).reasons


def press(desk, words):
    button = next(each for each in asked(desk).buttons if each.text() == words)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_only_what_is_of_last_period_is_shown(desk):
    assert [words.split()[0] for words in found(desk)] == ["Tiếp", "3", "5", "2"]
    assert panel(desk).level.currentText() == OF_LAST_PERIOD


def test_the_check_shows_the_other_remarks_too(desk):
    desk.do("check")
    assert len(panel(desk).model.rows) > 4


def test_the_status_line_counts_them_apart_and_down(desk):
    assert "4 chỗ còn của kỳ trước" in desk.window.status.findings.text()
    press(desk, "Vẫn đúng")
    assert "3 chỗ còn của kỳ trước" in desk.window.status.findings.text()


def test_what_is_kept_has_its_reason(desk):
    covid = found(desk)[0]
    press(desk, "Nêu để so sánh")
    assert desk.report.decisions == (Decision("stale-event", covid, "nêu để so sánh"),)
    assert covid not in found(desk)


def test_without_a_reason_it_is_kept_in_this_report_alone(desk):
    press(desk, "Không ghi lý do")
    assert [decision.reason for decision in desk.report.decisions] == [""]


def test_another_reason_is_typed_in_a_line(desk):
    asked(desk).line.setFocus()
    desk.type("vẫn phát 3 tiếng mỗi ngày")
    desk.key(Qt.Key.Key_Return)
    assert desk.report.decisions[0].reason == "vẫn phát 3 tiếng mỗi ngày"
    assert panel(desk).reasons.isHidden()


def test_escape_leaves_the_line_and_the_panel_stays(desk):
    asked(desk).line.setFocus()
    desk.key(Qt.Key.Key_Escape)
    assert (desk.report.decisions, panel(desk).isVisible(), panel(desk).reasons.isHidden()) == ((), True, True)


def test_going_on_after_one_is_kept_leaves_none_out(desk):
    desk.do("next-finding")
    press(desk, "Vẫn đúng")
    desk.do("next-finding")
    assert panel(desk).chosen.finding.found.startswith("3 tiếng")


def test_a_jump_to_a_figure_selects_its_number_to_be_typed_over(desk):
    for _ in range(2):
        desk.do("next-finding")
    desk.activate(desk.window)
    assert desk.focus().textCursor().selectedText() == "3"


def test_the_menu_at_the_caret_asks_for_the_reason(desk):
    place = next(row.finding.place for row in panel(desk).model.rows if row.finding.found.startswith("5 cụm"))
    desk.stand(Place(place.part, place.block, place.offset))
    offered = desk.focus().menu()
    next(action for action in offered.actions() if action.text() == "Giữ nguyên chỗ này").trigger()
    offered.close()
    panel(desk).reasons.buttons[0].click()
    assert desk.report.decisions == (Decision("stale-figure", "5 cụm pano trên", "vẫn đúng"),)


def test_when_none_is_left_the_other_remarks_come_into_sight(desk):
    for _ in range(4):
        press(desk, "Vẫn đúng")
    assert panel(desk).level.currentIndex() == 0
    assert panel(desk).model.rows
