from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from bcdesk.report.edits import SetHeading, SetReviewed
from bcdesk.report.progress import PartState
from bcdesk.report.report import HEADING, Place
from bcdesk.ui.editor.tabs import Tab, Tabs
from tests.ui.typing import ALT, NONE, compose, press, type_text


def titles(editor):
    return [editor.tabs.tabText(index) for index in range(editor.tabs.count())]


def centre(tabs, index):
    return tabs.tabRect(index).center()


def draw(tabs, source, target):
    """Draw a tab with the mouse to just above or below the middle of another."""
    QTest.mousePress(tabs, Qt.MouseButton.LeftButton, NONE, centre(tabs, source))
    tabs.mouseMoveEvent(_move(target))
    QTest.mouseRelease(tabs, Qt.MouseButton.LeftButton, NONE, target)


def _move(point):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    at = QPointF(point)
    return QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, NONE)


def test_the_fixed_tabs_stand_around_one_for_each_section(editor):
    assert titles(editor) == [
        "Thông tin văn bản", "Mở đầu", "1. Kết quả", "2. Đánh giá", "3. Kiến nghị", "Nơi nhận, người ký", "Phụ lục",
    ]  # fmt: skip


def test_a_screen_reader_hears_the_tabs_with_their_state(editor):
    reader = QAccessible.queryAccessibleInterface(editor.tabs)
    assert reader.role() == QAccessible.Role.PageTabList
    assert editor.tabs.accessibleTabName(2) == "1. Kết quả: đang soạn"
    assert editor.tabs.accessibleTabName(4) == "3. Kiến nghị: chưa có nội dung"
    assert editor.tabs.tabToolTip(4) == "3. Kiến nghị: chưa có nội dung"


def test_a_tab_follows_its_heading_and_its_text(session, editor):
    session.change(SetHeading("s2", "II.", "Nhận xét & kiến nghị"))
    session.change(SetReviewed("s2", True))
    assert editor.tabs.accessibleTabName(3) == "II. Nhận xét & kiến nghị: đã rà soát"


def test_typing_into_an_empty_section_changes_its_state(editor, field_at):
    type_text(field_at(Place("s3", 0)), "x")
    assert editor.tabs.accessibleTabName(4) == "3. Kiến nghị: đang soạn"


