"""Sections and appendices of their own for what units wrote under headings that fit none of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bcdesk.report.consolidation.contents import SEPARATOR, key_of
from bcdesk.report.consolidation.values import LEFT_OUT, OWN, Proposal
from bcdesk.report.outline import marker_at
from bcdesk.report.parts import with_children
from bcdesk.report.reoutline import APART
from bcdesk.report.report import Appendix, Report, Section, find_section, fresh_id
from bcdesk.vietnamese.abbreviations import written_out


class Rooms:
    """`report` with all the sections and appendices there must be, and in `parts` where each heading goes."""

    def __init__(self, report: Report, proposals: Iterable[Proposal], appendices: Mapping[str, Appendix]) -> None:
        self.report = report
        self.parts: dict[str, str] = {}
        self._proposals = {each.heading: each for each in proposals}
        self._appendices = appendices
        for each in self._proposals.values():
            if each.part != OWN or each.texts:
                self._part_of(each)

    def _part_of(self, proposal: Proposal) -> str:
        """The part of a heading; one that has none of its own yet gets it."""
        if proposal.heading not in self.parts:
            self.parts[proposal.heading] = self._made(proposal) if proposal.part == OWN else proposal.part
        return self.parts[proposal.heading]

    def _made(self, proposal: Proposal) -> str:
        if appendix := self._appendices.get(proposal.heading):
            return self._appendix(appendix, proposal.units)
        above = self._proposals.get(proposal.heading.rpartition(SEPARATOR)[0])
        parent = self._part_of(above) if above else self._section(None, APART)
        return LEFT_OUT if parent == LEFT_OUT else self._section(parent, proposal.titles[-1])

    def _section(self, parent: str | None, title: str) -> str:
        """The section of that title below another one, or at the top, made at the end where there is none."""
        above = find_section(self.report, parent) if parent else None
        siblings = above.children if above else self.report.sections
        own = key_of(written_out(title))
        if known := next((each for each in siblings if key_of(written_out(each.title)) == own), None):
            return known.id
        marker = marker_at(siblings, len(siblings), above.marker) if above and above.title != APART else ""
        made = Section(fresh_id(self.report), marker, title)
        self.report = with_children(self.report, parent, lambda rows: (*rows, made))
        return made.id

    def _appendix(self, appendix: Appendix, units: tuple[str, ...]) -> str:
        title = appendix.title if len(units) > 1 else (*appendix.title, _of_unit(units[0]))
        made = Appendix(fresh_id(self.report), title, landscape=appendix.landscape)
        self.report = replace(self.report, appendices=(*self.report.appendices, made))
        return made.id


def with_shared_titles(report: Report, units: Mapping[str, Iterable[str]]) -> Report:
    """The report in which an appendix that several units wrote (`units`, by part) no longer names one in its title."""

    def titled(appendix: Appendix) -> Appendix:
        names = tuple(map(_of_unit, units.get(appendix.id, ())))
        named = len(names) > 1 and appendix.title[-1:] and appendix.title[-1] in names
        return replace(appendix, title=appendix.title[:-1]) if named else appendix

    return replace(report, appendices=tuple(map(titled, report.appendices)))


def _of_unit(unit: str) -> str:
    return f"({unit})"
