"""A reading with its parts told apart, whoever made the document.

The parts are looked for in this order: the title BÁO CÁO; above it the `head`, below it the `titleblock`; from the
end the appendices and the `ending`; what is left is the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bcdesk.checks.lines import Line
from bcdesk.checks.paper import Pages, Recognised, Stroke
from bcdesk.checks.parts.appendices import appendices_start, read_appendices
from bcdesk.checks.parts.ending import ending_start, label_at, read_ending, signed
from bcdesk.checks.parts.head import Head, read_head
from bcdesk.checks.parts.passages import blanks, passages, tables
from bcdesk.checks.parts.strokes import stroke_under
from bcdesk.checks.parts.titleblock import TitleBlock, read_title_block, title_end
from bcdesk.report.outline import split_heading
from bcdesk.word.reading import Reading

MOST_LINES_ABOVE_TITLE = 40


@dataclass(frozen=True, slots=True)
class _Split:
    """The lines of a paper by the part they stand in."""

    head: Sequence[Line]
    title: Line | None
    title_lines: Sequence[Line]
    block: TitleBlock
    text: Sequence[Line]
    ending: Sequence[Line]
    appendices: Sequence[Line]


def recognise(reading: Reading, pages: Pages | None = None) -> Recognised:
    """The parts of a read paper; `pages` are its pages, where it could be laid out truthfully."""
    paper = Recognised(reading, pages)
    split = _split(tuple(paper.lines))
    return _with_ending(_with_text(_with_head(paper, split), split), split)


def _split(lines: Sequence[Line]) -> _Split:
    title_at = _title_at(lines)
    head_end = _head_end(lines) if title_at is None else title_at
    below = head_end if title_at is None else title_at + 1
    block, count = read_title_block(lines[below:], titled=title_at is not None)
    start = below + count
    appendix_at = appendices_start(lines, label_at(lines, start))
    main = lines[start:appendix_at]
    ending_at = ending_start(main)
    title = None if title_at is None else lines[title_at]
    above = lines[head_end:start]
    return _Split(lines[:head_end], title, above, block, main[:ending_at], main[ending_at:], lines[appendix_at:])


def _title_at(lines: Sequence[Line]) -> int | None:
    """The index of BÁO CÁO; None where it comes after the text has begun."""
    for at, line in enumerate(lines[:MOST_LINES_ABOVE_TITLE]):
        if title_end(line.text):
            return at
        if split_heading(line.text)[0] and not line.spot.in_table and not line.text.startswith("-"):
            return None
    return None


def _head_end(lines: Sequence[Line]) -> int:
    """How many lines a letterhead without a title goes on for: to the last of its known parts."""
    head = read_head(lines[:MOST_LINES_ABOVE_TITLE])
    known = {line.spot for line in (head.country, head.motto, head.number, head.date) if line}
    return max((at + 1 for at, line in enumerate(lines[:MOST_LINES_ABOVE_TITLE]) if line.spot in known), default=0)


def _with_head(paper: Recognised, split: _Split) -> Recognised:
    head, block = read_head(split.head), split.block
    reading = paper.reading
    last = block.date_range or (block.subject[-1] if block.subject else None)
    return replace(
        paper,
        country=head.country,
        motto=head.motto,
        motto_stroke=_stroke(head.motto, split.head, reading),
        superior=head.superior,
        issuer=head.issuer,
        issuer_stroke=_stroke(_last_name(head), split.head, reading),
        number=head.number,
        draft=head.draft or block.draft,
        date=head.date,
        title=split.title,
        subject=tuple(block.subject),
        date_range=block.date_range,
        subject_stroke=_stroke(last, split.title_lines, reading),
        addressees=tuple(block.addressees),
        bases=tuple(block.bases),
        strays=tuple(head.strays),
    )


def _last_name(head: Head) -> Line | None:
    return head.issuer[-1] if head.issuer else None


def _stroke(line: Line | None, lines: Sequence[Line], reading: Reading) -> Stroke | None:
    return stroke_under(line, lines, reading) if line else None


def _with_text(paper: Recognised, split: _Split) -> Recognised:
    body = tuple(passages(split.text))
    closing = next((passage for passage in reversed(body) if not passage.heading), None)
    return replace(
        paper,
        body=body,
        tables=tables(split.text, paper.sections),
        closing=closing,
        blanks=blanks(split.text),
    )


def _with_ending(paper: Recognised, split: _Split) -> Recognised:
    ending = read_ending(split.ending)
    block = signed(ending)
    return replace(
        paper,
        recipients_label=ending.label,
        recipients=tuple(ending.recipients),
        authority=block.authority,
        below=block.below,
        signer=block.signer,
        appendices=tuple(read_appendices(split.appendices, paper.reading)),
        strays=(*paper.strays, *ending.strays),
    )
