"""The reports of the units are merged in the real window, from real files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bcdesk.intake.standing import Standing
from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import Place, State
from bcdesk.storage.database import open_store
from bcdesk.ui.merging.asking import WORDS
from bcdesk.ui.merging.changes_page import NOTHING
from bcdesk.ui.merging.dialog import CHANGES, HEADINGS, MERGE, UNITS, MergeDialog
from bcdesk.ui.merging.units_list import UnitsListDialog
from tests.ui.desk import OpenDesk
from tests.ui.merging.units import MAIN, folder_of_units, put, sent, word_of
from tests.ui.merging.units import UNITS as NAMES
from tests.ui.test_window import StubbornStore
from tests.ui.typing import CTRL, SHIFT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TOLD, DONE, WISH = "s2", "s3", "s4"


class Office(OpenDesk):
    """A window with the report the units' ones are merged into."""

    def ask(self) -> MergeDialog:
        """The dialog, as far as it comes by itself."""
        self.activate(self.window)
        self.do("merge")
        dialog = self.dialog(MergeDialog)
        self.ready(dialog)
        return dialog

    def read(self, dialog: MergeDialog, folder) -> MergeDialog:
        self.answers.file = folder
        dialog.units.choose.click()
        self.ready(dialog)
        return dialog

    def ready(self, dialog: MergeDialog) -> None:
        self.qtbot.waitUntil(lambda: not dialog.stop.isVisible())

    def on(self, dialog: MergeDialog) -> None:
        """Take the next step."""
        dialog.act.click()
        self.ready(dialog)

    def merge(self, dialog: MergeDialog) -> None:
        """Go through all steps as proposed."""
        while dialog.act.text() != MERGE:
            self.on(dialog)
        dialog.act.click()
        self.qtbot.waitUntil(lambda: not dialog.isVisible())

    def text(self, part: str) -> str:
        return "\n".join(block.plain for block in blocks_of(self.report, part))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "nop"
    made.mkdir()
    folder_of_units(made)
    return made


@pytest.fixture
def office(tmp_path, qtbot):
    desk = Office(tmp_path / "data", qtbot)
    desk.settings.keep_units(MAIN.kind, NAMES)
    desk.window.open_report(desk.store.create(MAIN))
    yield desk
    desk.close()


def row_of(dialog: MergeDialog, file: str) -> int:
    return next(at for at, line in enumerate(dialog.units.lines) if line.arrival and line.arrival.file == file)


def standing_of(dialog: MergeDialog, file: str) -> Standing:
    return dialog.units.lines[row_of(dialog, file)].standing


def test_who_has_sent_and_who_has_not_is_shown_in_the_order_of_the_list(office, folder):
    dialog = office.read(office.ask(), folder)
    table = dialog.units.table
    rows = [tuple(table.item(row, column).text() for column in range(3)) for row in range(table.rowCount())]
    assert rows[:7] == [
        ("Phòng Kinh tế", "đã gửi", "BC phong KT.docx"),
        ("Phòng Văn hóa - Xã hội", "đã gửi", "VHXH.bcdesk"),
        ("Công an xã", "đã gửi", "cong an (sua).docx"),
        ("Công an xã", "bản cũ", "cong an.docx"),
        ("Trạm Y tế", "khác kỳ: quý IV năm 2023", "tram y te.docx"),
        ("Thôn Bồ Nung", "đã gửi", "Thôn Bồ Nung.txt"),
        ("Thôn Làng Rê", "chưa gửi", ""),
    ]
    assert dialog.units.summary.text() == "Đã có 4/6 đơn vị. Chưa gửi: Trạm Y tế; Thôn Làng Rê."
    dialog.reject()


def test_the_units_that_have_not_sent_are_copied(office, folder):
    dialog = office.read(office.ask(), folder)
    dialog.units.copy.click()
    assert QApplication.clipboard().text() == "Trạm Y tế\nThôn Làng Rê"
    assert dialog.told.text() == "Đã chép danh sách 2 đơn vị chưa gửi."
    dialog.reject()


