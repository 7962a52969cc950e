from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from bcdesk.report.figure_edits import SetNumber
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Place, State
from bcdesk.report.rollover import plan, rolled
from bcdesk.report.states import SIGN, SUBMIT
from bcdesk.ui.figures.rows import NAME, NOW
from bcdesk.ui.figures.series_dialog import SeriesDialog
from tests.report.figured import number, of_quarter, quarter, texts, with_named
from tests.ui.desk import OpenDesk

FIRST = with_named(of_quarter(), "114", name="Hồ sơ tiếp nhận")
REPORT = rolled(FIRST, plan(FIRST, quarter(2)))


@pytest.fixture
def open_desk(tmp_path, qtbot):
    desk = OpenDesk(tmp_path, qtbot)
    desk.window.open_report(desk.store.create(REPORT))
    yield desk
    desk.close()


def panel(open_desk):
    return open_desk.window._features.figuring._now.panel


def wait_for(open_desk, shown, column=NOW):
    open_desk.qtbot.waitUntil(lambda: [row.shown(column) for row in panel(open_desk).model.rows] == shown)


def show(open_desk):
    open_desk.do("figures")
    wait_for(open_desk, ["114", "110/114", "96,49", "05"])


def type_into(open_desk, at, typed):
    """Choose a row, type over its figure, press Enter."""
    table = panel(open_desk).table
    table.setFocus()
    table.setCurrentIndex(panel(open_desk).model.index(at, NAME))
    open_desk.key(Qt.Key.Key_F2)
    field = table.findChild(QLineEdit)
    field.setFocus()
    field.selectAll()
    open_desk.type(typed)
    open_desk.key(Qt.Key.Key_Return)
    open_desk.qtbot.waitUntil(lambda: not table.editing)


def test_the_figures_stand_in_a_list_beside_those_of_the_last_period(open_desk):
    show(open_desk)
    assert panel(open_desk).summary.text() == "4 số liệu · 4 còn nguyên kỳ trước"


def test_a_figure_typed_in_the_list_changes_everywhere_as_one_step(open_desk):
    show(open_desk)
    type_into(open_desk, 0, "126")
    wait_for(open_desk, ["126", "110/114", "96,49", "05"])
    assert texts(open_desk.report) == ["126", "110/114", "96,49", "126", "05"]
    open_desk.do("undo")
    assert open_desk.report == REPORT


def test_a_number_without_a_name_is_typed_in_its_place(open_desk):
    show(open_desk)
    type_into(open_desk, 3, "7")
    wait_for(open_desk, ["114", "110/114", "96,49", "07"])


def test_what_is_no_figure_is_not_taken(open_desk):
    show(open_desk)
    type_into(open_desk, 0, "nhiều")
    assert open_desk.report == REPORT
    assert "Nhập số" in panel(open_desk).summary.text()


def test_several_figures_can_be_typed_one_after_another(open_desk):
    show(open_desk)
    type_into(open_desk, 0, "126")
    type_into(open_desk, 1, "120/126")
    wait_for(open_desk, ["126", "120/126", "95,24", "05"])


def test_the_list_can_show_only_what_is_untouched(open_desk):
    show(open_desk)
    type_into(open_desk, 0, "126")
    wait_for(open_desk, ["126", "110/114", "96,49", "05"])
    panel(open_desk).untouched.click()
    wait_for(open_desk, ["110/114", "96,49", "05"])


def test_the_keyboard_goes_to_the_figure(open_desk):
    show(open_desk)
    panel(open_desk).table.setFocus()
    panel(open_desk).choose(lambda row: row.line.now == "110/114")
    open_desk.key(Qt.Key.Key_Return)
    assert open_desk.focus().textCursor().selectedText() == "110/114"


def test_the_keyboard_goes_to_the_cell_of_a_figure(open_desk):
    show(open_desk)
    panel(open_desk).table.setFocus()
    panel(open_desk).choose(lambda row: row.line.now == "05")
    open_desk.key(Qt.Key.Key_Return)
    assert open_desk.focus().textCursor().selectedText() == "05"


def test_digits_type_a_figure_from_whatever_column(open_desk):
    show(open_desk)
    table = panel(open_desk).table
    table.setFocus()
    table.setCurrentIndex(panel(open_desk).model.index(0, NAME))
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_6):
        open_desk.key(key)
    open_desk.key(Qt.Key.Key_Return)
    wait_for(open_desk, ["126", "110/114", "96,49", "05"])
    open_desk.qtbot.waitUntil(lambda: not table.editing)
    assert panel(open_desk).chosen.line.now == "110/114"


