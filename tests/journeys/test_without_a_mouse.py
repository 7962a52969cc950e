"""From the first start to the text of the mail without a mouse: nothing happens here but keys, and every key counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget

from bcdesk.places import resources
from bcdesk.report.report import State, Table, walk
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.dialogs.issue import IssueDialog
from bcdesk.ui.dialogs.office import FirstStartDialog
from bcdesk.ui.messages import Messages
from bcdesk.ui.sending.dialog import MAIL, SendDialog
from bcdesk.word.reader import read
from tests.ui.desk import OpenDesk
from tests.ui.typing import ALT, CTRL, NONE, SHIFT, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OLD = (resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").read_text(encoding="utf-8")
MISSPELT, CORRECT = "Các nghành đã phối hợp.", "Các ngành đã phối hợp."
ALLOWED = 90  # keys besides the letters; 73 are needed, of which those to walk the remarks are as many as there are
Key = Qt.Key


class Clerk:
    """Has a keyboard and eyes: keys go to what has the keyboard, and whatever is to be seen is waited for."""

    def __init__(self, desk: OpenDesk) -> None:
        self.desk = desk
        self.keys = 0

    @property
    def at(self) -> QWidget:
        """What the next key goes to."""
        self.wait(lambda: QApplication.activePopupWidget() or QApplication.focusWidget())
        return QApplication.activePopupWidget() or QApplication.focusWidget()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self.at, key, modifiers)
            QApplication.processEvents()

    def write(self, text: str) -> None:
        type_text(self.at, text)

    def wait(self, so: Callable[[], object]) -> None:
        self.desk.qtbot.waitUntil(lambda: bool(so()))

    def see(self, kind: type[QWidget]) -> QWidget:
        """The dialog that has come, with the keyboard in it, which the window system has given it."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
        self.desk.activate(QApplication.activeModalWidget())
        return QApplication.activeModalWidget()

    def see_the_window(self) -> None:
        """The window is in front again, with the keyboard where it was."""
        self.wait(lambda: QApplication.activeModalWidget() is None)
        self.desk.activate(self.desk.window)

    def tab_to(self, words: str) -> None:
        """Tab on until the button with these words has the keyboard."""
        passed: set[QWidget] = set()
        while not (isinstance(self.at, QPushButton) and self.at.text() == words):
            assert self.at not in passed, f"Tab does not come to {words}"
            passed.add(self.at)
            self.press(Key.Key_Tab)

    def choose(self, words: str) -> None:
        """Go down in the open menu to an entry, and take it."""
        menu = self.at
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            if menu.activeAction() is not None and menu.activeAction().text() == words:
                self.press(Key.Key_Return)
                return
            self.press(Key.Key_Down)
        raise AssertionError(words)


@pytest.fixture
def clerk(tmp_path: Path, qtbot):
    desk = OpenDesk(tmp_path, qtbot, welcomed=False)
    desk.answers.file_to_open = Messages().file_to_open
    yield Clerk(desk)
    desk.close()


def answer_the_first_questions(clerk: Clerk) -> None:
    clerk.see(FirstStartDialog)
    for answer in ("quang ngai", "ba to"):
        clerk.write(answer)
        clerk.press(Key.Key_Return)
        clerk.press(Key.Key_Tab)
    clerk.press(Key.Key_Tab)  # the committee issues it
    clerk.write("Phạm Văn Mạnh")
    clerk.press(Key.Key_Tab, times=3)
    clerk.write("Nguyễn Thị Hoa")
    clerk.press(Key.Key_Return)
    clerk.see_the_window()


def take_the_old_report(clerk: Clerk) -> None:
    """The first of the three beginnings has the keyboard."""
    clerk.press(Key.Key_Return)
    dialog = clerk.see(ImportDialog)
    QApplication.clipboard().setText(OLD)
    clerk.press(Key.Key_V, CTRL)
    clerk.wait(dialog.act.isEnabled)
    clerk.tab_to(dialog.act.text())
    clerk.press(Key.Key_Return)
    clerk.see_the_window()
    clerk.wait(lambda: clerk.desk.window.desk is not None)


