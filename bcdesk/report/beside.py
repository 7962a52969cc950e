"""Last period's text of a part beside what stands there now, and the ways to take it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bcdesk.report.carried import ParagraphState
from bcdesk.report.compare import paired
from bcdesk.report.edits import Edit, ReplaceBlocks
from bcdesk.report.lines import Line
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import Block, Paragraph, Picture, Report, find_section, paragraphs_of, walk
from bcdesk.report.word_changes import Mark, Stretch, Wording, word_changes

TAKE, TAKE_ALL, EMPTY = "Lấy đoạn của kỳ trước", "Lấy cả mục của kỳ trước", "Bắt đầu trống"
PICTURE = "Ảnh"


@dataclass(frozen=True, slots=True)
class Beside:
    """A paragraph, table or picture of last period and of now: what became of its words.

    `old` is its number in last period's part, `new` in that of now; None where it is not there. `at` is where it
    stands now, or would come.
    """

    old: int | None
    new: int | None
    at: int
    wording: Wording

    @property
    def state(self) -> ParagraphState:
        """How far what stands there now is."""
        if not any(stretch.text.strip() for stretch in self.wording if stretch.mark is not Mark.REMOVED):
            return ParagraphState.EMPTY
        if self.old is None:
            return ParagraphState.NEW
        same = all(stretch.mark is Mark.SAME for stretch in self.wording)
        return ParagraphState.CARRIED if same else ParagraphState.CHANGED


def beside(before: Report, now: Report, part: str) -> tuple[Beside, ...]:
    """What became of each block of a part, in reading order; `before` speaks of this period (`brought_forward`)."""
    return tuple(_rows(part_of(before, part), part_of(now, part)))


def part_of(report: Report, part: str) -> tuple[Block, ...]:
    """The blocks of a part; none where the report has no such part."""
    try:
        return blocks_of(report, part)
    except KeyError:
        return ()


def part_with_text(before: Report, now: Report, part: str) -> str:
    """The part, or the first section below it where only those say something, then or now."""
    try:
        below = walk(find_section(now, part).children)
    except KeyError:
        return part
    parts = (part, *(section.id for _, section in below))
    return next((each for each in parts if part_of(before, each) or part_of(now, each)), part)


def taken(before: Report, part: str, row: Beside) -> Edit | None:
    """The edit that puts last period's block into its place; None where there was none."""
    if row.old is None:
        return None
    block = part_of(before, part)[row.old]
    return ReplaceBlocks(part, row.at, 0 if row.new is None else 1, (block,), TAKE)


def all_taken(before: Report, now: Report, part: str) -> Edit:
    """The edit that puts last period's text of the part in the place of what stands there now."""
    return ReplaceBlocks(part, 0, len(part_of(now, part)), part_of(before, part), TAKE_ALL)


def begun_empty(now: Report, part: str) -> Edit:
    """The edit that leaves the part empty, to be written from the beginning."""
    return ReplaceBlocks(part, 0, len(part_of(now, part)), (), EMPTY)


def _rows(before: tuple[Block, ...], now: tuple[Block, ...]) -> Iterator[Beside]:
    at = 0
    for old, new in paired(_lines(before), _lines(now)):
        yield Beside(_number(old), _number(new), at, _wording(old, new))
        at += new is not None


def _lines(blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    return tuple(Line(_text(block), number) for number, block in enumerate(blocks))


def _text(block: Block) -> str:
    if isinstance(block, Picture):
        return f"{PICTURE} {block.description}".strip()
    if isinstance(block, Paragraph):
        return block.plain
    return "\n".join(text.plain for text in paragraphs_of(block))


def _number(line: Line | None) -> int | None:
    return line.of if line is not None and isinstance(line.of, int) else None


def _wording(old: Line | None, new: Line | None) -> Wording:
    if old is None or new is None:
        return tuple(
            Stretch(line.text, mark)
            for line, mark in ((old, Mark.REMOVED), (new, Mark.ADDED))
            if line is not None and line.text
        )
    return word_changes(old.text, new.text)