def test_the_figure_at_the_caret_is_chosen(open_desk):
    hit = number(REPORT, "110/114").hit
    open_desk.stand(Place("s1", 0, hit.start + 1))
    show(open_desk)
    open_desk.do("figures")
    assert panel(open_desk).chosen.line.now == "110/114"


def test_a_figure_gets_its_name_with_one_key_at_the_caret(open_desk):
    open_desk.stand(Place("s1", 0, number(REPORT, "110/114").hit.start + 1))
    open_desk.do("name-figure")
    assert [figure.value for figure in open_desk.report.figures] == ["114", "110/114"]
    assert panel(open_desk).details.name.isVisible()
    assert open_desk.focus() is panel(open_desk).details.name


def test_a_name_can_be_typed(open_desk):
    open_desk.stand(Place("s1", 0, number(REPORT, "110/114").hit.start + 1))
    open_desk.do("name-figure")
    open_desk.type("Hồ sơ giải quyết")
    open_desk.key(Qt.Key.Key_Return)
    assert open_desk.report.figures[1].name == "Hồ sơ giải quyết"
    open_desk.do("undo")
    open_desk.do("undo")
    assert open_desk.report == REPORT


def test_naming_where_no_figure_is_does_nothing(open_desk):
    open_desk.stand(Place("s1", 0, 1))
    open_desk.do("name-figure")
    assert open_desk.report == REPORT


def test_a_name_can_be_taken_away(open_desk):
    show(open_desk)
    panel(open_desk).choose(lambda row: row.line.figure is not None)
    panel(open_desk).forget.click()
    assert open_desk.report.figures == ()


def test_the_places_that_say_something_else_can_be_made_to_agree(open_desk):
    show(open_desk)
    open_desk.desk.session.change(SetNumber(number(REPORT, "114", 1), "130"))
    open_desk.qtbot.waitUntil(lambda: bool(panel(open_desk).model.rows[0].line.others))
    panel(open_desk).choose(lambda row: row.line.figure is not None)
    panel(open_desk).agree.click()
    assert texts(open_desk.report)[3] == "114"


def test_the_comparison_goes_in_at_the_caret(open_desk):
    end = len(open_desk.report.sections[0].blocks[0].plain)
    open_desk.stand(Place("s1", 0, end))
    show(open_desk)
    type_into(open_desk, 0, "126")
    wait_for(open_desk, ["126", "110/114", "96,49", "05"])
    panel(open_desk).choose(lambda row: row.line.now == "126")
    open_desk.do("compare-figure")
    said = open_desk.report.sections[0].blocks[0].plain
    assert said.endswith("(96,49 %). Tăng 12 hồ sơ (10,53 %) so với quý trước")
    open_desk.do("undo")
    assert texts(open_desk.report) == ["126", "110/114", "96,49", "126", "05"]


def test_the_comparison_goes_behind_the_figure_where_one_writes_in_no_sentence(open_desk):
    show(open_desk)
    type_into(open_desk, 0, "126")
    wait_for(open_desk, ["126", "110/114", "96,49", "05"])
    panel(open_desk).choose(lambda row: row.line.now == "126")
    menu = panel(open_desk).tell.menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    said = open_desk.report.sections[0].blocks[0].plain
    assert "126 hồ sơ, tăng 12 hồ sơ (10,53 %) so với quý trước, giải quyết" in said


def test_values_of_other_periods_can_be_given_by_hand(open_desk):
    show(open_desk)
    panel(open_desk).choose(lambda row: row.line.figure is not None)
    field = panel(open_desk).details.year_ago
    field.setFocus()
    open_desk.type("100")
    open_desk.key(Qt.Key.Key_Return)
    assert open_desk.report.figures[0].year_ago == "100"


def test_the_panel_of_remarks_and_that_of_figures_share_one_place(open_desk):
    show(open_desk)
    open_desk.do("check")
    remarks = open_desk.window._features.checking._now.panel
    assert (panel(open_desk).isHidden(), remarks.isHidden()) == (True, False)
    open_desk.do("figures")
    assert (panel(open_desk).isHidden(), remarks.isHidden()) == (False, True)


def test_escape_closes_the_panel(open_desk):
    show(open_desk)
    panel(open_desk).table.setFocus()
    open_desk.key(Qt.Key.Key_Escape)
    assert panel(open_desk).isHidden()


