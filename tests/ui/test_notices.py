from __future__ import annotations

import pytest

from bcdesk.ui.notices import Notice, Step


@pytest.fixture
def notice(qtbot):
    made = Notice("notice", "done", shown_for_ms=1)
    qtbot.addWidget(made)
    return made


def test_a_notice_is_hidden_until_it_has_something_to_say(notice):
    assert notice.isHidden()


def test_a_notice_says_its_sentence_and_does_what_its_button_says(notice):
    done = []
    notice.say("Đã ghi tệp.", Step("Mở thư mục", lambda: done.append("opened")))
    notice.press("Mở thư mục")
    assert (notice.words, done) == ("Đã ghi tệp.", ["opened"])


def test_a_new_sentence_has_only_its_own_buttons(notice):
    notice.say("Một.", Step("Thử lại", lambda: None))
    notice.say("Hai.")
    with pytest.raises(StopIteration):
        notice.press("Thử lại")


def test_a_result_goes_away_by_itself(notice, qtbot):
    notice.say("Đã ghi tệp.")
    qtbot.waitUntil(notice.isHidden)
