"""The parts of a report, found and changed by their id; what is not touched stays the very same object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bcdesk.report.report import (
    BASES,
    CLOSING,
    OPENING,
    Appendix,
    Block,
    Paragraph,
    Report,
    Section,
    find_section,
)

PartT = TypeVar("PartT", Section, Appendix)

PARTS_OF_BLOCKS = (OPENING, CLOSING, BASES)


def blocks_of(report: Report, part: str) -> tuple[Block, ...]:
    """The blocks of a part. Raises KeyError for an unknown part."""
    if part in PARTS_OF_BLOCKS:
        blocks: tuple[Block, ...] = getattr(report, part)
        return blocks
    for appendix in report.appendices:
        if appendix.id == part:
            return appendix.blocks
    return find_section(report, part).blocks


def with_blocks(report: Report, part: str, blocks: tuple[Block, ...]) -> Report:
    """The report with other blocks in a part. Raises KeyError for an unknown part, TypeError for a table as a basis."""
    if part == BASES:
        return replace(report, legal_bases=tuple(map(_basis, blocks)))
    if part == OPENING:
        return replace(report, opening=blocks)
    if part == CLOSING:
        return replace(report, closing=blocks)

    def changed(one: PartT) -> PartT:
        return replace(one, blocks=blocks)

    return with_part(report, part, changed, changed)


def with_part(
    report: Report,
    part: str,
    section: Callable[[Section], Section],
    appendix: Callable[[Appendix], Appendix],
) -> Report:
    """The report with the section or appendix of that id changed. Raises KeyError where there is none."""
    if all(each.id != part for each in report.appendices):
        return change_section(report, part, section)
    appendices = tuple(appendix(each) if each.id == part else each for each in report.appendices)
    return replace(report, appendices=appendices)


def _basis(block: Block) -> Paragraph:
    if not isinstance(block, Paragraph):
        raise TypeError("legal bases are paragraphs")
    return block


def change_section(report: Report, section_id: str, change: Callable[[Section], Section]) -> Report:
    """The report with one section changed. Raises KeyError where there is none of that id."""
    find_section(report, section_id)

    def visited(section: Section) -> Section:
        if section.id == section_id:
            return change(section)
        children = tuple(visited(child) for child in section.children)
        touched = any(new is not old for new, old in zip(children, section.children, strict=True))
        return replace(section, children=children) if touched else section

    changed = replace(report, sections=tuple(visited(section) for section in report.sections))
    return report if changed == report else changed


def with_children(
    report: Report, parent: str | None, change: Callable[[tuple[Section, ...]], tuple[Section, ...]]
) -> Report:
    """The report with the children of a section changed (None: the sections at the top). Raises KeyError."""
    if parent is None:
        return replace(report, sections=change(report.sections))
    return change_section(report, parent, lambda section: replace(section, children=change(section.children)))


def inserted(sections: tuple[Section, ...], index: int, section: Section) -> tuple[Section, ...]:
    """The sections with one more, as number `index`."""
    return (*sections[:index], section, *sections[index:])


def without(sections: tuple[Section, ...], section_id: str) -> tuple[Section, ...]:
    """The sections without the one of that id, however deep."""
    return tuple(
        replace(section, children=without(section.children, section_id))
        for section in sections
        if section.id != section_id
    )
