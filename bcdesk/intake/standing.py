"""How things stand with the reports of the units: who has sent, which file is merged, and why another is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bcdesk.intake.collecting import Arrival, Collection
from bcdesk.intake.guesses import OTHER_KIND, guessed_kind
from bcdesk.report.consolidation.values import Received
from bcdesk.report.merged import Contribution
from bcdesk.report.period import Period, PeriodType, period_days, period_words
from bcdesk.report.report import Report


class Standing(StrEnum):
    """What is with a unit, or with one file."""

    SENT = "đã gửi"
    NEWER = "bản mới"
    MERGED = "đã tổng hợp"
    OLDER = "bản cũ"
    SAME = "trùng tệp khác"
    OTHER_PERIOD = "khác kỳ"
    OTHER_REPORT = "báo cáo khác"
    LEFT_OUT = "không lấy"
    UNKNOWN = "chưa rõ đơn vị"
    UNREADABLE = "không đọc được"
    MISSING = "chưa gửi"


@dataclass(frozen=True, slots=True)
class Line:
    """A unit with the file that is merged (`taken`), a file that is not, or a unit without any.

    `remark` says more in words: the other period, the title of another report, the trouble, the file it is the same as.
    """

    unit: str
    standing: Standing
    arrival: Arrival | None = None
    remark: str = ""

    @property
    def taken(self) -> bool:
        """Whether the file goes into the report."""
        return self.arrival is not None and self.standing in _TAKEN

    @property
    def words(self) -> str:
        """The standing and what there is to say of it: `khác kỳ: quý IV năm 2023`."""
        return f"{self.standing}: {self.remark}" if self.remark else self.standing.value


_TAKEN = frozenset({Standing.SENT, Standing.NEWER, Standing.MERGED})
_LAST = Standing.UNKNOWN, Standing.UNREADABLE


def standing(collection: Collection, report: Report) -> tuple[Line, ...]:
    """Line by line: each unit in order with its files, then the files of nobody known, then the unreadable ones."""
    merged = {each.unit: each for each in report.merged.contributions} if report.merged else {}
    lines = list(_files(collection, report, merged))
    found: list[Line] = []
    for unit in collection.units:
        own = [line for line in lines if line.unit == unit and line.standing not in _LAST]
        own.sort(key=lambda line: not line.taken)
        if unit in merged and not any(line.taken for line in own):
            own.insert(0, Line(unit, Standing.MERGED))
        found += own or [Line(unit, Standing.MISSING)]
    rest = (line for line in lines if line not in found)
    return (*found, *sorted(rest, key=lambda line: line.standing is Standing.UNREADABLE))


def missing(lines: Iterable[Line]) -> tuple[str, ...]:
    """The units of which nothing goes into the report, in order."""
    had = {line.unit: False for line in lines if line.unit and line.standing not in _LAST}
    for line in lines:
        if line.standing in _TAKEN:
            had[line.unit] = True
    return tuple(unit for unit, has in had.items() if not has)


def received(lines: Iterable[Line]) -> tuple[Received, ...]:
    """What is to be merged, in the order of the units."""
    return tuple(
        Received(Contribution(line.unit, each.name, each.sha256, each.modified), each.report)
        for line in lines
        if line.taken and (each := line.arrival) is not None and each.report is not None
    )


def _files(collection: Collection, ours: Report, merged: dict[str, Contribution]) -> Iterator[Line]:
    """A line for each file."""
    known: dict[str, list[Arrival]] = {}
    for at, each in enumerate(collection.arrivals):
        if each.report is None:
            yield Line("", Standing.UNREADABLE, each, each.trouble)
        elif same := _same(each, collection.arrivals[:at]):
            yield Line(same.sender.unit, Standing.SAME, each, same.file)
        elif not each.sender.sure:
            yield Line(each.sender.unit, Standing.UNKNOWN, each)
        else:
            known.setdefault(each.sender.unit, []).append(each)
    for unit, arrivals in known.items():
        yield from _of_unit(unit, arrivals, ours, merged.get(unit))


def _same(arrival: Arrival, before: Iterable[Arrival]) -> Arrival | None:
    """The file before that has the same bytes and is of the same unit, as far as is known; two may send one form."""
    twins = (each for each in before if each.sha256 == arrival.sha256)
    return next((each for each in twins if each.sender == arrival.sender or not arrival.sender.sure), None)


def _of_unit(unit: str, arrivals: list[Arrival], ours: Report, before: Contribution | None) -> Iterator[Line]:
    pick = _picked(arrivals, ours)
    for each in arrivals:
        period, title = _other_period(each, ours.period), _title_of_other(each, ours)
        if each is pick:
            yield Line(unit, _standing_of(each, before), each, period or title)
        elif period:
            yield Line(unit, Standing.OTHER_PERIOD, each, period)
        elif _fit(each, ours) < (_fit(pick, ours) if pick else 1):
            yield Line(unit, Standing.OTHER_REPORT, each, each.report.title if each.report else "")
        else:
            newest = pick is None or _age(each) > _age(pick)
            yield Line(unit, Standing.LEFT_OUT if newest else Standing.OLDER, each)


def _picked(arrivals: list[Arrival], ours: Report) -> Arrival | None:
    """The file the clerk wants, else the newest of those that fit best unless he leaves that out."""
    wanted = [each for each in arrivals if each.wanted]
    if wanted:
        return max(wanted, key=_age)
    usual = [each for each in arrivals if not _other_period(each, ours.period) and _fit(each, ours)]
    pick = max(usual, key=lambda each: (_fit(each, ours), _age(each)), default=None)
    return None if pick is None or pick.wanted is False else pick


def _fit(arrival: Arrival, ours: Report) -> int:
    """How likely it is the report asked for: 2 where it says the period and is of no other kind, 0 for neither."""
    adhoc = PeriodType.AD_HOC
    says_period = ours.period.type is adhoc or (arrival.report is not None and arrival.report.period.type is not adhoc)
    return says_period + (not _title_of_other(arrival, ours))


def _title_of_other(arrival: Arrival, ours: Report) -> str:
    """The title of a report that says to be of another kind; empty where it does not say, or is of ours."""
    if arrival.report is None:
        return ""
    like = {OTHER_KIND, ours.kind, _kind_said(ours.subject)}
    return "" if _kind_said(arrival.report.subject) in like else arrival.report.title


@lru_cache(maxsize=1024)
def _kind_said(subject: tuple[str, ...]) -> str:
    return guessed_kind(subject)


def _age(arrival: Arrival) -> tuple[str, str]:
    return arrival.modified, arrival.file


def _standing_of(arrival: Arrival, before: Contribution | None) -> Standing:
    if before is None:
        return Standing.SENT
    return Standing.MERGED if before.sha256 == arrival.sha256 else Standing.NEWER


def _other_period(arrival: Arrival, ours: Period) -> str:
    """The period in words where a report says that it is of another one; empty where it does not say, or is of ours."""
    theirs = arrival.report.period if arrival.report else ours
    if theirs.type is PeriodType.RANGE or ours.type is PeriodType.RANGE:
        own, other = period_days(ours), period_days(theirs)
        apart = own and other and (other.last < own.first or own.last < other.first)
        return period_words(theirs) if apart else ""
    if PeriodType.AD_HOC in {theirs.type, ours.type}:
        return ""
    same = (theirs.type, theirs.year, theirs.number) == (ours.type, ours.year, ours.number)
    return "" if same else period_words(theirs)
