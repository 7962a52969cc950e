"""Which tabs a report has, and how far each has come."""

from __future__ import annotations

from bcdesk.report.report import OPENING, Block, Paragraph, Report, Section, walk
from bcdesk.ui.editor.tabs import State, Tab

HEAD, OPENING_TAB, END, APPENDICES = "head", "opening", "end", "appendices"


def tabs_of(report: Report) -> tuple[Tab, ...]:
    """The fixed tabs, with one for each section of the first level between them."""
    return (
        Tab(HEAD, "Thông tin văn bản", _filled(bool(report.title and report.symbol and report.place))),
        Tab(OPENING_TAB, "Mở đầu", _filled(_written(report.opening))),
        *(Tab(section.id, section.heading or "Mục chưa có tên", state_of(section), section=True)
          for section in report.sections),
        Tab(END, "Nơi nhận, người ký", _filled(bool(report.recipients and report.signature.name))),
        Tab(APPENDICES, "Phụ lục", State.DRAFTING if report.appendices else State.NONE),
    )  # fmt: skip


def state_of(section: Section) -> State:
    """The state of a section with all below it: that of its least finished part, unless it was reviewed."""
    if section.reviewed:
        return State.REVIEWED
    leaves = [inner for _, inner in walk((section,)) if not inner.children or inner.blocks]
    return State.DRAFTING if all(_written(leaf.blocks) for leaf in leaves) else State.EMPTY


def tab_of(report: Report, part: str) -> str:
    """The tab on which a part of the report stands; that of the head where there is none of its own."""
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


def _filled(done: bool) -> State:  # noqa: FBT001  # one truth, said once
    return State.DRAFTING if done else State.EMPTY


def _written(blocks: tuple[Block, ...]) -> bool:
    return any(not isinstance(block, Paragraph) or block.plain.strip() for block in blocks)
