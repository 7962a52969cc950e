"""The running text: its paragraphs with their markers, and which of them are titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcdesk.checks.lines import Line, Spot
from bcdesk.checks.paper import Passage, TableAt
from bcdesk.report.outline import MarkerStyle, marker_style, split_heading
from bcdesk.sheet.sheet import Section, Table
from bcdesk.sheet.styles import Name

MOST_WORDS_OF_TITLE = 45
MOST_WORDS_OF_SIGN = 30
LEAST_SIZE = 4
HEADINGS = {Name.PART, Name.SECTION, Name.CLAUSE, Name.DECIMAL, Name.POINT, Name.UNNUMBERED}
SIGNS = {MarkerStyle.DASH, MarkerStyle.PLUS}


def passages(lines: Sequence[Line]) -> Iterator[Passage]:
    """The paragraphs outside of tables that say something, in reading order."""
    said = [line for line in lines if line.text and not line.spot.in_table]
    for at, line in enumerate(said):
        marker, words = split_heading(line.text)
        following = split_heading(said[at + 1].text)[0] if at + 1 < len(said) else ""
        yield Passage(line, marker, words, _is_heading(line, marker, words, leads=not following))


def _is_heading(line: Line, marker: str, words: str, *, leads: bool) -> bool:
    """Whether a paragraph is a title; `leads`: one without a marker follows it."""
    if line.paragraph.style in set(Name):
        return line.paragraph.style in HEADINGS
    if line.paragraph.format.outline:
        return True
    if len(words.split()) > MOST_WORDS_OF_TITLE or words.endswith((";", ",", "./.")):
        return False
    if marker_style(marker) is MarkerStyle.ROMAN and words.isupper():
        return True
    if not words or line.bold == {True}:
        return bool(marker) or (line.bold == {True} and not words.endswith("."))
    short = len(words.split()) <= MOST_WORDS_OF_SIGN
    return short and leads and (marker_style(marker) in SIGNS or (bool(marker) and not words.endswith(".")))


def blanks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The empty paragraphs between those that say something; a picture is something, the least of paragraphs not."""
    said = [at for at, line in enumerate(lines) if line.text and not line.spot.in_table]
    inner = lines[said[0] : said[-1]] if said else ()
    return tuple(line for line in inner if _is_blank(line))


def _is_blank(line: Line) -> bool:
    empty = not line.text and not any(run.picture or run.footnote for run in line.paragraph.runs)
    return empty and not line.spot.in_table and line.paragraph.mark_size > LEAST_SIZE and not line.paragraph.format.rule


def tables(lines: Sequence[Line], sections: tuple[Section, ...]) -> tuple[TableAt, ...]:
    """The tables these lines stand in, in reading order."""
    spots = dict.fromkeys((line.spot.section, line.spot.block) for line in lines if line.spot.in_table)
    found = ((at, sections[at[0]].blocks[at[1]]) for at in spots)
    return tuple(TableAt(Spot(*at), block) for at, block in found if isinstance(block, Table))
