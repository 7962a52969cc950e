from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bcdesk.report.report import OPENING, Place, Section, State, paragraph
from bcdesk.ui.library.phrases import NOTHING
from bcdesk.ui.library.reading import Reading
from bcdesk.ui.library.results import Results
from tests.session.reports import report
from tests.ui.desk import OpenDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONG = "Tỷ lệ hộ dùng nước sạch đạt 95 % " * 8


def of(title, *texts, **rest):
    section = Section("s1", "1.", "Kết quả", tuple(map(paragraph, texts)))
    return replace(report(), subject=(title,), sections=(section,), **rest)


@pytest.fixture
def desk(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    made.store.create(of("Nông thôn mới", "Đoạn đầu", "Đã trồng 5 km hoa", "Đã trồng cây xanh", state=State.SENT))
    made.store.create(of("Môi trường", "Đoạn đầu", "Đã trồng 9 km hoa", LONG, state=State.ISSUED, kind="khac"))
    made.store.create(of("Y tế", "Tiêm chủng", kind="cchc"))
    made.window.open_report(made.store.create(of("Đang soạn", "Chữ đang soạn", "")))
    made.stand(Place("s1", 0, 4))
    yield made
    made.close()


def part(desk, kind):
    return desk.desk.findChild(kind)


def names(desk):
    listed = part(desk, Results).list
    return [listed.item(row).text().split(" · ")[0] for row in range(listed.count())]


def opened(desk, words):
    desk.do("library")
    part(desk, Results).search.setText(words)
    desk.qtbot.waitUntil(lambda: len(names(desk)) == 1)
    QTest.keyClick(part(desk, Results).search, Qt.Key.Key_Return)
    QTest.keyClick(part(desk, Results).list, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: part(desk, Reading).isVisible())
    return part(desk, Reading)


def said(desk):
    return [block.plain for block in desk.report.sections[0].blocks]


def test_it_stands_in_the_place_of_the_pages_and_goes_again(desk):
    desk.do("library")
    assert part(desk, Results).search.hasFocus()
    assert (part(desk, Results).isVisible(), desk.desk.preview.preview.isVisible()) == (True, False)
    desk.do("library")
    assert (part(desk, Results).isVisible(), desk.desk.preview.preview.isVisible()) == (False, True)
    assert desk.desk.editor.page_has_focus()


def test_at_first_it_offers_the_other_reports_of_the_same_kind(desk):
    desk.do("library")
    desk.qtbot.waitUntil(lambda: names(desk) == ["Môi trường", "Nông thôn mới"])


def test_reports_of_any_kind_are_found_but_not_the_one_in_work(desk):
    desk.do("library")
    part(desk, Results).search.setText("tiem")
    desk.qtbot.waitUntil(lambda: names(desk) == ["Y tế"])
    part(desk, Results).search.setText("dang soan")
    desk.qtbot.waitUntil(lambda: names(desk) == [])
    assert not part(desk, Results).open.isEnabled()
    part(desk, Results).search.clear()
    desk.qtbot.waitUntil(lambda: len(names(desk)) == 2)


@pytest.mark.parametrize(("words", "chosen"), [("cay xanh", "Đã trồng cây xanh"), ("95 nuoc", LONG)])
def test_the_paragraph_that_was_found_is_chosen_and_comes_in_as_one_step(desk, words, chosen):
    reading = opened(desk, words)
    reading.insert.click()
    assert said(desk) == ["Chữ đang soạn", chosen, ""]
    desk.do("undo")
    assert said(desk) == ["Chữ đang soạn", ""]
    assert (desk.window.desk is not None, reading.isVisible()) == (True, True)


def test_typing_before_and_after_an_insertion_are_other_steps(desk):
    reading = opened(desk, "cay xanh")
    desk.stand(Place("s1", 1))
    desk.type("a")
    reading.insert.click()
    desk.type("b")
    for left in (["a", "Đã trồng cây xanh"], ["a"], [""]):
        desk.do("undo")
        assert said(desk)[1:] == left


def test_words_are_found_in_the_report_beside(desk):
    reading = opened(desk, "cay xanh")
    reading.wanted.setText("trong")
    assert reading.count.text() == "Đoạn 2 trong 2"
    QTest.keyClick(reading.wanted, Qt.Key.Key_Return)
    assert reading.count.text() == "Đoạn 1 trong 2"
    reading.insert.click()
    assert said(desk)[1] == "Đã trồng 5 km hoa"
    reading.wanted.setText("khongcochunay")
    assert reading.count.text() == "Không tìm thấy"


def test_paragraphs_are_chosen_with_keys_and_by_a_press(desk):
    reading = opened(desk, "cay xanh")
    reading.wanted.setFocus()
    QTest.keyClick(reading.wanted, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    reading.insert.click()
    assert said(desk)[1] == "Đã trồng 5 km hoa"
    reading.preview.clicked.emit(Place("s1", 0, 3))
    reading.insert.click()
    assert "Đoạn đầu" in said(desk)
    reading.preview.clicked.emit(Place("subject"))
    assert not reading.insert.isEnabled()


def test_a_key_leads_back_to_what_was_found(desk):
    reading = opened(desk, "cay xanh")
    reading.wanted.setFocus()
    QTest.keyClick(reading.wanted, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert part(desk, Results).isVisible()
    assert names(desk) == ["Nông thôn mới"]


def test_where_the_caret_is_in_no_text_it_is_said_and_nothing_comes_in(desk):
    reading = opened(desk, "cay xanh")
    desk.stand(Place("subject"))
    before = desk.report
    reading.insert.click()
    assert desk.report == before
    assert "Đặt con trỏ" in desk.window.bars.result.words


def test_a_signed_report_takes_nothing_in(desk):
    opened(desk, "cay xanh")
    desk.window.open_report(desk.store.create(of("Đã ký", "Chữ", state=State.SIGNED)))
    desk.stand(Place("s1", 0, 1))
    opened(desk, "cay xanh").insert.click()
    assert said(desk) == ["Chữ"]


def menu(desk):
    desk.do("phrases")
    desk.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def test_phrases_of_issued_reports_of_the_same_section_are_offered_the_most_used_first(desk):
    shown = [action.text() for action in menu(desk).actions() if not action.isSeparator()]
    assert shown[:2] == ["Đoạn đầu\t2 lần", "Đã trồng 9 km hoa\t2 lần"]
    assert len(shown) == 4


def test_a_chosen_phrase_comes_in_at_the_caret_as_one_step(desk):
    popup = menu(desk)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert said(desk) == ["Chữ đang soạn", "Đã trồng 9 km hoa", ""]
    desk.do("undo")
    assert said(desk) == ["Chữ đang soạn", ""]


def test_where_nothing_was_used_before_it_is_said(desk):
    desk.stand(Place(OPENING))
    desk.do("phrases")
    desk.qtbot.waitUntil(lambda: desk.window.bars.result.words == NOTHING)
