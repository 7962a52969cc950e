"""A report goes its way from draft to sent in the real window, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from bcdesk.errors import FrozenReport, IssuedReport, NotAsSigned
from bcdesk.report.fingerprint import is_as_signed
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import OPENING, DocumentDate, Place, State, paragraph
from bcdesk.report.rollover import plan, rolled
from bcdesk.report.signed_copy import PDF, SignedCopy
from bcdesk.report.states import SIGN, SUBMIT, issued
from bcdesk.ui.clock import local_now
from bcdesk.ui.dialogs.issue import IssueDialog
from bcdesk.ui.states.attaching import LEFT, STEP_BY_STEP
from bcdesk.ui.states.stepping import CORRECTED_BY, STILL_DRAFT
from bcdesk.ui.states.strip import StateStrip, copy_words
from tests.ui.desk import OpenDesk
from tests.ui.test_window import REPORT
from tests.ui.typing import CTRL, SHIFT, commit, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SCAN = b"%PDF-1.4\nscan\n%%EOF\n"
TODAY = local_now().date()
WRITTEN = replace(REPORT, opening=(paragraph("Thực hiện Công văn số 5, xã báo cáo như sau:"),))


class Way(OpenDesk):
    """A window with one report, stepped through its states."""

    @property
    def strip(self) -> StateStrip:
        return self.desk.preview.findChild(StateStrip)

    @property
    def trouble(self):
        return self.window.bars.trouble

    @property
    def result(self):
        return self.window.bars.result

    @property
    def events(self) -> list[str]:
        """The named versions, the oldest first."""
        return [each.event for each in reversed(self.store.versions(self.desk.report_id)) if each.event]

    def offered(self) -> list[str]:
        """What the menu of steps offers, opened and closed by keyboard."""
        self.key(Qt.Key.Key_T, CTRL | SHIFT)
        words = [action.text() for action in self.strip.menu.actions()]
        QTest.keyClick(self.strip.menu, Qt.Key.Key_Escape)
        return words

    def step(self, words: str) -> None:
        """Take a step from the menu, by keyboard."""
        self.activate(self.window)
        self.key(Qt.Key.Key_T, CTRL | SHIFT)
        menu = self.strip.menu
        for _ in range([action.text() for action in menu.actions()].index(words)):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    def sign(self) -> None:
        self.step("Trình ký")
        self.step("Đã ký")

    def issue(self, number: str = "7", day: str = "") -> None:
        """Type number and day into the form, Enter."""
        self.step("Ghi số, ngày ban hành…")
        dialog = self.dialog(IssueDialog)
        self.type(number)
        if day:
            self.key(Qt.Key.Key_Tab)
            self.key(Qt.Key.Key_A, CTRL)
            self.type(day)
        self.key(Qt.Key.Key_Return)
        assert not dialog.isVisible()
        self.activate(self.window)

    def attach(self, data: bytes = SCAN, name: str = "bản ký.pdf") -> None:
        self.answers.file = self.papers / name
        self.answers.file.write_bytes(data)
        self.step("Gắn bản đã ký (PDF/scan)…")

    def wait_for_events(self, *events: str) -> None:
        self.qtbot.waitUntil(lambda: self.events == list(events))


@pytest.fixture
def way(tmp_path, qtbot):
    made = Way(tmp_path, qtbot)
    made.window.open_report(made.store.create(WRITTEN))
    made.activate(made.window)
    yield made
    made.close()


@pytest.fixture
def opened(tmp_path, qtbot):
    """A window that opens a given report."""
    made = Way(tmp_path, qtbot)

    def open_report(report):
        made.window.open_report(made.store.create(report))
        made.activate(made.window)
        return made

    yield open_report
    made.close()


def test_a_report_goes_its_whole_way_by_keyboard(way):
    way.sign()
    way.issue("7", "5/4/2026")
    way.step("Đánh dấu đã gửi")
    assert (way.report.state, way.report.number, way.report.date) == (State.SENT, "07", DocumentDate(5, 4, 2026))
    way.wait_for_events("trình lần 1", "đã ký", "đã phát hành", "đã gửi")


def test_number_and_day_are_printed_when_they_are_given(way):
    way.sign()
    way.issue("7", "5/4/2026")
    assert "Số: 07/BC-UBND" in way.shown_text()
    assert "ngày 05 tháng 4 năm 2026" in way.shown_text()


def test_today_is_the_day_unless_another_is_typed(way):
    way.sign()
    way.issue("7")
    assert way.report.date == DocumentDate(TODAY.day, TODAY.month, TODAY.year)


def test_a_report_sent_back_is_submitted_again_and_counted(way):
    way.step("Trình ký")
    way.step("Lãnh đạo trả lại để sửa")
    way.step("Trình ký")
    way.wait_for_events("trình lần 1", "lãnh đạo trả lại", "trình lần 2")


@pytest.mark.parametrize(
    ("steps", "offered"),
    [
        ((), ["Trình ký"]),
        (("Trình ký",), ["Đã ký", "Lãnh đạo trả lại để sửa"]),
        (("Trình ký", "Đã ký"), ["Ghi số, ngày ban hành…", "Mở lại để sửa", "Gắn bản đã ký (PDF/scan)…"]),
    ],
)
def test_in_each_state_the_steps_that_are_possible_are_offered(way, steps, offered):
    for words in steps:
        way.step(words)
    assert way.offered() == offered


def test_the_strip_marks_the_state_and_has_the_next_step_as_its_button(way):
    way.step("Trình ký")
    assert way.strip.line.words(2000).startswith("đang soạn → ● trình ký")
    assert way.strip.next.text() == "Đã ký"


def test_the_button_takes_the_next_step_by_keyboard(way):
    way.strip.next.setFocus()
    way.key(Qt.Key.Key_Return)
    assert way.report.state is State.SUBMITTED


def test_the_steps_are_within_reach_where_the_pages_are_hidden(way):
    way.do("preview")
    way.step("Trình ký")
    assert way.report.state is State.SUBMITTED


def test_a_syllable_being_typed_is_in_the_text_that_is_signed(way):
    way.step("Trình ký")
    way.stand(Place(OPENING, 0, 0))
    commit(way.focus(), "Kính ")
    way.step("Đã ký")
    assert way.report.opening[0].plain.startswith("Kính ")
    assert is_as_signed(way.report)


def test_a_step_can_be_taken_back_in_the_line_that_tells_of_it(way):
    way.step("Trình ký")
    way.result.press("Hoàn tác")
    assert way.report.state is State.DRAFTING


def test_that_button_takes_back_nothing_that_was_done_since(way):
    way.step("Trình ký")
    way.stand(Place(OPENING, 0, 0))
    way.type("Mới ")
    way.result.press("Hoàn tác")
    assert (way.report.state, way.report.opening[0].plain[:4]) == (State.SUBMITTED, "Mới ")
    assert way.result.words == STEP_BY_STEP


def test_that_button_does_nothing_to_a_report_that_was_left(way):
    way.step("Trình ký")
    report_id = way.desk.report_id
    way.do("home")
    way.result.press("Hoàn tác")
    assert way.saver.load(report_id).report.state is State.SUBMITTED
    assert way.result.words == STEP_BY_STEP


def test_the_signature_is_taken_back_like_any_step(way):
    way.sign()
    way.key(Qt.Key.Key_Z, CTRL)
    assert way.report.state is State.SUBMITTED


def test_a_step_taken_back_and_again_is_said_in_the_history(way):
    way.sign()
    way.key(Qt.Key.Key_Z, CTRL)
    way.key(Qt.Key.Key_Y, CTRL)
    way.wait_for_events("trình lần 1", "đã ký", "hoàn tác về trình ký", "làm lại đến đã ký, chờ số")


def test_a_submission_taken_back_is_not_counted(way):
    way.step("Trình ký")
    way.result.press("Hoàn tác")
    way.step("Trình ký")
    way.wait_for_events("trình lần 1", "hoàn tác về đang soạn", "trình lần 1")


def test_why_nothing_could_be_typed_is_gone_when_the_text_is_open_again(way):
    way.sign()
    way.stand(Place(OPENING, 0, 0))
    way.type("a")
    way.key(Qt.Key.Key_Z, CTRL)
    assert not way.trouble.isVisible()


def test_what_is_issued_cannot_be_taken_back(way):
    way.sign()
    way.issue()
    assert not way.window.commands["undo"].isEnabled()


def test_a_signed_text_says_why_it_takes_no_letter_and_offers_the_way_out(way):
    way.sign()
    way.stand(Place(OPENING, 0, 0))
    way.type("a")
    assert way.trouble.words == str(FrozenReport())
    way.trouble.press("Mở lại để sửa")
    way.stand(Place(OPENING, 0, 0))
    way.type("a")
    assert (way.report.state, way.report.opening[0].plain[:2]) == (State.DRAFTING, "aT")


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_signed_text_says_why_nothing_is_deleted(way, key):
    way.sign()
    way.stand(Place(OPENING, 0, 3))
    press(way.focus(), key)
    assert way.trouble.words == str(FrozenReport())


def test_nothing_is_pasted_or_composed_into_a_signed_text(way):
    way.sign()
    before = way.report
    way.stand(Place(OPENING, 0, 0))
    way.paste("dán")
    commit(way.focus(), "gõ")
    assert way.report is before
    assert way.focus().texts == before.opening


def test_a_signed_text_is_walked_through_and_copied_by_keyboard(way):
    way.sign()
    way.stand(Place(OPENING, 0, 0))
    for key in (Qt.Key.Key_End,):
        way.key(key, SHIFT)
    way.key(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == WRITTEN.opening[0].plain


def test_number_and_day_of_a_signed_report_can_still_be_typed_into_the_head(way):
    way.sign()
    way.stand(Place("number"))
    way.type("9")
    assert way.report.number == "9"


def test_they_are_what_the_form_proposes(way):
    way.sign()
    way.stand(Place("number"))
    way.type("9")
    way.step("Ghi số, ngày ban hành…")
    assert way.dialog(IssueDialog).number == "09"
    way.key(Qt.Key.Key_Escape)


def test_giving_up_the_form_issues_nothing(way):
    way.sign()
    way.step("Ghi số, ngày ban hành…")
    way.dialog(IssueDialog)
    way.key(Qt.Key.Key_Escape)
    assert way.report.state is State.SIGNED


def test_a_draft_mark_stands_in_the_way_of_the_signature_until_it_is_dropped(opened):
    way = opened(replace(WRITTEN, draft_mark="DỰ THẢO (lần 2)"))
    way.sign()
    assert way.report.state is State.SUBMITTED
    assert way.trouble.words == STILL_DRAFT.format(mark="DỰ THẢO (lần 2)")
    way.trouble.press("Bỏ dòng dự thảo")
    way.step("Đã ký")
    assert (way.report.state, way.report.draft_mark) == (State.SIGNED, "")


def test_an_issued_report_with_a_wrong_content_is_replaced_by_another(way):
    way.sign()
    way.issue("12", "5/4/2026")
    issued_id = way.desk.report_id
    way.step("Lập báo cáo thay thế")
    assert (way.report.state, way.report.number) == (State.DRAFTING, "")
    assert way.report.opening[0].plain.startswith("Báo cáo này thay thế Báo cáo số 12/BC-UBND ngày 05 tháng 4 năm 2026")
    assert way.desk.report_id != issued_id


def test_the_issued_report_itself_stays_as_it_is(way):
    way.sign()
    way.issue()
    before, issued_id = way.report, way.desk.report_id
    way.step("Lập báo cáo thay thế")
    assert way.saver.load(issued_id).report == before


def test_typing_into_an_issued_report_offers_its_replacement(way):
    way.sign()
    way.issue()
    way.stand(Place("number"))
    way.type("9")
    assert way.trouble.words == str(IssuedReport())
    way.trouble.press("Lập báo cáo thay thế")
    assert way.report.replaces


def test_how_a_wrong_form_is_put_right_is_told(way):
    way.sign()
    way.issue()
    way.step("Sai thể thức thì làm gì?")
    assert way.result.words == CORRECTED_BY


def test_a_text_that_is_not_as_signed_is_told_loudly(opened):
    signed = SIGN.apply(SUBMIT.apply(WRITTEN))
    way = opened(replace(signed, closing=(paragraph("Thêm."),)))
    assert way.trouble.words == str(NotAsSigned())
    assert way.strip.warning.isVisible()


def test_it_is_told_again_when_it_goes_out(opened, qtbot):
    way = opened(replace(SIGN.apply(SUBMIT.apply(WRITTEN)), closing=(paragraph("Thêm."),)))
    way.trouble.hide()
    way.do("pdf")
    way.written(".pdf")
    qtbot.waitUntil(way.trouble.isVisible)
    assert way.trouble.words == str(NotAsSigned())


def test_a_text_that_is_as_signed_makes_no_noise(opened):
    way = opened(SIGN.apply(SUBMIT.apply(WRITTEN)))
    assert not way.trouble.isVisible()
    assert way.strip.warning.isHidden()


def test_a_signed_copy_is_attached_and_shown_by_name_and_size(way, qtbot):
    way.sign()
    way.attach()
    qtbot.waitUntil(way.strip.copy.isVisible)
    assert way.strip.copy.text() == "Bản đã ký: bản ký.pdf (1 KB)"


def test_a_signed_copy_can_be_attached_after_the_report_was_sent(way, qtbot):
    way.sign()
    way.issue()
    way.step("Đánh dấu đã gửi")
    way.attach()
    qtbot.waitUntil(lambda: way.report.signed_copy is not None)
    assert is_as_signed(way.report)


def test_attaching_can_be_undone_and_done_again(way, qtbot):
    way.sign()
    way.attach()
    qtbot.waitUntil(lambda: way.report.signed_copy is not None)
    copy = way.report.signed_copy
    way.result.press("Hoàn tác")
    assert way.report.signed_copy is None
    way.activate(way.window)
    way.key(Qt.Key.Key_Y, CTRL)
    assert way.report.signed_copy == copy


def test_a_signed_copy_taken_off_can_be_brought_back_with_its_file(way, qtbot):
    way.sign()
    way.attach()
    qtbot.waitUntil(lambda: way.report.signed_copy is not None)
    copy = way.report.signed_copy
    way.step("Bỏ bản đã ký")
    assert way.report.signed_copy is None
    way.result.press("Hoàn tác")
    assert way.report.signed_copy == copy


def test_a_signed_copy_is_replaced_by_another(way, qtbot):
    way.sign()
    way.attach()
    qtbot.waitUntil(lambda: way.report.signed_copy is not None)
    way.answers.file.write_bytes(SCAN + b"\n")
    way.step("Thay bản đã ký khác…")
    qtbot.waitUntil(lambda: way.report.signed_copy.size == len(SCAN) + 1)


def test_opening_the_text_again_takes_the_signed_copy_off(way, qtbot):
    way.sign()
    way.attach()
    qtbot.waitUntil(lambda: way.report.signed_copy is not None)
    way.step("Mở lại để sửa")
    assert way.report.signed_copy is None
    assert not way.strip.copy.isVisible()


def test_a_file_that_is_no_scan_is_told_and_not_attached(way, qtbot):
    way.sign()
    way.attach(b"MZ\x90", "bản ký.pdf")
    qtbot.waitUntil(way.trouble.isVisible)
    assert "không phải tệp PDF" in way.trouble.words
    assert way.report.signed_copy is None


def test_a_report_that_was_left_meanwhile_gets_nothing_attached_in_silence(way, qtbot):
    way.sign()
    report_id = way.desk.report_id
    way.attach()
    way.do("home")
    qtbot.waitUntil(way.trouble.isVisible)
    assert way.trouble.words == LEFT.format(name="bản ký.pdf")
    assert way.saver.load(report_id).report.signed_copy is None


class Viewer(QObject):
    """Stands for the program the system shows a file with."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QUrl] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url)


