"""The rows on a page of a database, read without SQLite (https://sqlite.org/fileformat2.html, sections 1.6 and 2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from bcdesk.storage.pages import FIRST_PAGE_HEADER, Pages

INNER_INDEX, INNER_TABLE, INDEX, TABLE = 2, 5, 10, 13
KINDS = {INNER_INDEX, INNER_TABLE, INDEX, TABLE}
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes by their type
_FLOAT, _ZERO, _ONE, _BLOB, _TEXT = 7, 8, 9, 12, 13
_NOISE = (IndexError, ValueError, struct.error)

Value = str | bytes | int | float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A row: its number (0 where the table has none) and its values; bytes stand for a text that is not whole."""

    number: int
    values: tuple[Value, ...]


def kind_of(pages: Pages, number: int) -> int:
    """What kind of page it is; 0 for one that holds no rows and leads to none."""
    kind = pages[number][_head(number)]
    return kind if kind in KINDS else 0


def children(pages: Pages, number: int) -> Iterator[int]:
    """The pages an inner page leads to."""
    page, head = pages[number], _head(number)
    for at in _pointers(page, head, head + 12):
        yield int.from_bytes(page[at : at + 4], "big")
    yield int.from_bytes(page[head + 8 : head + 12], "big")


def cells(pages: Pages, number: int) -> Iterator[Cell]:
    """The rows on a page, those that are noise left out."""
    kind, head = kind_of(pages, number), _head(number)
    if kind in {TABLE, INDEX, INNER_INDEX}:
        start = head + (12 if kind == INNER_INDEX else 8)
        for at in _pointers(pages[number], head, start):
            with suppress(*_NOISE):
                yield _cell(pages, pages[number], at, kind)


def _head(number: int) -> int:
    return FIRST_PAGE_HEADER if number == 1 else 0


def _pointers(page: bytes, head: int, start: int) -> list[int]:
    count = min(int.from_bytes(page[head + 3 : head + 5], "big"), (len(page) - start) // 2)
    return [at for (at,) in struct.iter_unpack(">H", page[start : start + 2 * count]) if at >= start]


def _cell(pages: Pages, page: bytes, at: int, kind: int) -> Cell:
    at += 4 if kind == INNER_INDEX else 0
    length, at = _varint(page, at)
    if length > pages.usable * pages.count:
        raise ValueError(length)
    number, at = _varint(page, at) if kind == TABLE else (0, at)
    return Cell(number, tuple(_values(_payload(pages, page, at, length, kind))))


def _payload(pages: Pages, page: bytes, at: int, length: int, kind: int) -> bytes:
    """The bytes of a row; fewer than there should be where the chain of its pages is broken."""
    usable = pages.usable
    most = usable - 35 if kind == TABLE else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return page[at : at + length]
    least = (usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    here = here if here <= most else least
    parts, missing = [page[at : at + here]], length - here
    following = int.from_bytes(page[at + here : at + here + 4], "big")
    while missing > 0 and 0 < following <= pages.count:
        overflow = pages[following]
        parts.append(overflow[4 : 4 + min(missing, usable - 4)])
        missing -= len(parts[-1])
        following = int.from_bytes(overflow[:4], "big")
    return b"".join(parts)


def _values(record: bytes) -> Iterator[Value]:
    at_value, at = _varint(record, 0)
    end = at_value
    while at < end:
        kind, at = _varint(record, at)
        length = _length(kind)
        yield _value(kind, length, record[at_value : at_value + length])
        at_value += length


def _length(kind: int) -> int:
    if kind >= _BLOB:
        return (kind - _BLOB) // 2
    return 8 if kind == _FLOAT else _INTEGERS.get(kind, 0)


def _value(kind: int, length: int, data: bytes) -> Value:
    if kind >= _TEXT and kind % 2 and len(data) == length:
        with suppress(UnicodeDecodeError):
            return data.decode()
    if kind >= _BLOB:
        return data
    if kind == _FLOAT:
        number: float = struct.unpack(">d", data)[0]
        return number
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    return {_ZERO: 0, _ONE: 1}.get(kind)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes and where it ends. Raises IndexError where the data end before it."""
    value = 0
    for end in range(at, at + 8):
        value = value << 7 | data[end] & 0x7F
        if data[end] < 0x80:  # noqa: PLR2004  # the top bit says that another byte follows
            return value, end + 1
    return value << 8 | data[at + 8], at + 9
