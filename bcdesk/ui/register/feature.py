"""The outgoing register of this machine: it numbers issued reports; its lines are shown, printed and corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bcdesk.report.office import Office, symbol_of
from bcdesk.report.register import Book, Entry, Line, Standing, book_of, line_of
from bcdesk.report.report import Report, State
from bcdesk.session.register import Register
from bcdesk.session.session import Change
from bcdesk.session.settings import Settings
from bcdesk.ui.desk import Desk
from bcdesk.ui.export import Export
from bcdesk.ui.printing import Printing
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.ui.register.setup import SetupDialog

SENT, NOT_SENT = "Đánh dấu đã gửi", "Bỏ đánh dấu đã gửi"
BEGUN = "Bắt đầu dùng sổ trên máy"
LAST_ON_PAPER = "Số cuối cùng trong sổ giấy"
IS_OFF = "Máy này không giữ sổ văn bản đi. Bật lại ở “Sổ văn bản đi…”."


class Registering(QObject):
    """Keeps the register where this machine is văn thư's, `changed` when that is decided anew.

    A `bcdesk.ui.states.numbers.Numbers`.
    """

    changed = Signal()

    def __init__(
        self, parent: QWidget, workplace: Workplace, telling: Telling, printing: Printing, export: Export
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._telling = telling
        self._printing, self._export = printing, export

    def follow(self, desk: Desk) -> None:
        """Write into the register when the report on this desk was marked as sent."""
        desk.session.listen(lambda change: self._on_change(desk.report_id, change))

    def ask(self) -> None:
        """Show the register; first ask whether this machine keeps it at all."""
        if self._settings.register.on:
            self._show()
        else:
            self.set_up()

    def set_up(self) -> None:
        """Ask whether and how the register is kept here."""
        from bcdesk.ui.register.setup import SetupDialog

        book = self._book_of_today()
        empty = self._register.next_number(book) == 1
        dialog = SetupDialog(self._settings.register, empty=empty, parent=self._window)
        dialog.accepted.connect(lambda: self._take_choice(dialog))
        dialog.open()

    def following(self, report_id: str, report: Report, year: int) -> int | None:
        """The number whose turn it is; the one the report was given already, where it was."""
        if not self._settings.register.on:
            return None
        book = self._book(report, year)
        held = self._register.of_report(report_id)
        return held.line.number if held and held.line.book == book else self._register.next_number(book)

    def take(self, report_id: str, report: Report, why: str) -> None:
        """Write the report that is being issued into the register. Raises NumberTaken."""
        if self._settings.register.on and report.date.year is not None:
            line = line_of(report, report_id, self._book(report, report.date.year))
            self._register.give(line, self._settings.drafter, why)

    @property
    def _register(self) -> Register:
        return self._workplace.store.register

    @property
    def _settings(self) -> Settings:
        return self._workplace.settings

    @property
    def _office(self) -> Office:
        return self._settings.office(self._workplace.now().date()) or Office()

    def _book(self, report: Report, year: int) -> Book:
        return book_of(report.office, report.symbol, year, self._settings.register.series)

    def _book_of_today(self) -> Book:
        today = self._workplace.now().date()
        return book_of(self._office, symbol_of(self._office), today.year, self._settings.register.series)

    def _take_choice(self, dialog: SetupDialog) -> None:
        self._settings.keep_register(dialog.choice)
        self.changed.emit()
        if dialog.last:
            line = Line(self._book_of_today(), dialog.last, Standing.OUTSIDE, note=LAST_ON_PAPER)
            self._register.give(line, self._settings.drafter, BEGUN)
        if dialog.choice.on:
            self._show()
        else:
            self._telling.result.say(IS_OFF)

    def _show(self) -> None:
        from bcdesk.ui.register.shelf import Shelf
        from bcdesk.ui.register.view import RegisterDialog

        dialog = RegisterDialog(self._window)
        dialog.setup_asked.connect(dialog.reject)
        dialog.setup_asked.connect(self.set_up)
        Shelf(dialog, self._workplace, self._book_of_today(), self._office, self._printing, self._export)
        dialog.open()

    def _on_change(self, report_id: str, change: Change) -> None:
        moved = (change.before.state, change.after.state)
        if moved == (State.ISSUED, State.SENT):
            self._note_sent(report_id, sent=True)
        elif moved == (State.SENT, State.ISSUED):
            self._note_sent(report_id, sent=False)

    def _note_sent(self, report_id: str, *, sent: bool) -> None:
        """Write the day on which a report was passed on, or take it out again."""
        register, who = self._register, self._settings.drafter
        day = self._workplace.now().date() if sent else None

        def work() -> Entry | None:
            held = register.of_report(report_id)
            return held and register.correct(held, replace(held.line, sent=day), who, SENT if sent else NOT_SENT)

        self._workplace.background.run(work, lambda _: None, self._telling.failed)
