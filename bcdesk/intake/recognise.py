"""An old report as a report of ours: every part recognised, and what is not, kept as a paragraph.

The parts are told apart in this order, each in its module:

1. `head`: what stands above BÁO CÁO (`letterhead`) and below it (`titleblock`), to the first line that is neither.
2. From the end, because there the words are prescribed: `appendices`, below them gone `ending` (recipients and
   signature, in any order), above that `closing` (`Trên đây là báo cáo …`).
3. What is left is the text: `headings` says which lines head a section, `outline` which section stands in which.
4. What the parts say together: the issuing `office`, and in `guesses` kind and period.

What a part does not take is among its strays; these go into the opening or the closing, each with a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bcdesk.intake.appendices import appendices_start, read_appendices
from bcdesk.intake.asides import block_of, left_out
from bcdesk.intake.closing import closing_start
from bcdesk.intake.ending import Ending, ending_start, read_ending
from bcdesk.intake.guesses import guessed_kind, guessed_period
from bcdesk.intake.head import Head, read_head
from bcdesk.intake.intake import Intake, Note
from bcdesk.intake.letterhead import Letterhead
from bcdesk.intake.office import header_as_typed, shown_office
from bcdesk.intake.outline import read_sections
from bcdesk.intake.typed import Item, typed, without_tabs
from bcdesk.report.office import Office, issuer_name, place_of, symbol_of
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


def recognise(
    items: Sequence[Item], office: Office | None = None, notes: Sequence[Note] = (), today: date | None = None
) -> Intake:
    """The report these items show, issued by `office`; where that is None, by the office they show.

    `today` dates a report that says no year of its own; None for the day it is.
    """
    head = read_head(items)
    parts = _parted(head.text)
    outline = read_sections(parts.text)
    ending = read_ending(parts.ending)
    sections = outline.sections()
    appendices = read_appendices(parts.appendices, sum(1 for _ in walk(sections)) + 1)
    issuing, source = _office(head.letterhead, items, office)
    signature, signed = _signature(ending, issuing)
    strays = _strays(head)
    report = replace(
        _headed(head, issuing if office else _with_signer(issuing, signature), today or _this_day()),
        opening=(*strays, *_footnotes_of_head(head, items), *outline.opening),
        sections=sections,
        closing=_closing(parts, ending),
        recipients=tuple(ending.recipients),
        signature=signature,
        appendices=appendices.found,
        drafting_unit=office.drafting_unit if office else "",
    )
    report, own = _as_profile(report) if office else (report, ())
    heads = (*head.letterhead.notes, *own, *head.title.notes)
    unknown = (*_stray_notes(strays), *ending.notes, *_ending_notes(len(parts.closing), ending))
    return Intake(report, (source, *notes, *heads, *unknown, *signed, *appendices.notes), _said(items))


def _this_day() -> date:
    return datetime.now().astimezone().date()


def _as_profile(report: Report) -> tuple[Report, tuple[Note, ...]]:
    """The report with the symbol and place of its office, and notes of those that were typed otherwise."""
    symbol, place = symbol_of(report.office) or report.symbol, place_of(report.office) or report.place
    words = (("symbol", "Ký hiệu", report.symbol, symbol), ("place", "Địa danh", report.place, place))
    notes = tuple(
        Note(f"{what} lấy theo hồ sơ đơn vị: {new}. Báo cáo cũ ghi “{old}”.", Place(part))
        for part, what, old, new in words
        if old and old != new
    )
    return replace(report, symbol=symbol, place=place), notes


def _headed(head: Head, office: Office, today: date) -> Report:
    """A report that has its head and nothing else yet."""
    letterhead, title = head.letterhead, head.title
    return Report(
        kind=guessed_kind(title.subject),
        period=guessed_period((*title.subject, title.date_range), letterhead.date, today),
        office=office,
        number=letterhead.number,
        symbol=letterhead.symbol,
        place=letterhead.place,
        date=letterhead.date or DocumentDate(),
        subject=tuple(title.subject),
        date_range=title.date_range,
        draft_mark=letterhead.draft_mark,
        addressees=title.addressees,
        legal_bases=tuple(title.legal_bases),
    )


def _parted(items: Sequence[Item]) -> _Parts:
    """What follows the head, cut into its parts.

    The ending is looked for twice: appendices are only what stands below it, and one without Nơi nhận is found only at
    the end of what is left above them.
    """
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


def _strays(head: Head) -> tuple[Block, ...]:
    """What stood in the head and is no part of one."""
    return tuple(map(block_of, (*head.strays, *map(typed, head.letterhead.strays))))


def _footnotes_of_head(head: Head, items: Sequence[Item]) -> Iterable[Block]:
    return left_out(items, (*head.title.legal_bases, *map(block_of, (*head.strays, *head.text))))


def _closing(parts: _Parts, ending: Ending) -> tuple[Block, ...]:
    """The closing, and behind it what stood in the ending and is no part of one."""
    strays = tuple(map(block_of, ending.strays))
    return (*map(block_of, parts.closing), *strays, *left_out(parts.ending, strays))


def _stray_notes(strays: Iterable[Block]) -> Iterable[Note]:
    for at, block in enumerate(strays):
        yield Note(
            f"“{_called(block)}” ở phần đầu báo cáo chưa nhận ra là gì, nên để ở phần Mở đầu.", Place(OPENING, at)
        )


def _ending_notes(first: int, ending: Ending) -> Iterable[Note]:
    for at, block in enumerate(map(block_of, ending.strays), first):
        yield Note(f"“{_called(block)}” ở cuối báo cáo chưa nhận ra là gì, nên để ở phần Kết thúc.", Place(CLOSING, at))


def _said(items: Iterable[Item]) -> str:
    return "\n".join(line for item in items for line in _lines(block_of(item)))


def _lines(block: Block) -> Iterable[str]:
    """What a block says, a line for each row of a table."""
    if isinstance(block, Table):
        return ("\t".join(" ".join(text.plain for text in cell.paragraphs) for cell in row) for row in block.rows)
    return (block.plain,) if isinstance(block, Paragraph) else ()


def _called(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.plain
    return "Một bảng" if isinstance(block, Table) else "Một hình"


def _office(head: Letterhead, items: Sequence[Item], given: Office | None) -> tuple[Office, Note]:
    """The issuing office, and where it was taken from."""
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
