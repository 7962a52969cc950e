from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from bcdesk.ui.style.style import ROW
from bcdesk.ui.style.tables import dress_table


@pytest.fixture
def table(qtbot):
    table = QTableWidget(3, 2)
    qtbot.addWidget(table)
    dress_table(table, stretched=1)
    return table


def test_a_table_is_of_rows_without_a_grid(table):
    assert not table.showGrid()
    assert not table.verticalHeader().isVisibleTo(table)
    assert [table.rowHeight(at) for at in range(3)] == [ROW] * 3


def test_a_row_is_chosen_as_a_whole_and_never_written_into(table):
    assert table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    assert table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers


def test_tab_leaves_a_table(table):
    assert not table.tabKeyNavigation()


def test_the_head_stands_at_the_left(table):
    assert table.horizontalHeader().defaultAlignment() & Qt.AlignmentFlag.AlignLeft


def test_one_column_takes_the_room_that_is_left(table):
    assert table.horizontalHeader().sectionResizeMode(1) == QHeaderView.ResizeMode.Stretch
    assert table.horizontalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Interactive
