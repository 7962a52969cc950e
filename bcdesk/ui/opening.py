"""The ways a report comes onto the desk: from the list, new, from an old one, or the sample; and who is at the desk."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bcdesk.errors import KnownError
from bcdesk.places import resources
from bcdesk.report.kept import Listed
from bcdesk.report.office import Office, issuer_name
from bcdesk.report.report import Report
from bcdesk.session.save_states import Saved, SaveState
from bcdesk.ui.home.corner import Corner
from bcdesk.ui.home.home import Home
from bcdesk.ui.notices import Notice, TroubleBar
from bcdesk.ui.trash import Trash
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.intake.intake import Intake
    from bcdesk.session.session import Session

SHOWN_AT_ONCE = 50  # more than any screen shows; the rest is read in the background
FILL_AFTER_MS = 300  # a start has other things to do first
SAMPLE = "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"


class Opening(QObject):
    """Asks what is needed, keeps the new report, and says with `ready` which one is to be opened.

    `taken` names one that came from an old report, once it is open.
    """

    ready = Signal(str)
    taken = Signal(str)

    def __init__(self, parent: QWidget, workplace: Workplace, home: Home, result: Notice, trouble: TroubleBar) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._home = home
        self._result = result
        self._trouble = trouble
        self._filling = 0
        self._name_kinds()
        home.opened.connect(self.ready)
        self._trash = Trash(parent, workplace, result, trouble)
        self._trash.changed.connect(self.refresh)
        home.removed.connect(self._trash.remove)
        home.trash_asked.connect(lambda: self._trash.show(self._kind_names()))
        home.drafter_chosen.connect(self._take_drafter)
        home.drafter_added.connect(self._ask_drafter)
        home.office_asked.connect(self._ask_offices)
        home.chosen.connect(self._begin_with)
        self._stop_listening = workplace.saver.listen(self._on_save_state)

    def refresh(self) -> bool:
        """Fill the list anew; whether it could be read: if not, that is told."""
        try:
            corner, first = self._corner(), self._workplace.store.listed(SHOWN_AT_ONCE)
        except KnownError as error:
            self._trouble.tell(error)
            return False
        self._home.show_corner(corner)
        self._home.show_reports(first)
        self._filling += 1
        if len(first) == SHOWN_AT_ONCE:
            QTimer.singleShot(FILL_AFTER_MS, self, partial(self._read_all, self._filling))
        return True

    def _corner(self) -> Corner:
        settings, office = self._workplace.settings, self._office()
        name = issuer_name(office) if office else ""
        return Corner(settings.drafters, settings.drafter, name, settings.register.on)

    def _on_save_state(self, _report_id: str, state: SaveState) -> None:
        """A save that ended after the clerk came to the list is shown there; what was saved last was changed last."""
        if isinstance(state, Saved) and self._home.isVisible():
            with suppress(KnownError):  # it was saved; the list is read again when one comes back to it
                self._home.show_changed(self._workplace.store.listed(1))

    def _read_all(self, filling: int) -> None:
        """Read the whole list in the background, unless the clerk has gone on to a report meanwhile."""
        if filling == self._filling and self._home.isVisible():
            shown = partial(self._fill, filling)
            self._workplace.background.run(self._workplace.store.listed, shown, self._trouble.tell)

    def _fill(self, filling: int, listed: tuple[Listed, ...]) -> None:
        """Show all, unless the list was filled anew meanwhile."""
        if filling == self._filling:
            self._home.show_reports(listed)

    def learn_kinds(self) -> None:
        """The kinds of report are others, or have other names: let list and calendar know."""
        self._name_kinds()
        self.refresh()

    def _name_kinds(self) -> None:
        self._home.name_kinds(self._kind_names())
        self._home.calendar.show_sequences({kind.id: kind.sequence for kind in self._workplace.templates.kinds})

    def _kind_names(self) -> dict[str, str]:
        return {kind.id: kind.name for kind in self._workplace.templates.kinds}

    def welcome(self) -> None:
        """At a first start, ask the five things; they may be skipped."""
        if not self._workplace.settings.welcomed:
            self._ask_first()

    def new_report(self) -> None:
        """Ask for kind and period, then begin that report."""
        from bcdesk.ui.dialogs.new_report import NewReportDialog

        settings, kinds = self._workplace.settings, self._workplace.templates.kinds
        today = self._workplace.now().date()
        dialog = NewReportDialog(kinds, today, settings.drafters, settings.drafter, self._window)
        dialog.accepted.connect(lambda: self._begin(dialog.report(self._office() or Office())))
        dialog.open()

    def import_report(self, path: Path | None = None) -> None:
        """Ask for an old report, or read the one at `path`, show what was recognised, then take it."""
        from bcdesk.ui.dialogs.import_report import ImportDialog

        workplace = self._workplace
        office, today, kinds = self._office(), workplace.now().date(), workplace.templates.kinds
        dialog = ImportDialog(office, workplace.messages, workplace.documents, self._window, today=today, kinds=kinds)
        dialog.accepted.connect(lambda: self._take(dialog.intake))
        dialog.open()
        if path is not None:
            dialog.read_file(path)

    def ask_period(self, session: Session) -> None:
        """Ask for another period of the open report."""
        from bcdesk.report.edits import SetField
        from bcdesk.ui.dialogs.period import PeriodDialog

        report = session.report
        kinds = self._workplace.templates.kinds
        sequence = next((kind.sequence for kind in kinds if kind.id == report.kind), ())
        dialog = PeriodDialog(report.period, sequence, self._workplace.now().date(), self._window)
        dialog.accepted.connect(lambda: session.change(SetField("period", dialog.period, "Đổi kỳ báo cáo")))
        dialog.open()

    def _begin_with(self, beginning: str) -> None:
        {"new": self.new_report, "import": self.import_report, "sample": self._open_sample}[beginning]()

    def _take(self, intake: Intake | None) -> None:
        """Keep what was read, with the signed copy that came along: a report never names what is not kept."""
        if intake is None:
            return
        copy = intake.report.signed_copy
        try:
            if copy is not None and intake.signed_copy:
                self._workplace.signed_copies.keep(copy, intake.signed_copy)
        except KnownError as error:
            self._trouble.tell(error)
            return
        if report_id := self._keep(intake.report):
            self.taken.emit(report_id)

    def _open_sample(self) -> None:
        from bcdesk.intake.files import read_file

        self._keep(read_file(resources() / "samples" / SAMPLE).report)

    def _begin(self, report: Report) -> None:
        self._workplace.settings.keep_drafter(report.drafter)
        self._keep(report)

    def _keep(self, report: Report) -> str:
        """Keep a new report and open it; its id, empty where it could not be kept."""
        drafter = report.drafter or self._workplace.settings.drafter
        try:
            report_id = self._workplace.store.create(replace(report, drafter=drafter))
        except KnownError as error:
            self._trouble.tell(error)
            return ""
        self.ready.emit(report_id)
        return report_id

    def _office(self) -> Office | None:
        return self._workplace.settings.office(self._workplace.now().date())

    def _take_drafter(self, name: str) -> None:
        self._workplace.settings.keep_drafter(name)
        self.refresh()

    def _ask_drafter(self) -> None:
        from bcdesk.ui.dialogs.drafter import DrafterDialog

        dialog = DrafterDialog(self._window)
        dialog.accepted.connect(lambda: self._take_drafter(dialog.name))
        dialog.open()

    def _ask_first(self) -> None:
        from bcdesk.ui.dialogs.office import FirstStartDialog

        dialog = FirstStartDialog(self._workplace.make_paper, self._window)
        dialog.accepted.connect(lambda: self._take_answers(dialog.office, dialog.drafter))
        dialog.finished.connect(lambda _: self._workplace.settings.keep_welcomed())
        dialog.open()

    def _take_answers(self, office: Office, drafter: str) -> None:
        self._workplace.settings.keep_offices((office,))
        self._take_drafter(drafter)

    def _ask_offices(self) -> None:
        from bcdesk.ui.dialogs.offices import OfficesDialog

        offices = self._workplace.settings.offices
        if not offices:
            self._ask_first()
            return
        dialog = OfficesDialog(offices, self._workplace.make_paper, self._workplace.now().date(), self._window)
        dialog.accepted.connect(lambda: self._take_offices(dialog.offices))
        dialog.open()

    def _take_offices(self, offices: tuple[Office, ...]) -> None:
        self._workplace.settings.keep_offices(offices)
        self.refresh()
