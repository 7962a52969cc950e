"""The way to a fault report in a window, also in one where the reports do not open."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from bcdesk.errors import KnownError
from bcdesk.press.files import write_whole
from bcdesk.ui.dialogs.fault_report import FaultReportDialog
from bcdesk.ui.messages import Messages
from bcdesk.ui.notices import Step
from bcdesk.ui.window import Window

TEXT_FILE = "Tệp chữ (*.txt)"


class FaultReporting:
    """Shows a fault report, and writes it into a file of the clerk's choice, at first in `folder`."""

    def __init__(self, window: Window, messages: Messages, folder: Path) -> None:
        self._window, self._messages, self._folder = window, messages, folder

    def ask(self, text: str) -> None:
        """Show the text, to be written or copied as it stands."""
        dialog = FaultReportDialog(text, self._window)
        dialog.accepted.connect(partial(self._write, text))
        dialog.open()

    def _write(self, text: str) -> None:
        suggested = self._folder / f"bao-loi-bcdesk-{date.today():%Y-%m-%d}.txt"  # noqa: DTZ011  # the clerk's own day
        target = self._messages.file_to_write(self._window, "Ghi báo lỗi", suggested, TEXT_FILE)
        if target is None:
            return
        try:
            written = write_whole(target, text.encode())
        except KnownError as error:
            self._window.bars.trouble.tell(error)
            return
        opened = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(written.parent)))
        self._window.bars.result.say(
            f"Đã ghi tệp {written.name}. Gửi tệp này cho người hỗ trợ.", Step("Mở thư mục", opened)
        )
