from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from bcdesk.errors import DatabaseDiskFull, DatabaseGone, UnreadableReport
from bcdesk.parcel.bundle import unpack
from bcdesk.places import resources
from bcdesk.press.typeface import Typeface
from bcdesk.report.edits import SetField
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.pictureless import without_pictures
from bcdesk.report.report import OPENING, Appendix, Picture, Place
from bcdesk.report.units import sample_office
from bcdesk.session.save_states import Saved
from bcdesk.storage.database import open_store
from bcdesk.ui.clock import local_now
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.dialogs.print_options import PrintDialog, PrintOptions
from bcdesk.ui.printing import NO_PRINTER
from bcdesk.ui.window import LEAVE, Window
from tests.ui.desk import OpenDesk

KIND = next(kind for kind in load_kinds() if kind.id == "tuyen-truyen-cchc")
SAMPLE = resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
REPORT = new_report(KIND, Period(PeriodType.QUARTER, 2026, 1), sample_office(), drafter="Nguyễn Thị Hoa")


class StubbornStore:
    """A real store whose disk can be full, and can be gone."""

    def __init__(self, store) -> None:
        self._store = store
        self.full = self.gone = False

    def __getattr__(self, name):
        return getattr(self._store, name)

    def save(self, report_id, report, trail):
        self._refuse_to_write()
        return self._store.save(report_id, report, trail)

    def create(self, report):
        self._refuse_to_write()
        return self._store.create(report)

    def keep_setting(self, name, value):
        self._refuse_to_write()
        self._store.keep_setting(name, value)

    def setting(self, name):
        self._refuse_to_read()
        return self._store.setting(name)

    def listed(self, most=None):
        self._refuse_to_read()
        return self._store.listed(most)

    def _refuse_to_read(self):
        if self.gone:
            raise DatabaseGone(self._path)

    def _refuse_to_write(self):
        if self.full:
            raise DatabaseDiskFull(self._path)

    @property
    def _path(self):
        from pathlib import Path

        return Path("bcdesk.sqlite")


