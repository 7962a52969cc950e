"""What goes out with a report: its files under names every mail and stick keeps, its fields, its mail."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from bcdesk.parcel.mail import Attachment, draft
from bcdesk.press.files import file_name, make_folder, write_whole
from bcdesk.report.office import issuer_name, symbol_of
from bcdesk.report.period import period_words
from bcdesk.report.prepared import Preparation, PreparedFile, prepared_file
from bcdesk.report.recipients import recipients_of
from bcdesk.report.replacement import citation
from bcdesk.report.report import Report
from bcdesk.report.signed_copy import ENDINGS
from bcdesk.report.signing import signature_lines
from bcdesk.vietnamese.dates import long_date, short_date
from bcdesk.vietnamese.letter_case import in_sentence
from bcdesk.vietnamese.text import nfc

FOLDER, OTHER_KIND = "Báo cáo", "Khác"
UNSIGNED = "-ban-chua-ky"
LONGEST_FOLDER = 60
LARGEST_MAIL = 20 * 2**20
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_DEPUTY = "PHÓ "


class Piece(StrEnum):
    """What can go along with a mail."""

    SIGNED = "signed"
    WORD = "word"
    UNSIGNED = "unsigned"
    BUNDLE = "bundle"


PIECE_WORDS = {
    Piece.SIGNED: "bản đã ký",
    Piece.WORD: "bản Word",
    Piece.UNSIGNED: "PDF chưa ký",
    Piece.BUNDLE: "tệp số liệu để mở bằng bcdesk",
}
USUAL = frozenset((Piece.SIGNED, Piece.WORD))
"""What goes along unless the clerk says otherwise."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file that can go along: what it is, and its name."""

    piece: Piece
    name: str

    @property
    def words(self) -> str:
        """`12-BC-UBND_….pdf (bản đã ký)`."""
        return f"{self.name} ({PIECE_WORDS[self.piece]})"


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to be copied or drafted; `to` is empty where the clerk has said no address."""

    subject: str
    text: str
    to: str = ""


def folder_for(documents: Path, report: Report, kind: str) -> Path:
    """`Documents/Báo cáo/2024/<loại báo cáo>`; `kind` is the name of the kind."""
    name = " ".join(_UNSAFE.sub(" ", nfc(kind)).split()).strip(" .")[:LONGEST_FOLDER].strip(" .")
    return documents / FOLDER / str(report.period.year) / (name or OTHER_KIND)


def items_of(report: Report) -> tuple[Item, ...]:
    """What can go along: the signed copy where one is attached, the Word copy, an unsigned PDF, the data file."""
    copy = report.signed_copy
    signed = (Item(Piece.SIGNED, file_name(report, ENDINGS[copy.media_type])),) if copy else ()
    return (
        *signed,
        Item(Piece.WORD, file_name(report, ".docx")),
        Item(Piece.UNSIGNED, file_name(report, f"{UNSIGNED}.pdf")),
        Item(Piece.BUNDLE, file_name(report, ".bcdesk")),
    )


def write_files(
    folder: Path, files: Iterable[tuple[str, bytes]], at: datetime, before: Iterable[Preparation] = ()
) -> Preparation:
    """Write these files, each whole or not at all; what was written.

    They come beside what is open elsewhere, and what is not as it was made ready `before`: somebody may have changed
    it in Word. Raises a KnownError where the disk stands in the way.
    """
    make_folder(folder)
    made = {file.sha256 for preparation in before for file in preparation.files}

    def written(name: str, data: bytes) -> PreparedFile:
        own = made | {prepared_file(name, data).sha256}
        path = write_whole(folder / name, data, lambda held: prepared_file(name, held.read_bytes()).sha256 in own)
        return prepared_file(path.name, data)

    return Preparation(at, str(folder), tuple(written(name, data) for name, data in files))


def fields_of(report: Report, pages: int) -> tuple[tuple[str, str], ...]:
    """What a document system asks for, in its order, each with what is to be filled in; empty where not known."""
    titles = signature_lines(report.signature, report.office)
    return (
        ("Tên loại", "Báo cáo"),
        ("Số", report.number),
        ("Ký hiệu", report.symbol or symbol_of(report.office)),
        ("Ngày ban hành", _day(report)),
        ("Trích yếu", report.title),
        ("Người ký", report.signature.name),
        ("Chức vụ", _title(titles[-1]) if titles else ""),
        ("Số trang", str(pages)),
        ("Đơn vị soạn thảo", report.drafting_unit),
        ("Người soạn", report.drafter),
        ("Nơi nhận", "; ".join(recipients_of(report))),
    )


def mail_of(report: Report, items: Iterable[Item]) -> Mail:
    """The mail that carries these files: subject and text."""
    number = f"Báo cáo số {report.number}/{report.symbol or symbol_of(report.office)}" if report.number else "Báo cáo"
    return Mail(f"{number}: {report.title}" if report.title else number, "\n".join(_text(report, tuple(items))))


def draft_of(mail: Mail, files: Iterable[tuple[str, bytes]]) -> bytes:
    """The mail with its files as an `.eml` that mail programs open for sending."""
    return draft(mail.subject, mail.text, tuple(Attachment(name, data) for name, data in files), mail.to)


def _text(report: Report, items: tuple[Item, ...]) -> Iterable[str]:
    if report.addressees:
        yield f"Kính gửi: {'; '.join(report.addressees)}"
        yield ""
    yield f"{issuer_name(report.office) or 'Cơ quan'} gửi {_named(report)}{_asked_for(report)}."
    if items:
        yield ""
        yield "Tệp kèm theo:"
        yield from (f"- {item.words}" for item in items)
    yield ""
    yield "Trân trọng./."
    if signer := " – ".join(filter(None, (report.drafter, report.drafting_unit))):
        yield ""
        yield signer


def _named(report: Report) -> str:
    """The report as the sentence names it: cited where it has its number, else by its title or its period."""
    name = citation(report).partition(" của ")[0] if report.number else "Báo cáo"
    topic = report.title or period_words(report.period)
    return f"{name} về {in_sentence(topic)}" if topic else name


def _asked_for(report: Report) -> str:
    """By which document it was asked for, as far as that is known."""
    request = report.request
    if request is None or not request.number:
        return ""
    when = f" {long_date(request.dated)}" if request.dated else ""
    body = f" của {request.body}" if request.body else ""
    return f" theo {request.name or 'Văn bản'} số {request.number}{when}{body}"


def _title(line: str) -> str:
    """`Phó Chủ tịch` of `PHÓ CHỦ TỊCH`."""
    deputy = line.startswith(_DEPUTY)
    rest = line.removeprefix(_DEPUTY).capitalize()
    return f"{_DEPUTY.capitalize()}{rest}" if deputy else rest


def _day(report: Report) -> str:
    day = report.date
    if day.day is None or day.month is None or day.year is None:
        return ""
    return short_date(date(day.year, day.month, day.day))
