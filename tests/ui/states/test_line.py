from __future__ import annotations

import pytest

from bcdesk.report.report import State
from bcdesk.ui.states.line import StateLine

ROOMY = 2000


@pytest.fixture
def line(qtbot):
    made = StateLine()
    qtbot.addWidget(made)
    return made


def test_all_states_are_shown_with_the_present_one_marked(line):
    line.show_state(State.SUBMITTED)
    assert line.words(ROOMY) == "đang soạn → ● trình ký → đã ký, chờ số → đã phát hành → đã gửi"


def test_where_there_is_less_room_what_is_behind_is_left_out(line):
    line.show_state(State.SIGNED)
    assert line.words(line.sizeHint().width() - 1) == "… → ● đã ký, chờ số → đã phát hành → đã gửi"


def test_where_there_is_little_room_the_state_and_the_next_are_shown(line):
    line.show_state(State.SUBMITTED)
    two = line.fontMetrics().horizontalAdvance("… → ● trình ký → đã ký, chờ số") + 20
    assert line.words(two) == "… → ● trình ký → đã ký, chờ số"


@pytest.mark.parametrize("state", State)
def test_the_state_itself_always_fits(line, state):
    line.show_state(state)
    assert line.words(0) == line.words(line.minimumSizeHint().width())
    assert line.words(0).startswith("● ")


def test_a_screen_reader_hears_the_state_and_how_far_it_is(line):
    line.show_state(State.SUBMITTED)
    assert line.accessibleName() == "Trạng thái: trình ký (bước 2 trong 5)"


def test_the_line_is_painted_with_all_its_words(line):
    line.show_state(State.SENT)
    line.resize(line.sizeHint())
    image = line.grab().toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 2
