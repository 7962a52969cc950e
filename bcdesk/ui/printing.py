"""Printing the open report; where there is no printer, the way to a PDF."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bcdesk.errors import KnownError
from bcdesk.ui.export import Export
from bcdesk.ui.notices import Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from bcdesk.press.paper import Paper
    from bcdesk.ui.desk import Desk
    from bcdesk.ui.dialogs.print_options import PrintOptions

NO_PRINTER = "Máy tính này chưa có máy in. Xuất PDF để in ở máy khác."


class Printing(QObject):
    """Asks how to print, prints, and says what was printed; `printed` says that a paper is there."""

    printed = Signal()

    def __init__(self, parent: QWidget, workplace: Workplace, telling: Telling, export: Export) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._telling = telling
        self._export = export

    def ask(self, desk: Desk) -> None:
        """Ask for printer, copies, sides and pages, then print."""
        paper = self._export.finished(desk)
        self.ask_for(paper, len(paper.report.recipients), partial(self._export.pdf, desk))

    def ask_for(self, paper: Paper, copies: int, instead: Callable[[], object]) -> None:
        """Ask how to print a paper, so many copies offered; where there is no printer, offer `instead`, a PDF."""
        from bcdesk.painting.printer import make_printer, printers
        from bcdesk.ui.dialogs.print_options import PrintDialog

        names = printers()
        if not names:
            self._telling.trouble.say(NO_PRINTER, Step("Xuất PDF", instead))
            return
        two_sided = self._workplace.settings.two_sided
        dialog = PrintDialog(names, len(paper.pages), copies, two_sided=two_sided, parent=self._window)
        dialog.accepted.connect(lambda: self.print_paper(paper, dialog.options, make_printer()))
        dialog.open()

    def print_paper(self, paper: Paper, options: PrintOptions, printer: QPrinter) -> None:
        """Print so on that printer, and remember the sides."""
        from bcdesk.painting.printer import print_pages

        with suppress(KnownError):  # a data folder that is full or gone does not stand in the way of a paper
            self._workplace.settings.keep_two_sided(two_sided=options.two_sided)
        pages = paper.pages[options.first - 1 : options.last]
        if options.printer:
            printer.setPrinterName(options.printer)
        printer.setDocName(paper.sheet.title)
        printer.setCopyCount(options.copies)
        modes = printer.DuplexMode
        printer.setDuplex(modes.DuplexLongSide if options.two_sided else modes.DuplexNone)
        self._telling.begin("Đang in…")
        try:
            print_pages(pages, printer, self._breathe)
        except KnownError as error:
            self._telling.failed(error)
        else:
            self._telling.done(f"Đã gửi {len(pages)} trang đến máy in {options.printer}.")
            self._telling.doubt(paper.report)
            self.printed.emit()

    def _breathe(self, _done: int) -> bool:
        """Let the window be painted between two pages."""
        QApplication.processEvents()
        return self._window.isVisible()
