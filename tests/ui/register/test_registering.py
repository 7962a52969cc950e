"""The outgoing register in the real window: it numbers issued reports, and is shown, corrected, printed, exported."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from bcdesk.report.register import COLUMNS, Book, Line, Series, Standing
from bcdesk.report.report import State
from bcdesk.report.states import ISSUE, MARK_SENT, SIGN, SUBMIT, UNMARK_SENT
from bcdesk.session.settings import RegisterChoice
from bcdesk.ui.clock import local_now
from bcdesk.ui.dialogs.issue import OUT_OF_TURN, IssueDialog
from bcdesk.ui.register.line import NO_WHY, OTHER_YEAR, LineDialog
from bcdesk.ui.register.setup import SetupDialog
from bcdesk.ui.register.view import EMPTY, RegisterDialog
from bcdesk.vietnamese.dates import short_date
from tests.ui.desk import OpenDesk
from tests.ui.test_window import REPORT
from tests.ui.typing import CTRL, SHIFT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TODAY = local_now().date()
BOOK = Book(TODAY.year, "UBND", Series.GENERAL)


class Records(OpenDesk):
    """The machine of văn thư, with one signed report on the desk."""

    @property
    def register(self):
        return self.store.register

    def keep(self, series: Series = Series.GENERAL) -> None:
        self.settings.keep_register(RegisterChoice(on=True, series=series))
        self.settings.keep_drafter("Lan")

    def sign(self) -> None:
        for step in (SUBMIT, SIGN):
            self.desk.editor.pen.act(step)

    def ask_number(self) -> IssueDialog:
        self.take(ISSUE)
        return self.dialog(IssueDialog)

    def take(self, step) -> None:
        self.window._features.stepping.take(self.desk, step)

    def open(self, kind=RegisterDialog):
        self.activate(self.window)
        self.key(Qt.Key.Key_R, CTRL | SHIFT)
        return self.dialog(kind)

    def lines(self, book: Book = BOOK) -> list[Line]:
        return [entry.line for entry in self.register.entries(book)]

    def fill(self, dialog: LineDialog, **values: object) -> None:
        for form in dialog.forms:
            form.show_values(values)
        dialog._judge()


@pytest.fixture
def records(tmp_path, qtbot):
    desk = Records(tmp_path, qtbot)
    desk.window.open_report(desk.store.create(REPORT))
    desk.sign()
    yield desk
    desk.close()


@pytest.fixture
def kept(records):
    records.keep()
    return records


def test_the_register_is_off_until_this_is_the_machine_of_the_records_clerk(records):
    assert records.ask_number().number == ""
    records.key(Qt.Key.Key_Escape)
    dialog = records.open(SetupDialog)
    assert not dialog.choice.on
    dialog.reject()


def test_turned_on_it_goes_on_where_the_paper_book_has_come_to(records):
    dialog = records.open(SetupDialog)
    dialog.form.show_values({"on": True, "series": Series.GENERAL, "last": "37"})
    dialog.act.click()
    view = records.dialog(RegisterDialog)
    assert view.table.rowCount() == 1
    view.reject()
    assert records.ask_number().number == "38"
    records.key(Qt.Key.Key_Escape)


def button(records):
    return records.window.home.corner.register


def test_the_list_of_reports_has_a_way_to_the_register_where_it_is_kept(kept):
    kept.window.show_home()
    button(kept).click()
    assert EMPTY in kept.dialog(RegisterDialog).told.text()


def test_the_list_of_reports_has_none_where_it_is_not_kept(records):
    records.window.show_home()
    assert not button(records).isVisible()


def test_turned_on_at_the_list_the_way_to_it_stands_there_at_once(records):
    records.window.show_home()
    dialog = records.open(SetupDialog)
    dialog.form.show_values({"on": True})
    dialog.act.click()
    records.dialog(RegisterDialog).reject()
    assert button(records).isVisible()


def test_an_issued_report_gets_the_next_number_and_its_line(kept):
    kept.register.give(Line(BOOK, subject="Trước"), "Lan")
    dialog = kept.ask_number()
    assert dialog.number == "02"
    dialog.act.click()
    assert (kept.report.state, kept.report.number) == (State.ISSUED, "02")
    line = kept.lines()[-1]
    assert (line.number, line.dated, line.report_id) == (2, TODAY, kept.desk.report_id)
    assert kept.register.trace(BOOK, 2)[0].who == "Lan"


def test_reports_may_have_a_series_of_their_own(records):
    records.keep(Series.REPORTS)
    records.ask_number().act.click()
    assert [line.number for line in records.lines(Book(TODAY.year, "UBND", Series.REPORTS))] == [1]


def test_a_number_out_of_turn_needs_its_reason_which_is_kept(kept):
    dialog = kept.ask_number()
    dialog.form.show_values({"number": "5"})
    dialog._judge()
    assert (dialog.act.isEnabled(), dialog.remark.text()) == (False, OUT_OF_TURN.format(number="01"))
    dialog.reason.show_values({"why": "sổ giấy đã đến số 4"})
    dialog._judge()
    dialog.act.click()
    assert kept.report.number == "05"
    assert kept.register.trace(BOOK, 5)[0].why == "sổ giấy đã đến số 4"


def test_a_number_another_got_meanwhile_is_refused_and_the_report_stays_signed(kept):
    dialog = kept.ask_number()
    kept.register.give(Line(BOOK, subject="Công văn"), "Minh")
    dialog.act.click()
    assert kept.report.state is State.SIGNED
    assert "Số 01 đã cấp cho “Công văn”" in kept.window.bars.trouble.words
    assert kept.ask_number().number == "02"
    kept.key(Qt.Key.Key_Escape)


def test_a_report_that_got_its_number_but_was_not_issued_is_offered_it_again(kept):
    kept.register.give(Line(BOOK, report_id=kept.desk.report_id), "Lan")
    kept.register.give(Line(BOOK), "Lan")
    assert kept.ask_number().number == "01"
    kept.dialog(IssueDialog).act.click()
    assert kept.report.number == "01"
    assert len(kept.lines()) == 2


def test_the_number_offered_is_that_of_the_year_of_the_day(kept):
    kept.register.give(Line(BOOK), "Lan")
    dialog = kept.ask_number()
    last_year = TODAY.replace(month=1, day=1) - timedelta(days=1)
    dialog.form.show_values({"day": short_date(last_year)})
    dialog._judge()
    assert dialog.number == "01"
    dialog.reject()


def test_a_report_marked_as_sent_has_the_day_in_its_line_and_loses_it_again(kept, qtbot):
    kept.ask_number().act.click()
    kept.take(MARK_SENT)
    qtbot.waitUntil(lambda: kept.lines()[0].sent == TODAY)
    kept.take(UNMARK_SENT)
    qtbot.waitUntil(lambda: kept.lines()[0].sent is None)


def test_another_document_is_written_in_and_the_gap_before_it_told(kept):
    kept.register.give(Line(BOOK), "Lan")
    view = kept.open()
    view.add.click()
    dialog = kept.dialog(LineDialog)
    kept.fill(dialog, number="4", symbol="CV-UBND", subject="Mời họp")
    assert (dialog.act.isEnabled(), dialog.remark.text()) == (False, NO_WHY)
    kept.fill(dialog, why="ghi trong sổ giấy")
    dialog.act.click()
    assert kept.lines()[-1].standing is Standing.OUTSIDE
    assert "Số bỏ trống: 02, 03." in view.told.text()
    assert view.entry.line.number == 4
    view.reject()


def test_another_document_gets_the_next_number_like_any_report(kept):
    view = kept.open()
    view.add.click()
    dialog = kept.dialog(LineDialog)
    kept.fill(dialog, symbol="CV-UBND", subject="Mời họp", dated="5/4/2024")
    dialog.act.click()
    (line,) = kept.lines()
    assert (line.reference, line.standing, line.dated) == ("01/CV-UBND", Standing.GIVEN, date(2024, 4, 5))
    view.reject()


def test_a_document_of_another_year_than_the_book_is_told_and_may_be_meant(kept):
    view = kept.open()
    view.add.click()
    dialog = kept.dialog(LineDialog)
    kept.fill(dialog, dated="5/4/2024")
    assert (dialog.act.isEnabled(), dialog.remark.text()) == (True, OTHER_YEAR.format(year=2024, book=TODAY.year))
    kept.fill(dialog, dated=short_date(TODAY))
    assert dialog.remark.text() == ""
    dialog.reject()
    view.reject()


@pytest.mark.parametrize("wrong", [{"dated": "31/2/2024"}, {"number": "12a", "why": "a"}])
def test_a_line_with_what_is_no_day_or_no_number_is_not_written(kept, wrong):
    view = kept.open()
    view.add.click()
    dialog = kept.dialog(LineDialog)
    kept.fill(dialog, **wrong)
    assert not dialog.act.isEnabled()
    assert dialog.remark.text()
    dialog.reject()
    view.reject()


def test_a_number_is_kept_free(kept):
    view = kept.open()
    view.reserve.click()
    kept.dialog(LineDialog).act.click()
    assert [line.standing for line in kept.lines()] == [Standing.RESERVED]
    view.reject()


def test_a_correction_needs_its_reason_and_is_told_with_the_old_value(kept):
    kept.register.give(Line(BOOK, signer="A"), "Lan")
    view = kept.open()
    view.correct.click()
    dialog = kept.dialog(LineDialog)
    assert not dialog.act.isEnabled()
    kept.fill(dialog, signer="Trần Văn B", why="ghi nhầm")
    dialog.act.click()
    assert "Lan: Người ký: “A” → “Trần Văn B” (lý do: ghi nhầm)" in view.trace.item(0).text()
    assert view.trace.count() == 2
    view.reject()


def test_a_correction_somebody_else_was_faster_with_is_told(kept):
    first = kept.register.give(Line(BOOK), "Lan")
    view = kept.open()
    view.correct.click()
    dialog = kept.dialog(LineDialog)
    kept.register.correct(first, Line(BOOK, 1, note="khác"), "Minh", "")
    kept.fill(dialog, note="của tôi", why="ghi thiếu")
    dialog.act.click()
    assert view.told.objectName() == "wrong"
    assert kept.lines()[0].note == "khác"
    view.reject()


def test_the_books_of_other_years_are_chosen_above(kept):
    last = Book(TODAY.year - 1, "UBND", Series.GENERAL)
    kept.register.give(Line(last, subject="Năm trước"), "Lan")
    view = kept.open()
    assert view.table.rowCount() == 0
    view.books.setCurrentIndex(1)
    view.books.activated.emit(1)
    assert view.table.item(0, 2).text() == "Năm trước"
    view.reject()


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".csv"])
def test_the_register_goes_into_files(kept, ending):
    kept.register.give(Line(BOOK, symbol="BC-UBND", subject="=1+1; “Lễ, hội”"), "Lan")
    view = kept.open()
    view.export_asked.emit(ending)
    path = kept.written(ending)
    assert path.name == f"so-van-ban-di_{TODAY.year}_so-chung{ending}"
    if ending == ".csv":
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            heads, row = csv.reader(file)
        assert heads == list(COLUMNS)
        assert row[:3] == ["01/BC-UBND", "", "'=1+1; “Lễ, hội”"]
    view.reject()


def test_without_a_printer_the_register_goes_into_a_pdf(kept, monkeypatch):
    monkeypatch.setattr("bcdesk.painting.printer.printers", lambda: ())
    view = kept.open()
    view.act.click()
    kept.window.bars.trouble.press("Xuất PDF")
    assert kept.written(".pdf").read_bytes().startswith(b"%PDF")
    view.reject()


def test_turned_off_again_numbers_come_by_hand(kept):
    view = kept.open()
    view.setup.click()
    dialog = kept.dialog(SetupDialog)
    dialog.form.show_values({"on": False})
    dialog.act.click()
    assert not kept.settings.register.on
    assert kept.ask_number().number == ""
    kept.key(Qt.Key.Key_Escape)
