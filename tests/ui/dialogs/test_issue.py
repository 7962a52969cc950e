from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from bcdesk.report.office import Office
from bcdesk.report.report import DocumentDate
from bcdesk.ui.dialogs.issue import NO_DAY, NO_NUMBER, NOT_YET, IssueDialog
from tests.session.reports import report
from tests.ui.typing import press, type_text

TODAY = date(2024, 4, 5)
SIGNED = replace(report("Một"), office=Office(name="Ba Tơ"))


@pytest.fixture
def asked(qtbot):
    def made(value=SIGNED, number=None, signed=None):
        dialog = IssueDialog(value, lambda _year: number, TODAY, signed)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def give(dialog, number=None, day=None):
    for name, text in (("number", number), ("day", day)):
        if text is not None:
            dialog.form.field(name).selectAll()
            press(dialog.form.field(name), Qt.Key.Key_Backspace, text="\b")
            type_text(dialog.form.field(name), text)


def test_today_is_proposed(asked):
    assert asked().day == TODAY


def test_the_day_typed_into_the_head_is_proposed(asked):
    assert asked(replace(SIGNED, date=DocumentDate(3, 4, 2024))).day == date(2024, 4, 3)


@pytest.mark.parametrize("given", [DocumentDate(None, 4, 2024), DocumentDate(31, 4, 2024)])
def test_where_that_is_no_whole_day_today_is_proposed(asked, given):
    assert asked(replace(SIGNED, date=given)).day == TODAY


def test_the_number_of_the_register_is_proposed(asked):
    assert asked(number=12).number == "12"


def test_the_two_lines_are_shown_as_they_will_be_printed(asked):
    dialog = asked()
    give(dialog, "7", "4/4/2024")
    assert dialog.shown.text().split("      ") == ["Số: 07/BC-UBND", "Ba Tơ, ngày 04 tháng 4 năm 2024"]


def test_without_a_number_nothing_is_issued(asked):
    dialog = asked()
    assert (dialog.act.isEnabled(), dialog.remark.text()) == (False, NO_NUMBER)


@pytest.mark.parametrize("day", ["", "31/4/2024", "mai", "5/4"])
def test_without_a_day_that_exists_nothing_is_issued(asked, day):
    dialog = asked(number=12)
    give(dialog, day=day)
    assert (dialog.act.isEnabled(), dialog.remark.text()) == (False, NO_DAY)


def test_a_day_to_come_is_remarked_but_taken(asked):
    dialog = asked(number=12)
    give(dialog, day="6/4/2024")
    assert (dialog.act.isEnabled(), dialog.remark.text()) == (True, NOT_YET)


def test_a_day_before_the_signature_is_remarked(asked):
    dialog = asked(number="12", signed=date(2024, 4, 4))
    give(dialog, day="3/4/2024")
    assert "trước ngày ký (04/4/2024)" in dialog.remark.text()


def test_enter_issues_from_either_field(asked, qtbot):
    dialog = asked(number=12)
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.form.field("day"), Qt.Key.Key_Return, text="\r")
