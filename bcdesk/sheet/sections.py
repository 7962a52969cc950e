"""The tree of sections, each heading in the look its marker calls for (ND-07 … ND-13)."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesk.report import report as typed
from bcdesk.report.blocks import is_blank
from bcdesk.report.outline import MarkerStyle, marker_style
from bcdesk.report.report import HEADING, Place, Section
from bcdesk.sheet.blocks import blocks
from bcdesk.sheet.form import Form
from bcdesk.sheet.sheet import Block, Paragraph
from bcdesk.sheet.styles import Name

DEEPEST_OUTLINE = 9
LOOKS = {
    MarkerStyle.PART: Name.PART,
    MarkerStyle.LETTER: Name.SECTION,
    MarkerStyle.ROMAN: Name.SECTION,
    MarkerStyle.ARABIC: Name.CLAUSE,
    MarkerStyle.DECIMAL: Name.DECIMAL,
    MarkerStyle.POINT: Name.POINT,
    MarkerStyle.BRACKET: Name.POINT,
    MarkerStyle.DASH: Name.POINT,
    MarkerStyle.PLUS: Name.POINT,
    MarkerStyle.NONE: Name.UNNUMBERED,
}


def outlined(tree: tuple[Section, ...]) -> Iterator[tuple[int, Section]]:
    """Every section in reading order, with its level in the word processor's navigation."""
    for depth, part in typed.walk(tree):
        yield min(depth + 1, DEEPEST_OUTLINE), part


def section(part: Section, outline: int, form: Form) -> tuple[Block, ...]:
    """A section's heading and its blocks, without the sections below it."""
    name = LOOKS[marker_style(part.marker)]
    opening = _joined_paragraph(part, name)
    if opening is None:
        return (*_heading(part, name, outline, form), *blocks(part.id, part.blocks, form))
    return (_run_in(part, name, opening, form), *blocks(part.id, part.blocks, form, first=1))


def _joined_paragraph(section: Section, name: Name) -> typed.Paragraph | None:
    """The first paragraph, where it goes on in the heading's line; a marker without a title always does (ND-11)."""
    first = section.blocks[0] if section.blocks else None
    joins = (section.run_in or not section.title) and section.heading and name is not Name.PART
    return first if joins and isinstance(first, typed.Paragraph) and not is_blank(first) else None


def _run_in(section: Section, name: Name, opening: typed.Paragraph, form: Form) -> Paragraph:
    bold = form.styles[name].bold and bool(section.title)
    lead = f"{_heading_text(section)} "
    runs = (typed.Run(lead, bold=bold), *opening.runs)
    return form.paragraph(Name.BODY, runs, Place(section.id, 0), len(lead))


def _heading(section: Section, name: Name, outline: int, form: Form) -> Iterator[Paragraph]:
    place, start = Place(section.id, HEADING), len(section.marker) + 1 if section.marker else 0
    leads = _leads(section)
    if name is Name.PART:
        titled = bool(section.title)
        yield form.line(name, section.marker, place, start, outline=outline, keep_next=titled or leads)
        if titled:
            yield form.line(name, section.title, place, keep_next=leads)
    elif section.heading:
        yield form.line(name, _heading_text(section), place, start, outline=outline, keep_next=leads)


def _leads(section: Section) -> bool:
    """Whether anything stands under a heading, which it must not be parted from; a list of titles may break."""
    printed = not all(map(is_blank, section.blocks))
    return printed or bool(section.children)


def _heading_text(section: Section) -> str:
    return f"{section.marker} {section.title}" if section.marker and section.title else section.marker or section.title
