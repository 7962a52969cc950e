from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcdesk.report.report import Section, paragraph, walk
from bcdesk.ui.dialogs.outline_tree import NEW_TITLE, OutlineTree

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def outline(qtbot):
    made = OutlineTree()
    qtbot.addWidget(made)
    made.show_outline(
        (
            Section("s1", "I.", "Kết quả", (paragraph("Đã làm."),), (Section("s2", "1.", "Kinh tế"),)),
            Section("s3", "II.", "Kiến nghị"),
        )
    )
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.tree.setFocus()
    return made


def shape(outline: OutlineTree) -> list[str]:
    return [f"{'  ' * depth}{each.heading}" for depth, each in walk(outline.sections)]


def press(outline: OutlineTree, row: int, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    outline.tree.setCurrentItem(outline._items[row])
    QTest.keyClick(outline.tree, key, modifiers)


def test_a_section_goes_a_level_down_and_up_again(outline):
    press(outline, 2, Qt.Key.Key_Right, ALT)
    assert shape(outline) == ["I. Kết quả", "  1. Kinh tế", "  II. Kiến nghị"]
    press(outline, 2, Qt.Key.Key_Left, ALT)
    assert shape(outline) == ["I. Kết quả", "  1. Kinh tế", "II. Kiến nghị"]


def test_a_section_moves_with_all_below_it(outline):
    press(outline, 0, Qt.Key.Key_Down, ALT)
    assert shape(outline) == ["II. Kiến nghị", "I. Kết quả", "  1. Kinh tế"]
    assert outline.tree.currentItem().text(0) == "I. Kết quả"
    press(outline, 1, Qt.Key.Key_Up, ALT)
    assert shape(outline)[0] == "I. Kết quả"


def test_what_cannot_move_stays(outline):
    press(outline, 0, Qt.Key.Key_Up, ALT)
    press(outline, 0, Qt.Key.Key_Left, ALT)
    press(outline, 0, Qt.Key.Key_Right, ALT)
    press(outline, 2, Qt.Key.Key_Down, ALT)
    assert shape(outline) == ["I. Kết quả", "  1. Kinh tế", "II. Kiến nghị"]


def test_a_removed_section_comes_back_with_undo(outline):
    press(outline, 0, Qt.Key.Key_Delete)
    assert shape(outline) == ["II. Kiến nghị"]
    QTest.keyClick(outline.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shape(outline) == ["I. Kết quả", "  1. Kinh tế", "II. Kiến nghị"]


def test_a_new_section_stands_behind_with_the_next_marker(outline):
    press(outline, 0, Qt.Key.Key_Insert)
    assert shape(outline)[2] == f"II. {NEW_TITLE}"


def test_the_first_section_of_an_empty_outline(outline):
    outline.show_outline(())
    outline.add()
    assert shape(outline) == [f"I. {NEW_TITLE}"]


def test_a_heading_typed_anew_is_read_as_marker_and_title(outline):
    outline._items[2].setText(0, "III. Đề xuất")
    last = outline.sections[-1]
    assert (last.marker, last.title) == ("III.", "Đề xuất")
    outline.undo()
    assert shape(outline)[2] == "II. Kiến nghị"


def test_only_a_ticked_section_keeps_its_text_and_goes_on_doing_so(outline):
    assert outline.sections[0].blocks == ()
    outline._items[0].setCheckState(0, Qt.CheckState.Checked)
    press(outline, 0, Qt.Key.Key_Down, ALT)
    assert outline.sections[1].blocks == (paragraph("Đã làm."),)