@pytest.fixture
def viewer():
    made = Viewer()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_a_signed_copy_is_opened_with_the_program_of_the_system(way, qtbot, viewer):
    way.sign()
    way.attach()
    qtbot.waitUntil(way.strip.copy.isVisible)
    way.strip.copy.click()
    qtbot.waitUntil(lambda: bool(viewer.shown))
    assert viewer.shown[0].fileName() == "bản ký.pdf"


def test_a_signed_copy_whose_file_is_gone_is_told(way, qtbot, tmp_path):
    way.sign()
    way.attach()
    qtbot.waitUntil(lambda: way.report.signed_copy is not None)
    (tmp_path / "signed" / way.report.signed_copy.sha256).unlink()
    way.step("Xem bản đã ký")
    qtbot.waitUntil(way.trouble.isVisible)
    assert "Không còn tệp" in way.trouble.words


def test_the_list_finds_reports_by_their_state(way):
    way.sign()
    way.do("home")
    way.saver.flush(10)
    way.window._features.opening.refresh()
    way.window.home.search.setText("chờ số")
    assert way.window.home.model.rowCount() == 1
    way.window.home.search.setText("phát hành")
    assert way.window.home.model.rowCount() == 0


def test_the_list_is_narrowed_to_a_state(way):
    way.sign()
    way.do("home")
    way.saver.flush(10)
    way.window._features.opening.refresh()
    home = way.window.home
    for words, rows in (("đã ký, chờ số", 1), ("đã gửi", 0), ("Mọi trạng thái", 1)):
        home.state.setCurrentText(words)
        home.state.activated.emit(home.state.currentIndex())
        assert home.model.rowCount() == rows


