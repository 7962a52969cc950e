from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton

from bcdesk.ui.actions import ACTIONS, TOOLBAR, Actions
from bcdesk.ui.style.colours import LIGHT
from bcdesk.ui.style.style import style_sheet
from bcdesk.ui.toolbar import ALONE, BESIDE, WORDS_GO, ToolBar


@pytest.fixture
def bar(qtbot):
    window = QMainWindow()
    made = ToolBar(Actions(window))
    made.held = window
    window.addToolBar(made)
    window.setStyleSheet(style_sheet(LIGHT))
    window.resize(1366, 300)
    window.show()
    qtbot.addWidget(window)
    return made


def resized(bar, width):
    bar.window().resize(width, 300)
    QApplication.processEvents()
    return [button for button in bar.findChildren(QToolButton) if button.objectName() != "qt_toolbar_ext_button"]


def test_its_groups_stand_apart(bar):
    shown = ["|" if action.isSeparator() else action.text() for action in bar.actions()]
    assert shown[:6] == ["Danh sách báo cáo", "|", "Báo cáo mới", "Lập báo cáo kỳ sau", "|", "Hoàn tác"]


@pytest.mark.parametrize("points", [9, 14, 18])
@pytest.mark.parametrize("width", [1366, 911, 683])
def test_every_button_is_seen_in_a_narrow_window_and_with_large_letters(bar, width, points):
    font = bar.font()
    font.setPointSizeF(points)
    bar.setFont(font)
    buttons = resized(bar, width)
    assert len(buttons) == 1 + sum(map(len, TOOLBAR))
    assert [button.text() for button in buttons if not button.isVisible()] == []
    assert max(button.geometry().right() for button in buttons) <= bar.width()


def test_words_come_back_with_the_room(bar):
    resized(bar, 683)
    assert {button.toolButtonStyle() for button in bar._buttons.values()} == {ALONE}
    resized(bar, 1600)
    assert {bar._buttons[name].toolButtonStyle() for name in WORDS_GO} == {BESIDE}


def test_every_button_with_words_can_give_them_up():
    assert set(WORDS_GO) == {spec.id for spec in ACTIONS if spec.beside and any(spec.id in group for group in TOOLBAR)}
