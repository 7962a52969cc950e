from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from bcdesk.errors import DatabaseDiskFull
from bcdesk.report.backup import SecondPlace
from bcdesk.session.keeping import MISSED
from bcdesk.storage import second_place, shelf
from bcdesk.storage.database import FILE_NAME
from bcdesk.ui.backing_up import NOT_SAVED, OPEN
from bcdesk.ui.clock import local_now
from bcdesk.ui.dialogs.backups import NONE, SAME, BackupsDialog, damaged_words
from bcdesk.ui.dialogs.second_place import NOWHERE
from bcdesk.ui.rescuing import RESCUE
from tests.session.reports import report, text_of, typed
from tests.storage.sql import value
from tests.ui.desk import OpenDesk


@pytest.fixture
def window(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def report_id(window):
    """A report that is in a backup, and was changed since."""
    kept = window.store.create(report("Hôm qua"))
    window.keeper.backups.take()
    window.store.save(kept, report("Hôm nay"))
    window.do("home")
    return kept


def asked(window, qtbot):
    """The dialog as the button of the list opens it, once it shows what would change."""
    window.window.home.backups_asked.emit()
    dialog = window.dialog(BackupsDialog)
    qtbot.waitUntil(lambda: "Đang" not in dialog.told.text())
    if dialog.backup:
        qtbot.waitUntil(lambda: dialog.changes.topLevelItemCount() > 0)
    return dialog


def shown(dialog):
    """The lines of what would change."""
    tops = [dialog.changes.topLevelItem(row) for row in range(dialog.changes.topLevelItemCount())]
    return [(top.text(0), top.childCount()) for top in tops]


def texts(window):
    return [text_of(window.store.load(listed.id).report) for listed in window.store.listed()]


def test_the_list_has_a_button_for_the_backups(window, qtbot):
    button = next(each for each in window.window.home.findChildren(object) if getattr(each, "text", str)() == OPEN)
    button.click()
    assert window.dialog(BackupsDialog).table.hasFocus()


def test_without_a_backup_it_is_said_when_one_is_taken(window, qtbot):
    dialog = asked(window, qtbot)
    assert dialog.told.text() == NONE
    assert not dialog.act.isEnabled()
    assert not dialog.copy.isEnabled()


def test_a_backup_that_cannot_be_opened_is_named_as_damaged(window, report_id, qtbot):
    (backup,) = window.keeper.backups.listed()
    backup.path.write_bytes(b"noise" * 4000)
    told = asked(window, qtbot).told.text()
    assert told == f"{NONE} Bị hỏng, không dùng được: bản lúc {backup.at:%H:%M ngày %d/%m/%Y}."


def test_where_many_are_damaged_the_newest_are_named():
    times = tuple(datetime(2026, 3, day, 8, 5, tzinfo=UTC) for day in (9, 8, 7, 6, 5))
    assert damaged_words(times).endswith("08:05 ngày 07/03/2026 và 2 bản nữa.")


def test_where_the_data_themselves_are_damaged_the_rescue_is_offered_which_goes_on_with_a_backup(
    window, report_id, qtbot, tmp_path
):
    dialog = asked(window, qtbot)
    window.store._engine.dispose()
    path = tmp_path / FILE_NAME
    path.write_bytes(b"noise" * 820 + path.read_bytes()[4100:])
    dialog._look()
    trouble = window.window.bars.trouble
    qtbot.waitUntil(trouble.isVisible)
    assert not dialog.isVisible()
    assert RESCUE in [step.text() for step in trouble.findChildren(QPushButton)]


def test_a_backup_is_listed_with_its_time_its_reports_and_its_size(window, report_id, qtbot):
    dialog = asked(window, qtbot)
    (backup,) = window.keeper.backups.listed()
    cells = [dialog.table.item(0, column).text() for column in range(3)]
    assert cells[:2] == [f"{backup.at:%d/%m/%Y %H:%M:%S}", "1"]
    assert cells[2].endswith("KB")
    assert dialog.told.text().startswith("1 bản, tất cả")


def test_what_a_backup_would_change_is_shown_by_title_and_time(window, report_id, qtbot):
    window.store.create(report("Mới"))
    dialog = asked(window, qtbot)
    assert shown(dialog) == [("Sẽ trở về như trước khi sửa (1)", 1), ("Sẽ không còn trong danh sách (1)", 1)]
    assert "sửa lúc" in dialog.changes.currentItem().text(0)


def test_a_report_that_was_removed_comes_back(window, report_id, qtbot):
    window.store.remove(report_id)
    assert shown(asked(window, qtbot)) == [("Sẽ có lại (1)", 1)]


def test_a_backup_that_changes_nothing_cannot_be_brought_back(window, qtbot):
    window.store.create(report("Một"))
    window.keeper.backups.take()
    dialog = asked(window, qtbot)
    assert shown(dialog) == [(SAME, 0)]
    dialog.accept()
    assert dialog.isVisible()


def test_a_backup_is_brought_back_and_that_can_be_undone(window, report_id, qtbot):
    asked(window, qtbot).act.click()
    qtbot.waitUntil(lambda: texts(window) == ["Hôm qua"])
    qtbot.waitUntil(lambda: window.window.bars.result.words.startswith("Đã phục hồi 1 báo cáo"))
    window.window.bars.result.press("Hoàn tác")
    qtbot.waitUntil(lambda: texts(window) == ["Hôm nay"])


def test_an_open_report_is_saved_and_put_away_before_a_backup_is_brought_back(window, report_id, qtbot):
    (backup,) = window.keeper.backups.listed()
    window.window.open_report(report_id)
    window.desk.session.change(typed("Vừa gõ"))
    window.window._features.backing_up.bring_back(backup)
    assert window.window.desk is None
    qtbot.waitUntil(lambda: texts(window) == ["Hôm qua"])
    qtbot.waitUntil(lambda: window.window.bars.result.words.startswith("Đã phục hồi"))
    window.window.bars.result.press("Hoàn tác")
    qtbot.waitUntil(lambda: texts(window) == ["Vừa gõ"])


def test_the_list_shows_what_was_brought_back(window, report_id, qtbot):
    window.store.remove(report_id)
    window.do("home")
    asked(window, qtbot).act.click()
    qtbot.waitUntil(lambda: window.window.home.model.rowCount() == 1)


def test_enter_in_the_list_brings_nothing_back(window, report_id, qtbot):
    dialog = asked(window, qtbot)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert texts(window) == ["Hôm nay"]


def test_one_report_is_copied_out_beside_the_present_one(window, report_id, qtbot):
    dialog = asked(window, qtbot)
    dialog.copy.click()
    qtbot.waitUntil(lambda: sorted(texts(window)) == ["Hôm nay", "Hôm qua"])
    qtbot.waitUntil(lambda: "thành một báo cáo mới" in window.window.bars.result.words)


def test_a_report_that_is_not_in_the_backup_cannot_be_copied_out(window, qtbot):
    window.keeper.backups.take()
    window.store.create(report("Mới"))
    assert not asked(window, qtbot).copy.isEnabled()


def test_a_backup_is_taken_at_the_press_of_a_button(window, report_id, qtbot):
    dialog = asked(window, qtbot)
    dialog.now.click()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    assert len(window.keeper.backups.listed()) == 2


def test_a_backup_that_has_gone_bad_is_told_in_the_dialog(window, report_id, qtbot):
    (backup,) = window.keeper.backups.listed()
    root = value(backup.path, "SELECT rootpage FROM sqlite_master WHERE name = 'part'")
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[: (root - 1) * 4096] + b"\xa5" * 4096 + whole[root * 4096 :])
    window.window.home.backups_asked.emit()
    dialog = window.dialog(BackupsDialog)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "bị hỏng" in dialog.trouble.text()
    assert not dialog.act.isEnabled()


