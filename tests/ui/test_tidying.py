from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from bcdesk.intake.text import read_text
from bcdesk.report.cleanups import Change, Cleanup, changes
from bcdesk.report.report import Place, paragraph
from bcdesk.ui.dialogs.clean import MOST_ROWS, CleanDialog, shown
from bcdesk.ui.tidying import NOTHING
from bcdesk.vietnamese.text import nfc
from tests.ui.desk import OpenDesk
from tests.ui.typing import compose

UNTIDY = "BÁO CÁO\nCông tác tuần 5 năm 2026\n\n1. Kết quả\nĐã  họp thôn ,bản.\n"
TIDY = "BÁO CÁO\nCông tác tuần 5 năm 2026\n\n1. Kết quả\nĐã họp thôn, bản.\n"
BODY = Place("s1", 0)


@pytest.fixture
def open_desk(qtbot, tmp_path: Path):
    opened = OpenDesk(tmp_path, qtbot)
    yield opened
    opened.close()


def put(opened: OpenDesk, text: str) -> None:
    opened.window.open_report(opened.store.create(read_text(text).report))


def body(opened: OpenDesk) -> str:
    return opened.report.sections[0].blocks[0].plain


def test_what_is_ticked_is_tidied_in_one_step(open_desk):
    put(open_desk, UNTIDY)
    open_desk.do("clean")
    dialog = open_desk.dialog(CleanDialog)
    assert [dialog.kinds.item(row).text() for row in range(dialog.kinds.count())] == [
        "Dấu cách thừa (1)", "Dấu cách ở dấu câu và ngoặc (1)",
    ]  # fmt: skip
    dialog.act.click()
    assert body(open_desk) == "Đã họp thôn, bản."
    assert open_desk.window.bars.result.words == "Đã dọn 2 chỗ."
    open_desk.do("undo")
    assert body(open_desk) == "Đã  họp thôn ,bản."


def test_what_is_not_ticked_stays(open_desk):
    put(open_desk, UNTIDY)
    open_desk.do("clean")
    dialog = open_desk.dialog(CleanDialog)
    dialog.kinds.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.act.text() == "Dọn 1 chỗ"
    dialog.act.click()
    assert body(open_desk) == "Đã  họp thôn, bản."


def test_without_a_tick_there_is_nothing_to_do(open_desk):
    put(open_desk, UNTIDY)
    open_desk.do("clean")
    dialog = open_desk.dialog(CleanDialog)
    for row in range(dialog.kinds.count()):
        dialog.kinds.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.act.isEnabled()
    dialog.leave.click()
    assert body(open_desk) == "Đã  họp thôn ,bản."


def test_a_tidy_report_is_said_to_be_so_in_the_window(open_desk):
    put(open_desk, TIDY)
    open_desk.do("clean")
    assert open_desk.window.bars.result.words == NOTHING
    assert open_desk.window.findChildren(CleanDialog) == []


def test_the_button_in_the_line_takes_it_back(open_desk):
    put(open_desk, UNTIDY)
    open_desk.do("clean")
    open_desk.dialog(CleanDialog).act.click()
    open_desk.window.bars.result.press("Hoàn tác")
    assert body(open_desk) == "Đã  họp thôn ,bản."


def test_the_syllable_being_composed_is_kept(open_desk):
    put(open_desk, UNTIDY)
    open_desk.stand(BODY)
    compose(open_desk.focus(), "việt")
    open_desk.do("clean")
    open_desk.dialog(CleanDialog).act.click()
    assert "việt" in body(open_desk)


def test_the_preview_follows_the_bar(qtbot):
    found = {
        Cleanup.SPACES: (Change(BODY, "a  b", "a b"),),
        Cleanup.SIGNS: (Change(BODY, "a ,b", "a, b"),) * (MOST_ROWS + 5),
    }
    dialog = CleanDialog(found)
    qtbot.addWidget(dialog)
    assert [dialog.preview.item(0, column).text() for column in (0, 1)] == ["a··b", "a·b"]
    dialog.kinds.setCurrentRow(1)
    assert dialog.preview.rowCount() == MOST_ROWS
    assert "Còn 5 chỗ nữa" in dialog.told.text()


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("xã  Ba Tơ", "xã Ba Tơ", ("xã··Ba Tơ", "xã·Ba Tơ")),
        ("tu\u00adần này", "tuần này", ("tu▯ần này", "tuần này")),
        ("của\nxã", "của xã", ("của↵xã", "của·xã")),
        ("nƣớc", "nước", ("nƣớc", "nước")),
        ("x ,y", "x, y", ("x·,y", "x,·y")),
    ],
)
def test_spaces_and_hidden_signs_are_shown_where_they_differ(before: str, after: str, wanted: tuple[str, str]):
    assert shown(Change(BODY, before, after)) == wanted


def test_texts_in_the_preview_are_those_of_the_report():
    report = read_text(UNTIDY).report
    (change,) = changes(report, Cleanup.SPACES)
    assert change.before == nfc(paragraph("Đã  họp thôn ,bản.").plain)


def test_old_text_is_pasted_as_it_is_and_read_anew_only_when_asked(open_desk):
    put(open_desk, TIDY)
    open_desk.stand(Place("s1", 0, 6))
    open_desk.paste("§\u00b7 tæ chøc häp th«n ")
    assert body(open_desk) == "Đã họp§\u00b7 tæ chøc häp th«n  thôn, bản."
    assert "Đã tổ chức họp thôn" in open_desk.window.bars.result.words
    open_desk.window.bars.result.press("Chuyển sang Unicode")
    assert body(open_desk) == "Đã họpĐã tổ chức họp thôn  thôn, bản."
    open_desk.window.bars.result.press("Hoàn tác")
    assert body(open_desk) == "Đã họp§\u00b7 tæ chøc häp th«n  thôn, bản."


def test_unicode_is_pasted_without_a_word(open_desk):
    put(open_desk, TIDY)
    open_desk.stand(BODY)
    open_desk.paste("Đã tổ chức họp thôn")
    assert open_desk.window.bars.result.words == ""
