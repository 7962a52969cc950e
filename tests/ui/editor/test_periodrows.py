from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.report.period import CutOff, Days, Period, PeriodType, cut_off
from bcdesk.report.report import Request, State
from bcdesk.session.session import Session
from bcdesk.ui.editor.editor import Editor
from bcdesk.ui.editor.periodrows import OPEN, CutOffChoice, DueWords, choices, due_words
from tests.ui.editor.conftest import made_report

QUARTER = Period(PeriodType.QUARTER, 2024, 1)
SET = replace(QUARTER, cut_off_start=date(2023, 12, 15), cut_off_end=date(2024, 3, 14))


def shown(report, qtbot):
    session = Session(report)
    editor = Editor(session)
    qtbot.addWidget(editor)
    editor.show()
    return session, editor, editor.findChild(CutOffChoice)


def test_the_days_that_are_set_stand_first_then_the_other_family():
    assert choices(SET) == (cut_off(SET, CutOff.FIFTEENTH), cut_off(SET, CutOff.CALENDAR))


def test_where_none_are_set_both_families_are_offered():
    assert choices(QUARTER) == (None, cut_off(SET, CutOff.FIFTEENTH), cut_off(SET, CutOff.CALENDAR))


def test_days_of_ones_own_stay():
    own = replace(QUARTER, cut_off_start=date(2024, 1, 1), cut_off_end=date(2024, 3, 20))
    assert choices(own)[0] == Days(date(2024, 1, 1), date(2024, 3, 20))
    assert len(choices(own)) == 3


def test_a_report_without_a_period_counts_no_days(qtbot):
    assert choices(Period(PeriodType.AD_HOC, 2024)) == ()
    _, editor, choice = shown(replace(made_report(), period=Period(PeriodType.AD_HOC, 2024)), qtbot)
    assert choice.isHidden()
    assert editor.findChild(DueWords).isHidden()


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (None, "dự kiến 20/3/2024; có văn bản yêu cầu thì theo hạn ghi ở đó"),
        (Request(number="12/UBND"), "dự kiến 20/3/2024; có văn bản yêu cầu thì theo hạn ghi ở đó"),
        (Request(due=date(2024, 3, 15)), "15/3/2024 (theo văn bản yêu cầu)"),
    ],
)
def test_the_due_day_is_a_guess_until_a_document_asks(request_, words):
    assert due_words(replace(made_report(), request=request_)) == words


def test_other_days_are_chosen_in_one_step(qtbot):
    session, _, choice = shown(made_report(), qtbot)
    assert [choice.itemText(at) for at in range(choice.count())] == [
        OPEN,
        "từ 15/12/2023 đến 14/3/2024",
        "từ 01/01/2024 đến 31/3/2024",
    ]
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    assert session.report.period.cut_off_end == date(2024, 3, 31)
    assert choice.currentText() == "từ 01/01/2024 đến 31/3/2024"
    session.undo()
    assert session.report == made_report()
    assert choice.currentText() == OPEN


def test_in_a_signed_report_they_stay(qtbot):
    _, _, choice = shown(replace(made_report(), state=State.SIGNED), qtbot)
    assert not choice.isEnabled()
