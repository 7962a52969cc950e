"""Paragraphs taken from other reports: where they come in, and which were used in this place before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.parts import PARTS_OF_BLOCKS, blocks_of
from bcdesk.report.report import BASES, HEADING, Block, Paragraph, Place, Report, find_section, walk
from bcdesk.vietnamese.folding import fold

WORDS = "Chèn đoạn từ báo cáo khác"
MOST_PHRASES = 12
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*|(?<=\bquy )(?:iv|i{1,3})\b")  # figures, and quarters as they are counted


@dataclass(frozen=True, slots=True)
class Phrase:
    """A paragraph as it was last written in this place, and in how many reports it stands, whatever its figures."""

    text: Paragraph
    uses: int


def block_at(report: Report, place: Place) -> Block | None:
    """The paragraph, table or picture at a place; None where nothing stands that could be taken elsewhere."""
    try:
        return blocks_of(report, place.part)[place.block] if place.block > HEADING else None
    except (KeyError, IndexError):
        return None


def inserted_at(report: Report, place: Place, block: Block) -> tuple[ReplaceBlocks, Place] | None:
    """The edit that puts a block in at the caret, and where it stands then; None where blocks have no place.

    It comes instead of an empty paragraph, before one at whose start the caret stands, else behind it.
    """
    try:
        blocks = blocks_of(report, place.part)
    except KeyError:
        return None
    if place.part == BASES and not isinstance(block, Paragraph):
        return None
    here = blocks[place.block] if 0 <= place.block < len(blocks) else None
    empty = isinstance(here, Paragraph) and not here.runs
    first = min(place.block, len(blocks)) if empty or place.offset == 0 else place.block + 1
    first = max(first, 0)
    return ReplaceBlocks(place.part, first, int(empty), (block,), WORDS), Place(place.part, first)


def phrases(earlier: Iterable[Report], report: Report, part: str) -> tuple[Phrase, ...]:
    """What earlier reports say in this part, the most used first, as the first of them says it.

    What the part says already is not offered again. A section is the same one where its title is.
    """
    title = _title(report, part)
    known = {_key(text) for text in _paragraphs(report, part)}
    found: dict[str, Phrase] = {}
    for other in earlier:
        said = {_key(text): text for same in _same(other, part, title) for text in _paragraphs(other, same)}
        for key, text in said.items():
            if key and key not in known:
                newest = found.get(key, Phrase(text, 0))
                found[key] = Phrase(newest.text, newest.uses + 1)
    return tuple(sorted(found.values(), key=lambda phrase: -phrase.uses)[:MOST_PHRASES])


def _key(text: Paragraph) -> str:
    """What two paragraphs have in common that differ only in figures and marks."""
    return _NUMBER.sub("0", fold(text.plain)).strip(" -+.;")


def _title(report: Report, part: str) -> str:
    if part in PARTS_OF_BLOCKS:
        return part
    try:
        return _NUMBER.sub("0", fold(find_section(report, part).title))
    except KeyError:
        return ""


def _same(report: Report, part: str, title: str) -> Iterator[str]:
    """The parts of another report that are the same one."""
    if part in PARTS_OF_BLOCKS:
        yield part
    elif title:
        yield from (section.id for _, section in walk(report.sections) if _title(report, section.id) == title)


def _paragraphs(report: Report, part: str) -> Iterator[Paragraph]:
    try:
        blocks = blocks_of(report, part)
    except KeyError:
        return
    yield from (block for block in blocks if isinstance(block, Paragraph))