def test_a_signed_report_keeps_its_figures(open_desk):
    show(open_desk)
    open_desk.desk.session.change(SUBMIT)
    open_desk.desk.session.change(SIGN)
    open_desk.qtbot.waitUntil(lambda: panel(open_desk).model.frozen)
    assert not panel(open_desk).model.flags(panel(open_desk).model.index(0, NOW)) & Qt.ItemFlag.ItemIsEditable


def test_the_same_period_of_last_year_is_found_among_the_reports(open_desk):
    open_desk.store.create(replace(of_quarter(2, 2023, taken="90"), state=State.SIGNED))
    show(open_desk)
    assert panel(open_desk).model.rows[0].line.year_ago == "90"


def series_of(open_desk, count):
    dialog = open_desk.dialog(SeriesDialog)
    open_desk.qtbot.waitUntil(lambda: dialog.table.series_model.rowCount() == count)
    return dialog


def test_the_figures_of_a_kind_stand_over_its_periods(open_desk):
    open_desk.store.create(FIRST)
    open_desk.do("series")
    model = series_of(open_desk, 1).table.series_model
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads[1:] == ["Quý I/2024", "Quý II/2024", "Cùng kỳ", "Lũy kế từ đầu năm", "Diễn biến"]
    assert [model.data(model.index(0, at)) for at in (1, 2, 4)] == ["114", "114", "228"]


def test_the_figures_of_a_kind_can_be_seen_from_the_list(open_desk):
    open_desk.do("home")
    open_desk.window.home.table.selectRow(0)
    open_desk.do("series")
    open_desk.qtbot.waitUntil(lambda: bool(open_desk.window.findChildren(SeriesDialog)))
    series_of(open_desk, 1)


def test_the_series_of_a_kind_is_shown_from_the_calendar(open_desk):
    open_desk.do("home")
    open_desk.window.home.calendar.figures_asked.emit(REPORT.kind)
    assert series_of(open_desk, 1).isVisible()


def test_the_series_can_be_copied(open_desk):
    open_desk.do("series")
    series_of(open_desk, 1).copy.click()
    assert "Hồ sơ tiếp nhận\thồ sơ\t114" in QGuiApplication.clipboard().text()


def test_the_series_can_be_written(open_desk):
    open_desk.answers.file = open_desk.papers / "so-lieu.csv"
    open_desk.do("series")
    dialog = series_of(open_desk, 1)
    dialog.act.click()
    open_desk.qtbot.waitUntil(lambda: dialog.told.text() == "Đã ghi tệp so-lieu.csv.")
    assert "Hồ sơ tiếp nhận;hồ sơ;114" in open_desk.written(".csv").read_text(encoding="utf-8-sig")


def test_a_file_that_cannot_be_written_is_told_in_the_dialog(open_desk):
    open_desk.answers.file = open_desk.papers / "khong-co" / "so-lieu.csv"
    open_desk.do("series")
    dialog = series_of(open_desk, 1)
    dialog.act.click()
    open_desk.qtbot.waitUntil(lambda: bool(dialog.told.text()))
    assert not open_desk.answers.file.exists()


def test_without_a_named_figure_the_series_says_how_to_name_one(open_desk):
    open_desk.window.open_report(open_desk.store.create(replace(of_quarter(), kind="khac-nua")))
    open_desk.do("series")
    dialog = open_desk.dialog(SeriesDialog)
    open_desk.qtbot.waitUntil(lambda: "Shift+F6" in dialog.told.text())
    assert not dialog.act.isEnabled()


def test_a_period_without_days_has_no_column(open_desk):
    ad_hoc = replace(FIRST, kind="dot-xuat", period=Period(PeriodType.AD_HOC, 2024))
    open_desk.window.open_report(open_desk.store.create(ad_hoc))
    open_desk.do("series")
    dialog = open_desk.dialog(SeriesDialog)
    open_desk.qtbot.waitUntil(lambda: "Shift+F6" in dialog.told.text())


def test_on_a_small_screen_with_everything_open_no_field_covers_another(open_desk):
    open_desk.window.resize(910, 480)
    open_desk.window.bars.result.say("Đã lưu bản Word.")
    open_desk.do("last-period")
    show(open_desk)
    details = panel(open_desk).details
    open_desk.qtbot.waitUntil(details.isVisible)
    fields = (details.name, details.kind, details.previous, details.cumulative)
    assert all(above.geometry().bottom() < below.geometry().top() for above, below in pairwise(fields))
    assert panel(open_desk).height() >= panel(open_desk).minimumSizeHint().height()
