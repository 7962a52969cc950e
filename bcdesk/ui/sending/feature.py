"""Chuẩn bị gửi in the window: the steps for the report on the desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bcdesk.report.states import MARK_SENT
from bcdesk.ui.desk import Desk
from bcdesk.ui.export import Export
from bcdesk.ui.sending.dialog import SendDialog
from bcdesk.ui.sending.parcel import Parcel
from bcdesk.ui.states.stepping import Stepping
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace


class Sending(QObject):
    """Makes a report ready to be sent; that it was sent only the clerk can say.

    `left`: the clerk has gone from the steps.
    """

    left = Signal()

    def __init__(
        self, parent: QWidget, workplace: Workplace, telling: Telling, export: Export, stepping: Stepping
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._telling = telling
        self._export = export
        self._stepping = stepping

    def ask(self, desk: Desk) -> None:
        """Show the steps for the report on the desk."""
        report = self._export.finished(desk).report
        dialog = SendDialog(self._window)
        Parcel(dialog, desk, self._workplace)
        dialog.copy_asked.connect(partial(self._stepping.attaching.ask, desk))
        dialog.sent_asked.connect(partial(self._mark_sent, desk, dialog))
        dialog.finished.connect(lambda _: self.left.emit())
        dialog.open()
        self._telling.doubt(report)

    def _mark_sent(self, desk: Desk, dialog: SendDialog) -> None:
        dialog.reject()
        self._stepping.take(desk, MARK_SENT)
