"""Reports begun from the calendar: from the last one of the kind where there is one, else from its outline."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from bcdesk.errors import KnownError
from bcdesk.report.kept import Listed
from bcdesk.report.kinds import Kind, new_report
from bcdesk.report.office import Office
from bcdesk.report.period import Period, period_days
from bcdesk.report.period_reading import parse_period
from bcdesk.ui.home.home import Home
from bcdesk.ui.rolling import Rolling
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace


class Beginning(QObject):
    """Answers a press on an empty place of the calendar; `made` gives the id of a report begun from its outline."""

    made = Signal(str)

    def __init__(self, workplace: Workplace, telling: Telling, home: Home, rolling: Rolling, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._telling = telling
        self._home = home
        self._rolling = rolling

    def begin(self, kind_id: str, period: Period) -> None:
        """Begin the report of that kind on that period."""
        if (before := last_before(self._home.model.reports, kind_id, period)) is not None:
            self._rolling.ask_listed(before.id, period)
            return
        kind = next((each for each in self._workplace.templates.kinds if each.id == kind_id), None)
        if kind is not None:
            self._create(kind, period)

    def _create(self, kind: Kind, period: Period) -> None:
        settings, today = self._workplace.settings, self._workplace.now().date()
        report = new_report(kind, period, settings.office(today) or Office(), drafter=settings.drafter, today=today)
        try:
            self.made.emit(self._workplace.store.create(report))
        except KnownError as error:
            self._telling.failed(error)


def last_before(listed: tuple[Listed, ...], kind: str, period: Period) -> Listed | None:
    """The report of that kind whose period ends last of those that end before `period` does."""
    end = _end(period)
    earlier = [
        (reported, -number, report)
        for number, report in enumerate(listed)
        if report.kind == kind and (reported := _end(parse_period(report.period))) < end
    ]
    reported, _, last = max(earlier, key=lambda each: each[:2], default=(date.min, 0, None))
    return last if reported > date.min else None


def _end(period: Period | None) -> date:
    days = period_days(period) if period else None
    return days.last if days else date.min
