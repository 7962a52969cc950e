from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from bcdesk.ui.dialogs.fault_report import COPIED, FaultReportDialog
from bcdesk.ui.fault_reporting import FaultReporting
from bcdesk.ui.window import Window
from tests.ui.desk import Answers

TEXT = "BÁO LỖI\n- Phiên bản: 2026.1\n"


@pytest.fixture
def window(qtbot, tmp_path):
    made = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window, tmp_path):
    FaultReporting(window, Answers(), tmp_path).ask(TEXT)
    return window.findChildren(FaultReportDialog)[0]


def test_what_is_shown_is_what_is_written(dialog, window, tmp_path):
    shown = dialog.text.toPlainText()
    dialog.act.click()
    (written,) = tmp_path.glob("bao-loi-bcdesk-*.txt")
    assert written.read_bytes().decode() == shown == TEXT
    assert written.name in window.bars.result.words


def test_it_cannot_be_changed_but_copied(dialog):
    assert dialog.text.isReadOnly()
    dialog.copy.click()
    assert QApplication.clipboard().text() == TEXT
    assert dialog.what.text() == COPIED


def test_leaving_writes_nothing(dialog, tmp_path):
    dialog.leave.click()
    assert list(tmp_path.glob("*.txt")) == []


def test_a_folder_that_is_gone_is_told(window, tmp_path):
    FaultReporting(window, Answers(), tmp_path / "gone").ask(TEXT)
    window.findChildren(FaultReportDialog)[0].act.click()
    assert "Không tìm thấy thư mục" in window.bars.trouble.words


def test_it_has_room_on_a_small_screen(dialog):
    needed = dialog.minimumSizeHint()
    assert (needed.width() <= 900, needed.height() <= 470) == (True, True)
