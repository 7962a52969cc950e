"""The strip over the pages fits into the narrowest column there is: 1366×768 at 150 %."""

from __future__ import annotations

import pytest

from bcdesk.report.report import State
from bcdesk.report.states import SIGN, SUBMIT
from bcdesk.ui.notices import Step
from bcdesk.ui.states.strip import StateStrip
from tests.ui.test_window import REPORT

NARROW, WIDE = 230, 700


@pytest.fixture
def strip(qtbot):
    made = StateStrip()
    qtbot.addWidget(made)
    awaiting = SIGN.apply(SUBMIT.apply(REPORT))
    assert awaiting.state is State.SIGNED
    made.show_report(awaiting, Step("Ghi số, ngày ban hành…", print), (Step("Mở lại để sửa", print),))
    made.show()
    return made


def test_the_button_stands_under_the_state_where_there_is_no_room_beside_it(strip, qtbot):
    strip.resize(NARROW, 90)
    qtbot.waitUntil(lambda: strip.next.y() >= strip.line.geometry().bottom())
    assert strip.next.geometry().right() < strip.more.x() < NARROW


def test_the_button_stands_beside_the_state_where_there_is_room(strip, qtbot):
    strip.resize(NARROW, 90)
    strip.resize(WIDE, 40)
    qtbot.waitUntil(lambda: strip.next.x() >= strip.line.geometry().right())


def test_the_strip_asks_for_no_more_than_the_wider_of_both(strip):
    assert strip.minimumSizeHint().width() < strip.line.minimumSizeHint().width() + strip.next.sizeHint().width()
