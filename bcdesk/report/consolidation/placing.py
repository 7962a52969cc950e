"""Into which section of the report what stands under a heading of the units' reports goes.

Where it went the last time, else where the titles lead to; a heading like none becomes a section of its own below the
one the heading above it went to, shared by all units that have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from bcdesk.report.consolidation.contents import SEPARATOR, Passage, contents, is_heading
from bcdesk.report.consolidation.topics import in_field_of, of_same_purpose, purpose_of
from bcdesk.report.consolidation.tracing import pieces_by_part
from bcdesk.report.consolidation.values import LEFT_OUT, OWN, Proposal, Received
from bcdesk.report.edits import normalised
from bcdesk.report.merged import Placement
from bcdesk.report.outline_matching import Match, likest, only_wider, wider_title, words_of
from bcdesk.report.report import CLOSING, OPENING, Appendix, Report, Section, walk
from bcdesk.vietnamese.abbreviations import written_out

Sections = tuple[Section, ...]


def proposals(
    report: Report, received: Sequence[Received], placements: Iterable[Placement] = ()
) -> tuple[Proposal, ...]:
    """Every heading of the units' reports with where its text goes, each behind the one above it.

    `placements` are what the editor decides now; they come before those `report` remembers, and before the titles.
    """
    return proposed(report, passages_of(report, received), placements)


Passages = Mapping[str, tuple[Passage, ...]]
"""By unit, in the order of the units."""


def passages_of(report: Report, received: Iterable[Received]) -> Passages:
    """What each unit wrote, passage by passage; a title of the report or of one unit is a heading in all."""
    sent = tuple(map(normalised, received))
    headings = (section for each in sent for _, section in walk(each.report.sections) if is_heading(section))
    titles = {_known(section.title) for section in (*(section for _, section in walk(report.sections)), *headings)}
    return {
        each.contribution.unit: contents(each.report, each.contribution.unit, lambda title: _known(title) in titles)
        for each in sent
    }


def proposed(report: Report, passages: Passages, placements: Iterable[Placement]) -> tuple[Proposal, ...]:
    """The same of passages that were read already."""
    headings = _headings(passages)
    placing = _Placing(report, headings, {placement.heading: placement.part for placement in placements})
    made = tuple(placing.proposal(heading) for heading in headings.values())
    along = [each.heading for each in made if each.part == OWN and each.texts]
    return tuple(each if _matters(each, along) else replace(each, sure=True) for each in made)


def _matters(proposal: Proposal, along: Iterable[str]) -> bool:
    """Whether any text goes where a heading goes: its own, or that of one below it without a place of its own."""
    return bool(proposal.texts) or any(key.startswith(proposal.heading + SEPARATOR) for key in along)


def _known(title: str) -> tuple[str, ...]:
    return words_of(written_out(title))


@dataclass(slots=True)
class _Heading:
    """A heading of one unit or several."""

    first: Passage
    units: list[str] = field(default_factory=list)
    texts: int = 0


def _headings(passages: Passages) -> dict[str, _Heading]:
    found: dict[str, _Heading] = {}
    for unit, of_unit in passages.items():
        for passage in of_unit:
            heading = found.setdefault(passage.key, _Heading(passage))
            heading.texts += len(passage.blocks)
            if unit not in heading.units:
                heading.units.append(unit)
    return found


class _Placing:
    """Places headings one after another, each after the one above it."""

    def __init__(self, report: Report, headings: Mapping[str, _Heading], decided: Mapping[str, str]) -> None:
        self._report, self._headings, self._decided = report, headings, decided
        remembered = report.merged.placements if report.merged else ()
        self._remembered = {placement.heading: placement.part for placement in remembered}
        self._sections = {section.id: section for _, section in walk(report.sections)}
        self._parts = {LEFT_OUT, OWN, *self._sections, *(appendix.id for appendix in report.appendices)}
        self._went: dict[str, str] = {}

    def proposal(self, heading: _Heading) -> Proposal:
        """Where what stands under a heading goes."""
        first = heading.first
        part, sure = self._place(first)
        self._went[first.key] = part
        return Proposal(first.key, first.titles, tuple(heading.units), part, sure, heading.texts)

    def _place(self, heading: Passage) -> tuple[str, bool]:
        known = self._decided.get(heading.key, self._remembered.get(heading.key))
        if known is not None:
            sure = heading.key in self._decided or not self._went_for_others(heading, known)
            return known if known in self._parts else LEFT_OUT, sure
        if heading.appendix:
            return self._appendix(heading.appendix)
        if heading.key in (OPENING, CLOSING):
            return self._at_the_edge(heading.key), False
        return self._section(heading)

    def _went_for_others(self, heading: Passage, part: str) -> bool:
        """Whether it went there for the field of the units that wrote it then, and one of another field does now."""
        there = (self._sections[part],) if part in self._sections else ()
        merged = pieces_by_part(self._report.merged)
        pieces = (piece for _, section in walk(there) for piece in merged.get(section.id, ()))
        before = {unit for piece in pieces for unit in piece.units}
        units = {*before, *self._headings[heading.key].units}
        of_field = {unit for unit in units if in_field_of("", (unit,), there)}
        return (
            not in_field_of(heading.titles[-1], (), there)
            and bool(before & of_field)
            and bool(units - before - of_field)
        )

    def _appendix(self, appendix: Appendix) -> tuple[str, bool]:
        old, new = (tuple(map(_titled, each)) for each in ((appendix,), self._report.appendices))
        match = likest(old, new).get(appendix.id)
        return (match.new, match.sure) if match else (OWN, True)

    def _at_the_edge(self, key: str) -> str:
        leaves = [section.id for section in self._sections.values() if not section.children] or [OWN]
        return leaves[0] if key == OPENING else leaves[-1]

    def _section(self, heading: Passage) -> tuple[str, bool]:
        """By its title: below where the heading above it went, else anywhere; else a section of its own."""
        above, title = self._went.get(heading.above, OWN), written_out(heading.titles[-1])
        if above in self._sections:
            return self._below(heading, title, above)
        everywhere = _expanded(self._report.sections)
        if above == OWN and self._is_anchored(heading.above):
            return OWN, True
        if match := self._anywhere.get(heading.key):
            first_of_its_name = not heading.above and words_of(title) == _known(self._sections[match.new].title)
            return match.new, match.sure or first_of_its_name or only_wider(title, everywhere) == match.new
        if above == LEFT_OUT and heading.above:
            return LEFT_OUT, True
        if heading.above:
            return OWN, True
        likely = wider_title(title, everywhere) or self._by_topic(heading, title, self._report.sections)
        return likely or OWN, False

    def _below(self, heading: Passage, title: str, above: str) -> tuple[str, bool]:
        """What stands below a section stays there, unless its title or its purpose lead to another one."""
        children = _expanded(self._sections[above].children)
        if match := likest((Section(heading.key, title=title),), children).get(heading.key):
            return match.new, match.sure or only_wider(title, children) == match.new
        if wider := wider_title(title, children):
            return wider, False
        other = self._anywhere.get(heading.key)
        if other and other.sure and other.new != above and any(top.id == other.new for top in self._report.sections):
            return other.new, False
        sections = self._report.sections if purpose_of(title) else self._sections[above].children
        topic = "" if self._is_of_topic(heading, title, above) else self._by_topic(heading, title, sections)
        return (topic, False) if topic else (OWN, True)

    def _is_anchored(self, key: str) -> bool:
        """Whether a heading, or one above it, goes into a section of the report."""
        while key and self._went.get(key) == OWN:
            key = self._headings[key].first.above
        return self._went.get(key) in self._sections

    def _by_topic(self, heading: Passage, title: str, sections: Sections) -> str:
        """The section for the same purpose, in it the one in the field of the title or of its units."""
        same = of_same_purpose(title, sections)
        within = self._sections[same].children if same else sections
        return in_field_of(title, self._headings[heading.key].units, within) or same

    def _is_of_topic(self, heading: Passage, title: str, part: str) -> bool:
        """Whether a section is the one in the field of a heading."""
        return in_field_of(title, self._headings[heading.key].units, (self._sections[part],)) == part

    @cached_property
    def _anywhere(self) -> dict[str, Match]:
        below: dict[str, list[_Heading]] = defaultdict(list)
        for heading in self._headings.values():
            if heading.first.key not in (OPENING, CLOSING) and not heading.first.appendix:
                below[heading.first.above].append(heading)

        def outline(above: str) -> Sections:
            return tuple(
                Section(each.first.key, title=written_out(each.first.titles[-1]), children=outline(each.first.key))
                for each in below[above]
            )

        return likest(outline(""), _expanded(self._report.sections))


def _titled(appendix: Appendix) -> Section:
    return Section(appendix.id, title=written_out(" ".join(appendix.title)))


def _expanded(sections: Sections) -> Sections:
    return tuple(
        replace(section, title=written_out(section.title), children=_expanded(section.children)) for section in sections
    )
