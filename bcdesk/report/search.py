"""Finding words in the whole of a report, and putting others in their place; bold and italic around them stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from bcdesk.report.matching import EXACTLY, Options, spans
from bcdesk.report.parts import blocks_of, with_blocks, with_part
from bcdesk.report.report import (
    BASES,
    CLOSING,
    HEADING,
    OPENING,
    Appendix,
    Block,
    Paragraph,
    Place,
    Report,
    Run,
    Section,
    Table,
    find_section,
    paragraphs_of,
    walk,
)
from bcdesk.vietnamese.text import nfc

T = TypeVar("T")
Stretch = tuple[int, int, str]
"""From one character of a text to another, and what comes in their place."""

LINES_BEFORE = ("place", "subject", "date_range", "addressees")
LINES_BEHIND = ("recipients",)


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text from `start` to `end` of the block at `place`, whose offset is `start`.

    In a table, and in the title of an appendix, the places count through all its lines as one text with a line end
    between two (`lines_of`).
    """

    place: Place
    start: int
    end: int

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def hits(report: Report, wanted: str, options: Options = EXACTLY) -> tuple[Hit, ...]:
    """Every place where `wanted` stands, in reading order, none overlapping; none for an empty search."""
    found = []
    for place, lines in texts(report):
        start = 0
        for line in lines:
            for at, end in spans(line, nfc(wanted), options):
                found.append(Hit(replace(place, offset=start + at), start + at, start + end))
            start += len(line) + 1
    return tuple(found)


def replaced(report: Report, found: tuple[Hit, ...], new: str) -> Report:
    """The report with `new` in the place of each hit, in the format of the first character it replaces.

    The hits must be of this report.
    """
    stretches_at: dict[Place, list[Stretch]] = defaultdict(list)
    for hit in found:
        stretches_at[replace(hit.place, offset=0)].append((hit.start, hit.end, nfc(new)))
    for place, stretches in stretches_at.items():
        report = _with_text(report, place, sorted(stretches))
    return report


@dataclass(frozen=True, slots=True)
class Correct:
    """An edit that puts `new` in the place of each hit; the hits must be of the report it is applied to."""

    found: tuple[Hit, ...]
    new: str
    words: str = "Sửa chữ"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with the new text, in the format of the first character it replaces."""
        return replaced(report, self.found, self.new)


def texts(report: Report) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Every text one can search, with its place, in reading order: its lines, of which no hit crosses two."""
    for name in LINES_BEFORE:
        yield from _field(report, name)
    yield from _blocks(BASES, report.legal_bases)
    yield from _blocks(OPENING, report.opening)
    for _, section in walk(report.sections):
        yield Place(section.id, HEADING), (section.title,)
        yield from _blocks(section.id, section.blocks)
    yield from _blocks(CLOSING, report.closing)
    for name in LINES_BEHIND:
        yield from _field(report, name)
    for appendix in report.appendices:
        yield Place(appendix.id, HEADING), appendix.title
        yield from _blocks(appendix.id, appendix.blocks)


def text_at(report: Report, place: Place) -> str:
    """The lines of the text at a place, as one with line ends between them; empty where there is none."""
    try:
        if place.part in LINES_BEFORE + LINES_BEHIND:
            return [lines for _, (lines,) in _field(report, place.part)][place.block]
        if place.block == HEADING:
            return "\n".join(_heading(report, place.part))
        return "\n".join(lines_of(blocks_of(report, place.part)[place.block]))
    except (KeyError, IndexError):
        return ""


def lines_of(block: Block) -> tuple[str, ...]:
    """The text of a block: one line for a paragraph, one for each paragraph of a table's cells, none for a picture."""
    return tuple(text.plain for text in paragraphs_of(block))


def _field(report: Report, name: str) -> Iterator[tuple[Place, tuple[str, ...]]]:
    value = getattr(report, name)
    for index, line in enumerate((value,) if isinstance(value, str) else value):
        yield Place(name, index), (line,)


def _heading(report: Report, part: str) -> tuple[str, ...]:
    titles = (appendix.title for appendix in report.appendices if appendix.id == part)
    return next(titles, None) or (find_section(report, part).title,)


