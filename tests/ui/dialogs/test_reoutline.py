from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcdesk.report.kinds import load_kinds
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.reoutline import APART, Way
from bcdesk.report.report import Report, Section, paragraph, walk
from bcdesk.report.units import sample_office
from bcdesk.ui.dialogs.reoutline import ALL_CLEAR, ReoutlineDialog
from bcdesk.ui.style.tables import choose_row


def written(id_: str, marker: str, title: str, *below: Section) -> Section:
    return Section(id_, marker, title, (paragraph(f"Chữ của {id_}."),), below)


REPORT = Report(
    "khac", Period(PeriodType.QUARTER, 2024, 1), sample_office(),
    sections=(
        written("a", "1.", "Tồn tại, hạn chế và nguyên nhân"), written("b", "2.", "Chuyển đổi số"),
        written("c", "3.", "Kiến nghị", Section("d", "-", "Đề xuất")), Section("e", "4.", "Phụ lục"),
    ),
)  # fmt: skip
OUTLINE = "I. Hạn chế, nguyên nhân\nII. Kiến nghị"


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot)


def shown(qtbot) -> ReoutlineDialog:
    made = ReoutlineDialog(REPORT, load_kinds())
    qtbot.addWidget(made)
    made.pasted.setPlainText(OUTLINE)
    made.read_pasted()
    return made


def rows(dialog: ReoutlineDialog) -> list[tuple[str, ...]]:
    table = dialog.table
    return [tuple(table.item(row, column).text().strip() for column in range(3)) for row in range(table.rowCount())]


def take(dialog: ReoutlineDialog, words: str) -> None:
    texts = [dialog.target.itemText(index).strip() for index in range(dialog.target.count())]
    index = texts.index(words)
    dialog.target.setCurrentIndex(index)
    dialog.target.activated.emit(index)


def test_the_table_tells_where_each_section_goes_and_where_one_should_look(dialog):
    assert rows(dialog) == [
        ("1. Tồn tại, hạn chế và nguyên nhân", "I. Hạn chế, nguyên nhân", "cần xem lại"),
        ("2. Chuyển đổi số", APART, "chưa có chỗ"),
        ("3. Kiến nghị", "II. Kiến nghị", ""),
        ("- Đề xuất", "Giữ làm mục con của mục trên", ""),
        ("4. Phụ lục", "Bỏ tiêu đề (mục trống)", ""),
    ]
    assert dialog.told.text().startswith("Còn 2 mục cần xem")


def test_it_begins_at_the_first_section_to_look_at(dialog):
    assert dialog.table.currentRow() == 0


def test_a_row_is_chosen_whatever_keys_are_held(dialog, qtbot):
    QTest.keyPress(dialog.table, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    other = shown(qtbot)
    QTest.keyRelease(dialog.table, Qt.Key.Key_A)
    assert [index.row() for index in other.table.selectionModel().selectedRows()] == [0]


def test_a_choice_is_taken_and_no_longer_asked(dialog):
    take(dialog, "I. Hạn chế, nguyên nhân")
    choose_row(dialog.table, 1)
    take(dialog, "II. Kiến nghị")
    assert dialog.told.text() == ALL_CLEAR
    texts = [[block.plain for block in each.blocks] for _, each in walk(dialog.report.sections)]
    assert texts[:2] == [["Chữ của a."], ["2. Chuyển đổi số", "Chữ của b.", "Chữ của c."]]


def test_several_sections_go_the_same_way_together(dialog):
    choose_row(dialog.table, 0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    take(dialog, "II. Kiến nghị")
    assert [dialog.moves[name].into for name in ("a", "b")] == ["s2", "s2"]


def test_only_an_empty_section_may_be_dropped(dialog):
    choose_row(dialog.table, 1)
    ways = [dialog.target.itemData(index).way for index in range(dialog.target.count())]
    assert Way.DROPPED not in ways


def test_the_outline_of_a_kind_is_shown_as_a_text_with_its_period(dialog):
    index = dialog.source.findText("Tuyên truyền cải cách hành chính")
    dialog.source.setCurrentIndex(index)
    dialog.source.activated.emit(index)
    assert dialog.pasted.toPlainText().splitlines()[0].endswith("CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2024")
    assert dialog.act.isEnabled()


def test_an_outline_that_is_not_shown_yet_is_not_taken(dialog):
    dialog.show()
    dialog.pasted.setPlainText("I. Kiến nghị")
    dialog.act.click()
    assert dialog.isVisible()
    assert {row[1] for row in rows(dialog)} >= {"I. Kiến nghị"}
    dialog.act.click()
    assert not dialog.isVisible()


def test_without_an_outline_there_is_nothing_to_do(dialog):
    dialog.pasted.setPlainText("")
    dialog.read_pasted()
    assert (dialog.act.isEnabled(), dialog.table.rowCount(), dialog.target.isEnabled()) == (False, 0, False)
