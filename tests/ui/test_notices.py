from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesk.ui.notices import Notice, Step
from bcdesk.ui.style.style import colour


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


def test_the_picture_of_a_notice_follows_light_and_dark(notice):
    def picture():
        return notice._picture.pixmap().toImage()

    application = QApplication.instance()
    notice.say("Đã ghi tệp.")
    colour(application, Qt.ColorScheme.Light)
    light = picture()
    colour(application, Qt.ColorScheme.Dark)
    QApplication.processEvents()
    assert picture() != light
    colour(application, Qt.ColorScheme.Light)


def test_a_result_goes_away_by_itself(notice, qtbot):
    notice.say("Đã ghi tệp.")
    qtbot.waitUntil(notice.isHidden)


@pytest.fixture
def beside(qtbot):
    """A line to write in over a notice with a button."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    holder.line, holder.notice = QLineEdit(), Notice("trouble", "warning")
    column.addWidget(holder.line)
    column.addWidget(holder.notice)
    qtbot.addWidget(holder)
    holder.show()
    holder.notice.say("Đầy.", Step("Thử lại", lambda: None), Step("Lưu chỗ khác…", lambda: None))
    holder.line.setFocus()
    qtbot.waitUntil(holder.line.hasFocus)
    return holder


def test_clicking_a_button_of_a_notice_leaves_the_caret_where_one_writes(beside, qtbot):
    for button in beside.notice.findChildren(QAbstractButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert beside.line.hasFocus()


def test_a_sentence_said_again_leaves_the_keyboard_at_its_button(beside, qtbot):
    beside.notice.findChildren(QPushButton)[1].setFocus()
    beside.notice.say("Đầy.", Step("Thử lại", lambda: None), Step("Lưu chỗ khác…", lambda: None))
    qtbot.waitUntil(lambda: len(beside.notice.findChildren(QPushButton)) == 2)
    assert QApplication.focusWidget().text() == "Lưu chỗ khác…"
