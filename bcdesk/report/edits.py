"""Changes of a report as values: each takes a report and gives the changed one, its text cleaned (NFC).

`place` says what an edit touches: edits of one place that follow each other closely make one undo step.
`words` names the step for the clerk (`Hoàn tác: …`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar

from bcdesk.report.decisions import Decision
from bcdesk.report.parts import blocks_of, change_section, inserted, with_blocks, with_children, without
from bcdesk.report.report import Block, Report, Section, find_section, walk
from bcdesk.vietnamese.text import clean

T = TypeVar("T")


class Edit(Protocol):
    """One change of a report."""

    @property
    def place(self) -> str:
        """What is touched; empty for an edit that is always a step of its own."""
        ...

    @property
    def words(self) -> str:
        """What the clerk did, as a Vietnamese phrase."""
        ...

    def apply(self, report: Report) -> Report:
        """The changed report; the same value where nothing changes. Raises KeyError for an unknown part."""
        ...


def normalised(value: T) -> T:
    """`value` with every string in it, however deep, clean; what is clean already stays the very same object."""
    return mapped(value, clean)  # type: ignore[no-any-return]  # the shape of a value is kept, which mypy cannot see


def mapped(value: Any, change: Callable[[Any], Any], kind: type = str) -> Any:
    """`value` with every string (or other `kind`) in it changed, however deep; what stays is the very same object."""
    if isinstance(value, kind):
        new = change(value)
        return value if new == value else new
    if isinstance(value, tuple):
        items = tuple(mapped(item, change, kind) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type):
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        after = {name: mapped(part, change, kind) for name, part in before.items()}
        changed = {name: part for name, part in after.items() if part is not before[name]}
        return replace(value, **changed) if changed else value
    return value


@dataclass(frozen=True, slots=True)
class SetField:
    """Give one attribute of the report (`subject`, `signature`, `recipients`, `office` …) a new value."""

    name: str
    value: Any
    words: str = "Sửa thông tin văn bản"

    @property
    def place(self) -> str:
        """The name of the attribute."""
        return self.name

    def apply(self, report: Report) -> Report:
        """The report with that attribute."""
        return replace(report, **{self.name: normalised(self.value)})


@dataclass(frozen=True, slots=True)
class SetHeading:
    """Give a section another marker and title."""

    section: str
    marker: str
    title: str
    run_in: bool | None = None
    words: str = "Sửa tiêu đề mục"

    @property
    def place(self) -> str:
        """The heading of that section."""
        return f"{self.section}#heading"

    def apply(self, report: Report) -> Report:
        """The report with that heading."""

        def changed(section: Section) -> Section:
            run_in = section.run_in if self.run_in is None else self.run_in
            return replace(section, marker=clean(self.marker), title=clean(self.title), run_in=run_in)

        return change_section(report, self.section, changed)


@dataclass(frozen=True, slots=True)
class ReplaceBlocks:
    """Put `blocks` in the place of `count` blocks of a part, from block `first` on.

    `part` is OPENING, CLOSING, BASES, or the id of a section or an appendix.
    """

    part: str
    first: int
    count: int
    blocks: tuple[Block, ...]
    words: str = "Gõ nội dung"

    @property
    def place(self) -> str:
        """The part and its first block, so that typing in one text is one step."""
        return f"{self.part}#{self.first}"

    def apply(self, report: Report) -> Report:
        """The report with those blocks."""
        before = blocks_of(report, self.part)
        after = before[: self.first] + normalised(self.blocks) + before[self.first + self.count :]
        return report if after == before else with_blocks(report, self.part, after)


@dataclass(frozen=True, slots=True)
class SetReviewed:
    """Say that a section is done, or take that back."""

    section: str
    reviewed: bool
    words: str = "Đánh dấu đã rà soát"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with that mark."""
        return change_section(report, self.section, lambda section: replace(section, reviewed=self.reviewed))


@dataclass(frozen=True, slots=True)
class AddSection:
    """Put a section under `parent` (None: at the top) as its child number `index`."""

    section: Section
    parent: str | None
    index: int
    words: str = "Thêm mục"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with the section in it. Raises ValueError where an id in it is taken."""
        added = Counter(section.id for _, section in walk((*report.sections, self.section)))
        if max(added.values()) > 1:
            raise ValueError(f"taken: {added.most_common(1)[0][0]}")
        return with_children(report, self.parent, lambda rows: inserted(rows, self.index, normalised(self.section)))


@dataclass(frozen=True, slots=True)
class RemoveSection:
    """Take out a section with all below it."""

    section: str
    words: str = "Xóa mục"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report without it. Raises KeyError where there is none of that id."""
        find_section(report, self.section)
        return replace(report, sections=without(report.sections, self.section))


@dataclass(frozen=True, slots=True)
class MoveSection:
    """Move a section with all below it under `parent` (None: to the top), as child number `index` there."""

    section: str
    parent: str | None
    index: int
    words: str = "Chuyển mục"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report with the section in its new place; unchanged where it would go under itself."""
        moved = find_section(report, self.section)
        rest = replace(report, sections=without(report.sections, self.section))
        try:
            return with_children(rest, self.parent, lambda rows: inserted(rows, self.index, moved))
        except KeyError:
            if self.parent is not None:
                find_section(report, self.parent)
            return report


@dataclass(frozen=True, slots=True)
class Become:
    """Take on a whole new value: the result of an action on all of the report (replace all, renumber, import)."""

    report: Report
    words: str
    place: str = ""

    def apply(self, report: Report) -> Report:  # noqa: ARG002  # the earlier value is what undo keeps
        """The new value, normalised."""
        return normalised(self.report)


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits, one after another, as one step."""

    edits: tuple[Edit, ...]
    words: str
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report after all of them. Raises what they do."""
        for edit in self.edits:
            report = edit.apply(report)
        return report


@dataclass(frozen=True, slots=True)
class Decide:
    """Answer a remark with `giữ nguyên`."""

    decision: Decision
    words: str = "Giữ nguyên"
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The report that remembers it."""
        known = self.decision in report.decisions
        return report if known else replace(report, decisions=(*report.decisions, normalised(self.decision)))
