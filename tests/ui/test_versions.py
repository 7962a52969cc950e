from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcdesk.errors import DatabaseDiskFull
from bcdesk.report.edits import AddSection, RemoveSection, SetField
from bcdesk.report.kept import VersionListed
from bcdesk.report.report import Appendix, Cell, Paragraph, Place, Run, Section, State, Table, paragraph
from bcdesk.storage.database import open_store
from bcdesk.ui.clock import local_now
from bcdesk.ui.dialogs.versions import NONE, SAME, SAME_HERE, VersionsDialog, version_words
from bcdesk.ui.editor.states import HEAD
from bcdesk.ui.style.colours import DARK, LIGHT
from tests.session.reports import report, typed
from tests.ui.desk import OpenDesk

NOW = datetime(2026, 11, 24, 9, 30).astimezone()


class Clock:
    def __init__(self) -> None:
        self.now = local_now()

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def window(tmp_path, qtbot, clock):
    """A report on the desk whose version of yesterday says something else, the caret in its first section."""
    clock.now -= timedelta(days=1)
    store = open_store(tmp_path, now=clock)
    report_id = store.create(report("Một hai ba"))
    clock.now += timedelta(days=1)
    made = OpenDesk(tmp_path, qtbot, store=store)
    made.window.open_report(report_id)
    made.stand(Place("s1", 0, 0))
    yield made
    made.close()


def change(window, *edits):
    for edit in edits:
        window.desk.session.change(edit)
    assert window.saver.flush(20)


def ask(window):
    window.do("versions")
    dialog = window.dialog(VersionsDialog)
    window.qtbot.waitUntil(lambda: dialog.told.text() not in {"", "Đang so sánh…"})
    return dialog


def shown(dialog):
    return dialog.view.toPlainText()


def entries(box):
    return [box.itemText(at) for at in range(box.count())]


def choose(dialog, box, words):
    box.setCurrentIndex(next(at for at, entry in enumerate(entries(box)) if entry.startswith(words)))


@pytest.mark.parametrize(
    ("ago", "event", "words"),
    [
        (timedelta(minutes=5), "", "Hôm nay 09:25 · tự lưu"),
        (timedelta(days=1), "trình lần 1", "Hôm qua 09:30 · trình lần 1"),
        (timedelta(days=12), "", "12/11 09:30 · tự lưu"),
        (timedelta(days=400), "đã ký", "20/10/2025 09:30 · đã ký"),
    ],
)
def test_a_version_is_called_by_its_time_and_event(ago, event, words):
    assert version_words(VersionListed(1, NOW - ago, event), NOW) == words


def test_a_report_without_versions_says_when_there_will_be_some(window):
    dialog = ask(window)
    assert dialog.told.text() == NONE
    assert not dialog.act.isEnabled()
    assert not dialog.some.isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_the_part_one_writes_in_is_shown_with_its_changed_words_marked(window):
    change(window, typed("Một bốn ba"), typed("Khác", "s2"))
    dialog = ask(window)
    assert dialog.parts.currentText() == "Mục đang soạn: 1. Kết quả (1 chỗ khác)"
    assert entries(dialog.parts)[0] == "Cả báo cáo (2 chỗ khác)"
    html = dialog.view.toHtml()
    assert "line-through" in html
    assert LIGHT.fresh in html or DARK.fresh in html
    assert "Khác" not in shown(dialog)


def test_all_parts_are_shown_when_asked_for(window):
    change(window, typed("Một bốn ba"), typed("Khác", "s2"))
    dialog = ask(window)
    choose(dialog, dialog.parts, "Cả báo cáo")
    assert "Khác" in shown(dialog)
    assert not dialog.some.isEnabled()


def test_a_part_that_is_the_same_says_so_and_offers_nothing(window):
    change(window, typed("Khác", "s2"))
    dialog = ask(window)
    assert shown(dialog) == SAME_HERE
    assert not dialog.some.isEnabled()
    assert dialog.act.isEnabled()


def test_one_part_comes_back_as_one_step_and_the_others_stay(window):
    change(window, typed("Một bốn ba"), typed("Khác", "s2"))
    changed = window.report
    dialog = ask(window)
    dialog.some.click()
    window.qtbot.waitUntil(lambda: window.report != changed)
    assert window.report == typed("Khác", "s2").apply(report("Một hai ba"))
    assert window.desk.session.undo_words == "Khôi phục mục “1. Kết quả”"
    window.window.bars.result.press("Hoàn tác")
    assert window.report == changed


def test_a_removed_section_is_a_part_that_can_be_brought_back(window):
    change(window, RemoveSection("s2"))
    dialog = ask(window)
    choose(dialog, dialog.parts, "2. Nhận xét")
    dialog.some.click()
    window.qtbot.waitUntil(lambda: window.report == report("Một hai ba"))


def test_changes_of_the_head_the_end_and_the_appendices_stand_under_their_tabs(window):
    change(
        window,
        SetField("subject", ("Mới",)),
        SetField("recipients", ("Lưu: VT.",)),
        SetField("appendices", (Appendix("p1", ("Số liệu",)),)),
    )
    dialog = ask(window)
    assert [entry.split(" (")[0] for entry in entries(dialog.parts)] == [
        "Cả báo cáo", "Mục đang soạn: 1. Kết quả", "Thông tin văn bản", "Nơi nhận, người ký", "Phụ lục",
    ]  # fmt: skip


