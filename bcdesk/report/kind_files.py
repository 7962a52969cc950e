"""Reading the file of a kind of report: TOML, each key checked, each fault told with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bcdesk.errors import (
    KindFileBroken,
    KindFileName,
    KindFileTooBig,
    KindFileUnreadable,
    KindKeyMissing,
    KindKeyUnknown,
    KindOutlineWrong,
    KindValueWrong,
)
from bcdesk.report.outline import split_heading
from bcdesk.report.outline_rows import nested
from bcdesk.report.period import (
    EVERY_MONTH,
    EVERY_QUARTER,
    EVERY_WEEK,
    CutOff,
    PeriodType,
    Sequence,
    Slot,
    slot_words,
)
from bcdesk.report.report import Section
from bcdesk.report.wording import GAPS, unknown_gaps

Choice = TypeVar("Choice", bound=StrEnum)

MOST_BYTES = 64_000
# tomllib takes minutes over a key of ten thousand parts; ours have one.
_LONG_KEY = re.compile(r"""(?<![\w'"-])(?:[\w'"-]+\s*\.\s*){9}""")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INDENT = 2
_WHOLE_YEAR = (PeriodType.FIRST_HALF, PeriodType.SECOND_HALF, PeriodType.NINE_MONTHS, PeriodType.YEAR)
_SLOTS: dict[str, Sequence] = {
    "tuần": EVERY_WEEK,
    "tháng": EVERY_MONTH,
    "quý": EVERY_QUARTER,
    **{slot_words(slot): (slot,) for slot in (*EVERY_MONTH, *EVERY_QUARTER, *map(Slot, _WHOLE_YEAR))},
}


class Group(StrEnum):
    """The classes of reports, as they are shown."""

    PERIODIC = "Định kỳ"
    THEMATIC = "Chuyên đề"
    AD_HOC = "Đột xuất"


class _Wrong(ValueError):
    """A value that is not of the form its key asks for."""


class _WrongIndent(ValueError):
    """A line of an outline, counted from its first, that stands at no level."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def read_values(path: Path) -> dict[str, Any]:
    """The checked values of the file, by key. Raises KindFileWrong with the line of the first fault."""
    if not _ID.fullmatch(path.stem):
        raise KindFileName(path)
    text = _text(path)
    table = _table(path, text)
    for key in table:
        if key not in _READERS:
            raise KindKeyUnknown(path, _line_of(text, key), key, ", ".join(_READERS))
    for key in _READERS:
        if key not in table:
            raise KindKeyMissing(path, len(text.splitlines()) + 1, key)
    return {key: _value(path, text, key, table[key]) for key in _READERS}


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise KindFileTooBig(path, f"{MOST_BYTES // 1000} KB")
        return data.decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise KindFileUnreadable(path) from error


def _table(path: Path, text: str) -> dict[str, Any]:
    if found := _LONG_KEY.search(text):
        raise KindFileBroken(path, text.count("\n", 0, found.start()) + 1)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: no TOML, or a number of thousands of digits
        stated = re.search(r"at line (\d+)", str(error))
        raise KindFileBroken(path, int(stated[1]) if stated else max(1, len(text.splitlines()))) from error


def _value(path: Path, text: str, key: str, value: Any) -> Any:
    read, form = _READERS[key]
    try:
        return read(value)
    except _Wrong as error:
        raise KindValueWrong(path, _line_of(text, key), key, form) from error
    except _WrongIndent as error:
        raise KindOutlineWrong(path, _line_of(text, key) + error.line) from error


def _line_of(text: str, key: str) -> int:
    """The line a key of the top level begins in; 1 where it is written in a way we do not look for."""
    pattern = re.compile(rf"""^\s*\[*\s*["']?{re.escape(key)}["']?\s*[].=]""")
    return next((number for number, line in enumerate(text.splitlines(), start=1) if pattern.match(line)), 1)


def _line(value: Any) -> str:
    if not isinstance(value, str) or "\n" in value or unknown_gaps(value):
        raise _Wrong
    return value.strip()


def _name(value: Any) -> str:
    name = _line(value)
    if not name:
        raise _Wrong
    return name


def _lines(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _Wrong
    return tuple(map(_name, value))


def _one_of(choices: type[Choice]) -> Callable[[Any], Choice]:
    def read(value: Any) -> Choice:
        if value not in list(choices):
            raise _Wrong
        return choices(value)

    return read


def _sequence(value: Any) -> Sequence:
    if not isinstance(value, list) or not all(isinstance(words, str) and words in _SLOTS for words in value):
        raise _Wrong
    return tuple(slot for words in value for slot in _SLOTS[words])


def _outline(value: Any) -> tuple[Section, ...]:
    if not isinstance(value, str) or unknown_gaps(value):
        raise _Wrong
    rows = [(line, text) for line, text in enumerate(value.splitlines(), start=1) if text.strip()]
    depths = [_depth(line, text) for line, text in rows]
    for (line, _), depth, above in zip(rows, depths, [-1, *depths], strict=False):
        if depth > above + 1:
            raise _WrongIndent(line)
    sections = (_section(number, text) for number, (_, text) in enumerate(rows, start=1))
    return nested(zip(depths, sections, strict=True))


def _depth(line: int, text: str) -> int:
    spaces = len(text) - len(text.lstrip(" "))
    if spaces % _INDENT or text.lstrip(" ")[0].isspace():
        raise _WrongIndent(line)
    return spaces // _INDENT


def _section(number: int, text: str) -> Section:
    marker, title = split_heading(text)
    return Section(f"s{number}", marker, title)


_ONE_LINE = "một dòng chữ trong dấu nháy kép"
_MANY_LINES = 'danh sách dòng chữ: ["…", "…"]'
_IN_GAPS = f", chỗ trống chỉ gồm {', '.join(f'{{{name}}}' for name in sorted(GAPS))}"
_READERS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "name": (_name, _ONE_LINE),
    "group": (_one_of(Group), "một trong các nhóm " + ", ".join(f"“{group}”" for group in Group)),
    "sequence": (_sequence, 'danh sách kỳ báo cáo trong năm, ví dụ ["quý I", "6 tháng đầu năm", "năm"]'),
    "cut_off": (_one_of(CutOff), "“15-14” hoặc “calendar”"),
    "drafting_unit": (_line, _ONE_LINE + _IN_GAPS),
    "subject": (_lines, _MANY_LINES + _IN_GAPS),
    "addressees": (_lines, _MANY_LINES + _IN_GAPS),
    "opening": (_lines, _MANY_LINES + _IN_GAPS),
    "outline": (_outline, "đề cương trong ba dấu nháy kép, mỗi mục một dòng" + _IN_GAPS),
    "closing": (_lines, _MANY_LINES + _IN_GAPS),
    "recipients": (_lines, _MANY_LINES + _IN_GAPS),
}
