"""What one does with the sections of a report: each function gives the edit, None where it cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bcdesk.report.edits import AddSection, Become, Edit, MoveSection, RemoveSection
from bcdesk.report.outline import default_child_marker, marker_at, renumbered
from bcdesk.report.outline_rows import DEEPEST
from bcdesk.report.report import Report, Section, fresh_id, walk


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a section stands: under which parent (None at the top), as which child, among which siblings."""

    parent: Section | None
    index: int
    siblings: tuple[Section, ...]

    @property
    def parent_id(self) -> str | None:
        """The id of the parent."""
        return self.parent.id if self.parent else None


def spot_of(report: Report, section_id: str) -> Spot:
    """Where a section stands. Raises KeyError where there is none of that id."""
    families = [(None, report.sections), *((section, section.children) for _, section in walk(report.sections))]
    for parent, siblings in families:
        for index, section in enumerate(siblings):
            if section.id == section_id:
                return Spot(parent, index, siblings)
    raise KeyError(section_id)


def added(report: Report, behind: str | None) -> AddSection:
    """A new section behind another on its level; at the end of the first level for None."""
    end = Spot(None, len(report.sections) - 1, report.sections)
    spot = end if behind is None else spot_of(report, behind)
    index = spot.index + 1
    marker = marker_at(spot.siblings, index, spot.parent.marker if spot.parent else None)
    return AddSection(Section(fresh_id(report), marker), spot.parent_id, index)


def added_inside(report: Report, parent: str) -> AddSection | None:
    """A new section as the last of those under another."""
    spot = spot_of(report, parent)
    if _depth(report, parent) + 1 >= DEEPEST:
        return None
    section = spot.siblings[spot.index]
    count = len(section.children)
    marker = marker_at(section.children, count, section.marker) if count else default_child_marker(section.marker)
    return AddSection(Section(fresh_id(report), marker), parent, count)


def moved_up(report: Report, section_id: str) -> Edit | None:
    """The section before the one above it."""
    spot = spot_of(report, section_id)
    return MoveSection(section_id, spot.parent_id, spot.index - 1, "Chuyển mục lên") if spot.index else None


def moved_down(report: Report, section_id: str) -> Edit | None:
    """The section behind the one below it."""
    spot = spot_of(report, section_id)
    last = spot.index + 1 >= len(spot.siblings)
    return None if last else MoveSection(section_id, spot.parent_id, spot.index + 1, "Chuyển mục xuống")


def nested(report: Report, section_id: str) -> Edit | None:
    """The section as the last of those under the one before it."""
    spot = spot_of(report, section_id)
    if not spot.index or _depth(report, section_id) + _height(spot.siblings[spot.index]) >= DEEPEST:
        return None
    above = spot.siblings[spot.index - 1]
    return MoveSection(section_id, above.id, len(above.children), "Cho vào mục trên")


def unnested(report: Report, section_id: str) -> Edit | None:
    """The section behind the one it is under."""
    spot = spot_of(report, section_id)
    if spot.parent is None:
        return None
    outer = spot_of(report, spot.parent.id)
    return MoveSection(section_id, outer.parent_id, outer.index + 1, "Đưa mục ra ngoài")


def _depth(report: Report, section_id: str) -> int:
    """The level of a section, 0 at the top."""
    return next(depth for depth, section in walk(report.sections) if section.id == section_id)


def _height(section: Section) -> int:
    """How many levels a section has, its own among them."""
    return 1 + max(depth for depth, _ in walk((section,)))


def removed(report: Report, section_id: str) -> Edit | None:
    """The report without the section and all below it."""
    spot_of(report, section_id)
    return RemoveSection(section_id)


def counted_anew(report: Report, section_id: str) -> Edit | None:  # noqa: ARG001  # the shape of an action
    """Every list of markers counted from its start."""
    sections = renumbered(report.sections)
    return None if sections == report.sections else Become(replace(report, sections=sections), "Đánh số lại các mục")


@dataclass(frozen=True, slots=True)
class SectionAction:
    """Something to do with a section; `keys` as Qt writes them."""

    words: str
    edit: Callable[[Report, str], Edit | None]
    keys: str = ""
    break_before: bool = False


ACTIONS = (
    SectionAction("Thêm mục bên dưới", added, "Ctrl+Return"),
    SectionAction("Thêm mục con", added_inside, "Ctrl+Shift+Return"),
    SectionAction("Chuyển lên", moved_up, "Alt+Up", break_before=True),
    SectionAction("Chuyển xuống", moved_down, "Alt+Down"),
    SectionAction("Cho vào mục trên", nested, "Alt+Right"),
    SectionAction("Đưa ra ngoài", unnested, "Alt+Left"),
    SectionAction("Đánh số lại các mục", counted_anew, "Ctrl+Shift+I", break_before=True),
    SectionAction("Xóa mục", removed, "Ctrl+Shift+Del", break_before=True),
)