def write_in_several_tabs(clerk: Clerk) -> None:
    clerk.press(Key.Key_2, ALT)
    clerk.write("Thực hiện chỉ đạo của cấp trên, xã báo cáo như sau:")
    clerk.press(Key.Key_5, ALT)
    clerk.press(Key.Key_PageDown)
    clerk.press(Key.Key_End, CTRL)
    clerk.write(f" {MISSPELT}")
    clerk.press(Key.Key_B, CTRL | SHIFT)
    for words in ("STT", "Nội dung", "Số lượng", "1", "Cụm pano", "5"):
        clerk.write(words)
        clerk.press(Key.Key_Tab)
    clerk.press(Key.Key_Down, ALT | SHIFT)
    clerk.press(Key.Key_Delete, ALT)


def check_and_correct(clerk: Clerk) -> None:
    """F7, then F8 until the slip of the pen is under the bar, Ctrl+F8."""
    clerk.press(Key.Key_F7)
    panel = clerk.desk.window._features.checking._now.panel
    clerk.wait(lambda: any("nghành" in row.words for row in panel.model.rows))
    while panel.chosen is None or "nghành" not in panel.chosen.words:
        clerk.press(Key.Key_F8)
    clerk.press(Key.Key_F8, CTRL)
    clerk.press(Key.Key_Escape)


def step(clerk: Clerk, words: str) -> None:
    clerk.press(Key.Key_T, CTRL | SHIFT)
    clerk.choose(words)


def get_it_signed_and_numbered(clerk: Clerk) -> None:
    step(clerk, "Trình ký")
    step(clerk, "Đã ký")
    step(clerk, "Ghi số, ngày ban hành…")
    clerk.see(IssueDialog)
    clerk.write("12")
    clerk.press(Key.Key_Return)
    clerk.see_the_window()


def attach(clerk: Clerk, scan: Path) -> None:
    """The path is typed into the file dialog, which holds up everything else until then."""
    look = QTimer(interval=20)

    def type_the_path() -> None:
        if isinstance(QApplication.activeModalWidget(), QFileDialog):
            look.stop()
            clerk.see(QFileDialog)
            clerk.write(str(scan))
            clerk.press(Key.Key_Return)

    look.timeout.connect(type_the_path)
    look.start()
    step(clerk, "Gắn bản đã ký (PDF/scan)…")
    clerk.wait(lambda: clerk.desk.report.signed_copy)
    clerk.see_the_window()


def copy_the_mail(clerk: Clerk) -> None:
    clerk.press(Key.Key_G, CTRL | SHIFT)
    dialog = clerk.see(SendDialog)
    while dialog.steps.currentRow() != MAIL:
        clerk.press(Key.Key_Return)
        clerk.wait(dialog.act.isEnabled)
    clerk.tab_to("Chép lời thư")
    clerk.press(Key.Key_Return)


def words_of(docx: Path) -> str:
    return "\n".join(
        block.plain
        for part in read(docx.read_bytes()).sheet.sections
        for block in part.blocks
        if hasattr(block, "plain")
    )


def test_from_the_first_start_to_the_text_of_the_mail(clerk, tmp_path):
    scan = tmp_path / "Scan 001.pdf"
    scan.write_bytes(b"%PDF-1.4\nscan\n%%EOF\n")
    answer_the_first_questions(clerk)
    take_the_old_report(clerk)
    write_in_several_tabs(clerk)
    check_and_correct(clerk)
    clerk.press(Key.Key_W, CTRL | SHIFT)
    docx = clerk.desk.written(".docx")
    get_it_signed_and_numbered(clerk)
    attach(clerk, scan)
    copy_the_mail(clerk)
    report = clerk.desk.report
    table = next(block for _, each in walk(report.sections) for block in each.blocks if isinstance(block, Table))
    assert [cell.paragraphs[0].plain for cell in table.rows[1]] == ["1", "Cụm pano", "5"]
    assert CORRECT in words_of(docx)
    assert (report.state, report.number, report.signed_copy.name) == (State.ISSUED, "12", scan.name)
    assert report.drafter == "Nguyễn Thị Hoa"
    assert "Báo cáo số 12/BC-UBND" in QApplication.clipboard().text()
    assert len([path for path in clerk.desk.papers.rglob("12-BC-UBND*") if path.is_file()]) == 2
    assert clerk.keys <= ALLOWED, clerk.keys