def test_why_a_file_cannot_be_read_is_said_in_full(office, folder):
    dialog = office.read(office.ask(), folder)
    dialog.units.table.selectRow(row_of(dialog, "quet.docx"))
    assert dialog.told.text().startswith("“quet.docx” là tệp PDF.")
    assert not dialog.units.unit.isEnabled()
    dialog.reject()


def test_what_the_units_wrote_alike_stands_added_up_in_one_step_to_undo(office, folder):
    office.merge(office.read(office.ask(), folder))
    assert office.text(TOLD) == "Đã tổ chức 14 buổi tuyên truyền với 560 lượt người tham dự."
    assert office.text(DONE) == "Tiếp nhận 140 hồ sơ, giải quyết đúng hạn 126 hồ sơ."
    assert "Đề nghị sửa đường vào thôn." in office.text(WISH)
    assert office.desk.session.undo_words == WORDS
    office.window.bars.result.press("Hoàn tác")
    assert office.report == MAIN


def test_folder_and_units_are_there_the_next_time_and_nothing_is_new(office, folder):
    office.merge(office.read(office.ask(), folder))
    dialog = office.ask()
    assert dialog.units.folder.text() == str(folder)
    assert standing_of(dialog, "BC phong KT.docx") is Standing.MERGED
    office.on(dialog)
    assert (dialog.act.text(), dialog.act.isEnabled()) == (MERGE, False)
    assert dialog.changes.view.toPlainText() == NOTHING
    dialog.reject()


def test_one_more_file_is_merged_without_losing_what_the_editor_wrote(office, folder):
    office.merge(office.read(office.ask(), folder))
    office.stand(Place(WISH, 0, 0))
    office.type("Kính mong cấp trên xem xét: ")
    put(folder, "Lang Re.docx", word_of("Thôn Làng Rê", 2))
    office.merge(office.ask())
    assert office.text(TOLD) == "Đã tổ chức 16 buổi tuyên truyền với 640 lượt người tham dự."
    assert office.text(WISH).startswith("Kính mong cấp trên xem xét: ")


def test_new_numbers_go_into_what_the_editor_has_changed_where_he_wants_them(office, folder):
    office.merge(office.read(office.ask(), folder))
    office.stand(Place(TOLD, 0, 0))
    office.type("Toàn xã: ")
    put(folder, "thon Lang Re.docx", word_of("Thôn Làng Rê", 7))
    dialog = office.ask()
    while dialog.act.text() != MERGE:
        office.on(dialog)
    assert dialog.changes.offers.isVisible()
    assert not dialog.changes.offers.isChecked()
    dialog.changes.offers.click()
    dialog.act.click()
    office.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert office.text(TOLD) == "Toàn xã: Đã tổ chức 21 buổi tuyên truyền với 840 lượt người tham dự."


def test_a_file_of_nobody_known_is_given_to_a_unit_and_that_is_remembered(office, folder):
    dialog = office.read(office.ask(), folder)
    assert dialog.units.table.currentRow() == row_of(dialog, "bc gui xa.txt")
    assert "Còn 1 tệp chưa rõ" in dialog.units.remark.text()
    unit = dialog.units.unit
    unit.setCurrentIndex(unit.findData("Thôn Làng Rê"))
    unit.activated.emit(unit.currentIndex())
    assert standing_of(dialog, "bc gui xa.txt") is Standing.SENT
    assert dialog.units.remark.text() == ""
    office.merge(dialog)
    assert office.text(TOLD).startswith("Đã tổ chức 21 buổi")
    dialog = office.ask()
    assert standing_of(dialog, "bc gui xa.txt") is Standing.MERGED
    dialog.reject()


