from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcdesk.errors import DatabaseDiskFull
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.units import sample_office
from bcdesk.ui.dialogs.trash import EMPTY, KEPT_WORDS, TrashDialog
from tests.ui.desk import OpenDesk

KIND = next(kind for kind in load_kinds() if kind.id == "tuyen-truyen-cchc")
REPORT = new_report(KIND, Period(PeriodType.QUARTER, 2026, 1), sample_office(), drafter="Nguyễn Thị Hoa")


@pytest.fixture
def window(tmp_path, qtbot):
    """A window with two reports in the trash and one in the list."""
    made = OpenDesk(tmp_path, qtbot)
    for title in ("Thứ nhất", "Thứ hai", "Thứ ba"):
        report_id = made.store.create(replace(REPORT, subject=(title,)))
        if title != "Thứ ba":
            made.store.remove(report_id)
    made.do("home")
    yield made
    made.close()


def trash(window: OpenDesk) -> TrashDialog:
    window.window.home.corner.trash.click()
    return window.dialog(TrashDialog)


def titles(dialog: TrashDialog) -> list[str]:
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def listed(window: OpenDesk) -> set[str]:
    model = window.window.home.model
    return {model.report(row).title for row in range(model.rowCount())}


def test_the_trash_lists_what_was_removed_the_last_first(window):
    assert titles(trash(window)) == ["Thứ hai", "Thứ nhất"]


def test_a_row_says_of_whom_it_was_and_until_when_it_is_kept(window):
    dialog = trash(window)
    cells = [dialog.table.item(0, column).text() for column in range(5)]
    assert cells[1:3] == ["quý I năm 2026", "Nguyễn Thị Hoa"]
    assert cells[3] != cells[4]
    assert dialog.words.text() == KEPT_WORDS


def test_enter_restores_the_report_under_the_bar(window):
    dialog = trash(window)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert titles(dialog) == ["Thứ hai"]
    assert listed(window) == {"Thứ ba", "Thứ nhất"}
    assert window.window.bars.result.words == "Đã khôi phục: Thứ nhất"


def test_deleting_for_good_asks_first_and_a_no_keeps_it(window):
    dialog = trash(window)
    dialog.delete.click()
    assert window.answers.asked == ["Xóa hẳn “Thứ hai”? Không khôi phục lại được."]
    assert titles(dialog) == ["Thứ hai", "Thứ nhất"]


def test_the_delete_key_deletes_for_good_after_a_yes(window):
    dialog = trash(window)
    window.answers.agrees = True
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert titles(dialog) == ["Thứ nhất"]
    assert len(window.store.trashed()) == 1


def test_an_empty_trash_says_so_and_offers_nothing(window):
    dialog = trash(window)
    dialog.act.click()
    dialog.act.click()
    assert dialog.words.text() == EMPTY
    assert not dialog.act.isEnabled()
    assert not dialog.delete.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Delete)
    dialog.accept()
    assert listed(window) == {"Thứ nhất", "Thứ hai", "Thứ ba"}


def test_a_report_without_a_title_goes_by_its_kind(window):
    report_id = window.store.create(replace(REPORT, subject=()))
    window.store.remove(report_id)
    assert titles(trash(window))[0] == KIND.name


def test_a_disk_that_refuses_is_told_and_nothing_moves(window, monkeypatch):
    def full(*_):
        raise DatabaseDiskFull(window.papers)

    dialog = trash(window)
    for name in ("restore", "delete", "remove"):
        monkeypatch.setattr(type(window.store), name, full)
    window.answers.agrees = True
    dialog.act.click()
    assert "đã đầy" in window.window.bars.trouble.words
    assert dialog.isHidden()
    trash(window).delete.click()
    QTest.keyClick(window.window.home.table, Qt.Key.Key_Delete)
    assert listed(window) == {"Thứ ba"}
    assert len(window.store.trashed()) == 2
