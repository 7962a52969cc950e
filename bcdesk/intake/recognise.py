"""Typed paragraphs as a report: every part recognised, and what is not, kept as a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bcdesk.intake.appendices import appendices_start, read_appendices
from bcdesk.intake.asides import block_of, left_out
from bcdesk.intake.closing import closing_start
from bcdesk.intake.ending import Ending, ending_start, read_ending
from bcdesk.intake.front import Front, read_front
from bcdesk.intake.guesses import guessed_kind, guessed_period
from bcdesk.intake.intake import Intake, Note
from bcdesk.intake.outline import read_sections
from bcdesk.intake.shown import header_as_typed, shown_office
from bcdesk.intake.typed import Item, typed, without_tabs
from bcdesk.report.office import Office, issuer_name
from bcdesk.report.report import (
    CLOSING,
    OPENING,
    Block,
    DocumentDate,
    Paragraph,
    Place,
    Report,
    Role,
    Signature,
    Table,
    walk,
)
from bcdesk.report.signing import signature_lines, signature_of
from bcdesk.report.units import sample_office


@dataclass(frozen=True, slots=True)
class _Parts:
    """The items after the head of a report."""

    text: Sequence[Item]
    closing: Sequence[Item]
    ending: Sequence[Item]
    appendices: Sequence[Item]


def recognise(items: Sequence[Item], office: Office | None = None, notes: Sequence[Note] = ()) -> Intake:
    """The report these items show, issued by `office`; where that is None, by the office they show."""
    front = read_front(items)
    parts = _parted(front.text)
    ending = read_ending(parts.ending)
    issuing, source = _office(front, items, office)
    signature, signed = _signature(ending, issuing)
    outline = read_sections(parts.text)
    front_notes = left_out(items, (*front.title.legal_bases, *map(block_of, (*front.strays, *front.text))))
    end_notes = left_out(parts.ending, map(block_of, ending.strays))
    sections = outline.sections()
    appendices = read_appendices(parts.appendices, sum(1 for _ in walk(sections)) + 1)
    report = replace(
        _headed(front, issuing if office else _with_signer(issuing, signature)),
        opening=(*_strays(front), *front_notes, *outline.opening),
        sections=sections,
        closing=(*map(block_of, (*parts.closing, *ending.strays)), *end_notes),
        recipients=tuple(ending.recipients),
        signature=signature,
        appendices=appendices.found,
        drafting_unit=office.drafting_unit if office else "",
    )
    strays = (*_stray_notes(front), *_ending_notes(len(parts.closing), ending))
    heads = (*front.letterhead.notes, *front.title.notes)
    return Intake(report, (source, *notes, *heads, *strays, *signed, *appendices.notes))


def _headed(front: Front, office: Office) -> Report:
    """A report that has its head and nothing else yet."""
    head, title = front.letterhead, front.title
    return Report(
        kind=guessed_kind(title.subject),
        period=guessed_period((*title.subject, title.date_range), head.date),
        office=office,
        number=head.number,
        symbol=head.symbol,
        place=head.place,
        date=head.date or DocumentDate(),
        subject=tuple(title.subject),
        date_range=title.date_range,
        draft_mark=head.draft_mark,
        addressees=title.addressees,
        legal_bases=tuple(title.legal_bases),
    )


def _parted(items: Sequence[Item]) -> _Parts:
    """The text, its closing, recipients and signature, and the appendices, in their order."""
    ending_at = ending_start(items)
    label_at = ending_at if ending_at < len(items) else 0
    appendix_at = label_at + appendices_start(items[label_at:])
    main = items[:appendix_at]
    ending_at = ending_start(main)
    closing_at = closing_start(main[:ending_at])
    text, closing, appendices = (
        tuple(map(without_tabs, part)) for part in (main[:closing_at], main[closing_at:ending_at], items[appendix_at:])
    )
    return _Parts(text, closing, main[ending_at:], appendices)


def _strays(front: Front) -> tuple[Block, ...]:
    """What stood in the head and is no part of one."""
    return tuple(map(block_of, (*front.strays, *map(typed, front.letterhead.strays))))


def _stray_notes(front: Front) -> Iterable[Note]:
    for at, block in enumerate(_strays(front)):
        yield Note(
            f"“{_called(block)}” ở phần đầu báo cáo chưa nhận ra là gì, nên để ở phần Mở đầu.", Place(OPENING, at)
        )


def _ending_notes(first: int, ending: Ending) -> Iterable[Note]:
    for at, block in enumerate(map(block_of, ending.strays), first):
        yield Note(f"“{_called(block)}” ở cuối báo cáo chưa nhận ra là gì, nên để ở phần Kết thúc.", Place(CLOSING, at))


def _called(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.plain
    return "Một bảng" if isinstance(block, Table) else "Một hình"


def _office(front: Front, items: Sequence[Item], given: Office | None) -> tuple[Office, Note]:
    """The issuing office, and where it was taken from."""
    head = front.letterhead
    if given:
        words = f"Cơ quan ban hành lấy theo hồ sơ đơn vị: {issuer_name(given)}."
        if head.issuer and not header_as_typed(head, given):
            words += f" Báo cáo cũ ghi “{' / '.join(head.issuer)}”."
        return given, Note(words, Place("office"))
    shown = shown_office(head, "\n".join(block.plain for block in map(block_of, items) if isinstance(block, Paragraph)))
    if shown:
        return shown, Note(f"Cơ quan ban hành lấy theo chính báo cáo này: {issuer_name(shown)}.", Place("office"))
    sample = sample_office()
    words = f"Báo cáo không ghi cơ quan ban hành, nên tạm dùng đơn vị mẫu: {issuer_name(sample)}."
    return sample, Note(words, Place("office"))


def _signature(ending: Ending, office: Office) -> tuple[Signature, Iterable[Note]]:
    lines, below, name = ending.signature()
    if not lines and not name:
        words = "Báo cáo không có khối chữ ký; quyền hạn, chức vụ và tên lấy theo hồ sơ đơn vị."
        return Signature(Role(office.signer_role), office.signer), (Note(words, Place("signature")),)
    signature = signature_of(lines, office, name, below)
    printed = signature_lines(signature, office)
    if " ".join(printed).upper().split() == " ".join(lines).upper().split():
        return signature, ()
    words = f"“{' / '.join(lines)}” ở khối chữ ký được đọc là “{' / '.join(printed)}”."
    return signature, (Note(words, Place("signature")),)


def _with_signer(office: Office, signature: Signature) -> Office:
    """The office as it signed this report."""
    if not signature.name:
        return office
    role = office.signer_role if signature.role is Role.TYPED else signature.role.value
    return replace(office, signer=signature.name, signer_role=role)
