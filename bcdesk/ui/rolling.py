"""The next period's report made in the window: what changes is shown first, the old report stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bcdesk.report.edits import Become
from bcdesk.report.period import Period, period_words
from bcdesk.report.report import Report
from bcdesk.report.rollover import WORDS, RollOver, Shift, rolled
from bcdesk.report.stale import left
from bcdesk.report.timereading import all_mentions
from bcdesk.session.session import Session
from bcdesk.session.store import Store
from bcdesk.ui.desk import Desk
from bcdesk.ui.dialogs.next_report import NextReportDialog
from bcdesk.ui.home.home import Home
from bcdesk.ui.notices import Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace
from bcdesk.vietnamese.numbers import grouped

MADE = "Đã lập báo cáo {period}."
LEFT = "Còn {count} chỗ có thể là nội dung của kỳ trước (Shift+F7)."


@dataclass(frozen=True, slots=True)
class Made:
    """A report just made: its id, its period in words, and how much of it is still last period's."""

    id: str
    period: str
    left: int


class Rolling(QObject):
    """Asks for the next period of the report on the desk or of a row of the list; `made` gives the new one's id.

    `show_left` shows what in the report on the desk is still last period's.
    """

    made = Signal(str)

    def __init__(
        self, parent: QWidget, workplace: Workplace, telling: Telling, home: Home, show_left: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._telling = telling
        self._home = home
        self._show_left = show_left

    def ask_desk(self, desk: Desk) -> None:
        """Ask for the report after the one on the desk, the syllable being typed included."""
        desk.editor.commit_composition()
        report = desk.session.report
        self._read(lambda: report)

    def ask_chosen(self) -> None:
        """Ask for the report after the one chosen in the list, where the list is in front."""
        if self._home.isVisible() and (report_id := self._home.table.chosen):
            self.ask_listed(report_id)

    def ask_listed(self, report_id: str, to: Period | None = None) -> None:
        """Ask for the report after a listed one, on the period that follows or on `to`."""
        self._read(lambda: self._workplace.saver.load(report_id).report, to)

    def _read(self, read: Callable[[], Report], to: Period | None = None) -> None:
        """Read a report and the words for time in it behind the window, then ask about them."""

        def show(report: Report) -> None:
            self._telling.status.end()
            self._ask(report, to)

        self._telling.begin("Đang tìm những chỗ đổi theo kỳ…")
        self._workplace.background.run(partial(_read_through, read), show, self._telling.failed)

    def _ask(self, report: Report, to: Period | None) -> None:
        kinds, today = self._workplace.templates.kinds, self._workplace.now().date()
        dialog = NextReportDialog(report, kinds, today, self._window, to=to)
        dialog.accepted.connect(lambda: self._make(report, dialog.roll_over, dialog.chosen))
        dialog.open()

    def _make(self, report: Report, roll_over: RollOver | None, chosen: tuple[Shift, ...]) -> None:
        if roll_over is None:
            return
        drafter = self._workplace.settings.drafter or report.drafter
        self._telling.begin("Đang lập báo cáo kỳ sau…")
        work = partial(_kept, self._workplace.store, report, roll_over, chosen, drafter)
        self._workplace.background.run(work, self._open, self._telling.failed)

    def _open(self, made: Made) -> None:
        self.made.emit(made.id)
        sentence = MADE.format(period=made.period).replace("  ", " ")
        if made.left:
            words = f"{sentence} {LEFT.format(count=grouped(made.left))}"
            self._telling.done(words, Step("Xem các chỗ này", self._show_left))
        else:
            self._telling.done(sentence)


def _read_through(read: Callable[[], Report]) -> Report:
    """The report; its words for time are known from then on, so that a plan for any period takes no time."""
    report = read()
    all_mentions(report)
    return report


def _kept(store: Store, report: Report, roll_over: RollOver, chosen: tuple[Shift, ...], drafter: str) -> Made:
    """Keep the new report; that the period's words were changed in it is a step one can take back."""
    before, after = (replace(rolled(report, roll_over, done), drafter=drafter) for done in ((), chosen))
    session = Session(before)
    session.change(Become(after, WORDS))
    report_id = store.create(session.report)
    store.save(report_id, session.report, session.trail)
    return Made(report_id, period_words(roll_over.to), len(left(session.report)))