def test_while_something_is_not_saved_nothing_is_brought_back(window, report_id, qtbot, monkeypatch):
    monkeypatch.setattr(window.saver, "flush", lambda _: False)
    asked(window, qtbot).act.click()
    assert window.window.bars.trouble.words == NOT_SAVED
    assert texts(window) == ["Hôm nay"]


def test_a_second_place_is_chosen_and_given_up(window, report_id, qtbot, tmp_path):
    window.answers.file = tmp_path / "stick"
    window.answers.file.mkdir()
    dialog = asked(window, qtbot)
    assert dialog.second.words.text() == NOWHERE
    dialog.second.choose.click()
    qtbot.waitUntil(lambda: str(tmp_path / "stick") in dialog.second.words.text())
    assert (tmp_path / "stick" / second_place.FOLDER).is_dir()
    dialog.second.give_up.click()
    qtbot.waitUntil(lambda: dialog.second.words.text() == NOWHERE)


def test_a_choice_given_up_changes_nothing(window, report_id, qtbot):
    dialog = asked(window, qtbot)
    dialog.second.choose.click()
    assert dialog.second.words.text() == NOWHERE


@pytest.fixture
def missed(window, tmp_path):
    (tmp_path / shelf.FOLDER).mkdir(exist_ok=True)
    second_place.write(
        tmp_path / shelf.FOLDER, SecondPlace(tmp_path / "stick", local_now() - MISSED - timedelta(days=2))
    )


def test_a_second_place_long_out_of_reach_is_reminded_of_in_the_window(window, missed, qtbot):
    window.keeper.look()
    reminder = window.window.bars.reminder
    qtbot.waitUntil(reminder.isVisible)
    assert "Đã 9 ngày chưa sao lưu được" in reminder.words
    reminder.press(OPEN)
    assert window.dialog(BackupsDialog)


def test_a_reminder_that_was_closed_does_not_come_back_at_the_next_look(window, missed, qtbot):
    window.keeper.look()
    qtbot.waitUntil(window.window.bars.reminder.isVisible)
    window.window.bars.reminder.hide()
    window.keeper.listen(lambda _: heard.append(True))
    heard = []
    window.keeper.look()
    qtbot.waitUntil(lambda: bool(heard))
    assert window.window.bars.reminder.isHidden()


def test_a_reminder_goes_when_the_second_place_is_back(window, missed, qtbot, tmp_path):
    window.keeper.look()
    qtbot.waitUntil(window.window.bars.reminder.isVisible)
    (tmp_path / "stick").mkdir()
    window.keeper.look()
    qtbot.waitUntil(window.window.bars.reminder.isHidden)


def test_a_backup_that_cannot_be_taken_is_told(window, qtbot, monkeypatch, tmp_path):
    trouble = DatabaseDiskFull(tmp_path)
    monkeypatch.setattr(window.keeper.backups, "bring_along", lambda: (_ for _ in ()).throw(trouble))
    window.keeper.look()
    qtbot.waitUntil(window.window.bars.reminder.isVisible)
    assert window.window.bars.reminder.words == str(trouble)