def test_a_file_may_be_of_a_new_unit(office, folder):
    dialog = office.read(office.ask(), folder)
    unit = dialog.units.unit
    assert unit.itemText(unit.count() - 1) == "Đơn vị mới: bc gui xa"
    unit.activated.emit(unit.count() - 1)
    assert dialog.units.collection.units[-1] == "bc gui xa"
    office.merge(dialog)
    assert office.settings.units(MAIN.kind) == (*NAMES, "bc gui xa")


def test_space_ticks_a_report_of_another_period_and_unticks_it(office, folder):
    dialog = office.read(office.ask(), folder)
    dialog.units.table.selectRow(row_of(dialog, "tram y te.docx"))
    dialog.units.table.setFocus()
    office.key(Qt.Key.Key_Space)
    assert standing_of(dialog, "tram y te.docx") is Standing.SENT
    assert dialog.units.table.item(row_of(dialog, "tram y te.docx"), 0).checkState() is Qt.CheckState.Checked
    office.key(Qt.Key.Key_Space)
    assert standing_of(dialog, "tram y te.docx") is Standing.OTHER_PERIOD
    dialog.units.table.item(row_of(dialog, "tram y te.docx"), 0).setCheckState(Qt.CheckState.Checked)
    assert standing_of(dialog, "tram y te.docx") is Standing.SENT
    dialog.reject()


def test_without_a_list_those_that_sent_are_proposed_and_may_be_written_down(office, folder):
    office.settings.keep_units(MAIN.kind, ())
    dialog = office.read(office.ask(), folder)
    assert "Công an xã" in dialog.units.collection.units
    dialog.units.edit.click()
    (asked,) = dialog.findChildren(UnitsListDialog)
    asked.text.setPlainText("Thôn  Bồ Nung\n\nCông an xã\nThôn Bồ Nung")
    asked.accept()
    assert dialog.units.collection.units == office.settings.units(MAIN.kind) == ("Thôn Bồ Nung", "Công an xã")
    assert [line.unit for line in dialog.units.lines if line.taken] == ["Thôn Bồ Nung", "Công an xã"]
    dialog.reject()


def test_a_folder_without_reports_is_said(office, tmp_path):
    (tmp_path / "trong").mkdir()
    dialog = office.read(office.ask(), tmp_path / "trong")
    assert dialog.told.text().startswith("Thư mục này không có báo cáo nào.")
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_a_folder_that_is_gone_is_said(office, tmp_path):
    dialog = office.read(office.ask(), tmp_path / "khong co")
    assert (dialog.told.objectName(), dialog.told.text()[:23]) == ("wrong", "Không mở được thư mục “")
    dialog.reject()


def test_a_clerk_who_chooses_no_folder_stays_where_he_is(office):
    dialog = office.ask()
    office.answers.file = None
    dialog.units.choose.click()
    assert dialog.units.lines == ()
    dialog.reject()


def test_a_heading_like_none_is_asked_about_and_goes_where_the_clerk_says(office, folder):
    strange = sent("Thôn Làng Rê", 2).replace("II. ĐỀ XUẤT, KIẾN NGHỊ", "II. TÌNH HÌNH AN NINH TRẬT TỰ")
    put(folder, "Lang Re.txt", strange.replace("Không có.", "An ninh ổn định.").encode())
    dialog = office.read(office.ask(), folder)
    office.on(dialog)
    page = dialog.headings
    at = next(row for row in range(page.table.rowCount()) if "AN NINH" in page.table.item(row, 0).text())
    assert (dialog.step, page.table.item(at, 3).text()) == (HEADINGS, "cần xem lại")
    page.table.selectRow(at)
    page.target.setCurrentIndex(page.target.findData(TOLD))
    page.target.activated.emit(page.target.currentIndex())
    assert page.table.item(at, 2).text() == "1. Công tác tuyên truyền"
    office.merge(dialog)
    assert "An ninh ổn định." in office.text(TOLD)


