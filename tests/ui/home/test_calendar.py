from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from bcdesk.report.kept import Listed
from bcdesk.report.report import State
from bcdesk.ui.home.calendar import SHOWN_MARKS, YearCalendar, marks_of


def listed(number: int, kind: str, period: str) -> Listed:
    return Listed(f"r{number}", "Công tác", kind, period, "An", State.DRAFTING, datetime(2026, 4, 1, tzinfo=UTC))


REPORTS = (
    listed(1, "cchc", "quý I năm 2026"),
    listed(2, "cchc", "6 tháng đầu năm 2026"),
    listed(3, "ktxh", "tháng 2 năm 2026"),
    listed(4, "ktxh", "tháng 12 năm 2025"),
    listed(5, "khac", ""),
)


def test_a_mark_stands_in_the_month_in_which_its_period_ends():
    marks = marks_of(REPORTS, 2026)
    assert {kind: [mark.month for mark in marks[kind]] for kind in marks} == {"cchc": [3, 6], "ktxh": [2]}


@pytest.fixture
def calendar(qtbot):
    made = YearCalendar({"cchc": "Cải cách hành chính"}, 2026)
    qtbot.addWidget(made)
    made.show_reports(REPORTS)
    return made


def buttons(calendar):
    return {button.text(): button for button in calendar.findChildren(QToolButton) if button.text()}


def test_a_mark_opens_its_report(calendar, qtbot):
    with qtbot.waitSignal(calendar.opened) as told:
        buttons(calendar)["6T"].click()
    assert told.args == ["r2"]


def test_a_mark_says_which_report_it_is(calendar):
    assert buttons(calendar)["Quý I"].accessibleName() == "Công tác (quý I năm 2026): đang soạn"


def test_another_year_has_other_marks(calendar):
    calendar.show_year(2025)
    assert "T12" in buttons(calendar)


def test_a_month_with_more_marks_than_room_says_how_many_more_there_are(calendar):
    calendar.show_reports(tuple(listed(number, "cchc", "quý I năm 2026") for number in range(SHOWN_MARKS + 40)))
    assert "+40" in {label.text() for label in calendar.findChildren(QLabel)}
    assert len([button for button in calendar.findChildren(QToolButton) if button.text()]) == SHOWN_MARKS
