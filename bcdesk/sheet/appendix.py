"""Appendices, each in pages of its own (PL-02 … PL-06)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bcdesk.report.office import issuer_name
from bcdesk.report.report import Appendix, Place, Report
from bcdesk.sheet.blocks import blocks
from bcdesk.sheet.form import Form
from bcdesk.sheet.letterhead import RULE_SHARE, SPACE_BELOW_HEAD, date_text, number_text, rule
from bcdesk.sheet.sheet import PageSetup, Paragraph, Section
from bcdesk.sheet.styles import Name
from bcdesk.vietnamese.numbers import roman


def appendices(report: Report, form: Form) -> tuple[Section, ...]:
    """One section of pages for each appendix."""
    count = len(report.appendices)
    return tuple(
        _appendix(report, appendix, appendix_label(number, count), form)
        for number, appendix in enumerate(report.appendices, 1)
    )


def appendix_label(number: int, count: int) -> str:
    """`Phụ lục II` for the second of several, `Phụ lục` for the only one (PL-02)."""
    return f"Phụ lục {roman(number)}" if count > 1 else "Phụ lục"


def _appendix(report: Report, appendix: Appendix, label: str, form: Form) -> Section:
    page = replace(form.page, number_from=1)
    own = replace(form, page=_turned(page) if appendix.landscape else page)
    head = _head(report, appendix, label, own)
    return Section(own.page, (*head, *blocks(appendix.id, appendix.blocks, own)))


def _turned(page: PageSetup) -> PageSetup:
    return replace(page, width=page.height, height=page.width)


def _head(report: Report, appendix: Appendix, label: str, form: Form) -> Iterator[Paragraph]:
    place = Place(appendix.id, -1)
    reference = reference_text(report, form)
    length = form.longest(Name.REFERENCE, reference) * RULE_SHARE
    yield form.line(Name.APPENDIX, label, place)
    yield from (form.centred(Name.APPENDIX_TITLE, line, place) for line in appendix.title if line)
    yield form.centred(Name.REFERENCE, reference, place)
    yield rule(form, form.column, length, after=SPACE_BELOW_HEAD)


def reference_text(report: Report, form: Form) -> str:
    """`(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 3 năm 2024 của …)`, with the blanks of the report (PL-05)."""
    date = date_text(report.date, form, Name.REFERENCE)
    return f"(Kèm theo Báo cáo số {number_text(report, form)} {date} của {issuer_name(report.office)})"
