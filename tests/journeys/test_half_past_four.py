"""Half past four, the report is due: the next period from the last, what is stale, three figures, check, export.

Every key counts: under 60 were asked for, 16 are needed. With `BCDESK_PICTURES` naming a folder, what the clerk sees
on the way is saved there, light and dark.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.period import period_words
from bcdesk.report.report import find_section
from bcdesk.storage.database import open_store
from bcdesk.ui.dialogs.next_report import NextReportDialog
from bcdesk.ui.style.style import colour
from bcdesk.word.reader import read
from tests.ui.desk import OpenDesk

SAMPLE = read_file(resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").report
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEEDED, ALLOWED = 16, 60


class Clerk:
    """Presses keys in the real window, and counts them."""

    def __init__(self, desk: OpenDesk) -> None:
        self.desk = desk
        self.actions = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.actions += 1
        self.desk.key(key, modifiers)

    def write(self, text: str) -> None:
        self.actions += len(text)
        self.desk.type(text)

    def see(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture, light and dark, where one is asked for."""
        if not (folder := os.environ.get("BCDESK_PICTURES")):
            return
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            colour(QApplication.instance(), scheme)
            QTest.qWait(50)
            (widget or self.desk.window).grab().save(str(Path(folder) / f"{name}-{scheme.name.lower()}.png"))


@pytest.fixture
def clerk(tmp_path, qtbot):
    """The list is in front, last quarter's report in it."""
    store = open_store(tmp_path)
    store.create(SAMPLE)
    desk = OpenDesk(tmp_path, qtbot, store=store)
    yield Clerk(desk)
    desk.close()


def panel(clerk):
    return clerk.desk.window._features.checking._now.panel


def wait(clerk, so):
    clerk.desk.qtbot.waitUntil(so)


def make_next_report(clerk: Clerk) -> None:
    """Open the last report, ask for the next, take the period that is proposed."""
    desk = clerk.desk
    clerk.press(Qt.Key.Key_Return)
    old = desk.desk.report_id
    clerk.press(Qt.Key.Key_N, CONTROL | SHIFT)
    wait(clerk, lambda: any(each.isVisible() for each in desk.window.findChildren(NextReportDialog)))
    dialog: QDialog = desk.dialog(NextReportDialog)
    clerk.see("next", dialog)
    clerk.press(Qt.Key.Key_Return)
    wait(clerk, lambda: desk.desk.report_id != old)
    desk.activate(desk.window)


def walk_the_list(clerk: Clerk) -> None:
    """The sentence on COVID-19 goes, three figures are written anew, each selected as one comes to it."""
    clerk.press(Qt.Key.Key_F7, SHIFT)
    wait(clerk, lambda: len(panel(clerk).model.rows) == 4)
    clerk.see("stale")
    clerk.press(Qt.Key.Key_F8)
    clerk.press(Qt.Key.Key_Delete)
    for figure in ("4", "12", "10"):
        clerk.press(Qt.Key.Key_F8)
        clerk.write(figure)
    wait(clerk, lambda: "kỳ trước" not in clerk.desk.window.status.findings.text())


def check_and_export(clerk: Clerk) -> Path:
    clerk.press(Qt.Key.Key_F7)
    wait(clerk, lambda: panel(clerk).model.rows and "Đang" not in panel(clerk).summary.text())
    clerk.see("checked")
    clerk.press(Qt.Key.Key_W, CONTROL | SHIFT)
    return clerk.desk.written(".docx")


def test_the_next_report_is_on_paper_in_a_few_actions(clerk):
    make_next_report(clerk)
    walk_the_list(clerk)
    docx = check_and_export(clerk)
    report = clerk.desk.report
    assert period_words(report.period) == "6 tháng đầu năm 2024"
    assert find_section(report, "s4").blocks[0].plain.endswith("4 tiếng/ngày.")
    assert "12 cụm pano" in find_section(report, "s5").blocks[0].plain
    assert "10 băng rôn" in find_section(report, "s5").blocks[0].plain
    said = "\n".join(
        block.plain
        for part in read(docx.read_bytes()).sheet.sections
        for block in part.blocks
        if hasattr(block, "plain")
    )
    assert "10 băng rôn" in said
    assert "covid" not in said.lower()
    assert "quý I năm 2024" not in said
    assert clerk.actions == NEEDED < ALLOWED
