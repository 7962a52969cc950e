"""Everything the window can do, done once in the real window; run by `test_no_network.py` in a process it watches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from bcdesk.app import records
from bcdesk.painting.printer import make_printer
from bcdesk.places import resources
from bcdesk.report.report import OPENING, Place
from bcdesk.ui.actions import ACTIONS
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.dialogs.new_report import NewReportDialog
from bcdesk.ui.dialogs.print_options import PrintOptions
from bcdesk.ui.sending.dialog import DRAFT, SendDialog
from tests.ui.desk import OpenDesk

SAMPLE = resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
TYPED = "Quán triệt chỉ đạo của Đảng ủy. "
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_whole_day(tmp_path, qtbot):
    records.write_log(tmp_path)
    desk = OpenDesk(tmp_path, qtbot)
    closing = QTimer(interval=20)  # a menu waits for an answer
    closing.timeout.connect(close_menu)
    closing.start()
    make_new(desk)
    take_old(desk)
    write_and_find(desk)
    print_to_file(desk)
    send(desk)
    for spec in ACTIONS:
        do_once(desk, spec.id)
    back_up(desk)
    desk.close()
    logged = (tmp_path / records.LOG).read_text(encoding="utf-8")
    assert [word for word in TYPED.split() if word in logged] == []


def close_menu() -> None:
    if menu := QApplication.activePopupWidget():
        menu.close()


def make_new(desk: OpenDesk) -> None:
    desk.do("new")
    desk.dialog(NewReportDialog).act.click()
    assert desk.window.desk


def take_old(desk: OpenDesk) -> None:
    desk.do("import")
    dialog = desk.dialog(ImportDialog)
    dialog.pasted.setFocus()
    desk.paste(SAMPLE.read_text(encoding="utf-8"))
    desk.qtbot.waitUntil(dialog.act.isEnabled)
    dialog.act.click()


def write_and_find(desk: OpenDesk) -> None:
    desk.stand(Place(OPENING, 0, 0))
    desk.type(TYPED)
    desk.do("save")
    desk.do("home")
    desk.window.home.search.setText("quán triệt")
    desk.key(Qt.Key.Key_Return)
    desk.window.open_report(desk.store.listed()[0].id)


def print_to_file(desk: OpenDesk) -> None:
    printer = make_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(desk.papers / "in.pdf"))
    desk.window._features.printing.print_paper(desk.desk.paper(), PrintOptions(""), printer)


def send(desk: OpenDesk) -> None:
    desk.do("send")
    dialog = desk.dialog(SendDialog)
    dialog.steps.setCurrentRow(DRAFT)
    dialog.act.click()
    desk.qtbot.waitUntil(lambda: any(desk.papers.rglob("*.eml")))
    dialog.reject()


def do_once(desk: OpenDesk, action_id: str) -> None:
    """Take the action where it can be taken, and leave whatever dialog it opens."""
    if desk.window.desk is None:
        desk.window.open_report(desk.store.listed()[0].id)
    desk.window.commands[action_id].trigger()
    QApplication.processEvents()
    for dialog in list(QApplication.topLevelWidgets()):
        if dialog is not desk.window and dialog.isVisible():
            dialog.close()


def back_up(desk: OpenDesk) -> None:
    desk.keeper.close()
    assert any((desk.papers.parent / "backups").glob("*.sqlite"))
