from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Place, Report, Section, paragraph
from tests.ui.desk import OpenDesk

WRONG, WRONG_TOO = "Hoàn thành 11/49 nhiệm vụ (32,45 %).", "Có 4/5 thôn đạt 90%."
REPORT = Report(
    "khac",
    Period(PeriodType.YEAR, 2024),
    Office(name="Ba Tơ"),
    subject=("Công tác năm 2024",),
    sections=(
        Section("s1", "1.", "Kết quả", (paragraph("Mở đầu."), paragraph(WRONG))),
        Section("s2", "2.", "Tồn tại", (paragraph(WRONG_TOO),)),
    ),
)


@pytest.fixture
def open_desk(tmp_path, qtbot):
    desk = OpenDesk(tmp_path, qtbot)
    desk.window.open_report(desk.store.create(REPORT))
    yield desk
    desk.close()


def panel(open_desk):
    return open_desk.window._features.checking._now.panel


def rows(open_desk, rule="ratio"):
    return [row for row in panel(open_desk).model.rows if row.finding.rule == rule]


def check(open_desk, left):
    open_desk.do("check")
    open_desk.qtbot.waitUntil(lambda: len(rows(open_desk)) == left)


def choose(open_desk, text):
    table = panel(open_desk)
    at = next(at for at, row in enumerate(table.model.rows) if text in row.finding.found)
    table._choose(at)


def underlined(field):
    wave = field.extraSelections()
    return [mark.cursor.selectedText() for mark in wave if mark.format.underlineStyle().name == "WaveUnderline"]


def test_what_does_not_add_up_is_listed_with_its_tab(open_desk):
    check(open_desk, 2)
    assert [row.title for row in rows(open_desk)] == ["1. Kết quả", "2. Tồn tại"]


def test_the_words_of_the_text_stand_in_quotation_marks(open_desk):
    check(open_desk, 2)
    assert rows(open_desk)[1].words.startswith("“4/5 thôn đạt 90”")


def test_what_is_said_of_the_text_stands_in_none(open_desk):
    check(open_desk, 2)
    (row,) = rows(open_desk, "KG-01")
    assert row.words.startswith("Không có “Kính gửi” → ")


def test_the_status_line_counts_what_there_is_to_look_at(open_desk):
    check(open_desk, 2)
    assert "chỗ cần xem lại" in open_desk.window.status.findings.text()


def test_the_text_is_checked_without_being_asked(open_desk):
    open_desk.qtbot.waitUntil(open_desk.window.status.findings.isVisible)
    assert panel(open_desk).isHidden()


def test_walking_goes_to_the_words(open_desk):
    check(open_desk, 2)
    choose(open_desk, "4/5")
    panel(open_desk).jump()
    field = open_desk.focus()
    assert field.textCursor().selectedText() == "90"


def test_a_correction_is_one_step_to_undo(open_desk):
    check(open_desk, 2)
    choose(open_desk, "11/49")
    open_desk.do("accept-finding")
    assert open_desk.report.sections[0].blocks[1].plain == "Hoàn thành 11/49 nhiệm vụ (22,45 %)."
    open_desk.do("undo")
    assert open_desk.report == REPORT


def test_all_of_a_kind_are_corrected_in_one_step(open_desk):
    check(open_desk, 2)
    choose(open_desk, "11/49")
    panel(open_desk).fix_all.click()
    assert open_desk.report.sections[1].blocks[0].plain == "Có 4/5 thôn đạt 80%."
    open_desk.do("undo")
    assert open_desk.report == REPORT


def test_what_is_to_stay_is_not_said_again(open_desk):
    check(open_desk, 2)
    choose(open_desk, "11/49")
    open_desk.do("keep-finding")
    assert len(rows(open_desk)) == 1
    check(open_desk, 1)


@pytest.fixture
def misspelt(tmp_path, qtbot):
    desk = OpenDesk(tmp_path, qtbot)
    text = paragraph(f"{WRONG} Các thôn lăq.")
    desk.window.open_report(desk.store.create(replace(REPORT, sections=(Section("s1", "1.", "Kết quả", (text,)),))))
    desk.do("check")
    qtbot.waitUntil(lambda: any(rows(desk, "spelling")))
    yield desk
    desk.close()


