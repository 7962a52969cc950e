"""Where two states of a report differ first: the place to show when a step is taken back."""

from __future__ import annotations

from bcdesk.report.parts import blocks_of
from bcdesk.report.report import BASES, CLOSING, HEADING, OPENING, Block, Place, Report, walk
from bcdesk.report.search import lines_of
from bcdesk.ui.editor.document import common

FIELDS = (
    "subject", "date_range", "number", "symbol", "place", "date", "draft_mark", "addressees", "request",
    "drafting_unit", "drafter", "recipients", "signature",
)  # fmt: skip


def first_difference(before: Report, after: Report) -> Place | None:
    """The first place in `after` at which it differs from `before`; None where none can be shown."""
    for name in FIELDS:
        if getattr(before, name) != getattr(after, name):
            return Place(name, *_in_lines(getattr(before, name), getattr(after, name)))
    for part in _parts(after):
        place = _in_part(before, after, part)
        if place is not None:
            return place
    gone = [part for part in _parts(before) if part not in _parts(after)]
    return Place(_neighbour(before, after, gone[0]), HEADING) if gone else _moved(before, after)


def _parts(report: Report) -> list[str]:
    sections = [section.id for _, section in walk(report.sections)]
    return [BASES, OPENING, *sections, CLOSING, *(appendix.id for appendix in report.appendices)]


def _in_lines(before: object, after: object) -> tuple[int, int]:
    """The line and the end of what is new in it; line 0 of what is no text."""
    old, new = _as_lines(before), _as_lines(after)
    index = min(common(old, new)[0], max(len(new) - 1, 0))
    if not new:
        return 0, 0
    return index, _end_of_change(old[index] if index < len(old) else "", new[index])


def _as_lines(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _in_part(before: Report, after: Report, part: str) -> Place | None:
    if part not in _parts(before):
        return Place(part, HEADING)
    old, new = blocks_of(before, part), blocks_of(after, part)
    if old != new:
        index = min(common(old, new)[0], max(len(new) - 1, 0))
        return Place(part, index, _offset(old[index : index + 1], new[index : index + 1]))
    was, now = _heading(before, part), _heading(after, part)
    return Place(part, HEADING, _end_of_change(was[1], now[1])) if was != now else None


def _offset(before: tuple[Block, ...], after: tuple[Block, ...]) -> int:
    return _end_of_change(_text(before), _text(after))


def _text(blocks: tuple[Block, ...]) -> str:
    return "\n".join(line for block in blocks for line in lines_of(block))


def _end_of_change(old: str, new: str) -> int:
    _, tail = common(tuple(old), tuple(new))
    return len(new) - tail


def _heading(report: Report, part: str) -> tuple[str, str]:
    for _, section in walk(report.sections):
        if section.id == part:
            return section.marker, section.title
    return "", next(("\n".join(item.title) for item in report.appendices if item.id == part), "")


def _moved(before: Report, after: Report) -> Place | None:
    """The first section that stands elsewhere."""
    pairs = zip(walk(before.sections), walk(after.sections), strict=False)
    return next((Place(new.id, HEADING) for (was, old), (now, new) in pairs if (was, old.id) != (now, new.id)), None)


def _neighbour(before: Report, after: Report, gone: str) -> str:
    """The part that stands nearest before one that is gone."""
    parts = _parts(before)
    above = reversed(parts[: parts.index(gone)])
    return next(part for part in above if part in _parts(after))
