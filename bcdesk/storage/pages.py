"""The pages of a database file, read without SQLite: what is left of one that SQLite does not open.

The layout is that of https://sqlite.org/fileformat2.html: section 1 for pages, section 3 for the journal of an
unfinished change beside them, section 4 for the log.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_MAGIC = b"SQLite format 3\0"
_SIZES = {512 << power for power in range(8)}
_SIZE = 4096  # what SQLite makes, and so every database of bcdesk; for one whose header is gone
_LOG_HEAD, _FRAME_HEAD = struct.Struct(">8I"), struct.Struct(">6I")
_LOG_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}  # the order of bytes in which the sums are made
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_JOURNAL_HEAD, _TO_THE_END = struct.Struct(">8s5I"), 0xFFFFFFFF
_SUMMED_EVERY = 200  # bytes of a page in the journal, from its end
_LOWEST_USABLE = 480
FIRST_PAGE_HEADER = 100


class Pages:
    """The pages of the database at `path` as its last commit left them, numbered from 1.

    Raises OSError where the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes() if path.exists() else b""
        headed = self._data.startswith(_MAGIC)
        size = int.from_bytes(self._data[16:18], "big") if headed else 0
        self.size = 65536 if size == 1 else size if size in _SIZES else _SIZE
        spared = self._data[20] if headed and self.size == size else 0
        self.usable = self.size - spared if self.size - spared >= _LOWEST_USABLE else self.size
        self._instead = dict(_undone(path.with_name(f"{path.name}-journal"), self.size))
        self._instead |= dict(_committed(path.with_name(f"{path.name}-wal"), self.size))
        self.count = max([-(-len(self._data) // self.size), *self._instead])

    def __getitem__(self, number: int) -> bytes:
        """A page, filled up with zeros where the file was cut off. Raises IndexError where there is none."""
        if not 0 < number <= self.count:
            raise IndexError(number)
        if number in self._instead:
            return self._instead[number]
        return self._data[(number - 1) * self.size : number * self.size].ljust(self.size, b"\0")

    def free(self) -> set[int]:
        """The pages that belong to nothing any more, as far as their list can be read."""
        found: set[int] = set()
        trunk = _number(self[1], 32) if self.count else 0
        while 0 < trunk <= self.count and trunk not in found:
            page = self[trunk]
            entries = min(_number(page, 4), self.usable // 4 - 2)
            found |= {trunk, *struct.unpack_from(f">{entries}I", page, 8)}
            trunk = _number(page, 0)
        return found


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")


def _undone(journal: Path, size: int) -> Iterator[tuple[int, bytes]]:
    """The pages as they were before a change that was cut off; from one that is noise on there are none."""
    data = b""
    with suppress(FileNotFoundError):
        data = journal.read_bytes()
    at = 0
    while at + _JOURNAL_HEAD.size <= len(data):
        magic, records, nonce, _, sector, page_size = _JOURNAL_HEAD.unpack_from(data, at)
        if magic != _JOURNAL_MAGIC or page_size != size or not sector:
            return
        at += sector
        width = size + 8
        records = (len(data) - at) // width if records == _TO_THE_END else records
        for _ in range(records):
            record = data[at : at + width]
            page, told = record[4:-4], record[-4:]
            if len(record) < width or int.from_bytes(told, "big") != _sum_of(page, nonce):
                return
            yield _number(record, 0), page
            at += width
        at = -(-at // sector) * sector


def _sum_of(page: bytes, nonce: int) -> int:
    return (nonce + sum(page[at] for at in range(len(page) - _SUMMED_EVERY, 0, -_SUMMED_EVERY))) & 0xFFFFFFFF


def _committed(log: Path, size: int) -> Iterator[tuple[int, bytes]]:
    """The pages in the log up to the last commit, the newest of each last; a frame that is noise is left out."""
    data = b""
    with suppress(FileNotFoundError):
        data = log.read_bytes()
    if len(data) < _LOG_HEAD.size:
        return
    magic, _, page_size, _, *salts, first, second = _LOG_HEAD.unpack_from(data)
    if magic not in _LOG_MAGIC or page_size != size:
        return
    waiting: list[tuple[int, bytes]] = []
    sums, width = (first, second), _FRAME_HEAD.size + size
    for at in range(_LOG_HEAD.size, len(data) - width + 1, width):
        number, commits, *own_salts, first, second = _FRAME_HEAD.unpack_from(data, at)
        page = data[at + _FRAME_HEAD.size : at + width]
        # Frames with other salts are left over from an earlier round of the log.
        if own_salts == salts and _summed(sums, data[at : at + 8] + page, _LOG_MAGIC[magic]) == (first, second):
            waiting.append((number, page))
            if commits:
                yield from waiting
                waiting = []
        sums = first, second


def _summed(sums: tuple[int, int], data: bytes, order: str) -> tuple[int, int]:
    one, two = sums
    for word, next_word in struct.iter_unpack(f"{order}2I", data):
        one = (one + word + two) & 0xFFFFFFFF
        two = (two + next_word + one) & 0xFFFFFFFF
    return one, two
