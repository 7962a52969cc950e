"""Real pages of a small report for the preview to show."""

from __future__ import annotations

from functools import lru_cache

from bcdesk.layout.pages import Page
from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.paper import Press
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report, Section, Signature, paragraph

LONG = "Ủy ban nhân dân xã đã chỉ đạo công chức chuyên môn tuyên truyền trên địa bàn xã. "


def report(paragraphs: int = 40, opening: str = "Mở đầu báo cáo", untitled: str = "Nội dung khoản") -> Report:
    texts = tuple(paragraph(f"Đoạn {number}. {LONG * 3}") for number in range(paragraphs))
    return Report(
        "khac",
        Period(PeriodType.QUARTER, 2024, 1),
        Office(name="Ba Tơ", province="Tỉnh Quảng Ngãi"),
        subject=("Công tác cải cách hành chính quý I năm 2024",),
        opening=(paragraph(opening),),
        sections=(Section("s1", "I.", "Kết quả", texts), Section("s2", "1.", "", (paragraph(untitled), paragraph("")))),
        closing=(paragraph("Trên đây là báo cáo./."),),
        recipients=("Như trên;", "Lưu: VT."),
        signature=Signature(name="Phạm Văn Mạnh"),
    )


@lru_cache
def press() -> Press:
    return Press(FontMeasure())


def pages_of(shown: Report) -> tuple[Page, ...]:
    return press().paper(shown).pages
