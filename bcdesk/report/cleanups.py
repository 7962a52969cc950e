"""Tidying a report on request: what each kind of it would change, and the one edit that does it.

Nothing of this is done unasked: what is typed is printed as typed, double spaces included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bcdesk.report.edits import normalised
from bcdesk.report.matching import Options
from bcdesk.report.parts import PARTS_OF_BLOCKS, blocks_of, with_blocks
from bcdesk.report.passages import rewritten
from bcdesk.report.report import Block, Paragraph, Place, Report, walk
from bcdesk.report.search import hits, replaced, spliced
from bcdesk.vietnamese import tidying
from bcdesk.vietnamese.legacy import decode, decode_pieces, encodings
from bcdesk.vietnamese.tidying import Mend

AROUND = 28
WHOLE_LINE = 90


class Cleanup(StrEnum):
    """The kinds of tidying, in the order in which they are done: each sees what those before it have mended."""

    LEGACY = "legacy"
    HIDDEN = "hidden"
    LOOK_ALIKES = "look-alikes"
    BROKEN_LINES = "broken-lines"
    SPACES = "spaces"
    SIGNS = "signs"
    HYPHENS = "hyphens"


@dataclass(frozen=True, slots=True)
class Change:
    """A change that would be made: where, the words there as they stand, and as they would."""

    place: Place
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Clean:
    """The edit that tidies a report in these ways."""

    cleanups: tuple[Cleanup, ...]
    words: str = "Dọn văn bản"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The tidied report; the same value where there is nothing to do."""
        for cleanup in Cleanup:
            if cleanup in self.cleanups:
                report = _cleaned(report, cleanup, lambda _: None)
        return normalised(report)


@dataclass(frozen=True, slots=True)
class Reread:
    """The edit that puts other text in the place of some, wherever it stands: what was pasted in an old encoding."""

    texts: tuple[tuple[str, str], ...]
    words: str = "Chuyển sang Unicode"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with the new texts; the longer ones first, so that none is taken for a part of another."""
        for old, new in sorted(self.texts, key=lambda pair: -len(pair[0])):
            report = replaced(report, hits(report, old, Options(case=True)), new)
        return report


def changes(report: Report, cleanup: Cleanup) -> tuple[Change, ...]:
    """What one kind of tidying would change, in reading order."""
    found: list[Change] = []
    _cleaned(report, cleanup, found.append)
    return tuple(found)


_Tell = Callable[[Change], None]
_Rule = Callable[[str], Iterator[Mend]]
_RULES: dict[Cleanup, _Rule] = {
    Cleanup.HIDDEN: tidying.hidden_signs,
    Cleanup.LOOK_ALIKES: tidying.look_alikes,
    Cleanup.BROKEN_LINES: tidying.broken_lines,
    Cleanup.SPACES: tidying.extra_spaces,
    Cleanup.SIGNS: tidying.spaces_at_signs,
    Cleanup.HYPHENS: tidying.uneven_hyphens,
}


def _cleaned(report: Report, cleanup: Cleanup, tell: _Tell) -> Report:
    if cleanup is Cleanup.LEGACY:
        return _in_unicode(report, tell)
    mended = _mended(report, _RULES[cleanup], tell)
    if cleanup is not Cleanup.BROKEN_LINES:
        return mended
    joined = _joined(mended, tell)  # a longer paragraph may make more of its line ends broken ones
    return joined if joined == report else _cleaned(joined, cleanup, tell)


def _mended(report: Report, rule: _Rule, tell: _Tell) -> Report:
    def rewrite(place: Place, text: Paragraph) -> Paragraph:
        mends = sorted(rule(text.plain))
        for mend in mends:
            tell(_change(place, text.plain, mend))
        return spliced(text, mends) if mends else text

    return rewritten(report, rewrite)


def _in_unicode(report: Report, tell: _Tell) -> Report:
    """Text in TCVN3 or VNI, known by all texts of the report together, in Unicode."""
    texts: dict[str, None] = {}

    def collect(_: Place, text: Paragraph) -> Paragraph:
        texts[text.plain] = None
        return text

    rewritten(report, collect)
    known = dict(zip(texts, encodings(tuple(texts)), strict=True))

    def rewrite(place: Place, text: Paragraph) -> Paragraph:
        encoding = known.get(text.plain)
        if encoding is None:
            return text
        tell(Change(place, _shortened(text.plain), _shortened(decode(text.plain, encoding))))
        pieces = decode_pieces([run.text for run in text.runs], encoding)
        return Paragraph(tuple(replace(run, text=piece) for run, piece in zip(text.runs, pieces, strict=True)))

    return rewritten(report, rewrite)


def _joined(report: Report, tell: _Tell) -> Report:
    """Paragraphs that break off within a sentence joined to what they go on with, in each part for itself."""
    sections = (section.id for _, section in walk(report.sections))
    for part in (*PARTS_OF_BLOCKS, *sections, *(appendix.id for appendix in report.appendices)):
        before = blocks_of(report, part)
        after = tuple(_joined_blocks(part, before, tell))
        if len(after) < len(before):
            report = with_blocks(report, part, after)
    return report


def _joined_blocks(part: str, blocks: Iterable[Block], tell: _Tell) -> Iterator[Block]:
    last: Block | None = None
    for at, block in enumerate(blocks):
        if isinstance(last, Paragraph) and isinstance(block, Paragraph) and tidying.goes_on(last.plain, block.plain):
            end = len(last.plain)
            tell(_change(Place(part, at - 1), f"{last.plain}\n{block.plain}", (end, end + 1, " ")))
            last = _one(last, block)
        else:
            if last is not None:
                yield last
            last = block
    if last is not None:
        yield last


def _one(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs as one, a single space between."""
    end = len(first.plain.rstrip())
    start = len(first.plain) + len(second.plain) - len(second.plain.lstrip())
    return spliced(Paragraph((*first.runs, *second.runs)), ((end, start, " "),))


def _change(place: Place, text: str, mend: Mend) -> Change:
    """A mend with the words around it."""
    start, end, new = mend
    before, behind = text[:start], text[end:]
    if len(before) > AROUND:
        before = "…" + before[before.find(" ", -AROUND) + 1 or -AROUND :]
    if len(behind) > AROUND:
        behind = behind[: max(behind.rfind(" ", 0, AROUND), 1)] + "…"
    return Change(replace(place, offset=start), before + text[start:end] + behind, before + new + behind)


def _shortened(text: str) -> str:
    return text if len(text) <= WHOLE_LINE else f"{text[:WHOLE_LINE]}…"
