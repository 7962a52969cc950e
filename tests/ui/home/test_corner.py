from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from bcdesk.ui.home.corner import Corner, CornerRow

CLERK = Corner(("Hoa", "Lan"), "Hoa", "Ủy ban nhân dân xã Ba Bích", keeps_register=True)


@pytest.fixture
def row(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = CornerRow(window)
    row.show_corner(CLERK)
    row.resize(1366, 32)
    window.show()
    yield row
    window.close()


def wordless(row):
    alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    return [each.text() for each in row.findChildren(QToolButton) if each.toolButtonStyle() == alone]


def test_where_there_is_room_every_button_has_its_words(row):
    assert wordless(row) == []


def test_where_there_is_little_room_buttons_show_their_icons_from_the_right(row):
    row.resize(row.sizeHint().width() - 10, row.height())
    assert wordless(row) == ["Thùng rác"]
    assert row.trash.toolTip() == "Thùng rác"


def test_the_row_never_makes_the_window_wider(row):
    assert row.minimumSizeHint().width() == 0
    row.resize(400, row.height())
    assert all(each.geometry().right() < 400 for each in row.findChildren(QToolButton))


def test_the_register_stands_there_only_where_it_is_kept(row):
    assert row.register.isVisible()
    row.show_corner(Corner())
    assert not row.register.isVisible()


def test_no_menu_of_those_who_sat_there_before_stays_behind(row):
    row.show_corner(Corner(("Hoa",)))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert row.findChildren(QMenu) == [row.drafter.menu()]


def test_the_drafters_are_in_the_menu_the_one_at_work_ticked(row):
    actions = row.drafter.menu().actions()
    assert [(each.text(), each.isChecked()) for each in actions[:2]] == [("Hoa", True), ("Lan", False)]