def _blocks(part: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for index, block in enumerate(blocks):
        yield Place(part, index), lines_of(block)


def _with_text(report: Report, place: Place, stretches: list[Stretch]) -> Report:
    if place.part in LINES_BEFORE + LINES_BEHIND:
        return _with_line(report, place, stretches)
    if place.block == HEADING:
        return _with_heading(report, place.part, stretches)
    blocks = blocks_of(report, place.part)
    changed = _new_block(blocks[place.block], stretches)
    return with_blocks(report, place.part, (*blocks[: place.block], changed, *blocks[place.block + 1 :]))


def _with_line(report: Report, place: Place, stretches: list[Stretch]) -> Report:
    value: Any = getattr(report, place.part)
    if isinstance(value, str):
        value = _new_line(value, stretches)
    else:
        changed = _new_line(value[place.block], stretches)
        value = (*value[: place.block], changed, *value[place.block + 1 :])
    return replace(report, **{place.part: value})


def _with_heading(report: Report, part: str, stretches: list[Stretch]) -> Report:
    def section(one: Section) -> Section:
        return replace(one, title=_new_line(one.title, stretches))

    def appendix(one: Appendix) -> Appendix:
        inside = _apart(one.title, stretches)
        return replace(one, title=tuple(map(_new_line, one.title, inside)))

    return with_part(report, part, section, appendix)


def _new_block(block: Block, stretches: list[Stretch]) -> Block:
    if isinstance(block, Paragraph):
        return spliced(block, stretches)
    if not isinstance(block, Table):
        return block
    lines = iter(_apart(lines_of(block), stretches))

    def changed(text: Paragraph) -> Paragraph:
        inside = next(lines)
        return spliced(text, inside) if inside else text

    rows = tuple(
        tuple(replace(cell, paragraphs=tuple(changed(text) for text in cell.paragraphs)) for cell in row)
        for row in block.rows
    )
    return replace(block, rows=rows)


def _apart(lines: tuple[str, ...], stretches: list[Stretch]) -> list[list[Stretch]]:
    """The stretches of each line, counted in that line."""
    found, start = [], 0
    for line in lines:
        end = start + len(line)
        found.append(
            [(one - start, other - start, new) for one, other, new in stretches if start <= one and other <= end]
        )
        start = end + 1
    return found


def _new_line(line: str, stretches: Sequence[Stretch]) -> str:
    return "".join(_pieces(len(line), stretches, lambda start, end: line[start:end], lambda stretch: stretch[2]))


def spliced(text: Paragraph, stretches: Sequence[Stretch]) -> Paragraph:
    """The paragraph with those stretches replaced, each new text in the format of the first character it replaces.

    One put between two characters has the format of that before it. Footnotes stay.
    """

    def kept(start: int, end: int) -> tuple[Run, ...]:
        return cut(text, start, end)

    def put_in(stretch: Stretch) -> tuple[Run, ...]:
        start, end, new = stretch
        old = cut(text, start, end)
        footnotes = tuple(Run("", run.bold, run.italic, run.footnote) for run in old if run.footnote)
        first = (old or cut(text, max(start - 1, 0), start) or (Run(""),))[0]
        return (replace(first, text=new, footnote=()), *footnotes)

    runs = [run for piece in _pieces(len(text.plain), stretches, kept, put_in) for run in piece]
    return Paragraph(joined(runs))


def _pieces(
    length: int, stretches: Sequence[Stretch], kept: Callable[[int, int], T], put_in: Callable[[Stretch], T]
) -> Iterator[T]:
    """What stays and what comes in, in order; the last piece reaches past the end, where a footnote may hang."""
    at = 0
    for stretch in stretches:
        yield kept(at, stretch[0])
        yield put_in(stretch)
        at = stretch[1]
    yield kept(at, length + 1)


def cut(text: Paragraph, start: int, end: int) -> tuple[Run, ...]:
    """The runs from one character to another; a footnote goes with the character it hangs on."""
    found, at = [], 0
    for run in text.runs:
        stop = at + len(run.text)
        inside = run.text[max(start - at, 0) : max(end - at, 0)]
        hangs = start < stop <= end if run.text else start <= at < end
        if inside or (hangs and run.footnote):
            found.append(replace(run, text=inside, footnote=run.footnote if hangs else ()))
        at = stop
    return tuple(found)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same characters in as few runs as their formats allow, none of them empty."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made and not made[-1].footnote else None
        if last is not None and (not run.text or (last.bold, last.italic) == (run.bold, run.italic)):
            made[-1] = replace(last, text=last.text + run.text, footnote=run.footnote)
        elif run.text or run.footnote:
            made.append(run)
    return tuple(made)
