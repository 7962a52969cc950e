"""What a unit's report says under each of its headings; letterhead, formulas, recipients and signature left aside.

A heading that says something itself – an item of a list, a numbered paragraph, a sentence with a figure – is text of
the section above it. Its number would stand in the middle of another list, so it becomes a dash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bcdesk.report.blocks import is_blank
from bcdesk.report.outline import MarkerStyle, marker_style
from bcdesk.report.outline_matching import words_of
from bcdesk.report.reoutline import may_be_dropped
from bcdesk.report.report import CLOSING, OPENING, Appendix, Block, Paragraph, Report, Run, Section, paragraph
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.text import nfc

SEPARATOR = " / "
APPENDIX = "appendix"
OPENING_TITLE, CLOSING_TITLE, APPENDIX_TITLE = "Phần mở đầu", "Phần kết", "Phụ lục"

_SIGNS = (MarkerStyle.DASH, MarkerStyle.PLUS)
_FEWEST_WORDS = 4
_SENTENCE_END = re.compile(r"[.!?;]\s+(?=[^\W\d_a-zà-ỹđ])")
_BEGINS = re.compile(r"(?:can cu|thuc hien|theo|tiep theo|kinh gui)\b")
_LEADS_OVER = re.compile(r"(?:nhu sau|sau day|[:;])\s*[.:;]*$")
_ENDS = re.compile(r"tren day\b|.*\bkinh (?:bao cao|trinh|gui|mong|de nghi)\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading, not counted what stands under those below it.

    `key` are the folded titles from the top down, `above` the key of the heading above it, empty at the top.
    `appendix` is that it is of.
    """

    key: str
    above: str
    titles: tuple[str, ...]
    blocks: tuple[Block, ...]
    appendix: Appendix | None = None


def contents(report: Report, unit: str, is_known: Callable[[str], bool]) -> tuple[Passage, ...]:
    """The passages of a unit's report in reading order; a title that `is_known` is a heading whatever it says."""
    reading = _Reading(is_known)
    opening = (*_content(report.opening, _opens), *_written(reading.text_of(Section("", children=report.sections))))
    closing = _content(report.closing, _closes)
    passages = (
        Passage(OPENING, "", (OPENING_TITLE,), opening),
        *reading.under(report.sections, "", ()),
        Passage(CLOSING, "", (CLOSING_TITLE,), closing),
        *(_appendix(appendix, unit) for appendix in report.appendices),
    )
    return tuple(each for each in passages if each.blocks or each.key not in (OPENING, CLOSING))


def key_of(title: str) -> str:
    """A title as its key: its words folded, without times; with them where it says nothing else."""
    return nfc(" ".join(words_of(title)) or fold(title).replace("/", " ").strip())


class _Reading:
    """Reads sections as headings with what stands under them."""

    def __init__(self, is_known: Callable[[str], bool]) -> None:
        self._is_known = is_known

    def under(self, sections: Iterable[Section], above: str, titles: tuple[str, ...]) -> Iterator[Passage]:
        """The passages of these sections and those below them."""
        for section in sections:
            if self._heads(section):
                yield from self._passages(section, above, titles)

    def text_of(self, section: Section) -> Iterator[Block]:
        """What is written in a section, with the items below it that are no headings."""
        yield from section.blocks
        for child in section.children:
            if not self._heads(child):
                yield from _as_text(child, 0)

    def _passages(self, section: Section, above: str, titles: tuple[str, ...]) -> Iterator[Passage]:
        key = above + SEPARATOR * bool(above) + key_of(section.title)
        own = (*titles, section.title)
        yield Passage(key, above, own, _written(self.text_of(section)))
        yield from self.under(section.children, key, own)

    def _heads(self, section: Section) -> bool:
        return is_heading(section) or bool(key_of(section.title) and self._is_known(section.title))


def is_heading(section: Section) -> bool:
    """Whether the head of a section is no more than a heading."""
    heading = replace(section, blocks=(), run_in=False)
    return bool(key_of(section.title)) and marker_style(section.marker) not in _SIGNS and may_be_dropped(heading)


def _as_text(section: Section, depth: int) -> Iterator[Block]:
    """An item of a list as paragraphs, with all below it."""
    sign = section.marker if marker_style(section.marker) in _SIGNS else "+" if depth else "-"
    lead = f"{sign if section.marker else ''} {section.title}".strip()
    first = section.blocks[0] if section.blocks else None
    if (section.run_in or not section.title) and isinstance(first, Paragraph):
        yield Paragraph((Run(f"{lead} "), *first.runs)) if lead else first
        yield from section.blocks[1:]
    else:
        yield paragraph(lead)
        yield from section.blocks
    for child in section.children:
        yield from _as_text(child, depth + 1)


def _appendix(appendix: Appendix, unit: str) -> Passage:
    title = " ".join(appendix.title)
    key = f"{APPENDIX}{SEPARATOR}{key_of(title) or key_of(unit)}"
    return Passage(key, "", (APPENDIX_TITLE, title or unit), _written(appendix.blocks), appendix)


def _written(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without those in which nothing is written."""
    return tuple(block for block in blocks if not is_blank(block))


def _content(blocks: Iterable[Block], is_formula: Callable[[str], bool]) -> tuple[Block, ...]:
    """What is neither a formula nor a line of the head or the end that was not known for one."""

    def says(block: Block) -> bool:
        text = block.plain.strip() if isinstance(block, Paragraph) else ""
        return not isinstance(block, Paragraph) or (_is_sentence(text) and not is_formula(text))

    return tuple(filter(says, _written(blocks)))


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and text.endswith((".", ";", ":", "!", "?", "…"))


def _opens(text: str) -> bool:
    """Whether a paragraph only leads over to the report: `Thực hiện Công văn …, … báo cáo như sau:`."""
    folded = fold(text)
    leads = bool(_LEADS_OVER.search(folded)) and ("bao cao" in folded or bool(_BEGINS.match(folded)))
    return leads and not _SENTENCE_END.search(text)


def _closes(text: str) -> bool:
    """Whether a paragraph only ends the report: `Trên đây là báo cáo …`."""
    return bool(_ENDS.match(fold(text)))
