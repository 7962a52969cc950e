from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QVBoxLayout

from bcdesk.report.office import Issuer
from bcdesk.ui.dialogs.choices import Choice, ChoiceList, Picker, SearchLine
from bcdesk.ui.dialogs.form import Ask, Field, Form
from tests.ui.typing import type_text

ISSUERS = tuple(Choice(issuer, issuer.value) for issuer in Issuer)
COMMUNES = (Choice("ba-to", "Xã Ba Tơ"), Choice("ba-vi", "Xã Ba Vì"), Choice("dtt", "Xã Đặng Thùy Trâm"))
FIELDS = (
    Field("name", "Tên"),
    Field("lines", "Dòng", Ask.LINES),
    Field("issuer", "Đơn vị ban hành", Ask.CHOICE, choices=ISSUERS),
    Field("unit", "Đơn vị soạn thảo", Ask.SUGGESTED, choices=(Choice("Phòng Kinh tế", "Phòng Kinh tế"),)),
    Field("commune", "Xã", Ask.PICK, choices=COMMUNES),
    Field("margin", "Lề", Ask.NUMBER, low=30, high=35, step=0.5, unit="mm"),
    Field("two_sided", "Hai mặt", Ask.YES),
)
VALUES = {
    "name": "Ba Tơ",
    "lines": ("ỦY BAN NHÂN DÂN", "XÃ BA TƠ"),
    "issuer": Issuer.CULTURE,
    "unit": "Phòng khác",
    "commune": "ba-vi",
    "margin": 32.5,
    "two_sided": True,
}


@pytest.fixture
def form(qtbot):
    dialog = QDialog()
    made = Form(FIELDS)
    QVBoxLayout(dialog).addWidget(made)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    made.kept = dialog
    return made


def test_a_form_gives_back_what_it_was_shown(form):
    form.show_values(VALUES)
    assert form.values() == VALUES


def test_a_choice_keeps_its_type(form):
    form.show_values({"issuer": Issuer.ECONOMY})
    assert form.values()["issuer"] is Issuer.ECONOMY


def test_text_comes_out_composed_and_without_blanks_around(form):
    form.show_values({"name": "  Ba To\u031b "})
    assert form.values()["name"] == "Ba Tơ"


def test_a_number_stays_inside_its_range(form):
    form.show_values({"margin": 90})
    assert form.values()["margin"] == 35


def test_a_range_may_be_moved(form):
    form.set_range("margin", 10, 20)
    assert form.values()["margin"] == 20


def test_every_field_has_a_name_for_those_who_hear_the_screen(form):
    assert [form.field(field.name).accessibleName() for field in FIELDS] == [field.label for field in FIELDS]


def test_a_form_tells_which_field_was_changed(form, qtbot):
    with qtbot.waitSignal(form.changed) as told:
        type_text(form.field("name"), "Ba Tơ")
    assert told.args == ["name"]


def test_a_suggested_text_is_never_completed(form):
    combo = form.field("unit")
    assert isinstance(combo, QComboBox)
    type_text(combo.lineEdit(), "Phòng")
    assert form.values()["unit"] == "Phòng"


def test_other_choices_can_be_offered(form):
    form.set_choices("issuer", (Choice(Issuer.URBAN, "Phòng"),))
    form.set_choices("commune", (Choice("x", "Xã X"),))
    assert (form.values()["issuer"], form.values()["commune"]) == (Issuer.URBAN, None)


def test_typing_without_marks_and_enter_picks(form, qtbot):
    picker = form.field("commune")
    picker.setFocus()
    type_text(picker, "dang")
    with qtbot.waitSignal(picker.picked):
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert (form.values()["commune"], picker.text()) == ("dtt", "Xã Đặng Thùy Trâm")


def test_arrow_keys_move_in_the_dropped_list(form):
    picker = form.field("commune")
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Down)
    QTest.keyClick(picker, Qt.Key.Key_Down)
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert form.values()["commune"] == "ba-vi"


def test_escape_goes_back_to_what_was_picked(form):
    picker = form.field("commune")
    picker.set_value("ba-vi")
    picker.setFocus()
    picker.selectAll()
    type_text(picker, "dang")
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert (picker.value, picker.text()) == ("ba-vi", "Xã Ba Vì")


def test_leaving_the_field_takes_what_fits(form):
    picker = form.field("commune")
    picker.setFocus()
    type_text(picker, "ba vi")
    form.field("name").setFocus()
    assert picker.value == "ba-vi"


def test_leaving_the_field_takes_nothing_where_nothing_fits(form):
    picker = form.field("commune")
    picker.setFocus()
    type_text(picker, "xyz")
    form.field("name").setFocus()
    assert (picker.value, picker.text()) == (None, "")


def test_a_syllable_being_composed_is_left_alone(form):
    picker = form.field("commune")
    picker.setFocus()
    QApplication.sendEvent(picker, QInputMethodEvent("đặ", []))
    assert picker.text() == ""
    commit = QInputMethodEvent()
    commit.setCommitString("đặng")
    QApplication.sendEvent(picker, commit)
    assert picker.text() == "đặng"


def test_a_list_shows_groups_that_cannot_be_chosen(qtbot):
    listed = ChoiceList()
    qtbot.addWidget(listed)
    listed.set_choices((Choice(1, "Cải cách hành chính", "Định kỳ"), Choice(2, "Thiên tai", "Đột xuất")))
    assert [listed.item(row).text() for row in range(4)] == ["Định kỳ", "Cải cách hành chính", "Đột xuất", "Thiên tai"]
    assert listed.current() == Choice(1, "Cải cách hành chính", "Định kỳ")


def test_a_search_line_narrows_its_list(qtbot):
    listed = ChoiceList()
    line = SearchLine(listed, "Tìm")
    qtbot.addWidget(listed)
    qtbot.addWidget(line)
    listed.set_choices(COMMUNES)
    type_text(line, "vi")
    assert [listed.item(row).text() for row in range(listed.count())] == ["Xã Ba Vì"]


def test_a_search_line_without_a_hit_leaves_nothing_chosen(qtbot):
    listed = ChoiceList()
    line = SearchLine(listed, "Tìm")
    qtbot.addWidget(listed)
    qtbot.addWidget(line)
    listed.set_choices(COMMUNES)
    type_text(line, "zzz")
    assert listed.current() is None


def test_arrow_keys_in_the_search_line_move_in_the_list(qtbot):
    listed = ChoiceList()
    line = SearchLine(listed, "Tìm")
    qtbot.addWidget(listed)
    qtbot.addWidget(line)
    listed.set_choices(COMMUNES)
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
    assert listed.current() == COMMUNES[1]


def test_a_picker_without_choices_holds_nothing(qtbot):
    picker = Picker("Gõ để tìm")
    qtbot.addWidget(picker)
    picker.set_value("x")
    assert picker.value is None
