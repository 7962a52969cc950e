"""Plain text, from a file or pasted, as a report."""

from __future__ import annotations

import codecs
import re
from datetime import date

from bcdesk.errors import FileEmpty, FileTooBig, NotAReport, WrongEncoding
from bcdesk.intake.intake import Intake, Note
from bcdesk.intake.legacy import encoded, lines_in_unicode, notes_of
from bcdesk.intake.recognise import recognise
from bcdesk.intake.signs import cleaning_notes, visible
from bcdesk.intake.tabbed import table_at
from bcdesk.intake.typed import Item, typed
from bcdesk.report.office import Office
from bcdesk.report.report import Table
from bcdesk.vietnamese.text import nfc

# Some 300 pages, which take no longer than two seconds to recognise.
MOST_CHARACTERS = 1_000_000
MOST_PIECES = 60_000  # lines, and what tabs set apart
MOST_BYTES_OF_CHARACTER = 4
TOO_LONG = "300 trang"
FEWEST_FOREIGN = 3
PASTED = "Văn bản vừa dán"

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_VIETNAMESE_ONLY = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# Latin-1 signs and letters that no Vietnamese text has: what TCVN3, VNI or a wrongly read UTF-8 look like.
_FOREIGN = re.compile("[¡-§©ª¬®¯±-¸¹¼-¿ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ\ufffd]")


def read_text(text: str, office: Office | None = None, name: str = PASTED, today: date | None = None) -> Intake:
    """The report a text shows. Raises FileEmpty, FileTooBig or WrongEncoding, which call the text by `name`."""
    text, old = lines_in_unicode(_lines(text, name))
    if is_garbled(text):
        raise WrongEncoding(name)
    items = paragraphs(visible(text))
    if not items:
        raise FileEmpty(name)
    return recognise(items, office, (*notes_of(old), *cleaning_notes(text), *_table_notes(items)), today)


def _lines(text: str, name: str) -> list[str]:
    if len(text) <= MOST_CHARACTERS:
        lines = text.splitlines()
        if len(lines) + text.count("\t") <= MOST_PIECES:
            return lines
    raise FileTooBig(name, TOO_LONG)


def decode(data: bytes, name: str) -> str:
    """The characters of a text file in UTF-8 or UTF-16, or the codes of one in TCVN3 or VNI as Western letters.

    Raises FileTooBig, NotAReport or WrongEncoding.
    """
    if len(data) > MOST_CHARACTERS * MOST_BYTES_OF_CHARACTER:
        raise FileTooBig(name, TOO_LONG)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    if b"\0" in data:
        return _decoded(data, _unmarked_utf16(data, name), name)
    text = _old_text(data) or _decoded(data, "utf-8", name)
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise NotAReport(name)
    return text


def _table_notes(items: tuple[Item, ...]) -> tuple[Note, ...]:
    """That rows were read as tables, for the clerk to look at."""
    tables = sum(isinstance(item, Table) for item in items)
    return (Note(f"Các dòng cách nhau bằng phím Tab được đọc thành {tables} bảng."),) if tables else ()


def paragraphs(text: str) -> tuple[Item, ...]:
    """The lines that have something in them; every kind of line end, Word's within a paragraph too, ends one.

    Rows of cells set apart by tabs are a table.
    """
    lines = text.splitlines()
    found: list[Item] = []
    at = gap = 0
    while at < len(lines):
        table = table_at(lines, at) if "\t" in lines[at] else None
        if table:
            found.append(table)
        elif lines[at].strip():
            found.append(typed(lines[at], gap))
        gap = 0 if lines[at].strip() else gap + 1
        at += len(table.rows) if table else 1
    return tuple(found)


def is_garbled(text: str) -> bool:
    """Whether a text looks like another code than Unicode: more foreign signs than letters only Vietnamese has."""
    foreign = len(_FOREIGN.findall(text))
    return (
        foreign >= FEWEST_FOREIGN and foreign > len(text) // 100 and foreign > len(_VIETNAMESE_ONLY.findall(nfc(text)))
    )


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        binary = encoding == "utf-8" and len(re.findall(rb"[\x00-\x08\x0e-\x1a]", data)) > len(data) // 100
        raise (NotAReport(name) if binary else WrongEncoding(name)) from error


def _old_text(data: bytes) -> str:
    """A text that is in an encoding of before Unicode; empty for any other."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="ignore")
        return text if encoded(text.splitlines()) else ""
    return ""


def _unmarked_utf16(data: bytes, name: str) -> str:
    """UTF-16 is known by the zero halves of its spaces and plain letters, which stand all on one side."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or min(even, odd) * 20 > max(even, odd) or max(even, odd) * 8 < len(data):
        raise NotAReport(name)
    return "utf-16-le" if odd > even else "utf-16-be"
