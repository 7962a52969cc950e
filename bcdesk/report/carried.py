"""What of a report is as it was in the one before, paragraph by paragraph; a shifted period is no difference."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from bcdesk.report.report import Block, Report, paragraphs_of, walk
from bcdesk.vietnamese.timewords import skeleton

_ALIKE = 0.6
"""From this likeness on a paragraph counts as a changed one, not as a new one; of two, the liker is its counterpart."""


class ParagraphState(StrEnum):
    """How far a paragraph is, in the words of the screen."""

    EMPTY = "chưa có nội dung"
    CARRIED = "còn nguyên kỳ trước"
    CHANGED = "đã sửa"
    NEW = "mới"


def said_before(report: Report) -> frozenset[str]:
    """The skeletons of all paragraphs of the report before; empty where there is none."""
    return frozenset(map(skeleton, _paragraphs(report.previous))) if report.previous else frozenset()


def holds_carried(block: Block, before: frozenset[str]) -> bool:
    """Whether a block has a paragraph that is as it was before."""
    return bool(before) and any(text.plain.strip() and skeleton(text.plain) in before for text in paragraphs_of(block))


def counterpart(text: str, report: Report, part: str) -> str | None:
    """The paragraph of the report before that a text came from: the same one, else the likest of the same part."""
    if report.previous is None or not text.strip():
        return None
    wanted = skeleton(text)
    same = next((old for old in _paragraphs(report.previous) if skeleton(old) == wanted), None)
    return same if same is not None else _likest(text, tuple(_of_part(report.previous, part)))


def paragraph_state(text: str, report: Report, part: str) -> ParagraphState:
    """How far a paragraph of that part is."""
    if not text.strip():
        return ParagraphState.EMPTY
    before = counterpart(text, report, part)
    if before is None:
        return ParagraphState.NEW
    return ParagraphState.CARRIED if skeleton(before) == skeleton(text) else ParagraphState.CHANGED


def carried_share(report: Report) -> float:
    """The share of the paragraphs of all sections, 0 to 1, that are as they were in the report before."""
    texts = [text for _, section in walk(report.sections) for text in _of_blocks(section.blocks) if text.strip()]
    before = said_before(report)
    return sum(skeleton(text) in before for text in texts) / len(texts) if texts else 0.0


def _likest(text: str, candidates: tuple[str, ...]) -> str | None:
    best, best_ratio = None, _ALIKE
    words = SequenceMatcher(None, b=text.split(), autojunk=False)
    for candidate in candidates:
        words.set_seq1(candidate.split())
        if words.quick_ratio() >= best_ratio and words.ratio() >= best_ratio:
            best, best_ratio = candidate, words.ratio()
    return best


def _paragraphs(report: Report) -> Iterator[str]:
    for blocks in (report.legal_bases, report.opening, report.closing):
        yield from _of_blocks(blocks)
    for _, section in walk(report.sections):
        yield from _of_blocks(section.blocks)
    for appendix in report.appendices:
        yield from _of_blocks(appendix.blocks)


def _of_part(report: Report, part: str) -> Iterator[str]:
    named = {"opening": report.opening, "closing": report.closing, "legal_bases": report.legal_bases}
    named |= {section.id: section.blocks for _, section in walk(report.sections)}
    named |= {appendix.id: appendix.blocks for appendix in report.appendices}
    yield from _of_blocks(named.get(part, ()))


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    return (text.plain for block in blocks for text in paragraphs_of(block))
