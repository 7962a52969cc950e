"""A file of the clerk's as a report, known by what is in it and not by its name. The file is never written."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from bcdesk.errors import (
    FileEmpty,
    FileIsFolder,
    FileMissing,
    FileTooBig,
    FileUnreadable,
    LockedWord,
    NotAnOffice,
    NotAReport,
    OldWord,
    OtherFormat,
    UnreadableReport,
    WordDamaged,
)
from bcdesk.intake.docx import read_reading
from bcdesk.intake.intake import Intake
from bcdesk.intake.text import decode, read_text
from bcdesk.parcel.bundle import MIMETYPE, signed_copy_in, unpack
from bcdesk.report.office import Office
from bcdesk.report.record import decode_office

LARGEST = 50_000_000
LARGEST_OFFICE = 1_000_000
ROOM_OF_FIRST_MEMBER = 200

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS_WORD = "Mở bằng Word hoặc LibreOffice, chọn Lưu thành .docx rồi nhập lại."
_COPY_FROM_PDF = "Tìm bản Word của báo cáo; nếu không còn, mở tệp PDF, chép chữ rồi dán vào bcdesk."
_CHOOSE_REPORT = "Chọn tệp Word (.docx) của báo cáo rồi nhập lại."
_BRING_BACK = "Chọn tệp .bcdesk của báo cáo, hoặc mở bản sao lưu ở mục “Sao lưu, phục hồi”."
_BEGINNINGS = (
    (b"SQLite format 3\0", "dữ liệu", _BRING_BACK),
    (b"{\\rtf", "RTF", _SAVE_AS_WORD),
    (b"%PDF", "PDF", _COPY_FROM_PDF),
    (b"\xff\xd8\xff", "ảnh", _CHOOSE_REPORT),
    (b"\x89PNG", "ảnh", _CHOOSE_REPORT),
    (b"Rar!", "nén RAR", "Giải nén rồi chọn tệp báo cáo bên trong."),
    (b"7z\xbc\xaf", "nén 7z", "Giải nén rồi chọn tệp báo cáo bên trong."),
)
_MEMBERS = (
    ("content.xml", "OpenDocument", _SAVE_AS_WORD),
    ("xl/workbook.xml", "Excel", _CHOOSE_REPORT),
    ("ppt/presentation.xml", "PowerPoint", _CHOOSE_REPORT),
)


def read_file(path: Path, office: Office | None = None, today: date | None = None) -> Intake:
    """The report in a .docx, .bcdesk or text file. Raises a KnownError for every file that is none of them.

    `today` dates a report that says no year of its own; None for the day it is.
    """
    return read_bytes(bytes_in(path), path.name, office, today)


def read_bytes(data: bytes, name: str, office: Office | None = None, today: date | None = None) -> Intake:
    """The report in the bytes of such a file; errors call it by `name`."""
    if not data.strip():
        raise FileEmpty(name)
    for beginning, kind, advice in _BEGINNINGS:
        if data.startswith(beginning):
            raise OtherFormat(name, kind, advice)
    if data.startswith(_OLE):
        raise LockedWord(name) if _ENCRYPTED in data else OldWord(name)
    if data.startswith(_ZIP):
        return _read_zip(data, name, office, today)
    return read_text(decode(data, name), office, name, today)


def word_in(path: Path) -> bytes | None:
    """What is in a Word file; None for a file of another kind. Raises a KnownError where it cannot be read."""
    data = bytes_in(path)
    return data if is_word(data) else None


def is_word(data: bytes) -> bool:
    """Whether the bytes are a package that is no bundle of ours: a Word file, if anything."""
    return data.startswith(_ZIP) and MIMETYPE not in data[:ROOM_OF_FIRST_MEMBER]


def read_office(path: Path) -> Office:
    """The office profile in a file: its JSON, or the profile a .bcdesk file carries. Raises a KnownError."""
    data = bytes_in(path)
    if data.startswith(_ZIP):
        return unpack(data).office
    if len(data) > LARGEST_OFFICE:
        raise NotAnOffice(path)
    try:
        return decode_office(json.loads(data))
    except (ValueError, RecursionError, UnreadableReport) as error:
        raise NotAnOffice(path) from error


def _read_zip(data: bytes, name: str, office: Office | None, today: date | None) -> Intake:
    if MIMETYPE in data[:ROOM_OF_FIRST_MEMBER]:
        return _read_bundle(data)
    members = _members(data)
    if any(member.startswith("word/") for member in members):
        return _read_word(data, name, office, today)
    for member, kind, advice in _MEMBERS:
        if member in members:
            raise OtherFormat(name, kind, advice)
    raise WordDamaged(name) if b"word/" in data else NotAReport(name)


def _read_bundle(data: bytes) -> Intake:
    report = unpack(data)
    copy = report.signed_copy
    return Intake(report, signed_copy=(signed_copy_in(data, copy) or b"") if copy else b"")


def _members(data: bytes) -> frozenset[str]:
    try:
        with ZipFile(BytesIO(data)) as package:
            return frozenset(package.namelist())
    except (BadZipFile, ValueError, NotImplementedError):
        return frozenset()


def _read_word(data: bytes, name: str, office: Office | None, today: date | None) -> Intake:
    from bcdesk.word import reader  # noqa: PLC0415  # lxml and python-docx load only when a Word file is read

    return read_reading(reader.read(data, name), office, name, today)


def bytes_of(path: Path, most: int) -> bytes:
    """All of the file at once, so that nobody's lock is held while it is read and shown; of a larger one `most` + 1.

    Raises FileMissing, FileIsFolder or FileUnreadable.
    """
    try:
        if path.is_dir():
            raise FileIsFolder(path)
        if path.exists() and not path.is_file():
            raise FileUnreadable(path)
        with path.open("rb") as file:
            return file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path) from error


def bytes_in(path: Path) -> bytes:
    """All of a file that may be a report. Raises a KnownError where it cannot be read or is too big."""
    data = bytes_of(path, LARGEST)
    if len(data) > LARGEST:
        raise FileTooBig(path.name, "50 MB")
    return data
