from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from bcdesk.ui.floors import Floors


@pytest.fixture
def floors(qtbot):
    made = Floors(QWidget())
    qtbot.addWidget(made)
    made.resize(800, 700)
    for height in (200, 300):
        panel = QWidget(made)
        made.put_below(panel, height)
        panel.hide()
    made.show()
    return made


def test_a_panel_is_as_high_as_it_asks(floors):
    floors.widget(2).show()
    assert floors.sizes()[2] == 300


def test_showing_one_hides_the_other(floors):
    floors.widget(1).show()
    floors.widget(2).show()
    assert [floors.widget(at).isHidden() for at in (1, 2)] == [True, False]


def test_a_panel_comes_back_as_high_as_it_was(floors):
    floors.widget(1).show()
    floors.moveSplitter(400, 1)
    high = floors.sizes()[1]
    floors.widget(2).show()
    floors.widget(1).show()
    assert floors.sizes()[1] == high != 200
