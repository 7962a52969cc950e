from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bcdesk.errors import DatabaseDiskFull
from bcdesk.session.save_states import Changed, Failed, Saved, Saving
from bcdesk.ui.status import StatusLine, save_words

AT = datetime(2026, 4, 15, 10, 42, 5).astimezone()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (None, ""),
        (Changed(9.0), "Đang lưu…"),
        (Saving(9.0), "Đang lưu…"),
        (Saving(4.5), "Đang lưu… 5 giây"),
        (Saved(AT), "Đã lưu 10:42:05"),
        (Failed(4.0, DatabaseDiskFull(Path("bcdesk.sqlite"))), "Chưa lưu được"),
    ],
)
def test_the_state_of_saving_is_said_as_it_is(state, words):
    assert save_words(state, now=10.0) == words


@pytest.fixture
def line(qtbot):
    made = StatusLine(clock=lambda: 10.0)
    qtbot.addWidget(made)
    return made


def test_the_line_says_length_and_state(line):
    line.show_state(Saved(AT))
    line.show_length(1248, 3)
    assert line.words == "Đã lưu 10:42:05 · 1.248 chữ · 3 trang"


def test_what_the_pages_are_measured_with_is_in_their_tip(line):
    line.show_length(1248, 3, "Đo bằng phông Liberation Serif")
    assert line._pages.toolTip() == "Đo bằng phông Liberation Serif"


def test_the_line_says_nothing_when_there_is_no_report(line):
    line.show_state(Saved(AT))
    line.show_length(1248, 3)
    line.clear_report()
    assert line.words == ""


def test_long_work_is_shown_and_then_no_more(line, qtbot):
    line.show()
    line._late.setInterval(1)
    line.begin("Đang ghi…")
    qtbot.waitUntil(line._bar.isVisible)
    line.end()
    assert not line._bar.isVisible()
