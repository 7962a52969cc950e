"""Small reports, and a clock that stands still until it is moved."""

from __future__ import annotations

from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report, Section, paragraph

QUARTER = Period(PeriodType.QUARTER, 2024, 1)


def report(text: str = "") -> Report:
    sections = (Section("s1", "1.", "Kết quả", (paragraph(text),)), Section("s2", "2.", "Nhận xét", (paragraph(""),)))
    return Report(kind="khac", period=QUARTER, office=Office(name="Ba Tơ"), sections=sections)


def text_of(report: Report, section: int = 0) -> str:
    return report.sections[section].blocks[0].plain


def typed(text: str, part: str = "s1") -> ReplaceBlocks:
    return ReplaceBlocks(part, 0, 1, (paragraph(text),))


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now
