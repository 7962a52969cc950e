from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from bcdesk.report.kinds import load_kinds
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType, period_words
from bcdesk.report.report import DocumentDate, Report, Section, paragraph
from bcdesk.report.timereading import Treatment
from bcdesk.ui.dialogs.next_report import CUMULATIVE, UNCLEAR, NextReportDialog
from bcdesk.ui.dialogs.shift_list import NEW, OLD, sentence

REPORT = Report(
    "tuyen-truyen-cchc",
    Period(PeriodType.QUARTER, 2024, 1),
    Office(name="Ba Tơ"),
    number="12",
    subject=("Công tác tuyên truyền quý I năm 2024",),
    sections=(
        Section("s1", "1.", "Kết quả", (paragraph("Trong quý I năm 2024, xã tổ chức 3 hội nghị từ ngày 15/01/2024."),)),
        Section("s2", "2.", "Khác", (paragraph("Kỷ niệm 49 năm ngày giải phóng, theo Nghị định 30/2020/NĐ-CP."),)),
    ),
)
TODAY = date(2024, 6, 10)


@pytest.fixture
def dialog(qtbot):
    made = NextReportDialog(REPORT, load_kinds(), TODAY)
    qtbot.addWidget(made)
    return made


def type_period(dialog, words):
    line = dialog.form.field("period")
    assert isinstance(line, QComboBox)
    line.setEditText(words)


def groups(dialog):
    return [dialog.shifts.topLevelItem(at) for at in range(dialog.shifts.topLevelItemCount())]


def row(dialog, old):
    rows = (group.child(at) for group in groups(dialog) for at in range(group.childCount()))
    return next(item for item in rows if item.text(OLD) == old)


def test_the_period_that_follows_in_the_sequence_of_the_kind_is_proposed(dialog):
    assert dialog.form.values()["period"] == "6 tháng đầu năm 2024"


@pytest.mark.parametrize("size", [9, 14])
def test_the_words_have_room_whatever_the_letter(qtbot, size):
    dated = replace(REPORT, date=DocumentDate(15, 12, 2024))
    dialog = NextReportDialog(dated, load_kinds(), TODAY)
    qtbot.addWidget(dialog)
    font = dialog.shifts.font()
    font.setPointSize(size)
    dialog.shifts.setFont(font)
    dialog.show()
    room = dialog.shifts.fontMetrics().horizontalAdvance
    day = row(dialog, "ngày 15 tháng 12 năm 2024")
    start = dialog.shifts.visualItemRect(day).x()
    assert dialog.shifts.columnWidth(OLD) - start > room(day.text(OLD))
    assert dialog.shifts.columnWidth(NEW) > room("6 tháng đầu năm 2024")


def test_any_other_period_can_be_typed(dialog):
    type_period(dialog, "Quý 2/2024")
    assert period_words(dialog.roll_over.to) == "quý II năm 2024"
    assert row(dialog, "quý I năm 2024").text(NEW) == "quý II năm 2024"


def test_what_is_no_period_is_said_and_makes_no_report(dialog):
    type_period(dialog, "quý")
    assert (dialog.told.text(), dialog.act.isEnabled(), dialog.chosen) == (UNCLEAR, False, ())
    type_period(dialog, "quý III năm 2024")
    assert dialog.act.isEnabled()


def test_figures_that_become_cumulative_are_spoken_of(dialog):
    assert CUMULATIVE in dialog.told.text()
    type_period(dialog, "quý II năm 2024")
    assert CUMULATIVE not in dialog.told.text()


def test_from_when_figures_count_and_when_it_is_likely_due_is_said(dialog):
    type_period(dialog, "quý II năm 2024")
    assert dialog.told.text() == "Số liệu tính từ 15/3/2024 đến 14/6/2024. Thời hạn gửi dự kiến 20/6/2024."


def test_every_class_has_a_group_and_only_what_stays_is_folded(dialog):
    assert groups(dialog)[0].text(OLD).startswith("Đổi theo kỳ")
    assert [group.text(OLD) for group in groups(dialog) if not group.isExpanded()] == ["Giữ nguyên (1)"]


def test_what_is_to_be_asked_about_is_not_ticked(dialog):
    type_period(dialog, "quý I năm 2025")
    assert row(dialog, "49 năm").checkState(OLD) is Qt.CheckState.Unchecked
    assert all(shift.treatment is not Treatment.ASK for shift in dialog.chosen)
    row(dialog, "49 năm").setCheckState(OLD, Qt.CheckState.Checked)
    assert [shift.new for shift in dialog.chosen if shift.treatment is Treatment.ASK] == ["50 năm"]


def test_what_is_no_longer_ticked_is_not_done(dialog):
    groups(dialog)[0].setCheckState(OLD, Qt.CheckState.Unchecked)
    assert {shift.treatment for shift in dialog.chosen} == {Treatment.RESET}


def test_the_number_is_emptied_in_any_case(dialog):
    assert not row(dialog, "12").flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert row(dialog, "12").text(NEW) == "để trống"


def test_the_chosen_stand_in_reading_order(dialog):
    places = [shift.place.part for shift in dialog.chosen]
    assert places == ["number", "subject", "s1"]


def test_an_expression_stands_among_its_neighbours(dialog):
    shifts = dialog.roll_over.shifts
    assert next(sentence(shift) for shift in shifts if shift.place.part == "s1").startswith("Trong quý I năm 2024")
    assert next(sentence(shift) for shift in shifts if shift.old == "15/01/2024").startswith("…")


def test_a_report_without_a_period_has_one_to_choose(qtbot):
    report = replace(REPORT, kind="khac", period=Period(PeriodType.AD_HOC, 2024))
    made = NextReportDialog(report, load_kinds(), TODAY)
    qtbot.addWidget(made)
    assert (made.form.values()["period"], made.act.isEnabled()) == ("đột xuất", True)