def test_one_may_go_back_step_by_step(office, folder):
    dialog = office.read(office.ask(), folder)
    assert not dialog.back.isVisible()
    office.on(dialog)
    assert dialog.step == CHANGES
    dialog.back.click()
    assert dialog.step == UNITS
    dialog.reject()


def test_one_may_stop_while_files_are_read(office, folder):
    dialog = office.ask()
    office.answers.file = folder
    dialog.units.choose.click()
    dialog.stop.click()
    assert dialog.told.text() == ""
    office.background.run(lambda: None, lambda _: dialog.setObjectName("all done"), print)
    office.qtbot.waitUntil(lambda: dialog.objectName() == "all done")
    assert dialog.units.lines == ()
    office.read(dialog, folder)
    assert dialog.units.lines
    dialog.reject()


def test_a_dialog_left_while_files_are_read_is_gone_for_good(office, folder):
    dialog = office.ask()
    office.answers.file = folder
    dialog.units.choose.click()
    dialog.reject()
    seen = []
    office.background.run(lambda: None, seen.append, print)
    office.qtbot.waitUntil(lambda: bool(seen))
    assert office.report == MAIN


def test_a_signed_report_takes_nothing_more(office):
    office.window.open_report(office.store.create(replace(MAIN, state=State.SIGNED)))
    assert not office.window.commands["merge"].isEnabled()


def test_it_has_a_key(office):
    office.activate(office.window)
    office.key(Qt.Key.Key_J, CTRL | SHIFT)
    office.dialog(MergeDialog).reject()


def to_the_changes(office, dialog: MergeDialog) -> str:
    """What is said of the merge before it is done."""
    while dialog.step != CHANGES:
        office.on(dialog)
    return dialog.changes.remarks.toPlainText()


def test_what_cannot_be_added_up_is_said_before(office, folder):
    for at, (file, unit) in enumerate({"VHXH.bcdesk": NAMES[1], "Lang Re.txt": NAMES[5]}.items()):
        put(folder, file, word_of(unit, 4, wish=f"Tỷ lệ hồ sơ trực tuyến đạt {85 + 10 * at}%."), "2024-03-16T08:00")
    dialog = office.read(office.ask(), folder)
    said = to_the_changes(office, dialog)
    assert said.startswith("Cần xem lại (2)\nII. ĐỀ XUẤT, KIẾN NGHỊ\nTỷ lệ hồ sơ trực tuyến đạt 85%.\n")
    dialog.act.click()
    assert "Còn 2 chỗ cần xem lại" in office.window.bars.result.words


def test_what_the_editor_has_deleted_is_not_put_back_but_said(office, folder):
    office.merge(office.read(office.ask(), folder))
    office.desk.editor.pen.act(ReplaceBlocks(TOLD, 0, 1, ()))
    put(folder, "BC phong KT.docx", word_of(NAMES[0], 9), "2024-03-16T08:00")
    dialog = office.ask()
    said = to_the_changes(office, dialog)
    assert "Phần đã xóa, không đưa lại (1)\n1. Công tác tuyên truyền\n" in said
    assert "nay viết: Đã tổ chức 20 buổi" in said
    dialog.act.click()
    assert office.text(TOLD) == ""


def test_a_full_disk_stops_the_answers_from_being_kept_but_not_the_merge(tmp_path, qtbot, folder):
    store = StubbornStore(open_store(tmp_path / "data"))
    office = Office(tmp_path / "data", qtbot, store=store)
    office.settings.keep_units(MAIN.kind, NAMES)
    office.window.open_report(office.store.create(MAIN))
    dialog = office.read(office.ask(), folder)
    to_the_changes(office, dialog)
    store.full = True
    dialog.act.click()
    assert office.text(TOLD).startswith("Đã tổ chức 14 buổi")
    assert "đã đầy" in office.window.bars.trouble.words
    store.full = False
    office.close()
