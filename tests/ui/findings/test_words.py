from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import DocumentDate, Report, Section, State, paragraph
from bcdesk.report.states import issued
from bcdesk.ui.dialogs.dictionary import DictionaryDialog
from bcdesk.vietnamese.lexicon import Lexicon
from tests.ui.desk import OpenDesk

STRANGE = "Bà con đã lât úp dụng cụ chứa nước."
NAMED = "Đường vào khu sản xuất của làng Kon Trăng đã thông."


def report(text: str) -> Report:
    return Report(
        "khac",
        Period(PeriodType.YEAR, 2026),
        Office(name="Ba Tơ"),
        subject=("Công tác năm 2026",),
        sections=(Section("s1", "1.", "Kết quả", (paragraph(text),)),),
    )


@pytest.fixture
def open_desk(tmp_path, qtbot):
    desk = OpenDesk(tmp_path, qtbot)
    yield desk
    desk.close()


def put(open_desk, text):
    open_desk.window.open_report(open_desk.store.create(report(text)))
    open_desk.do("check")


def remarks(open_desk, word):
    panel = open_desk.window._features.checking._now.panel
    return [row for row in panel.model.rows if row.finding.rule == "spelling" and word in row.finding.found]


def dictionary(open_desk):
    open_desk.do("dictionary")
    return open_desk.dialog(DictionaryDialog)


def test_a_word_added_to_the_dictionary_is_not_remarked_on(open_desk):
    put(open_desk, STRANGE)
    open_desk.qtbot.waitUntil(lambda: bool(remarks(open_desk, "lât")))
    dialog = dictionary(open_desk)
    open_desk.type("lât")
    open_desk.key(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert open_desk.settings.lexicon.words == ("lât",)
    open_desk.qtbot.waitUntil(lambda: not remarks(open_desk, "lât"))


def test_a_word_removed_from_the_dictionary_is_remarked_on_again(open_desk):
    open_desk.settings.keep_lexicon(Lexicon(("lât",)))
    put(open_desk, STRANGE)
    dialog = dictionary(open_desk)
    dialog.remove.click()
    assert open_desk.settings.lexicon.words == ()
    open_desk.qtbot.waitUntil(lambda: bool(remarks(open_desk, "lât")))


def test_the_dictionary_of_an_office_without_words_offers_nothing_to_remove(open_desk):
    put(open_desk, STRANGE)
    dialog = dictionary(open_desk)
    assert not dialog.remove.isEnabled()
    assert not dialog.add.isEnabled()


def test_the_menu_of_a_word_offers_the_dictionary(open_desk):
    put(open_desk, STRANGE)
    open_desk.qtbot.waitUntil(lambda: bool(remarks(open_desk, "lât")))
    found = remarks(open_desk, "lât")[0].finding
    menu = QMenu()
    menu.addAction("Cắt")
    open_desk.window._features.checking._now._offer(menu, found.place)
    offered = next(action for action in menu.actions() if action.text() == "Thêm vào từ điển")
    offered.trigger()
    assert open_desk.settings.lexicon.words == (found.found,)


def test_a_name_that_two_issued_reports_have_is_learned_when_the_second_is_issued(open_desk):
    first = replace(report(NAMED), state=State.ISSUED, number="1", date=DocumentDate(5, 1, 2026))
    open_desk.store.create(first)
    second = replace(report(NAMED), state=State.SIGNED)
    open_desk.window.open_report(open_desk.store.create(second))
    words = open_desk.window._features.checking.own_words
    with open_desk.qtbot.waitSignal(words.changed, timeout=10_000):
        open_desk.desk.session.change(issued("2", date(2026, 2, 5)))
    assert "Kon Trăng" in open_desk.settings.lexicon.phrases
