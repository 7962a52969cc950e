from __future__ import annotations

import threading

import pytest

from bcdesk.errors import KnownError
from bcdesk.ui.background import Background, Post


@pytest.fixture
def background(qapp):
    made = Background(Post(qapp))
    yield made
    made.close()


def test_work_is_done_elsewhere_and_its_result_comes_back_to_the_window(background, qtbot):
    came = []
    background.run(threading.get_ident, lambda where: came.append((where, threading.get_ident())), came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert came[0][0] != came[0][1] == threading.get_ident()


def test_a_known_error_comes_back_as_such(background, qtbot):
    came = []

    def fail():
        raise KnownError("Ổ đĩa đã đầy.")

    background.run(fail, came.append, lambda error: came.append(str(error)))
    qtbot.waitUntil(lambda: bool(came))
    assert came == ["Ổ đĩa đã đầy."]


def test_a_fault_is_raised_in_the_window(background, qtbot):
    with qtbot.captureExceptions() as raised:
        background.run(lambda: 1 / 0, print, print)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_work_asked_for_when_all_is_closed_is_not_done(qapp):
    background, done = Background(Post()), []
    background.close()
    background.run(lambda: done.append("work"), done.append, done.append)
    assert done == []