@pytest.mark.parametrize("number", range(1, 8))
def test_alt_and_a_number_turn_to_a_tab(editor, qtbot, number):
    qtbot.keyClick(editor.focusWidget() or editor, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
    assert editor.tabs.currentIndex() == number - 1


def test_a_number_beyond_the_last_tab_does_nothing(editor, qtbot):
    qtbot.keyClick(editor, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert editor.tabs.currentIndex() == 0


def test_turning_goes_round(editor):
    editor.tabs.turn(-1)
    assert editor.tabs.key == "#appendices"
    editor.tabs.turn(1)
    assert editor.tabs.key == "#head"


def test_up_and_down_turn_to_the_tabs_above_and_below(editor):
    press(editor.tabs, Qt.Key.Key_Down)
    press(editor.tabs, Qt.Key.Key_Down)
    press(editor.tabs, Qt.Key.Key_Up)
    assert editor.tabs.key == "#opening"
    press(editor.tabs, Qt.Key.Key_Right)


def test_a_click_turns_to_a_tab_and_keeps_the_open_syllable(session, editor, field_at):
    compose(field_at(Place("s2", HEADING, 8)), "việt")
    QTest.mouseClick(editor.tabs, Qt.MouseButton.LeftButton, NONE, centre(editor.tabs, 4))
    assert editor.tabs.key == "s3"
    assert session.report.sections[1].title == "Đánh giáviệt"


def test_a_section_drawn_below_another_is_moved_and_undo_moves_it_back(session, editor):
    draw(editor.tabs, 2, centre(editor.tabs, 4) + QPoint(0, 6))
    assert [section.id for section in session.report.sections] == ["s2", "s3", "s1"]
    assert session.undo_words == "Chuyển mục"
    session.undo()
    assert [section.id for section in session.report.sections] == ["s1", "s2", "s3"]


def test_a_section_drawn_above_another_is_moved(session, editor):
    draw(editor.tabs, 4, centre(editor.tabs, 2) - QPoint(0, 6))
    assert [section.id for section in session.report.sections] == ["s3", "s1", "s2"]


def test_a_section_let_go_where_it_was_stays(session, editor):
    before = session.report
    draw(editor.tabs, 3, centre(editor.tabs, 3) + QPoint(60, 8))
    assert session.report is before


def test_a_fixed_tab_cannot_be_drawn(session, editor):
    before = session.report
    draw(editor.tabs, 0, centre(editor.tabs, 4))
    assert session.report is before


def test_sections_cannot_be_drawn_among_the_fixed_tabs(session, editor):
    draw(editor.tabs, 2, centre(editor.tabs, 6))
    assert [section.id for section in session.report.sections] == ["s2", "s3", "s1"]


def test_the_line_where_a_drawn_tab_would_go_is_painted(qtbot):
    tabs = Tabs()
    qtbot.addWidget(tabs)
    rows = tuple(
        Tab(f"s{number}", f"Mục {number}", state, section=True) for number, state in enumerate([*PartState, None])
    )
    tabs.show_tabs(rows, "s0")
    tabs.resize(tabs.sizeHint())
    before = tabs.grab().toImage()
    QTest.mousePress(tabs, Qt.MouseButton.LeftButton, NONE, centre(tabs, 0))
    tabs.mouseMoveEvent(_move(QPoint(20, tabs.height() - 2)))
    assert tabs.grab().toImage() != before
    tabs.mouseMoveEvent(_move(QPoint(20, tabs.tabRect(2).top())))
    assert tabs.grab().toImage() != before


def test_a_long_title_takes_two_lines_and_no_more(qtbot):
    tabs = Tabs()
    qtbot.addWidget(tabs)
    tabs.show_tabs((Tab("a", "Ngắn"), Tab("b", "Kết quả công tác tuyên truyền " * 5), Tab("c", "")), "a")
    heights = [tabs.tabRect(index).height() for index in range(3)]
    assert heights[0] == heights[2]
    assert heights[1] == heights[0] + tabs.fontMetrics().lineSpacing()


def test_the_wheel_never_turns_to_another_tab(editor):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    editor.tabs.wheelEvent(event)
    assert editor.tabs.currentIndex() == 0
    assert not event.isAccepted()


def test_the_menu_is_asked_for_the_tab_under_the_mouse(editor, qtbot):
    editor.tabs.menu_asked.disconnect()
    with qtbot.waitSignal(editor.tabs.menu_asked) as asked:
        editor.tabs.contextMenuEvent(_asking(editor.tabs, centre(editor.tabs, 3)))
    assert asked.args[0] == "s2"
    with qtbot.waitSignal(editor.tabs.menu_asked) as asked:
        editor.tabs.contextMenuEvent(_asking(editor.tabs, QPoint(5, 5000)))
    assert asked.args[0] == "#head"


def _asking(tabs, point):
    from PySide6.QtGui import QContextMenuEvent

    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, tabs.mapToGlobal(point), NONE)


def test_a_tab_with_focus_shows_it(editor):
    editor.tabs.setFocus()
    focused = editor.tabs.grab().toImage()
    editor.page.take_focus()
    assert editor.tabs.grab().toImage() != focused


def test_a_section_turned_to_has_the_caret_in_its_title(editor):
    press(editor, Qt.Key.Key_3, ALT)
    assert editor.page.stop_with_caret().caret_place() == Place("s1", HEADING, 0)


def test_the_marks_of_a_list_that_scrolls_are_not_under_its_scroll_bar(qtbot, editor):
    editor.resize(editor.width(), 200)
    bar = editor.sidebar.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    image = editor.tabs.grab().toImage()
    covered = range(editor.sidebar.viewport().width(), image.width())
    seen = {image.pixelColor(x, y).name() for x in covered for y in range(image.height())}
    assert seen == {editor.tabs.palette().window().color().name()}
