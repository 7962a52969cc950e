"""The clerk finds that yesterday's paragraph was better, and has it back in a few actions.

With `BCDESK_PICTURES` naming a folder, what the clerk sees on the way is saved there, light and dark.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.report import Place, Report, Section, find_section, walk
from bcdesk.storage.database import open_store
from bcdesk.ui.clock import local_now
from bcdesk.ui.dialogs.versions import VersionsDialog
from bcdesk.ui.style.style import colour
from tests.ui.desk import OpenDesk

SAMPLE = read_file(resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").report


class Calendar:
    """The store's clock: first yesterday, then today."""

    def __init__(self) -> None:
        self.now = local_now() - timedelta(days=1)

    def __call__(self):
        return self.now


def done(report: Report) -> Section:
    return next(each for _, each in walk(report.sections) if each.title.startswith("Những mặt làm được"))


def picture(name: str, widget: QWidget) -> None:
    folder = os.environ.get("BCDESK_PICTURES")
    if not folder:
        return
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        colour(QApplication.instance(), scheme)
        QApplication.processEvents()
        widget.grab().save(str(Path(folder) / f"{name}-{scheme.name.lower()}.png"))


@pytest.fixture
def window(tmp_path, qtbot):
    """A report that was finished yesterday and is on the desk today."""
    calendar = Calendar()
    store = open_store(tmp_path, now=calendar)
    store.create(SAMPLE)
    calendar.now = local_now()
    made = OpenDesk(tmp_path, qtbot, store=store)
    made.do("home")
    made.key(Qt.Key.Key_Return)
    yield made
    made.close()


def spoil(window: OpenDesk) -> None:
    """What was written yesterday is typed over, and saved."""
    part = done(window.report)
    window.stand(Place(part.id, 0, 0))
    window.key(Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    window.type("Cơ bản hoàn thành")
    other = window.report.sections[-1]
    window.stand(Place(other.id, 0, 0))
    window.type("Thêm: ")
    window.stand(Place(part.id, 0, 5))
    assert window.saver.flush(20)


def versions(window: OpenDesk) -> VersionsDialog:
    window.do("versions")
    dialog = window.dialog(VersionsDialog)
    window.qtbot.waitUntil(lambda: dialog.list.count() > 0 and dialog.act.isEnabled())
    return dialog


def test_yesterdays_paragraph_is_back_in_two_actions_and_todays_other_words_stay(window):
    spoil(window)
    spoiled = window.report
    dialog = versions(window)
    picture("versions", dialog)
    QTest.mouseClick(dialog.some, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: window.report is not spoiled)
    assert done(window.report) == done(SAMPLE)
    assert find_section(window.report, spoiled.sections[-1].id) == spoiled.sections[-1]
    assert "Đã khôi phục" in window.window.bars.result.words
    picture("restored", window.window)


def test_what_was_put_back_can_be_undone_and_what_stood_before_is_a_version_too(window):
    spoil(window)
    spoiled = window.report
    dialog = versions(window)
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: window.report == SAMPLE)
    window.do("undo")
    assert window.report == spoiled
    newest = window.store.versions(window.desk.report_id)[0]
    assert (newest.event, window.store.load_version(newest.id)) == ("trước khi khôi phục", spoiled)