@pytest.mark.parametrize(("rule", "words"), [("ratio", "11/49"), ("spelling", "lăq")])
def test_undone_what_was_to_stay_is_said_again_at_once(misspelt, qtbot, rule, words):
    check = misspelt.window._features.checking._now
    choose(misspelt, words)
    misspelt.do("keep-finding")
    assert rows(misspelt, rule) == []
    check.recheck()
    qtbot.waitUntil(lambda: not check._running)
    misspelt.do("undo")
    assert len(rows(misspelt, rule)) == 1


def test_the_words_of_a_remark_are_underlined(open_desk):
    check(open_desk, 2)
    open_desk.stand(Place("s1", 0))
    assert underlined(open_desk.focus()) == ["32,45"]


def test_the_word_at_the_caret_is_not_underlined(open_desk):
    check(open_desk, 2)
    open_desk.stand(Place("s1", 1, WRONG.index("32") + 2))
    assert underlined(open_desk.focus()) == []


def test_words_that_have_changed_are_not_underlined(open_desk):
    check(open_desk, 2)
    open_desk.stand(Place("s1", 1))
    field = open_desk.focus()
    open_desk.type("Đã ")
    assert underlined(field) == ["32,45"]
    open_desk.desk.editor.page.mark(open_desk.desk.editor._marks)
    assert underlined(field) == []


def test_the_menu_at_a_word_offers_its_correction(open_desk):
    check(open_desk, 2)
    open_desk.stand(Place("s1", 1, WRONG.index("32") + 1))
    menu = open_desk.focus().menu()
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["Sửa thành 22,45", "Giữ nguyên chỗ này"]
    menu.close()


def test_a_correction_of_a_report_changed_meanwhile_is_checked_anew_first(open_desk):
    check(open_desk, 2)
    choose(open_desk, "11/49")
    open_desk.stand(Place("s1", 0))
    open_desk.type("A")
    panel(open_desk).accept()
    assert open_desk.report.sections[0].blocks[1].plain == WRONG
    open_desk.qtbot.waitUntil(lambda: open_desk.window._features.checking._now._checked is open_desk.report)


def test_escape_closes_the_panel_and_goes_back_to_the_text(open_desk):
    check(open_desk, 2)
    open_desk.key(Qt.Key.Key_Escape)
    assert panel(open_desk).isHidden()
    assert not isinstance(open_desk.focus(), QLineEdit | QMenu)


def test_only_the_tab_in_work_can_be_shown(open_desk):
    check(open_desk, 2)
    open_desk.stand(Place("s2", 0))
    panel(open_desk).here.setChecked(True)
    assert {row.key for row in panel(open_desk).model.rows} == {"s2"}


def test_the_list_of_reports_says_nothing_of_remarks(open_desk):
    check(open_desk, 2)
    open_desk.do("home")
    assert open_desk.window.status.findings.isHidden()


def test_the_slip_is_written_as_a_pdf_where_there_is_no_printer(open_desk):
    open_desk.do("slip")
    open_desk.qtbot.waitUntil(lambda: bool(open_desk.window.bars.trouble.words))
    open_desk.window.bars.trouble.press("Xuất PDF")
    assert open_desk.written(".pdf").name.startswith("phieu-trinh_")


def test_the_slip_waits_for_the_check(open_desk):
    open_desk.stand(Place("s1", 0))
    open_desk.type("A")
    open_desk.do("slip")
    open_desk.qtbot.waitUntil(lambda: bool(open_desk.window.bars.trouble.words))
    assert open_desk.window._features.checking._now._checked is open_desk.report


def test_only_the_words_one_has_come_to_are_selected(open_desk):
    check(open_desk, 2)
    choose(open_desk, "11/49")
    panel(open_desk).jump()
    left = open_desk.focus()
    open_desk.stand(Place("s1", -1))
    assert not left.textCursor().hasSelection()


def test_the_panel_fits_a_small_screen_whatever_it_says(open_desk):
    check(open_desk, 2)
    table = panel(open_desk)
    table.unjudged.setText("12 điều không kiểm tra được")
    for button in (table.learn, table.keep, table.fix_all, table.fix, table.unjudged):
        button.show()
    table.fix.setText("Sửa thành “thủ tục hành c…")
    assert table.minimumSizeHint().width() <= 900


def test_a_check_that_ends_when_the_report_was_left_says_nothing(open_desk):
    open_desk.do("check")
    checking = open_desk.window._features.checking._now
    open_desk.do("home")
    open_desk.qtbot.waitUntil(lambda: not open_desk.background._thread._work_queue.qsize())
    open_desk.background.close()
    QApplication.processEvents()
    assert checking._is_over()
    assert open_desk.window.status.findings.isHidden()
