"""The reports of a commune's units as one: by section, figures added up, what the editor wrote left as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bcdesk.errors import FrozenReport
from bcdesk.report.consolidation.figures import added_figures, with_figures
from bcdesk.report.consolidation.placing import Passages, passages_of, proposed
from bcdesk.report.consolidation.remerging import Pieces, Remerged, remerged
from bcdesk.report.consolidation.rooms import Rooms, with_shared_titles
from bcdesk.report.consolidation.summing import pieces_of
from bcdesk.report.consolidation.tracing import blocks_by_part, pieces_by_part
from bcdesk.report.consolidation.values import LEFT_OUT, OWN, Consolidation, Doubt, Received
from bcdesk.report.edits import normalised
from bcdesk.report.figure import Figure
from bcdesk.report.merged import Contribution, Merged, MergedFigure, MergedPart, Placement
from bcdesk.report.parts import change_section, with_blocks
from bcdesk.report.report import Appendix, Block, Place, Report, walk

Texts = dict[str, list[tuple[str, tuple[Block, ...]]]]
"""What each unit wrote, by the part it goes to."""


def merge(report: Report, received: Sequence[Received], placements: Iterable[Placement] = ()) -> Consolidation:
    """The report with what the units sent (in the order of the units) in it, as one value.

    Units that were merged before and are not among them take part with what they said then; a newer report of a unit
    replaces its older one. `placements` are what the editor decided on headings. Raises FrozenReport.
    """
    if report.frozen:
        raise FrozenReport
    if not received:
        return Consolidation(report)
    return _Merging(report, tuple(map(normalised, received)), tuple(placements)).result()


class _Merging:
    """One merge, step by step."""

    def __init__(self, report: Report, received: Sequence[Received], placements: tuple[Placement, ...]) -> None:
        self._before = report
        self._base = report.merged or Merged()
        self._received = received
        self._units = _ordered(received, self._base.contributions)
        passages = passages_of(report, received)
        decided = tuple(_effective(placements, report))
        self._decided = {each.heading for each in decided}
        self._proposals = proposed(report, passages, decided)
        rooms = Rooms(report, self._proposals, _appendices(passages))
        self._report = rooms.report
        self._parts = self._with_lost(rooms.parts)
        self._passages = passages

    def result(self) -> Consolidation:
        """The merged report, and what to look at."""
        texts = self._texts()
        theirs = {part: pieces_of(of_units) for part, of_units in texts.items()}
        made = remerged(self._report, theirs, {each.unit for each in self._base.contributions})
        figures = self._figures()
        shown = [theirs[part][there] for part, there in made.shown.values()]
        report = with_figures(_written(self._report, made), figures, shown)
        report = with_shared_titles(report, {part: [unit for unit, _ in of] for part, of in texts.items()})
        report = replace(report, merged=self._merged(theirs, figures))
        return Consolidation(
            self._before if report == self._before else report,
            tuple(made.changes),
            tuple(made.kept),
            tuple(made.gone),
            tuple(_doubts(theirs, made)),
            tuple(each for each in self._proposals if not each.sure),
        )

    def _with_lost(self, parts: Mapping[str, str]) -> dict[str, str]:
        """Where headings go; what went to a section that is no more still goes there, so that it is told of."""
        there = blocks_by_part(self._report)
        lost = {each.heading: each.part for each in self._base.placements if each.part not in (LEFT_OUT, *there)}
        return {heading: lost.get(heading, part) if part == LEFT_OUT else part for heading, part in parts.items()}

    def _texts(self) -> Texts:
        """What goes into each part: what units sent now, of the others what they said at the last merge."""
        texts: Texts = defaultdict(list)
        for unit in self._units:
            for part, blocks in (self._now(unit) if unit in self._passages else self._then(unit)).items():
                texts[part].append((unit, blocks))
        return texts

    def _now(self, unit: str) -> dict[str, tuple[Block, ...]]:
        found: dict[str, tuple[Block, ...]] = defaultdict(tuple)
        for passage in self._passages[unit]:
            if passage.blocks and (part := self._parts[passage.key]) != LEFT_OUT:
                found[part] += passage.blocks
        return found

    def _then(self, unit: str) -> dict[str, tuple[Block, ...]]:
        found: dict[str, tuple[Block, ...]] = defaultdict(tuple)
        for part, pieces in pieces_by_part(self._base).items():
            for source in (source for piece in pieces for source in piece.sources if source.unit == unit):
                found[part] += source.blocks
        return found

    def _figures(self) -> tuple[MergedFigure, ...]:
        """The named figures added up; of units that sent nothing now, their values at the last merge."""
        sent = {each.contribution.unit: each.report.figures for each in self._received}
        given = [(unit, sent[unit] if unit in sent else tuple(self._figures_then(unit))) for unit in self._units]
        return added_figures(self._report.figures, given)

    def _figures_then(self, unit: str) -> Iterator[Figure]:
        own = {figure.id: figure for figure in self._report.figures}
        for figure in self._base.figures:
            values = dict(zip(figure.units, figure.values, strict=False))
            if figure.id in own and unit in values:
                yield replace(own[figure.id], value=values[unit])

    def _merged(self, theirs: Mapping[str, Pieces], figures: tuple[MergedFigure, ...]) -> Merged:
        known = (part.part for part in self._base.parts)
        order = dict.fromkeys((*known, *blocks_by_part(self._report), *theirs))
        return Merged(
            tuple(self._contributions()),
            tuple(MergedPart(part, theirs[part]) for part in order if theirs.get(part)),
            tuple(self._placements()),
            figures,
        )

    def _contributions(self) -> Iterator[Contribution]:
        """The file of each unit; one that was merged before is the same file, wherever it lies now."""
        known = {each.unit: each for each in self._base.contributions}
        new = {each.contribution.unit: each.contribution for each in self._received}
        for unit in self._units:
            same = unit in known and unit in new and known[unit].sha256 == new[unit].sha256
            yield known[unit] if same or unit not in new else new[unit]

    def _placements(self) -> Iterator[Placement]:
        """Where headings with text went, and those on which the editor decided."""
        lasting = {each.heading for each in self._proposals if each.texts} | self._decided
        new = {heading: part for heading, part in self._parts.items() if heading in lasting}
        remembered = {each.heading: each.part for each in self._base.placements} | new
        yield from (Placement(heading, part) for heading, part in remembered.items())


def _ordered(received: Sequence[Received], known: Sequence[Contribution]) -> tuple[str, ...]:
    """The units: those received in their order, each other one behind the one it stood behind.

    A file that had been given to another unit is now that of the unit it was received for.
    """
    order = list(dict.fromkeys(each.contribution.unit for each in received))
    before = {(each.unit, each.sha256) for each in known}
    files = {new.sha256 for new in (each.contribution for each in received) if (new.unit, new.sha256) not in before}
    at = 0
    for contribution in known:
        if contribution.unit in order:
            at = order.index(contribution.unit) + 1
        elif contribution.sha256 not in files:
            order.insert(at, contribution.unit)
            at += 1
    return tuple(order)


def _effective(placements: Iterable[Placement], report: Report) -> Iterator[Placement]:
    """The decisions that can be followed."""
    there = {LEFT_OUT, OWN, *blocks_by_part(report)}
    return (placement for placement in placements if placement.part in there)


def _appendices(passages: Passages) -> dict[str, Appendix]:
    found: dict[str, Appendix] = {}
    for passage in (each for of_unit in passages.values() for each in of_unit):
        if passage.appendix:
            found.setdefault(passage.key, passage.appendix)
    return found


def _written(report: Report, made: Remerged) -> Report:
    """The report with those blocks; a section whose text is another has to be reviewed again."""
    standing = blocks_by_part(report)
    for part, blocks in made.blocks.items():
        if blocks != standing[part]:
            report = _with_text(report, part, blocks)
    return report


def _with_text(report: Report, part: str, blocks: tuple[Block, ...]) -> Report:
    report = with_blocks(report, part, blocks)
    if all(part != each.id for _, each in walk(report.sections)):
        return report
    return change_section(report, part, lambda section: replace(section, reviewed=False))


def _doubts(theirs: Mapping[str, Pieces], made: Remerged) -> Iterator[Doubt]:
    for (part, at), (origin, there) in made.shown.items():
        piece = theirs[origin][there]
        if piece.doubt:
            yield Doubt(Place(part, at), piece)
