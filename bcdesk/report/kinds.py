"""Kinds of report as data: what each is called, when it is due, how it is laid out, and a new report of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from bcdesk.places import resources
from bcdesk.report.edits import mapped
from bcdesk.report.kind_files import Group, read_values
from bcdesk.report.office import Issuer, Office, abbreviation_of, place_of, symbol_of, unit_name
from bcdesk.report.period import CutOff, Period, PeriodType, Sequence, cut_off, period_days
from bcdesk.report.report import DocumentDate, Paragraph, Report, Role, Section, Signature, paragraph
from bcdesk.report.wording import filled, with_gaps_filled
from bcdesk.vietnamese.dates import short_date
from bcdesk.vietnamese.folding import sort_key


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report; its texts may have gaps (`bcdesk.report.wording`).

    `recipients` are those between `Như trên` and the archive, which follow from addressees and drafting unit.
    `own`: a template (mẫu) the office has made of a report; its addressees, recipients and drafting unit are those of
    that report, and its sections may hold text.
    """

    id: str
    name: str
    group: Group
    sequence: Sequence
    cut_off: CutOff
    drafting_unit: str
    subject: tuple[str, ...]
    addressees: tuple[str, ...]
    opening: tuple[str, ...]
    outline: tuple[Section, ...]
    closing: tuple[str, ...]
    recipients: tuple[str, ...]
    own: bool = False


def load_kinds(*folders: Path) -> tuple[Kind, ...]:
    """The built-in kinds and those of `folders`, by group and name; a later one replaces an earlier of its id.

    Raises KindFileWrong for a file that holds no kind.
    """
    kinds = {kind.id: kind for kind in _built_in()}
    for folder in folders:
        kinds.update({kind.id: kind for kind in _read(folder)})
    groups = list(Group)
    return tuple(sorted(kinds.values(), key=lambda kind: (groups.index(kind.group), sort_key(kind.name))))


@cache
def _built_in() -> tuple[Kind, ...]:
    return _read(resources() / "kinds")


def _read(folder: Path) -> tuple[Kind, ...]:
    return tuple(Kind(id=path.stem, **read_values(path)) for path in sorted(folder.glob("*.toml")))


def new_report(
    kind: Kind, period: Period, office: Office, *, drafter: str = "", drafting_unit: str = "", today: date | None = None
) -> Report:
    """A report of that kind to be written: everything filled that follows from kind, period and office.

    The day of its date stays blank for the pen, without `today` month and year too (DD-08). The drafting unit is the
    one given, else the office's, else the usual one of the kind.
    """
    usual = filled(kind.drafting_unit, period, office)
    unit = drafting_unit or (usual if kind.own else "") or office.drafting_unit or usual
    addressees = _addressees(kind, period, office)
    return Report(
        kind=kind.id,
        period=_with_cut_off(period, kind.cut_off),
        office=office,
        symbol=symbol_of(office),
        place=place_of(office),
        date=DocumentDate(None, today.month, today.year) if today else DocumentDate(),
        subject=tuple(filled(line, period, office) for line in kind.subject),
        date_range=_date_range(period),
        addressees=addressees,
        opening=_paragraphs(kind.opening, period, office),
        sections=outline_for(kind, period, office),
        closing=_paragraphs(kind.closing, period, office),
        recipients=_recipients(kind, period, office, _archive_line(unit)),
        signature=Signature(Role(office.signer_role), office.signer),
        drafting_unit=unit,
        drafter=drafter,
    )


def _addressees(kind: Kind, period: Period, office: Office) -> tuple[str, ...]:
    """Who the report goes up to: an office of the commune reports to the commune's committee (KG-01)."""
    if kind.addressees and office.issuer is not Issuer.COMMITTEE and not kind.own:
        return (f"Ủy ban nhân dân {unit_name(office)}".strip(),)
    return tuple(filled(line, period, office) for line in kind.addressees)


def _paragraphs(texts: tuple[str, ...], period: Period, office: Office) -> tuple[Paragraph, ...]:
    return tuple(paragraph(filled(text, period, office)) for text in texts)


def _recipients(kind: Kind, period: Period, office: Office, archive: str) -> tuple[str, ...]:
    lines = tuple(filled(line, period, office) for line in kind.recipients)
    return lines if kind.own else (*(("Như trên;",) if kind.addressees else ()), *lines, archive)


def outline_for(kind: Kind, period: Period, office: Office) -> tuple[Section, ...]:
    """The sections of a report of that kind, their gaps filled."""
    return tuple(_section(section, period, office) for section in kind.outline)


def _section(section: Section, period: Period, office: Office) -> Section:
    return replace(
        section,
        title=filled(section.title, period, office),
        blocks=mapped(section.blocks, partial(with_gaps_filled, period=period, office=office)),
        children=tuple(_section(child, period, office) for child in section.children),
    )


def _with_cut_off(period: Period, family: CutOff) -> Period:
    days = cut_off(period, family)
    return replace(period, cut_off_start=days.first, cut_off_end=days.last) if days else period


def _date_range(period: Period) -> str:
    """The line under the subject of a weekly report, whose number alone says little."""
    days = period_days(period) if period.type is PeriodType.WEEK else None
    return f"(Từ ngày {short_date(days.first)} đến ngày {short_date(days.last)})" if days else ""


def _archive_line(drafting_unit: str) -> str:
    """The last line of Nơi nhận (NN-04): `Lưu: VT, VHXH.`."""
    return f"Lưu: {', '.join(filter(None, ('VT', abbreviation_of(drafting_unit))))}."
