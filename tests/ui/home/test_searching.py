from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from bcdesk.report.kept import Wanted
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Signature
from bcdesk.ui.dialogs.next_report import NextReportDialog
from bcdesk.ui.home.excerpts import EXCERPT, TALL
from bcdesk.ui.style.style import ROW
from tests.session.reports import QUARTER, report
from tests.ui.desk import OpenDesk

KIND = "tuyen-truyen-cchc"


def named(title, text, **rest):
    return replace(report(text), subject=(title,), **rest)


@pytest.fixture
def desk(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    made.ids = [
        made.store.create(each)
        for each in (
            named("Nước sạch", "Không có gì"),
            named("Môi trường", "Tỷ lệ hộ dùng nước sạch đạt 95%", signature=Signature(name="Lê Văn Bình")),
            named("Y tế", "Tiêm chủng", kind=KIND, drafter="Lan", period=replace(QUARTER, year=2023)),
        )
    ]
    made.window.show_home()
    yield made
    made.close()


def titles(desk):
    model = desk.window.home.model
    return [model.report(row).title for row in range(model.rowCount())]


def search(desk, words, found):
    home = desk.window.home
    home.search.setFocus()
    home.search.setText(words)
    desk.qtbot.waitUntil(lambda: titles(desk) == found)


@pytest.mark.parametrize("words", ["nuoc sach", "Nước sạch", "nước sạ"])
def test_what_stands_in_the_text_is_found_below_what_is_named_so(desk, words):
    search(desk, words, ["Nước sạch", "Môi trường"])


def test_what_was_found_shows_its_line_below_the_title(desk):
    search(desk, "ti le", [])
    search(desk, "ho dung", ["Môi trường"])
    home = desk.window.home
    excerpt = home.model.index(0, 0).data(EXCERPT)
    assert [excerpt.text[start:end] for start, end in excerpt.words] == ["hộ", "dùng"]
    assert home.table.rowHeight(0) == TALL
    assert "Tỷ lệ hộ dùng" in home.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not home.table.grab().isNull()
    search(desk, "", ["Y tế", "Môi trường", "Nước sạch"])
    assert home.table.rowHeight(0) == ROW


def test_of_words_typed_one_after_another_the_last_ones_are_answered(desk):
    home = desk.window.home
    for words in ("k", "kh", "khong", "tiem"):
        home.search.setText(words)
    desk.qtbot.waitUntil(lambda: titles(desk) == ["Y tế"] and home.model.has_excerpts)


def test_a_typed_word_with_other_marks_than_the_title_stands_behind_the_text_that_has_them(desk):
    desk.store.create(named("Nuốc sách", ""))
    desk.window.show_home()
    search(desk, "nước sạch", ["Nước sạch", "Môi trường", "Nuốc sách"])


def test_the_list_is_narrowed_by_kind_period_signer_and_drafter(desk):
    home = desk.window.home
    home.more.click()
    boxes = home.filters.boxes
    for name, words, found in (
        ("kind", "Tuyên truyền cải cách hành chính", ["Y tế"]),
        ("period", "Mọi kỳ của năm 2023", ["Y tế"]),
        ("period", "quý I năm 2024", ["Môi trường", "Nước sạch"]),
        ("signer", "Lê Văn Bình", ["Môi trường"]),
        ("drafter", "Lan", ["Y tế"]),
    ):
        box = boxes[name]
        box.setCurrentText(words)
        box.activated.emit(box.currentIndex())
        assert titles(desk) == found
        home.filters.clear()
    home.more.click()
    assert (home.filters.wanted, len(titles(desk))) == (Wanted(), 3)


def test_what_is_filtered_out_is_not_found(desk):
    home = desk.window.home
    home.more.click()
    home.filters.boxes["signer"].setCurrentText("Lê Văn Bình")
    search(desk, "nuoc", ["Môi trường"])


def test_an_empty_place_begins_the_report_from_the_last_one_of_its_kind(desk):
    desk.window.home.calendar.begun.emit(KIND, Period(PeriodType.YEAR, 2024))
    desk.qtbot.waitUntil(lambda: bool(desk.window.findChildren(NextReportDialog)))
    assert desk.dialog(NextReportDialog).form.values()["period"] == "năm 2024"


def test_an_empty_place_before_all_reports_of_its_kind_begins_with_the_outline(desk):
    desk.window.home.calendar.begun.emit(KIND, Period(PeriodType.YEAR, 2022))
    assert desk.report.period.year == 2022
    assert desk.report.sections


def test_the_bar_at_the_side_goes_with_the_lines_that_were_found(desk):
    for number in range(3, 12):
        desk.store.create(named(f"Việc {number}", "Tỷ lệ hộ dùng nước sạch"))
    desk.window.show_home()
    desk.qtbot.waitUntil(lambda: desk.window.home.model.rowCount() == 12)
    table = desk.window.home.table
    table.setFixedHeight(14 * ROW)
    desk.window.home.search.setText("nuoc sach")
    desk.qtbot.waitUntil(lambda: desk.window.home.model.has_excerpts)
    assert table.verticalScrollBar().maximum() > 0
    desk.window.home.search.clear()
    assert table.verticalScrollBar().maximum() == 0
