from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QSettings, Qt

from bcdesk.ui.dialogs.text_size import TextSizeDialog
from bcdesk.ui.text_size import FACTOR, KEY, TAKEN_UP, chosen_size, take_up
from tests.ui.desk import OpenDesk
from tests.ui.typing import CTRL, SHIFT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def memory(tmp_path):
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def surroundings(monkeypatch):
    """The environment without a size of its own; what the program puts there is taken back."""
    monkeypatch.setenv(FACTOR, "")
    monkeypatch.delenv(FACTOR)
    return os.environ


def test_the_size_that_was_chosen_is_taken_up(memory, surroundings):
    memory.setValue(KEY, 130)
    take_up(memory)
    assert surroundings[FACTOR] == "1.3"


def test_where_none_was_chosen_all_is_left_to_the_system(memory, surroundings):
    take_up(memory)
    assert FACTOR not in surroundings


def test_what_the_surroundings_say_goes_first(memory, surroundings):
    surroundings[FACTOR] = "2"
    memory.setValue(KEY, 130)
    take_up(memory)
    assert surroundings[FACTOR] == "2"


@pytest.mark.parametrize("kept", ["", "nhỏ", "99999", "-100", "115.5", "1²"])
def test_what_is_no_size_is_none(memory, kept):
    memory.setValue(KEY, kept)
    assert chosen_size(memory) == 100


def test_it_is_chosen_by_keys_and_remembered(tmp_path, qtbot):
    desk = OpenDesk(tmp_path, qtbot)
    desk.key(Qt.Key.Key_C, CTRL | SHIFT)
    desk.dialog(TextSizeDialog)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    said = desk.window.bars.result.words
    desk.close()
    assert said == TAKEN_UP.format(size=115)
    assert chosen_size(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)) == 115