@pytest.fixture
def window(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    made.window.open_report(made.store.create(REPORT))
    yield made
    made.close()


@pytest.fixture
def stubborn(tmp_path, qtbot):
    store = StubbornStore(open_store(tmp_path))
    made = OpenDesk(tmp_path, qtbot, store=store)
    made.window.open_report(store.create(REPORT))
    store.full = True
    yield made
    store.full = store.gone = False
    made.close()


def write(window: OpenDesk, text: str) -> None:
    window.stand(Place(OPENING, 0, 0))
    window.type(text)


def test_the_title_names_the_report_and_its_period(window):
    assert window.window.windowTitle() == f"{REPORT.title} · quý I năm 2026 · bcdesk"


def test_a_report_left_and_opened_again_at_once_shows_what_was_typed(window):
    report_id = window.desk.report_id
    write(window, "Mới ")
    window.do("home")
    window.window.open_report(report_id)
    assert window.report.opening[0].plain.startswith("Mới ")


def test_the_list_has_only_the_programs_name_as_title(window):
    window.do("home")
    assert window.window.windowTitle() == "bcdesk"


def test_what_is_typed_is_on_the_page_and_counted(window, qtbot):
    write(window, "Xin báo cáo. ")
    with qtbot.waitSignal(window.desk.composed):
        pass
    assert "Xin báo cáo." in window.shown_text()
    assert "chữ" in window.window.status.words
    assert f"{len(window.desk.paper().pages)} trang" in window.window.status.words


def test_a_report_that_cannot_be_read_leaves_the_open_one_on_the_desk(window, tmp_path):
    before = window.desk
    damaged = window.store.create(REPORT)
    with closing(sqlite3.connect(tmp_path / "bcdesk.sqlite")) as disk, disk:
        disk.execute("UPDATE report SET skeleton = '{' WHERE id = ?", (damaged,))
    with pytest.raises(UnreadableReport):
        window.window.open_report(damaged)
    assert window.desk is before


def test_undo_and_redo_are_possible_when_there_is_something(window):
    undo, redo = window.window.commands["undo"], window.window.commands["redo"]
    assert not undo.isEnabled()
    write(window, "a")
    window.do("undo")
    assert (undo.isEnabled(), redo.isEnabled(), window.report) == (False, True, REPORT)
    window.do("redo")
    assert window.report != REPORT


def test_saving_now_puts_the_syllable_being_composed_on_the_disk(window):
    window.stand(Place(OPENING, 0, 0))
    commit = QInputMethodEvent("việt", [])
    QApplication.sendEvent(window.focus(), commit)
    window.do("save")
    assert window.saver.flush(5)


def test_going_to_the_list_keeps_what_was_typed(window):
    write(window, "Xin báo cáo. ")
    report_id = window.desk.report_id
    window.do("home")
    assert window.saver.flush(5)
    assert window.store.load(report_id).report.opening[0].plain.startswith("Xin báo cáo. ")


def test_the_saved_time_is_shown_only_after_the_commit(window, qtbot):
    write(window, "Xin")
    qtbot.waitUntil(lambda: "Đang lưu" in window.window.status.words)
    window.do("save")
    qtbot.waitUntil(lambda: "Đã lưu" in window.window.status.words)
    assert window.store.load(window.desk.report_id).report == window.report


def test_the_typeface_of_the_pages_is_named(window):
    window.desk.paper()
    assert "Liberation Serif" in window.window.status._pages.toolTip()
    assert window.window.bars.typeface.isHidden()


def test_a_typeface_without_vietnamese_letters_is_told_once_and_stays_told(window):
    paper = replace(window.desk.paper(), typeface=Typeface("OpenSymbol", "ơư"))
    window.desk.composed.emit(paper)
    assert window.window.bars.typeface.isVisible()
    assert "OpenSymbol" in window.window.bars.typeface.words
    write(window, "Xin")
    window.do("save")
    window.qtbot.waitUntil(lambda: "Đã lưu" in window.window.status.words)
    assert window.window.bars.typeface.isVisible()
    window.window.bars.typeface.hide()
    window.desk.composed.emit(paper)
    assert window.window.bars.typeface.isHidden()


def test_the_first_window_takes_all_of_a_small_screen(qtbot, tmp_path):
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = Window(memory)
    qtbot.addWidget(first)
    assert first.isMaximized()
    OpenDesk(tmp_path, qtbot).close()
    second = Window(memory)
    qtbot.addWidget(second)
    assert not second.isMaximized()


def test_the_preview_can_be_hidden_and_shown(window):
    window.do("preview")
    assert window.desk.preview.isHidden()
    window.do("preview")
    assert not window.desk.preview.isHidden()


def test_the_pages_can_stand_alone_for_reading(window):
    window.do("reading")
    assert (window.desk.editor.isHidden(), window.desk.preview.isHidden()) == (True, False)
    window.do("reading")
    assert not window.desk.editor.isHidden()


def test_a_click_on_the_page_leads_back_to_writing(window):
    window.do("reading")
    window.desk.preview.clicked.emit(Place(OPENING, 0))
    assert not window.desk.editor.isHidden()


def test_a_word_file_is_written_under_the_proposed_name(window):
    window.do("word")
    assert window.written(".docx").name.startswith("BC-UBND_tuyen-truyen-CCHC")
    window.qtbot.waitUntil(window.window.bars.result.isVisible)
    assert "Đã ghi tệp" in window.window.bars.result.words


def test_a_paper_that_cannot_be_written_says_what_to_do(window, qtbot):
    window.answers.file = window.papers / "gone" / "bao-cao.pdf"
    window.do("pdf")
    qtbot.waitUntil(window.window.bars.trouble.isVisible)
    assert window.window.bars.trouble.words.endswith(".")


def test_the_next_paper_is_proposed_where_the_last_one_went(window, tmp_path, qtbot):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    window.answers.file = elsewhere / "bao-cao.docx"
    window.do("word")
    qtbot.waitUntil(window.answers.file.exists)
    window.answers.file = None
    window.do("pdf")
    qtbot.waitUntil(lambda: any(elsewhere.glob("*.pdf")))


def test_without_a_printer_a_pdf_is_offered(window, qtbot):
    window.do("print")
    assert window.window.bars.trouble.words == NO_PRINTER
    window.window.bars.trouble.press("Xuất PDF")
    assert window.written(".pdf").read_bytes().startswith(b"%PDF")


def test_a_failure_to_save_is_a_bar_that_goes_when_it_is_over(stubborn, qtbot):
    write(stubborn, "Xin")
    stubborn.do("save")
    qtbot.waitUntil(stubborn.window.bars.unsaved.isVisible)
    assert "đã đầy" in stubborn.window.bars.unsaved.words
    stubborn.store.full = False
    stubborn.window.bars.unsaved.press("Thử lại")
    qtbot.waitUntil(stubborn.window.bars.unsaved.isHidden)


@pytest.mark.parametrize("gone", [False, True])
def test_a_report_that_cannot_be_saved_can_be_put_elsewhere(stubborn, qtbot, gone):
    write(stubborn, "Xin báo cáo. ")
    stubborn.do("save")
    stubborn.store.gone = gone
    qtbot.waitUntil(stubborn.window.bars.unsaved.isVisible)
    stubborn.window.bars.unsaved.press("Lưu chỗ khác…")
    assert unpack(stubborn.written(".bcdesk").read_bytes()) == stubborn.report


def test_pictures_too_heavy_for_a_file_of_its_own_stay_behind_and_the_text_gets_out(stubborn, qtbot, monkeypatch):
    monkeypatch.setattr("bcdesk.parcel.bundle.LARGEST", 300_000)
    picture = Picture(random.Random(1).randbytes(400_000), "image/png", 100, "Lễ phát động")
    stubborn.window.desk.session.change(SetField("appendices", (Appendix("p1", ("Ảnh",), (picture,)),)))
    write(stubborn, "Xin báo cáo. ")
    stubborn.do("save")
    qtbot.waitUntil(stubborn.window.bars.unsaved.isVisible)
    stubborn.window.bars.unsaved.press("Lưu chỗ khác…")
    saved = unpack(stubborn.written(".bcdesk").read_bytes())
    assert saved == without_pictures(stubborn.report)
    qtbot.waitUntil(lambda: "không kèm ảnh" in stubborn.window.bars.result.words)


def test_a_report_that_cannot_be_saved_stays_on_the_desk_while_the_list_cannot_be_read(stubborn, qtbot):
    write(stubborn, "Xin báo cáo. ")
    stubborn.store.gone = True
    stubborn.do("home")
    assert stubborn.window.bars.trouble.isVisible()
    assert "Xin báo cáo." in stubborn.shown_text()
    stubborn.store.gone = False
    stubborn.do("home")
    assert stubborn.window.desk is None


def test_the_bar_of_a_report_that_cannot_be_saved_stays_while_another_one_is_saved(stubborn, qtbot):
    write(stubborn, "Xin")
    stubborn.do("save")
    qtbot.waitUntil(stubborn.window.bars.unsaved.isVisible)
    stubborn.window._on_save_state("another", Saved(local_now()))
    assert stubborn.window.bars.unsaved.isVisible()


def test_the_way_out_of_a_failing_save_stays_whatever_else_is_told(stubborn, qtbot):
    write(stubborn, "Xin")
    qtbot.waitUntil(stubborn.window.bars.unsaved.isVisible)
    stubborn.answers.file = SAMPLE
    stubborn.do("import")
    stubborn.dialog(ImportDialog).choose_file()
    stubborn.dialog(ImportDialog).accept()
    assert stubborn.window.bars.trouble.isVisible()
    stubborn.answers.file = None
    stubborn.window.bars.unsaved.press("Lưu chỗ khác…")
    assert unpack(stubborn.written(".bcdesk").read_bytes()) == stubborn.report


def test_what_went_wrong_is_told_until_it_is_tried_again(window, qtbot):
    window.answers.file = window.papers / "không có" / "a.docx"
    window.do("word")
    qtbot.waitUntil(window.window.bars.trouble.isVisible)
    write(window, "Xin")
    assert window.saver.flush(5)
    QApplication.processEvents()
    assert window.window.bars.trouble.isVisible()
    window.answers.file = None
    window.do("word")
    assert not window.window.bars.trouble.isVisible()


def test_leaving_is_asked_only_while_saving_fails(stubborn):
    write(stubborn, "Xin")
    stubborn.window.close()
    assert stubborn.window.isVisible()
    assert stubborn.answers.asked == [LEAVE]
    stubborn.answers.agrees = True
    stubborn.window.close()
    assert not stubborn.window.isVisible()


def test_leaving_asks_nothing_when_all_is_saved(window):
    write(window, "Xin")
    window.window.close()
    assert (window.answers.asked, window.window.isVisible()) == ([], False)


def test_how_the_room_is_shared_is_remembered(window):
    window.desk._splitter.setSizes([400, 900])
    before = window.desk._splitter.sizes()
    report_id = window.desk.report_id
    window.do("home")
    window.window.open_report(report_id)
    assert window.desk._splitter.sizes() == before


def test_another_period_can_be_chosen(window):
    from bcdesk.ui.dialogs.period import PeriodDialog

    window.desk.editor.period_asked.emit()
    dialog = window.dialog(PeriodDialog)
    assert dialog.period == REPORT.period
    other = Period(PeriodType.FIRST_HALF, 2026)
    dialog.form.show_values({"period": other})
    dialog.accept()
    assert window.report.period == other


def test_a_refusal_of_the_editor_is_said_in_the_window(window):
    window.desk.editor.refused.emit("Báo cáo đã ký nên không sửa được nội dung.")
    assert window.window.bars.trouble.words == "Báo cáo đã ký nên không sửa được nội dung."


def test_the_chosen_pages_are_printed_and_the_sides_remembered(window, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    options = PrintOptions("", copies=2, two_sided=True, first=1, last=1)
    window.window._features.printing.print_paper(window.desk.paper(), options, printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert window.window.bars.result.words.startswith("Đã gửi 1 trang")
    assert window.settings.two_sided


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_refuses_says_what_to_do(window, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    window.window._features.printing.print_paper(window.desk.paper(), PrintOptions(""), printer)
    assert "không nhận lệnh in" in window.window.bars.trouble.words


def test_printing_is_asked_about_where_there_is_a_printer(window, monkeypatch):
    monkeypatch.setattr("bcdesk.painting.printer.printers", lambda: ("HP LaserJet",))
    window.do("print")
    assert window.dialog(PrintDialog).options.last == len(window.desk.paper().pages)


def test_a_window_without_reports_to_work_with_leaves_no_trace(qtbot, tmp_path):
    window = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.close()
    assert list(tmp_path.iterdir()) == []


def test_the_title_ends_with_the_name_of_the_program(qtbot, tmp_path):
    name = "bcdesk bản di động (USB)"
    window = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), name)
    qtbot.addWidget(window)
    assert window.windowTitle() == name


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_window_that_is_put_away_comes_forward(window):
    window.window.showMinimized()
    window.window.come_forward()
    assert not window.window.isMinimized()
    assert window.window.isVisible()