def test_a_long_name_of_a_signed_copy_is_shown_without_its_middle():
    copy = SignedCopy("a" * 300 + " bản cuối.pdf", "0" * 64, 2048, PDF)
    assert copy_words(copy) == f"Bản đã ký: {'a' * 20}…bản cuối.pdf (2 KB)"


def test_the_name_of_a_file_is_never_markup(way):
    way.trouble.say("<b>a</b>")
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in way.trouble.findChildren(QLabel) if label.text()
    )


def test_the_strip_leaves_the_height_of_the_editor_alone(way):
    assert way.strip.height() <= 44
    assert way.desk.editor.height() == way.desk.height()


def test_every_control_of_the_strip_has_words_for_a_screen_reader(way):
    way.sign()
    for button in (way.strip.next, way.strip.more):
        assert button.accessibleName() or button.text()
    assert all(label.text() for label in way.strip.findChildren(QLabel))


def test_a_report_issued_before_is_shown_as_such_when_it_is_opened(opened):
    value = SIGN.apply(SUBMIT.apply(WRITTEN))
    way = opened(issued("12", TODAY).apply(value))
    assert "● đã phát hành" in way.strip.line.words(2000)
    assert not way.window.commands["bold"].isEnabled()


def test_what_is_left_of_last_period_is_said_and_the_report_goes_its_way(opened):
    text = replace(WRITTEN.sections[0], blocks=(paragraph("Đã tổ chức 3 hội nghị tuyên truyền."),))
    old = replace(WRITTEN, sections=(text,), period=Period(PeriodType.QUARTER, 2024, 1))
    way = opened(rolled(old, plan(old, Period(PeriodType.QUARTER, 2024, 2))))
    way.step("Trình ký")
    assert way.report.state is State.SUBMITTED
    assert "Còn 1 chỗ có thể là nội dung của kỳ trước" in way.window.bars.result.words