def test_an_appendix_that_was_removed_stands_under_its_tab(window, clock):
    change(window, SetField("appendices", (Appendix("p1", ("Số liệu",)),)))
    clock.now += timedelta(hours=1)
    change(window, SetField("appendices", ()))
    dialog = ask(window)
    assert "Phụ lục (1 chỗ khác)" in entries(dialog.parts)


def test_two_versions_are_compared_the_older_one_first(window, clock):
    change(window, typed("Một bốn ba"))
    window.store.keep_version(window.desk.report_id, window.report, "trình lần 1")
    change(window, typed("Một năm ba"))
    dialog = ask(window)
    assert dialog.list.item(0).text().endswith("trình lần 1")
    for row, other in ((0, "Hôm qua"), (1, "Hôm nay")):
        dialog.list.setCurrentRow(row)
        choose(dialog, dialog.against, other)
        window.qtbot.waitUntil(lambda: "Một hai bốn ba" in " ".join(shown(dialog).replace("\u2009", " ").split()))
        assert not dialog.act.isEnabled()


def test_a_version_against_itself_is_the_same(window):
    change(window, typed("Một bốn ba"))
    dialog = ask(window)
    choose(dialog, dialog.against, "Hôm qua")
    window.qtbot.waitUntil(lambda: shown(dialog) == SAME)


def test_the_draft_gets_a_name(window):
    change(window, typed("Một bốn ba"))
    dialog = ask(window)
    dialog.keep.click()
    assert dialog.name.hasFocus()
    window.type("bản gửi anh Đông")
    window.key(Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert dialog.list.item(0).text().endswith("bản gửi anh Đông")
    assert dialog.isVisible()


def test_a_signed_report_is_compared_but_not_put_back(window):
    change(window, typed("Một bốn ba"), SetField("state", State.SIGNED))
    dialog = ask(window)
    assert "bốn" in shown(dialog)
    assert not dialog.act.isEnabled()
    assert "Mở lại để sửa" in dialog.act.toolTip()


def test_enter_in_the_list_puts_nothing_back(window):
    change(window, typed("Một bốn ba"))
    dialog = ask(window)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert window.report == report("Một bốn ba")


def test_without_a_version_of_now_nothing_is_put_back_and_it_is_said(window, monkeypatch):
    change(window, typed("Một bốn ba"))
    dialog = ask(window)

    def full(*_):
        raise DatabaseDiskFull(window.papers)

    monkeypatch.setattr(type(window.store), "keep_version", full)
    dialog.act.click()
    window.qtbot.waitUntil(dialog.trouble.isVisible)
    assert "đã đầy" in dialog.trouble.text()
    assert window.report == report("Một bốn ba")


def test_what_is_given_up_while_it_is_prepared_is_not_done(window):
    change(window, typed("Một bốn ba"))
    dialog = ask(window)
    dialog.act.click()
    dialog.reject()
    window.background.run(lambda: None, lambda _: window.window.setProperty("done", True), lambda _: None)
    window.qtbot.waitUntil(lambda: window.window.property("done"))
    assert window.report == report("Một bốn ba")


def test_only_the_lines_around_a_change_are_shown(window, clock):
    lines = tuple(paragraph(f"Đoạn {number}") for number in range(9))
    change(window, AddSection(Section("s9", "3.", "Dài", lines), None, 2))
    clock.now += timedelta(hours=1)
    bold = (Paragraph((Run("Đoạn 0", bold=True),)), *lines[1:8], paragraph("Đoạn chín"))
    change(window, RemoveSection("s9"), AddSection(Section("s9", "3.", "Dài", bold), None, 2))
    dialog = ask(window)
    choose(dialog, dialog.parts, "3. Dài")
    said = shown(dialog).splitlines()
    assert said[0] == "3. Dài"
    assert "Đoạn 0 (chỉ khác cách trình bày)" in said
    assert "… 5 đoạn không đổi …" in said


def test_a_table_that_is_new_is_told_with_its_section(window):
    table = Table((50.0,), ((Cell((paragraph("Pano < 5"),)),),))
    change(window, AddSection(Section("s9", "3.", "Bảng", (table,)), None, 0))
    dialog = ask(window)
    choose(dialog, dialog.parts, "3. Bảng")
    assert shown(dialog).splitlines()[0] == "3. Bảng · mới thêm"
    assert "Pano < 5" in shown(dialog)


def test_the_colours_follow_the_palette(window):
    change(window, typed("Một bốn ba"))
    dialog = ask(window)
    before = dialog.view.toHtml()
    dark = dialog.view.palette()
    dark.setColor(dark.ColorRole.Base, "#1c1e22")
    dialog.view.setPalette(dark)
    assert dialog.view.toHtml() != before


def test_undo_goes_on_after_the_list_and_after_a_restart(window, tmp_path, qtbot):
    report_id = window.desk.report_id
    change(window, typed("Một bốn ba"), SetField("subject", ("Mới",)))
    window.do("home")
    window.window.open_report(report_id)
    window.do("undo")
    assert window.report == report("Một bốn ba")
    assert window.saver.flush(20)
    again = OpenDesk(tmp_path, qtbot)
    again.window.open_report(report_id)
    assert again.window.commands["redo"].isEnabled()
    again.do("undo")
    assert again.report == report("Một hai ba")
    again.do("redo")
    again.do("redo")
    assert again.report == replace(report("Một bốn ba"), subject=("Mới",))
    again.close()


def test_the_head_is_the_part_one_writes_in_where_the_caret_stands_there(window):
    change(window, SetField("subject", ("Mới",)))
    window.stand(Place(HEAD))
    dialog = ask(window)
    assert dialog.parts.currentText() == "Mục đang soạn: Thông tin văn bản (1 chỗ khác)"
