"""A sheet of paper at the side of a form: a short report as the office would issue it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesk.report.office import Office, issuer_name
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import DocumentDate, Report, Role, Section, Signature, paragraph
from bcdesk.ui.preview.preview import Preview
from bcdesk.ui.workplace import MakePaper

YEAR = 2026
WORDS = "Trang giấy này cho thấy cơ quan ban hành, địa danh, người ký và khổ chữ sẽ in ra như thế nào."


class Glimpse(Preview):
    """Shows how the papers of an office look."""

    def __init__(self, make_paper: MakePaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_paper = make_paper
        self.setMinimumWidth(320)

    def show_office(self, office: Office) -> None:
        """Show a short report of that office."""
        self.show_pages(self._make_paper(short_report(office)).pages)


def short_report(office: Office) -> Report:
    """A report of one page in which everything stands that is derived from the office."""
    return Report(
        kind="",
        period=Period(PeriodType.QUARTER, YEAR, 1),
        office=office,
        date=DocumentDate(month=3, year=YEAR),
        subject=("Công tác cải cách hành chính quý I năm 2026",),
        opening=(paragraph(WORDS),),
        sections=(Section("s1", "I.", "KẾT QUẢ THỰC HIỆN", (paragraph(WORDS),)),),
        closing=(paragraph(f"Trên đây là báo cáo của {issuer_name(office)}./."),),
        recipients=("Như trên;", "Lưu: VT."),
        signature=Signature(Role(office.signer_role), office.signer, office.signer_title),
    )
