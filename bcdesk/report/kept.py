"""Reports as they are kept: whole, as a line of the list or of the versions, or in the trash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bcdesk.report.excerpt import Excerpt
from bcdesk.report.report import Report, State
from bcdesk.report.steps import NO_STEPS, Trail


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as the list shows it, without its text; `request` is the requesting document, `due` its due date."""

    id: str
    title: str
    kind: str
    period: str
    drafter: str
    state: State
    changed_at: datetime
    signer: str = ""
    request: str = ""
    due: date | None = None

    @property
    def name(self) -> str:
        """What a line calls it, period and all: `Tình hình kinh tế - xã hội · tháng 9 năm 2026`."""
        return with_period(self.title or "Báo cáo chưa có tên", self.period)


def with_period(title: str, period: str) -> str:
    """A title and its period, which is not said twice."""
    return title if not period or period.casefold() in title.casefold() else f"{title} · {period}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports are asked for; what is empty asks for nothing. `period` is a period in words, `year` ends it."""

    kind: str = ""
    period: str = ""
    year: str = ""
    signer: str = ""
    drafter: str = ""
    state: State | None = None

    def fits(self, listed: Listed) -> bool:
        """Whether a report is one of those."""
        return (
            self.kind in {"", listed.kind}
            and self.period in {"", listed.period}
            and listed.period.endswith(self.year)
            and self.signer in {"", listed.signer}
            and self.drafter in {"", listed.drafter}
            and self.state in {None, listed.state}
        )


ANY = Wanted()


@dataclass(frozen=True, slots=True)
class Found:
    """A report in which the words looked for stand, and a line of it that has them."""

    listed: Listed
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Trashed:
    """A report in the trash, and since when it lies there."""

    listed: Listed
    removed_at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """A report as it was last committed, and the way it has come."""

    id: str
    report: Report
    saved_at: datetime
    trail: Trail = NO_STEPS


BEFORE_RESTORING = "trước khi khôi phục"


@dataclass(frozen=True, slots=True)
class VersionListed:
    """An earlier state of a report, without its text; `event` is its name, empty for one kept without being asked."""

    id: int
    at: datetime
    event: str = ""

    @property
    def named(self) -> bool:
        """Whether somebody gave it its name; what the program keeps of its own accord may be thinned over time."""
        return self.event not in {"", BEFORE_RESTORING}
