"""Putting back what a report was: all of it, or some of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bcdesk.report.compare import PartChange
from bcdesk.report.parts import change_section, inserted, with_children, without
from bcdesk.report.report import Appendix, Report, Section, find_section, walk

_OF_NOW = ("state", "fingerprint", "signed_copy")


def restored(now: Report, then: Report) -> Report:
    """All of `then`, but where it stands on its way to the superior body is as it is now."""
    return replace(then, **{name: getattr(now, name) for name in _OF_NOW})


def with_parts(now: Report, then: Report, changes: Iterable[PartChange]) -> Report:
    """The report with these parts as they were; `changes` are of `compare(then, now)`.

    What was removed comes back where it stood, what was added goes, what was moved goes back.
    """
    for change in changes:
        now = _with_part(now, then, change)
    return now


def _with_part(now: Report, then: Report, change: PartChange) -> Report:
    if any(appendix.id == change.part for appendix in (*then.appendices, *now.appendices)):
        return replace(now, appendices=_appendices(now.appendices, then.appendices, change.part))
    if change.part in {section.id for report in (then, now) for _, section in walk(report.sections)}:
        return _with_section(now, then, change)
    return replace(now, **{change.part: getattr(then, change.part)})


def _appendices(now: tuple[Appendix, ...], then: tuple[Appendix, ...], appendix_id: str) -> tuple[Appendix, ...]:
    old = next((appendix for appendix in then if appendix.id == appendix_id), None)
    if old is None:
        return tuple(appendix for appendix in now if appendix.id != appendix_id)
    if any(appendix.id == appendix_id for appendix in now):
        return tuple(old if appendix.id == appendix_id else appendix for appendix in now)
    at = then.index(old)
    return (*now[:at], old, *now[at:])


def _with_section(now: Report, then: Report, change: PartChange) -> Report:
    if not change.old:
        return _lifted_out(now, change.new)
    old = find_section(then, change.old)
    if not change.new:
        return _put_in(now, then, replace(old, children=()))
    now = change_section(now, change.new, lambda section: replace(old, id=change.new, children=section.children))
    if not change.moved:
        return now
    section = find_section(now, change.new)
    return _put_in(replace(now, sections=without(now.sections, change.new)), then, section, change.old)


def _lifted_out(report: Report, section_id: str) -> Report:
    """The report without a section; what hangs below it takes its place."""

    def lifted(sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(
            each
            for section in sections
            for each in (
                section.children if section.id == section_id else (replace(section, children=lifted(section.children)),)
            )
        )

    return replace(report, sections=lifted(report.sections))


def _put_in(report: Report, then: Report, section: Section, old_id: str = "") -> Report:
    """The report with a section more: below the one it was below, behind the nearest before it that is still there."""
    parent, before = _stood(then, old_id or section.id)
    present = {each.id for _, each in walk(report.sections)}
    parent = parent if parent in present else None

    def put(rows: tuple[Section, ...]) -> tuple[Section, ...]:
        places = [at for at, row in enumerate(rows) if row.id in before]
        return inserted(rows, places[-1] + 1 if places else 0, section)

    return with_children(report, parent, put)


def _stood(report: Report, section_id: str) -> tuple[str | None, set[str]]:
    """The section another one hangs below (None: the top), and the siblings before it."""
    families: list[tuple[str | None, tuple[Section, ...]]] = [(None, report.sections)]
    families += [(section.id, section.children) for _, section in walk(report.sections)]
    for parent, rows in families:
        ids = [row.id for row in rows]
        if section_id in ids:
            return parent, set(ids[: ids.index(section_id)])
    raise KeyError(section_id)
