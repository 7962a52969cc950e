"""Bodies and communes that are no more: districts, merged departments, communes under their former name.

A mention of what was is legitimate, so nothing is changed unasked; a divided commune is never chosen for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from bcdesk.report.edits import SetField
from bcdesk.report.ended import DISTRICTS_UNTIL, Ended, bodies, districts_in, name_end
from bcdesk.report.findings import Finding, Fix, Severity
from bcdesk.report.office import FormerName, Office
from bcdesk.report.period import PeriodType, period_days
from bcdesk.report.report import Place, Report
from bcdesk.report.stale_rules import BODY, COMMUNE
from bcdesk.report.textlines import Line, lines
from bcdesk.report.units import Unit, communes, former_units

_UNIT = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)(?=\s)", re.IGNORECASE)
_WAS_BEFORE = re.compile(r"\b(?:cũ|trước đây|nguyên|trước khi)\s*$", re.IGNORECASE)
_WAS_BEHIND = re.compile(r"\s*\(?\s*(?:cũ|trước đây|trước khi|nay là)\b", re.IGNORECASE)
_DISTRICTS_GONE = "Từ ngày 01/7/2025 không còn cấp huyện."
_COMMUNES_ARRANGED = "Từ ngày 01/7/2025 đơn vị hành chính cấp xã đã sắp xếp lại."


def names(report: Report) -> Iterator[Finding]:
    """The remarks about bodies and communes that are no more on the last day of the report's period."""
    day = _last_day(report)
    gone = tuple(body for body in bodies() if body.since <= day)
    for line in lines(report):
        yield from _bodies(line, gone)
        if day >= DISTRICTS_UNTIL:
            yield from _districts(line)
            yield from _communes(line, report.office)
    if day >= DISTRICTS_UNTIL:
        yield from _office(report)


def _last_day(report: Report) -> date:
    days = period_days(report.period)
    if days is None or report.period.type is PeriodType.AD_HOC:
        return date(report.period.year, 12, 31)
    return days.last


def _bodies(line: Line, gone: tuple[Ended, ...]) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for body in gone:
        for found in re.finditer(rf"(?<!\w){re.escape(body.words)}(?!\w)", line.text, re.IGNORECASE):
            start, end = found.span()
            if _is_history(line.text, start, end) or any(one < end and start < other for one, other in taken):
                continue
            taken.append((start, end))
            clause = f"Từ ngày {body.since:%d/%m/%Y}, cơ quan này đã hợp nhất vào cơ quan khác."
            yield line.finding(BODY, Severity.REVIEW, clause, body.instead, (start, end), body.instead)


def _districts(line: Line) -> Iterator[Finding]:
    for start, end in districts_in(line.text):
        if not _is_history(line.text, start, end):
            wanted = "Ghi cơ quan hiện nay: của xã, hoặc của tỉnh"
            yield line.finding(BODY, Severity.REVIEW, _DISTRICTS_GONE, wanted, (start, end))


def _is_history(text: str, start: int, end: int) -> bool:
    return _WAS_BEFORE.search(text[:start]) is not None or _WAS_BEHIND.match(text, end) is not None


def _communes(line: Line, office: Office) -> Iterator[Finding]:
    for found in _UNIT.finditer(line.text):
        end = name_end(line.text, found.end())
        while end > found.end():
            name = line.text[found.start() : end]
            successors = _successors(name[0].upper() + name[1:], office)
            if successors:
                if not _is_history(line.text, found.start(), end):
                    yield _renamed(line, found.start(), end, successors)
                break
            end = line.text.rindex(" ", 0, end) if " " in line.text[found.end() + 1 : end] else found.end()


def _renamed(line: Line, start: int, end: int, successors: tuple[Unit, ...]) -> Finding:
    """The commune's name of today where there is one; where it was divided, all it may be."""
    called = [f"{unit.unit} {unit.name}" for unit in successors]
    only = called[0] if len(called) == 1 else ""
    new = only[:1].upper() + only[1:] if line.text[start].isupper() else only
    wanted = new or f"Đã chia về {', '.join(called)}: chọn nơi đúng"
    return line.finding(COMMUNE, Severity.REVIEW, _COMMUNES_ARRANGED, wanted, (start, end), new)


def _successors(full_name: str, office: Office) -> tuple[Unit, ...]:
    """The communes of the office's province a former one went up in; none for a commune that still is."""
    own = Unit(office.unit, office.name)
    if any(_full_name(former) == full_name for former in office.former_names) and own.full_name != full_name:
        return (own,)
    current, former = _province(office.province)
    return () if full_name in current else former.get(full_name, ())


def _full_name(former: FormerName) -> str:
    return f"{former.unit.capitalize()} {former.name}"


@cache
def _province(province: str) -> tuple[frozenset[str], dict[str, tuple[Unit, ...]]]:
    """The communes of a province by their full names: those there are, and those there were with their successors."""
    units = communes(province)
    former: dict[str, tuple[Unit, ...]] = {}
    for unit in units:
        for origin in former_units(province, unit):
            former[origin.full_name] = (*former.get(origin.full_name, ()), unit)
    return frozenset(unit.full_name for unit in units), former


def _office(report: Report) -> Iterator[Finding]:
    """The issuing commune itself, where the profile has its former name; so has the place of the date line."""
    office = report.office
    full_name = Unit(office.unit, office.name).full_name
    successors = _successors(full_name, office)
    if not office.name or not successors:
        return
    called = ", ".join(unit.full_name for unit in successors)
    fixes: tuple[Fix, ...] = ()
    if len(successors) == 1:
        renamed = replace(office, unit=successors[0].unit, name=successors[0].name)
        fixes = (Fix(f"Đổi thành {called}", SetField("office", renamed, "Đổi tên đơn vị")),)
    yield Finding(COMMUNE, Severity.REVIEW, _COMMUNES_ARRANGED, full_name, called, Place("office"), fixes=fixes)
    if report.place == office.name:
        place = (Fix(f"Đổi thành {successors[0].name}", SetField("place", successors[0].name)),) if fixes else ()
        wanted = ", ".join(unit.name for unit in successors)
        yield Finding(COMMUNE, Severity.REVIEW, _COMMUNES_ARRANGED, report.place, wanted, Place("place"), fixes=place)
