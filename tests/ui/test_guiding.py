"""The guide through the first report, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from bcdesk.places import resources
from bcdesk.report.edits import SetField
from bcdesk.report.guide import GuideStep
from bcdesk.report.report import Place, Signature
from bcdesk.report.states import SIGN, SUBMIT
from bcdesk.session.settings import Guide
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.findings.panel import FindingsPanel
from bcdesk.ui.guiding import DONE, HIDE, DeskGuide
from bcdesk.ui.sending.dialog import SendDialog
from tests.ui.desk import OpenDesk

SAMPLE = resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"


def take(window: OpenDesk) -> None:
    window.do("import")
    dialog = window.dialog(ImportDialog)
    dialog.read_file(SAMPLE)
    dialog.accept()
    window.activate(window.window)


@pytest.fixture
def bare(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def window(bare):
    """A window in which the first report was just taken from an old one."""
    take(bare)
    return bare


def guide(window: OpenDesk) -> DeskGuide:
    found = window.desk.findChildren(DeskGuide)
    assert len(found) == 1
    return found[0]


def said(window: OpenDesk) -> str:
    strip = guide(window).strip
    return "" if strip.isHidden() else strip.words


def leave_head(window: OpenDesk) -> None:
    window.stand(Place("subject"))
    window.stand(Place("recipients"))


def fill(window: OpenDesk) -> None:
    window.desk.session.change(SetField("symbol", "BC-UBND"))
    window.desk.session.change(SetField("signature", Signature(name="Phạm Văn Mạnh")))


def check(window: OpenDesk) -> None:
    window.do("check")
    panel = window.desk.findChild(FindingsPanel)
    window.qtbot.waitUntil(lambda: panel.chosen is not None)


def test_after_the_first_old_report_the_guide_begins(window):
    assert said(window).startswith("Bước 1/5.")


def test_the_guide_leaves_the_keyboard_where_it_was(window):
    assert window.desk.editor.isAncestorOf(window.focus())


def test_a_new_report_needs_no_guide(bare):
    from tests.session.reports import report

    bare.window.open_report(bare.store.create(report()))
    assert bare.desk.findChildren(DeskGuide) == []


def test_leaving_the_head_leads_to_what_is_empty(window):
    window.desk.session.change(SetField("symbol", ""))
    leave_head(window)
    assert said(window).startswith("Bước 2/5. Còn ")
    assert "ký hiệu" in said(window)


def test_the_button_leads_to_the_first_gap(window):
    window.desk.session.change(SetField("symbol", ""))
    leave_head(window)
    guide(window).strip.press("Đến chỗ trống")
    assert window.desk.editor.pen.field.caret_place() == Place("symbol")


def test_what_was_filled_leads_to_the_check(window):
    window.desk.session.change(SetField("symbol", ""))
    leave_head(window)
    fill(window)
    assert said(window).startswith("Bước 3/5.")


def test_a_check_that_is_looked_at_leads_to_the_paper(window):
    leave_head(window)
    fill(window)
    check(window)
    assert said(window).startswith("Bước 4/5.")


def test_a_check_in_the_background_leads_nowhere(window, qtbot):
    leave_head(window)
    fill(window)
    from bcdesk.ui.findings.checking import DeskCheck

    checking = window.desk.findChild(DeskCheck)
    with qtbot.waitSignal(checking.counted, timeout=30_000):
        checking.check()
    assert said(window).startswith("Bước 3/5.")


def test_the_button_checks(window):
    leave_head(window)
    fill(window)
    guide(window).strip.press("Kiểm tra")
    panel = window.desk.findChild(FindingsPanel)
    window.qtbot.waitUntil(lambda: panel.chosen is not None)
    assert panel.isVisible()


def test_a_written_paper_leads_to_sending(window, qtbot):
    window.do("word")
    window.written(".docx")
    qtbot.waitUntil(lambda: said(window).startswith("Bước 5/5."))


def test_what_was_made_ready_ends_the_guide(window, qtbot):
    window.do("word")
    window.written(".docx")
    window.do("send")
    dialog = window.dialog(SendDialog)
    dialog.act.click()
    qtbot.waitUntil(lambda: bool(window.store.preparations(window.desk.report_id)))
    dialog.reject()
    assert guide(window).strip.isHidden()
    assert window.window.bars.result.words == DONE
    assert window.settings.guide == Guide()


def test_steps_of_sending_that_made_nothing_leave_the_guide_there(window):
    window.do("send")
    window.dialog(SendDialog).reject()
    assert said(window).startswith("Bước 1/5.")


def test_a_signed_report_is_led_to_sending(window):
    window.desk.session.change(SUBMIT)
    window.desk.session.change(SIGN)
    assert said(window).startswith("Bước 5/5.")


def test_a_step_that_is_done_is_remembered(window):
    leave_head(window)
    fill(window)
    report_id = window.desk.report_id
    window.do("home")
    window.window.open_report(report_id)
    assert said(window).startswith("Bước 3/5.")
    assert window.settings.guide == Guide(report_id, GuideStep.HEAD)


def test_the_guide_stands_over_its_own_report_only(window):
    from tests.session.reports import report

    window.window.open_report(window.store.create(report()))
    assert window.desk.findChildren(DeskGuide) == []


def test_hidden_the_guide_never_comes_back(window):
    report_id = window.desk.report_id
    guide(window).strip.press(HIDE)
    assert said(window) == ""
    leave_head(window)
    assert said(window) == ""
    window.window.open_report(report_id)
    assert window.desk.findChildren(DeskGuide) == []
    take(window)
    assert window.desk.findChildren(DeskGuide) == []


def test_a_line_that_was_closed_comes_back_with_the_next_step(window):
    guide(window).strip.hide()
    window.desk.session.change(SetField("place", "Ba Bích"))
    assert said(window) == ""
    leave_head(window)
    assert said(window) != ""


def test_the_next_old_report_is_guided_through_where_the_first_was_not_finished(window):
    first = window.desk.report_id
    take(window)
    assert window.desk.report_id != first
    assert said(window).startswith("Bước 1/5.")
    assert window.settings.guide == Guide(window.desk.report_id)


def test_typing_goes_on_while_the_line_changes(window):
    window.desk.session.change(SetField("symbol", ""))
    leave_head(window)
    window.stand(Place("symbol"))
    window.type("BC")
    assert window.report.symbol == "BC"
    assert window.desk.editor.isAncestorOf(window.focus())


def test_every_button_of_the_line_can_be_reached_by_tab(window):
    buttons = guide(window).strip.findChildren(QPushButton)
    assert {button.text() for button in buttons} == {"Xem phần đầu", HIDE}
    buttons[0].setFocus()
    QTest.qWait(0)
    assert buttons[0].hasFocus()
