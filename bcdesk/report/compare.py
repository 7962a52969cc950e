"""Two reports compared: part by part, line by line, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bcdesk.report.lines import (
    END_FIELDS,
    FIELD_WORDS,
    HEAD_FIELDS,
    Line,
    appendix_lines,
    field_lines,
    section_lines,
)
from bcdesk.report.pairing import moved, pairs
from bcdesk.report.report import BASES, CLOSING, OPENING, Appendix, Report, Section, walk
from bcdesk.report.word_changes import Mark, Stretch, Wording, likeness, word_changes

UNNAMED, APPENDIX = "Mục chưa có tên", "Phụ lục"
_LIKELY = 0.4
_AHEAD = 6  # lines among which the partner of a changed line is looked for
_MOST_PAIRS = 100_000  # of equal lines, which is what matching costs


class PartKind(StrEnum):
    """What became of a part."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line and what became of its words; `reformatted`: the words are the same, their form is another."""

    wording: Wording
    reformatted: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything became of it."""
        return self.reformatted or any(stretch.mark is not Mark.SAME for stretch in self.wording)


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part that differs: an attribute of the report, a section without those below it, or an appendix.

    `old` and `new` are its ids in the two reports, empty where it is not there; `top` is the first-level section it
    stands in, empty for other parts. `lines` are all its lines, the unchanged ones too.
    """

    old: str
    new: str
    title: str
    kind: PartKind
    lines: tuple[LineChange, ...]
    moved: bool = False
    top: str = ""

    @property
    def part(self) -> str:
        """Its id now, or what it was."""
        return self.new or self.old


def compare(old: Report, new: Report) -> tuple[PartChange, ...]:
    """The parts in which two reports differ, in reading order; what was removed stands where it was."""
    return (
        *_fields(old, new, (*HEAD_FIELDS, BASES, OPENING)),
        *_sections(old, new),
        *_fields(old, new, (CLOSING, *END_FIELDS)),
        *_appendices(old, new),
    )


def line_changes(old: tuple[Line, ...], new: tuple[Line, ...]) -> tuple[LineChange, ...]:
    """What became of each line, in reading order; a removed line stands before what came in its place."""
    return tuple(change for pair in paired(old, new) for change in _change(*pair))


def paired(old: tuple[Line, ...], new: tuple[Line, ...]) -> Iterator[tuple[Line | None, Line | None]]:
    """Which line of one text is which of another, in reading order; None beside one that has no other."""
    texts = [line.text for line in old], [line.text for line in new]
    counts = Counter(texts[0]), Counter(texts[1])
    if sum(counts[0][text] * counts[1][text] for text in counts[0]) > _MOST_PAIRS:
        yield from _by_likeness(old, new)
        return
    for kind, start, end, new_start, new_end in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(old[start:end], new[new_start:new_end], strict=True)
        else:
            yield from _by_likeness(old[start:end], new[new_start:new_end])


def _fields(old: Report, new: Report, names: tuple[str, ...]) -> Iterator[PartChange]:
    for name in names:
        if getattr(old, name) != getattr(new, name):
            lines = line_changes(field_lines(old, name), field_lines(new, name))
            yield PartChange(name, name, FIELD_WORDS[name], PartKind.CHANGED, lines)


def _sections(old: Report, new: Report) -> Iterator[PartChange]:
    if old.sections == new.sections:
        return
    paired = pairs(old.sections, new.sections)
    back = {new_id: old_id for old_id, new_id in paired.items()}
    elsewhere = moved(old.sections, new.sections, paired)
    before = {section.id: section for _, section in walk(old.sections)}
    tops = _tops(old.sections), _tops(new.sections)
    gone = _gone(old.sections, paired)
    yield from (_part(section, None, top=tops[0][section.id]) for section in gone.get("", ()))
    for _, section in walk(new.sections):
        partner = before.get(back.get(section.id, ""))
        if partner is None or section.id in elsewhere or _own(partner) != _own(section):
            yield _part(partner, section, moved=section.id in elsewhere, top=tops[1][section.id])
        for lost in gone.get(partner.id if partner else "-", ()):
            yield _part(lost, None, top=tops[0][lost.id])


def _gone(old: tuple[Section, ...], paired: dict[str, str]) -> dict[str, list[Section]]:
    """The sections that are no more, by the last one before them that is still there."""
    found: dict[str, list[Section]] = {}
    last = ""
    for _, section in walk(old):
        if section.id in paired:
            last = section.id
        else:
            found.setdefault(last, []).append(section)
    return found


def _own(section: Section) -> tuple[object, ...]:
    return section.marker, section.title, section.run_in, section.blocks


def _part(old: Section | None, new: Section | None, *, top: str, moved: bool = False) -> PartChange:
    shown = new or old
    title = shown.heading if shown and shown.heading else UNNAMED
    lines = line_changes(section_lines(old) if old else (), section_lines(new) if new else ())
    changed = any(line.changed for line in lines)
    kind = _kind(old is not None, new is not None, changed=changed)
    return PartChange(old.id if old else "", new.id if new else "", title, kind, lines, moved, top)


def _kind(was: bool, stands: bool, *, changed: bool) -> PartKind:  # noqa: FBT001  # two of a kind
    if was and stands:
        return PartKind.CHANGED if changed else PartKind.MOVED
    return PartKind.ADDED if stands else PartKind.REMOVED


def _tops(sections: tuple[Section, ...]) -> dict[str, str]:
    return {inner.id: section.id for section in sections for _, inner in walk((section,))}


def _appendices(old: Report, new: Report) -> Iterator[PartChange]:
    before = {appendix.id: appendix for appendix in old.appendices}
    after = {appendix.id: appendix for appendix in new.appendices}
    for appendix_id in {**after, **before}:
        was, stands = before.get(appendix_id), after.get(appendix_id)
        if was != stands:
            yield _appendix(was, stands)


def _appendix(old: Appendix | None, new: Appendix | None) -> PartChange:
    shown = new or old
    title = " ".join(shown.title) if shown else ""
    lines = line_changes(appendix_lines(old) if old else (), appendix_lines(new) if new else ())
    kind = _kind(old is not None, new is not None, changed=True)
    return PartChange(old.id if old else "", new.id if new else "", title or APPENDIX, kind, lines)


def _by_likeness(old: tuple[Line, ...], new: tuple[Line, ...]) -> Iterator[tuple[Line | None, Line | None]]:
    """The lines in order, each old one with the next new one that is likely to be the same line."""
    at = 0
    for line in old:
        ahead = range(at, min(at + _AHEAD, len(new)))
        partner = next((index for index in ahead if likeness(line.text, new[index].text) >= _LIKELY), None)
        if partner is None:
            yield line, None
            continue
        yield from ((None, added) for added in new[at:partner])
        yield line, new[partner]
        at = partner + 1
    yield from ((None, added) for added in new[at:])


def _change(old: Line | None, new: Line | None) -> Iterator[LineChange]:
    if old is not None and new is not None:
        same = old.text == new.text
        yield LineChange(word_changes(old.text, new.text), reformatted=same and old.of != new.of)
    elif old is not None:
        yield LineChange((Stretch(old.text, Mark.REMOVED),))
    elif new is not None:
        yield LineChange((Stretch(new.text, Mark.ADDED),))
