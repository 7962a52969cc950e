"""Templates (mẫu): kinds of report the office makes itself, of a report it has written or of an outline it was sent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from bcdesk.report.kind_files import Group
from bcdesk.report.kinds import Kind
from bcdesk.report.matching import Options
from bcdesk.report.office import Office, issuer_name, province_name, unit_name
from bcdesk.report.outline_rows import numbered
from bcdesk.report.period import EVERY_MONTH, EVERY_QUARTER, EVERY_WEEK, CutOff, PeriodType, Sequence, Slot, slot_words
from bcdesk.report.report import Block, Paragraph, Report, Section
from bcdesk.report.rollover import family_of
from bcdesk.report.search import Hit, hits, replaced
from bcdesk.report.timemeaning import Meaning
from bcdesk.report.timereading import Mention, Treatment, mentions
from bcdesk.report.wording import gap_like
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.letter_case import in_sentence

_EXACTLY = Options(case=True, whole_words=True)
_GAPS = {Meaning.PERIOD: "kỳ", Meaning.NEXT: "kỳ sau", Meaning.YEAR_AGO: "cùng kỳ"}
_YEARS = {Meaning.YEAR: "năm", Meaning.LAST_YEAR: "năm trước"}
_NO_LETTER = re.compile("[^a-z0-9]+")
_ID = "mau"
_LONGEST_ID = 60

_QUARTERS = (
    Slot(PeriodType.QUARTER, 1),
    Slot(PeriodType.FIRST_HALF),
    Slot(PeriodType.QUARTER, 3),
    Slot(PeriodType.YEAR),
)
_NINE = (*_QUARTERS[:2], Slot(PeriodType.NINE_MONTHS), _QUARTERS[3])
RHYTHMS: dict[Sequence, str] = {
    (): "Không định kỳ",
    EVERY_WEEK: "Hằng tuần",
    EVERY_MONTH: "Hằng tháng",
    EVERY_QUARTER: "Hằng quý",
    _QUARTERS: "Quý I, 6 tháng, quý III, năm",
    _NINE: "Quý I, 6 tháng, 9 tháng, năm",
    (_QUARTERS[1], _QUARTERS[3]): "6 tháng, năm",
    _QUARTERS[3:]: "Hằng năm",
}
"""The usual sequences of periods in a year, and how they are called."""


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a template besides what its report shows."""

    name: str
    group: Group
    sequence: Sequence
    cut_off: CutOff


def rhythm_words(sequence: Sequence) -> str:
    """How a sequence of periods is called."""
    return RHYTHMS.get(sequence) or ", ".join(map(slot_words, sequence))


def about(report: Report, kind: Kind | None) -> About:
    """What can be guessed of a template of that report, whose kind may be known."""
    if kind:
        return About(kind.name, kind.group, kind.sequence, kind.cut_off)
    return About(report.title, Group.PERIODIC, (), family_of(report.period))


def template_of(report: Report, said: About, kept: Collection[str], id_: str) -> Kind:
    """A template of that report with gaps for period and office; sections in `kept` keep their text."""
    model = gapped(report)
    return Kind(
        id=id_,
        name=said.name,
        group=said.group,
        sequence=said.sequence,
        cut_off=said.cut_off,
        drafting_unit=report.drafting_unit,
        subject=_said(model.subject),
        addressees=_said(model.addressees),
        opening=_paragraphs(model.opening),
        outline=numbered(_emptied(model.sections, kept)),
        closing=_paragraphs(model.closing),
        recipients=_said(model.recipients),
        own=True,
    )


def template_of_outline(outline: tuple[Section, ...], said: About, id_: str) -> Kind:
    """A template of an outline alone."""
    return Kind(
        id=id_,
        name=said.name,
        group=said.group,
        sequence=said.sequence,
        cut_off=said.cut_off,
        drafting_unit="",
        subject=(f"{said.name} {{kỳ}}",),
        addressees=(),
        opening=(f"{{cơ quan}} báo cáo {in_sentence(said.name)} {{kỳ}} như sau:",),
        outline=numbered(outline),
        closing=(f"Trên đây là báo cáo {in_sentence(said.name)} {{kỳ}} của {{cơ quan}}./.",),
        recipients=("Lưu: VT.",),
        own=True,
    )


def described(kind: Kind, said: About) -> Kind:
    """The kind with other things said of it."""
    return replace(kind, name=said.name, group=said.group, sequence=said.sequence, cut_off=said.cut_off)


def fresh_kind_id(name: str, taken: Collection[str]) -> str:
    """An id for a template of that name: `mau-cong-tac-dan-van`, with a number where there is one already."""
    stem = f"{_ID}-{_NO_LETTER.sub('-', fold(name))}"[:_LONGEST_ID].strip("-")
    numbers = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (stem, *numbers) if one not in taken)


def gapped(report: Report) -> Report:
    """The report with gaps in the place of its period and its office, wherever their words leave no doubt."""
    for mention in reversed(mentions(report)):
        report = _without_time(report, mention)
    for name, words in _names(report.office):
        for form in dict.fromkeys((words, words[:1].upper() + words[1:], words.upper())):
            gap = f"{{{name}}}" if form == words else gap_like(name, form)
            report = replaced(report, hits(report, form, _EXACTLY), gap)
    return report


def _without_time(report: Report, mention: Mention) -> Report:
    if mention.treatment is not Treatment.SHIFT or not isinstance(mention.meaning, Meaning):
        return report
    words = mention.words
    if mention.meaning in _GAPS:
        gap, start, end = gap_like(_GAPS[mention.meaning], words.text), 0, len(words.text)
    elif mention.meaning in _YEARS and (year := _year_of(mention)):
        gap, (start, end) = f"{{{_YEARS[mention.meaning]}}}", year
    else:
        return report
    return replaced(report, (Hit(mention.place, mention.start + start, mention.start + end),), gap)


def _year_of(mention: Mention) -> tuple[int, int] | None:
    return next(((start, end) for name, start, end in mention.words.parts if name == "year"), None)


def _names(office: Office) -> Iterator[tuple[str, str]]:
    """The gaps of the office with their words, the longest first."""
    yield from (("cơ quan", words) for words in (issuer_name(office),) if office.name and words)
    yield from (("tỉnh", words) for words in (province_name(office),) if words)
    yield from (("xã", words) for words in (unit_name(office),) if office.name)


def _emptied(sections: tuple[Section, ...], kept: Collection[str]) -> tuple[Section, ...]:
    """The sections without their text, but for those that keep it."""
    return tuple(
        replace(
            section,
            blocks=section.blocks if section.id in kept else (),
            run_in=section.run_in and section.id in kept,
            reviewed=False,
            children=_emptied(section.children, kept),
        )
        for section in sections
    )


def _said(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())


def _paragraphs(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    return _said(tuple(block.plain for block in blocks if isinstance(block, Paragraph)))
