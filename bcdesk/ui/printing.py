"""Printing the open report; where there is no printer, the way to a PDF."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from bcdesk.errors import KnownError
from bcdesk.painting.printer import print_pages, printers
from bcdesk.press.paper import Paper
from bcdesk.ui.desk import Desk
from bcdesk.ui.dialogs.print_options import PrintDialog, PrintOptions
from bcdesk.ui.export import FLUSH_SECONDS, Export
from bcdesk.ui.notices import Notice, Step
from bcdesk.ui.status import StatusLine
from bcdesk.ui.workplace import Workplace

NO_PRINTER = "Máy tính này chưa có máy in. Xuất PDF để in ở máy khác."


class Printing(QObject):
    """Asks how to print, prints, and says what was printed."""

    def __init__(
        self, parent: QWidget, workplace: Workplace, status: StatusLine, result: Notice, trouble: Notice, export: Export
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._status = status
        self._result = result
        self._trouble = trouble
        self._export = export

    def ask(self, desk: Desk) -> None:
        """Ask for printer, copies, sides and pages, then print."""
        paper = desk.finished_paper()
        self._workplace.saver.flush(FLUSH_SECONDS)
        names = printers()
        if not names:
            self._trouble.say(NO_PRINTER, Step("Xuất PDF", partial(self._export.pdf, desk)))
            return
        two_sided = self._workplace.remembered.two_sided
        recipients = len(paper.report.recipients)
        dialog = PrintDialog(names, len(paper.pages), recipients, two_sided=two_sided, parent=self._window)
        dialog.accepted.connect(
            lambda: self.print_paper(paper, dialog.options, QPrinter(QPrinter.PrinterMode.HighResolution))
        )
        dialog.open()

    def print_paper(self, paper: Paper, options: PrintOptions, printer: QPrinter) -> None:
        """Print so on that printer, and remember the sides."""
        self._workplace.remembered.keep_two_sided(two_sided=options.two_sided)
        pages = paper.pages[options.first - 1 : options.last]
        printer.setPrinterName(options.printer) if options.printer else None
        printer.setDocName(paper.sheet.title)
        printer.setCopyCount(options.copies)
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if options.two_sided else QPrinter.DuplexMode.DuplexNone)
        self._status.begin("Đang in…")
        try:
            print_pages(pages, printer, self._breathe)
        except KnownError as error:
            self._trouble.say(str(error))
        else:
            self._result.say(f"Đã gửi {len(pages)} trang đến máy in {options.printer}.")
        finally:
            self._status.end()

    def _breathe(self, _done: int) -> bool:
        """Let the window be painted between two pages."""
        QApplication.processEvents()
        return self._window.isVisible()
