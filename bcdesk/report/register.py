"""Sổ đăng ký văn bản đi: numbers as văn thư gives them, each once in its year and series (Nghị định 30, Điều 15, 16).

A line is never changed: a correction is a later entry of the same number, which says who made it, when and why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum

from bcdesk.report.office import Office, symbol_of
from bcdesk.report.recipients import recipients_of
from bcdesk.report.report import DocumentDate, Report
from bcdesk.report.states import as_number
from bcdesk.vietnamese.dates import short_date
from bcdesk.vietnamese.letter_case import in_sentence
from bcdesk.vietnamese.numbers import padded


class Series(StrEnum):
    """Which documents share one series of numbers."""

    GENERAL = "general"
    REPORTS = "reports"


SERIES_WORDS = {Series.GENERAL: "Số chung", Series.REPORTS: "Số riêng cho báo cáo"}


class Standing(StrEnum):
    """What a number is: given here, kept for a document that is still to come, given by hand elsewhere, or void."""

    GIVEN = "given"
    RESERVED = "reserved"
    OUTSIDE = "outside"
    VOID = "void"


STANDING_WORDS = {
    Standing.GIVEN: "đã cấp",
    Standing.RESERVED: "giữ chỗ",
    Standing.OUTSIDE: "cấp ngoài chương trình",
    Standing.VOID: "đã hủy",
}


@dataclass(frozen=True, slots=True, order=True)
class Book:
    """One series of numbers: of a year, of an issuing body (`UBND`), of the documents that share it."""

    year: int
    body: str
    series: Series

    @property
    def words(self) -> str:
        """`Số chung – UBND – 2024`."""
        return " – ".join(filter(None, (SERIES_WORDS[self.series], self.body, str(self.year))))


@dataclass(frozen=True, slots=True)
class Line:
    """What the book says of a number; `number` 0 asks for the next one. `report_id` is the report here that has it."""

    book: Book
    number: int = 0
    standing: Standing = Standing.GIVEN
    symbol: str = ""
    dated: date | None = None
    subject: str = ""
    signer: str = ""
    recipients: str = ""
    keeper: str = ""
    copies: str = ""
    sent: date | None = None
    note: str = ""
    report_id: str = ""

    @property
    def reference(self) -> str:
        """`05/BC-UBND`."""
        return f"{padded(self.number)}/{self.symbol}" if self.symbol else padded(self.number)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as somebody wrote it, and `why`; `revision` 0 is the first writing, the highest one holds."""

    line: Line
    revision: int
    who: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What one correction changed in a column."""

    column: str
    old: str
    new: str


COLUMNS = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
"""The ten columns of the register, in their order."""

_CORRECTED = {
    "standing": "Tình trạng",
    "symbol": "Ký hiệu",
    "dated": "Ngày tháng văn bản",
    "subject": "Tên loại và trích yếu",
    "signer": "Người ký",
    "recipients": "Nơi nhận",
    "keeper": "Nhận bản lưu",
    "copies": "Số lượng bản",
    "sent": "Ngày chuyển",
    "note": "Ghi chú",
}
_ARCHIVE = "Lưu:"


def book_of(office: Office, symbol: str, year: int, series: Series) -> Book:
    """The book a report of that office and symbol is numbered in: `BC-UBND` in that of `UBND`."""
    _, _, body = (symbol or symbol_of(office)).partition("-")
    return Book(year, body, series)


def line_of(report: Report, report_id: str, book: Book) -> Line:
    """The line of an issued report."""
    recipients = recipients_of(report)
    archive, others = _apart(recipients)
    return Line(
        book,
        int(as_number(report.number) or 0),
        symbol=report.symbol or symbol_of(report.office),
        dated=_day(report.date),
        subject=f"Báo cáo {in_sentence(report.title)}".strip(),
        signer=report.signature.name,
        recipients="; ".join(others),
        keeper=archive,
        copies=str(len(recipients)) if recipients else "",
        report_id=report_id,
    )


def cells(line: Line) -> tuple[str, ...]:
    """The ten columns of a line as they are printed; `Ký nhận` is left to the pen."""
    dated, sent = (short_date(day) if day else "" for day in (line.dated, line.sent))
    note = line.note
    if line.standing is not Standing.GIVEN:
        note = ": ".join(filter(None, (STANDING_WORDS[line.standing].capitalize(), note)))
    return (
        *(line.reference, dated, line.subject, line.signer, line.recipients, line.keeper),
        *(line.copies, sent, "", note),
    )


def gaps(lines: Iterable[Line]) -> tuple[int, ...]:
    """The numbers between the lowest and the highest of one book that nobody has got."""
    numbers = {line.number for line in lines}
    return tuple(number for number in range(min(numbers), max(numbers)) if number not in numbers) if numbers else ()


def corrections(old: Line, new: Line) -> tuple[Correction, ...]:
    """What a correction changed, column by column."""
    return tuple(
        Correction(_CORRECTED[field.name], _words(before), _words(after))
        for field in fields(Line)
        if field.name in _CORRECTED and (before := getattr(old, field.name)) != (after := getattr(new, field.name))
    )


def _words(value: object) -> str:
    if isinstance(value, date):
        return short_date(value)
    return STANDING_WORDS[value] if isinstance(value, Standing) else str(value or "")


def _apart(recipients: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Who keeps the copy of the archive, and the other recipients."""
    archive = tuple(line.removeprefix(_ARCHIVE).strip() for line in recipients if line.startswith(_ARCHIVE))
    return ", ".join(archive), tuple(line for line in recipients if not line.startswith(_ARCHIVE))


def _day(given: DocumentDate) -> date | None:
    if given.day is None or given.month is None or given.year is None:
        return None
    return date(given.year, given.month, given.day)
