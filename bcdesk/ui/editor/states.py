"""Which tabs a report has, and how far each has come."""

from __future__ import annotations

from bcdesk.report.carried import said_before
from bcdesk.report.progress import PartState, blocks_state, part_state
from bcdesk.report.report import OPENING, Report, walk
from bcdesk.ui.editor.tabs import Tab

HEAD, OPENING_TAB, END, APPENDICES = "#head", "#opening", "#end", "#appendices"  # no section has such an id


def tabs_of(report: Report) -> tuple[Tab, ...]:
    """The fixed tabs, with one for each section of the first level between them."""
    before = said_before(report)
    return (
        Tab(HEAD, "Thông tin văn bản", _filled(report.title, report.symbol, report.place)),
        Tab(OPENING_TAB, "Mở đầu", blocks_state(report.opening, before)),
        *(Tab(section.id, section.heading or "Mục chưa có tên", part_state(section, before), section=True)
          for section in report.sections),
        Tab(END, "Nơi nhận, người ký", _filled(report.recipients, report.signature.name)),
        Tab(APPENDICES, "Phụ lục", PartState.DRAFTING if report.appendices else None),
    )  # fmt: skip


def tab_of(report: Report, part: str) -> str:
    """The tab on which a part of the report stands, a tab itself; the head where there is none of its own."""
    if part in {HEAD, OPENING_TAB, END, APPENDICES}:
        return part
    if part == OPENING:
        return OPENING_TAB
    if part in {"closing", "recipients", "signature"}:
        return END
    if part == "appendices" or any(appendix.id == part for appendix in report.appendices):
        return APPENDICES
    for section in report.sections:
        if any(inner.id == part for _, inner in walk((section,))):
            return section.id
    return HEAD


def _filled(*values: object) -> PartState:
    return PartState.DRAFTING if all(values) else PartState.EMPTY
