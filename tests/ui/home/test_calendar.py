from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from bcdesk.report.kept import Listed
from bcdesk.report.period import EVERY_QUARTER, EVERY_WEEK, Period, PeriodType
from bcdesk.report.report import State
from bcdesk.ui.home.calendar import SHOWN_MARKS, YearCalendar
from bcdesk.ui.home.marks import MarkButton, shape
from bcdesk.ui.home.year import Due, Mark, year_of

TODAY = date(2026, 4, 15)
NAMES = {"cchc": "Cải cách hành chính"}


def listed(number: int, kind: str, period: str, state: State = State.DRAFTING, due: date | None = None) -> Listed:
    at = datetime(2026, 4, 1, tzinfo=UTC)
    return Listed(f"r{number}", "Công tác", kind, period, "An", state, at, due=due)


REPORTS = (
    listed(1, "cchc", "quý I năm 2026", State.SENT),
    listed(2, "cchc", "6 tháng đầu năm 2026"),
    listed(3, "ktxh", "tháng 2 năm 2026"),
    listed(4, "ktxh", "tháng 12 năm 2025"),
    listed(5, "khac", ""),
)


def test_a_mark_stands_in_the_month_in_which_its_period_ends():
    marks = year_of(REPORTS, {}, 2026)
    assert {kind: [mark.month for mark in marks[kind]] for kind in marks} == {"cchc": [3, 6], "ktxh": [2]}


def test_what_of_the_sequence_is_not_begun_has_its_place():
    marks = year_of(REPORTS[:1], {"cchc": EVERY_QUARTER}, 2026)["cchc"]
    assert [(mark.period.number, mark.listed is None) for mark in marks] == [
        (1, False),
        (2, True),
        (3, True),
        (4, True),
    ]


def test_a_kind_of_last_year_is_to_be_begun_in_this_one_and_one_of_long_ago_is_not():
    last, long_ago = listed(1, "a", "quý IV năm 2025"), listed(2, "b", "quý IV năm 2020")
    marks = year_of((last, long_ago), {"a": EVERY_QUARTER, "b": EVERY_QUARTER}, 2026)
    assert {kind: len(marks[kind]) for kind in marks} == {"a": 4}


def test_weeks_are_not_laid_out_for_a_whole_year():
    marks = year_of((listed(1, "tuan", "tuần 3 năm 2026"),), {"tuan": EVERY_WEEK}, 2026)
    assert [mark.listed.id for mark in marks["tuan"]] == ["r1"]


@pytest.mark.parametrize(
    ("days", "state", "due"),
    [
        (-1, State.DRAFTING, Due.LATE),
        (-1, State.ISSUED, Due.LATE),
        (-1, State.SENT, Due.NONE),
        (0, State.SUBMITTED, Due.SOON),
        (7, State.DRAFTING, Due.SOON),
        (8, State.DRAFTING, Due.NONE),
        (None, State.DRAFTING, Due.NONE),
    ],
)
def test_only_a_day_that_was_given_presses(days, state, due):
    given = None if days is None else TODAY + timedelta(days=days)
    (mark,) = year_of((listed(1, "cchc", "quý I năm 2026", state, given),), {}, 2026)["cchc"]
    assert mark.due(TODAY) is due
    assert ("·" in mark.short(TODAY)) is (due is not Due.NONE)


def test_a_mark_names_the_requesting_document_and_its_day():
    report = replace(listed(1, "cchc", "quý I năm 2026", due=date(2026, 4, 1)), request="Công văn số 9/UBND")
    mark = Mark("cchc", Period(PeriodType.QUARTER, 2026, 1), 3, report)
    assert mark.told(TODAY) == (
        "Công tác (quý I năm 2026): đang soạn; theo Công văn số 9/UBND; hạn gửi 01/4/2026, đã quá hạn"
    )


@pytest.fixture
def calendar(qtbot):
    made = YearCalendar(NAMES, TODAY)
    qtbot.addWidget(made)
    made.show_reports(REPORTS)
    made.show()
    return made


def buttons(calendar):
    return {button.text(): button for button in calendar.findChildren(MarkButton)}


def test_a_mark_opens_its_report(calendar, qtbot):
    with qtbot.waitSignal(calendar.opened) as told:
        buttons(calendar)["6T"].click()
    assert told.args == ["r2"]


def test_a_press_on_an_empty_place_begins_that_report(calendar, qtbot):
    calendar.show_sequences({"cchc": EVERY_QUARTER})
    with qtbot.waitSignal(calendar.begun) as told:
        buttons(calendar)["Quý III"].click()
    assert told.args == ["cchc", Period(PeriodType.QUARTER, 2026, 3)]


def test_the_name_of_a_kind_asks_for_its_figures(calendar, qtbot):
    with qtbot.waitSignal(calendar.figures_asked) as told:
        next(each for each in calendar.findChildren(QToolButton) if each.text() == NAMES["cchc"]).click()
    assert told.args == ["cchc"]


def test_a_mark_says_which_report_it_is(calendar):
    assert buttons(calendar)["Quý I"].accessibleName() == "Công tác (quý I năm 2026): đã gửi"


def test_what_one_looks_at_is_told_in_the_line_below(calendar, qtbot):
    qtbot.waitActive(calendar)
    buttons(calendar)["6T"].setFocus()
    qtbot.waitUntil(lambda: calendar.legend.words.text() == "Công tác (6 tháng đầu năm 2026): đang soạn")
    buttons(calendar)["6T"].clearFocus()
    assert calendar.legend.words.text() == ""


def test_arrow_keys_walk_from_mark_to_mark(calendar, qtbot):
    with qtbot.waitActive(calendar):
        calendar.activateWindow()
    shown = buttons(calendar)
    shown["Quý I"].setFocus()
    for way in ("Right 6T", "Right 6T", "Left Quý I", "Down T2", "Down T2", "Up Quý I"):
        key, text = way.split(" ", 1)
        QTest.keyClick(calendar.focusWidget(), getattr(Qt.Key, f"Key_{key}"))
        assert calendar.focusWidget() is shown[text]


def test_one_tab_leads_past_the_whole_calendar(calendar):
    calendar.show_sequences({"cchc": EVERY_QUARTER})
    stops = [mark for mark in buttons(calendar).values() if mark.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [mark.text() for mark in stops] == ["Quý I"]


def test_the_states_have_shapes_that_differ(qapp):
    shapes = {shape(state, Qt.GlobalColor.black).toImage().bits().tobytes() for state in State}
    assert len(shapes) == len(State)


def test_another_year_has_other_marks(calendar):
    calendar.show_year(2025)
    assert "T12" in buttons(calendar)


def test_a_month_with_more_marks_than_room_says_how_many_more_there_are(calendar):
    calendar.show_reports(tuple(listed(number, "cchc", "quý I năm 2026") for number in range(SHOWN_MARKS + 40)))
    assert "+40" in {label.text() for label in calendar.findChildren(QLabel)}
    assert len(calendar.findChildren(MarkButton)) == SHOWN_MARKS


def test_the_name_of_a_kind_is_reached_by_arrow_keys_and_pressed(calendar, qtbot):
    with qtbot.waitActive(calendar):
        calendar.activateWindow()
    buttons(calendar)["Quý I"].setFocus()
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Left)
    with qtbot.waitSignal(calendar.figures_asked):
        QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Space)


def test_the_keyboard_stays_on_the_arrow_that_turns_the_year(calendar, qtbot):
    with qtbot.waitActive(calendar):
        calendar.activateWindow()
    calendar._arrows[1].setFocus()
    year = calendar.year
    for _ in range(2):
        QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Space)
    assert calendar.year == year + 2
