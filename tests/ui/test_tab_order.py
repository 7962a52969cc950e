from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bcdesk.ui.keys import ByKeyboard
from bcdesk.ui.tab_order import in_reading_order


class Window(ByKeyboard, QMainWindow):
    pass


@pytest.fixture
def window(qtbot):
    made = Window()
    made.setCentralWidget(QWidget())
    made.resize(600, 400)
    qtbot.addWidget(made)
    return made


def walked(window, qtbot, first):
    """What Tab comes to, beginning at `first`."""
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    reached = []
    while (widget := QApplication.focusWidget()) not in reached:
        reached.append(widget)
        widget.focusNextChild()
    return [each.objectName() for each in reached]


def field(name, kind=QLineEdit):
    made = kind()
    made.setObjectName(name)
    return made


def test_tab_follows_the_lines_and_not_the_time_at_which_things_came(window, qtbot):
    grid = QGridLayout(window.centralWidget())
    places = {"d": (1, 1), "a": (0, 0), "c": (1, 0), "b": (0, 1)}
    made = {name: field(name) for name in places}
    for name, place in places.items():
        grid.addWidget(made[name], *place)
    assert walked(window, qtbot, made["a"]) == ["a", "b", "c", "d"]


def test_a_column_is_left_at_its_end_only(window, qtbot):
    row, left, right = QHBoxLayout(window.centralWidget()), QVBoxLayout(), QVBoxLayout()
    row.addLayout(left)
    row.addLayout(right)
    made = {name: field(name) for name in "cdab"}
    for name in "ab":
        left.addWidget(made[name])
    for name in "cd":
        right.addWidget(made[name])
    assert walked(window, qtbot, made["a"]) == ["a", "b", "c", "d"]


def test_what_is_put_in_later_is_reached_where_it_stands(window, qtbot):
    column = QVBoxLayout(window.centralWidget())
    made = {name: field(name) for name in "ac"}
    for each in made.values():
        column.addWidget(each)
    walked(window, qtbot, made["a"])
    column.insertWidget(1, field("b"))
    assert walked(window, qtbot, made["a"]) == ["a", "b", "c"]


def test_what_scrolls_is_gone_through_before_what_is_below_it(window, qtbot):
    column, inside = QVBoxLayout(window.centralWidget()), QWidget()
    scrolled, rows = QScrollArea(), QVBoxLayout(inside)
    button = field("last", QPushButton)
    column.addWidget(scrolled)
    column.addWidget(button)
    made = [field(f"{number:02}") for number in range(20)]
    for each in made:
        rows.addWidget(each)
    scrolled.setWidgetResizable(True)
    scrolled.setObjectName("area")
    scrolled.setWidget(inside)
    assert walked(window, qtbot, made[0])[:21] == [*(f"{number:02}" for number in range(20)), "last"]


def test_the_keyboard_may_be_where_something_is_taken_away(window, qtbot):
    column = QVBoxLayout(window.centralWidget())
    made = {name: field(name) for name in "abc"}
    for each in made.values():
        column.addWidget(each)
    walked(window, qtbot, made["a"])
    made["a"].setFocus()
    made["a"].hide()
    made["a"].deleteLater()
    assert walked(window, qtbot, made["b"]) == ["b", "c"]


def test_things_of_unlike_height_stand_in_one_line_when_they_stand_side_by_side():
    class Part(QWidget):
        pass

    def at(left, top, width, height):
        part = Part()
        part.setGeometry(QRect(left, top, width, height))
        return part

    low, high, below = at(100, 10, 50, 20), at(0, 0, 50, 40), at(0, 50, 50, 20)
    assert in_reading_order([below, low, high]) == [high, low, below]
