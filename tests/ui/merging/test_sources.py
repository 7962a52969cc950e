"""Where each paragraph came from is shown beside the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from bcdesk.report.consolidation.merging import merge
from bcdesk.report.consolidation.values import Received
from bcdesk.report.merged import Contribution
from bcdesk.report.report import Place
from bcdesk.ui.editor.sidemarks import state_words
from bcdesk.ui.merging.feature import NONE_MERGED
from bcdesk.ui.merging.pane import OF_NOBODY, SHEET, SourcesPane
from tests.ui.desk import OpenDesk
from tests.ui.merging.units import MAIN, report_of
from tests.ui.typing import CTRL, SHIFT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TOLD, WISH = "s2", "s4"
COUNTS = {"Công an xã": 3, "Thôn Bồ Nung": 4}
WISHES = {"Công an xã": "Đề nghị cấp thêm một xe tuần tra.", "Thôn Bồ Nung": "Sửa đường vào thôn trước mùa mưa."}
MODIFIED = {"Công an xã": "2024-03-15T08:00:00", "Thôn Bồ Nung": "hôm qua"}
RECEIVED = tuple(
    Received(
        Contribution(unit, f"{unit}.docx", f"{count:064}", "2024-03-14T10:42:00"),
        report_of(unit, count, wish=WISHES[unit]),
    )
    for unit, count in COUNTS.items()
)
MERGED = merge(MAIN, RECEIVED).report


@pytest.fixture
def desk(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    made.window.open_report(made.store.create(MERGED))
    made.do("sources")
    made.stand(Place(TOLD, 0, 3))
    qtbot.waitUntil(lambda: "2 đơn vị" in shown(made))
    yield made
    made.close()


def pane(desk) -> SourcesPane:
    return desk.window.findChild(SourcesPane)


def shown(desk) -> str:
    return pane(desk).view.toPlainText()


def test_each_unit_stands_there_with_its_own_words_and_its_file(desk):
    text = shown(desk)
    assert "Đoạn này tổng hợp từ 2 đơn vị." in text
    for unit, count in COUNTS.items():
        assert f"{unit} {unit}.docx · 10:42 14/03/2024\nĐã tổ chức {count:02} buổi tuyên truyền" in text


def test_another_time_of_a_file_is_shown_and_one_that_is_none_is_left_out(desk):
    piece, block = pane(desk)._piece, pane(desk)._block
    files = {unit: replace(of.contribution, modified=MODIFIED[unit]) for unit, of in zip(COUNTS, RECEIVED, strict=True)}
    pane(desk).show_piece(piece, block, files)
    assert "Công an xã.docx · 08:00 15/03/2024\n" in shown(desk)
    assert "Thôn Bồ Nung.docx\n" in shown(desk)


def test_the_numbers_of_the_units_stand_over_their_sum(desk):
    cells = shown(desk).splitlines()
    at = cells.index("Tổng cộng")
    assert cells[at + 1 : at + 3] == ["07", "280"]
    assert cells[cells.index("Công an xã") + 1 :][:2] == ["03", "120"]


def test_what_one_unit_alone_wrote_is_its_own(desk):
    desk.stand(Place(WISH, 0, 0))
    desk.qtbot.waitUntil(lambda: "Đoạn này của Công an xã." in shown(desk))
    assert not pane(desk).sheet.isEnabled()


def test_what_nobody_sent_is_the_editors(desk):
    desk.stand(Place("opening", 0, 0))
    desk.qtbot.waitUntil(lambda: shown(desk) == OF_NOBODY)


def test_what_the_editor_has_changed_is_said_with_the_words_it_had(desk):
    desk.type("x")
    desk.qtbot.waitUntil(lambda: "Đã sửa sau khi tổng hợp. Khi tổng hợp là: Đã tổ chức 07 buổi" in shown(desk))


def test_the_units_stand_at_the_side_of_their_paragraphs(desk):
    desk.qtbot.waitUntil(lambda: state_words(desk.focus(), 6) == "Công an xã; Thôn Bồ Nung")
    desk.focus().grab()


def test_the_numbers_of_the_section_become_an_appendix_in_one_step(desk):
    pane(desk).sheet.click()
    (appendix,) = desk.report.appendices
    assert appendix.title == ("BIỂU TỔNG HỢP THEO ĐƠN VỊ", "1. Công tác tuyên truyền")
    table = appendix.blocks[0]
    assert [row[1].paragraphs[0].plain for row in table.rows] == ["Đơn vị", *COUNTS, "Tổng cộng"]
    assert desk.desk.session.undo_words == SHEET
    desk.desk.undo()
    assert desk.report.appendices == ()


def test_the_pages_come_back_and_the_caret_stays(desk):
    field = desk.focus()
    desk.key(Qt.Key.Key_Q, CTRL | SHIFT)
    assert not pane(desk).isVisible()
    assert desk.focus() is field


def test_it_takes_on_the_colours_of_the_night(desk):
    by_day = pane(desk).view.toHtml()
    dark = QPalette(desk.window.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#1c1e22"))
    pane(desk).setPalette(dark)
    assert pane(desk).view.toHtml() != by_day


def test_a_report_nothing_was_merged_into_says_so(desk):
    desk.window.open_report(desk.store.create(MAIN))
    desk.do("sources")
    assert desk.window.bars.result.words == NONE_MERGED
