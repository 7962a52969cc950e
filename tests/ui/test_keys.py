from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from bcdesk.ui.dialogs.dialog import Dialog


@pytest.fixture
def dialog(qtbot):
    made = Dialog("Hỏi", "Làm")
    made.line, made.box = QLineEdit(), QCheckBox("Hai mặt")
    made.body.addWidget(made.line)
    made.body.addWidget(made.box)
    made.heard = []
    made.other = made.add_verb("Chọn tệp…", lambda: made.heard.append("file"), first=True)
    made.accepted.connect(lambda: made.heard.append("taken"))
    made.rejected.connect(lambda: made.heard.append("left"))
    made.finish(400, 200, made.line)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.line.hasFocus)
    return made


def enter(widget, key=Qt.Key.Key_Return):
    widget.setFocus()
    QTest.keyClick(widget, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_a_button_presses_that_button_and_not_the_default_one(dialog, key):
    enter(dialog.other, key)
    assert dialog.heard == ["file"]


def test_enter_on_the_way_out_leaves(dialog):
    enter(dialog.leave)
    assert dialog.heard == ["left"]


@pytest.mark.parametrize("name", ["line", "box", "act"])
def test_enter_elsewhere_takes_the_answers(dialog, name):
    enter(getattr(dialog, name))
    assert dialog.heard == ["taken"]


def test_tab_goes_through_the_verbs_as_they_stand(dialog):
    dialog.other.setFocus()
    QTest.keyClick(dialog.other, Qt.Key.Key_Tab)
    assert dialog.leave.hasFocus()
    QTest.keyClick(dialog.leave, Qt.Key.Key_Tab)
    assert dialog.act.hasFocus()
