"""The pages on paper: the same painting on a printer, at its true size whatever the printer's own margins."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from bcdesk.errors import PrinterRefused
from bcdesk.layout.pages import Page
from bcdesk.painting.painter import paint_page
from bcdesk.painting.pdf import page_layout
from bcdesk.sheet.lengths import TWIPS_PER_INCH

CUPS_ADDRESS, CUPS_SOCKET = "CUPS_SERVER", "/run/cups/cups.sock"


def printers() -> tuple[str, ...]:
    """The names of the printers of this machine, the default one first; empty where there is none."""
    _ask_only_this_machine()
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != default, name)))


def make_printer() -> QPrinter:
    """The default printer at its full resolution; the only way to one, so that no network is asked for printers."""
    _ask_only_this_machine()
    return QPrinter(QPrinter.PrinterMode.HighResolution)


def print_pages(pages: tuple[Page, ...], printer: QPrinter, go_on: Callable[[int], bool] = lambda _done: True) -> None:
    """Send the pages to `printer`, which holds paper choice, copies and sides; 100 % of size, never fitted.

    `go_on` is asked before each page with the number already sent; on False the job is given up.
    Raises PrinterRefused where the printer takes no job.
    """
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(pages[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused(printer.printerName())
    for index, page in enumerate(pages):
        if not go_on(index):
            printer.abort()
            break
        if index:
            printer.setPageLayout(page_layout(page))
            printer.newPage()
        painter.save()
        scale = printer.resolution() / TWIPS_PER_INCH
        painter.scale(scale, scale)
        paint_page(painter, page)
        painter.restore()
    painter.end()


def _ask_only_this_machine() -> None:
    """Where the socket of CUPS is missing, its library would look for a print server on the network instead."""
    if not os.environ.get(CUPS_ADDRESS, "").startswith("/"):
        os.environ[CUPS_ADDRESS] = CUPS_SOCKET
