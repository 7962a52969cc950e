"""A report to compose, and a typeface in which every character is half as wide as it is high."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bcdesk.report.office import Layout, Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import DocumentDate, Report, Role, Signature, paragraph
from bcdesk.sheet.compose import compose
from bcdesk.sheet.sheet import Block, Paragraph, Run, Sheet, Table

OFFICE = Office(name="Ba Tơ", province="Tỉnh Quảng Ngãi")
REPORT = Report(
    "khac",
    Period(PeriodType.QUARTER, 2024, 1),
    OFFICE,
    date=DocumentDate(5, 3, 2024),
    subject=("Công tác cải cách hành chính quý I năm 2024",),
    closing=(paragraph("Trên đây là báo cáo./."),),
    recipients=("Như trên;", "Lưu: VT."),
    signature=Signature(Role.DEPUTY, "Phạm Văn Mạnh"),
)


def width_of(runs: tuple[Run, ...]) -> float:
    return sum(len(run.text) * run.size * 5 for run in runs)


def composed(**changes: Any) -> Sheet:
    return compose(replace(REPORT, **changes), width_of)


def with_layout(**choices: Any) -> Sheet:
    return composed(office=replace(OFFICE, layout=Layout(**choices)))


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield block


def every(sheet: Sheet) -> list[Paragraph]:
    return [item for section in sheet.sections for item in paragraphs(section.blocks)]


def styled(sheet: Sheet, style: str) -> list[Paragraph]:
    return [item for item in every(sheet) if item.style == style]


def one(sheet: Sheet, style: str) -> Paragraph:
    (found,) = styled(sheet, style)
    return found


def tables(sheet: Sheet) -> list[Table]:
    return [block for section in sheet.sections for block in section.blocks if isinstance(block, Table)]


def font(paragraph_: Paragraph) -> tuple[float, bool, bool]:
    (run,) = paragraph_.runs
    return run.size / 2, run.bold, run.italic
