"""The numbers of a report as they stand in its sentences and tables, each with the words that say what it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bcdesk.report.parts import blocks_of
from bcdesk.report.report import BASES, HEADING, Place, Report, Table
from bcdesk.report.search import Hit, texts
from bcdesk.report.stale_figures import FIELDS, figures_of
from bcdesk.report.tablecells import ValueCell, is_value, value_cells
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.timeforms import Form
from bcdesk.vietnamese.timewords import skeleton, time_words

_SENTENCE = re.compile(r"[.;!?]\s+|:\s+(?=\d)")
_DIGITS = re.compile(r"\d[\d.,/]*")
BULLET = re.compile(r"^\s*(?:[-+*•]|\([^\s)]{1,3}\)|[^\W\d_]\)|\d{1,2}[.)])\s+")
"""What marks an item of a list, at the beginning of a paragraph."""
_CLAUSE = re.compile(r"[,:]\s+")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS_BEFORE, _UNIT_WORDS, _ENOUGH = 6, 2, 3
# Units of one syllable: what stands behind them says more about the thing, and is no part of the unit.
_ALONE = re.compile(
    r"(?:buổi|bài|giờ|tiếng|cuộc|vụ|người|hộ|lớp|cụm|đợt|km|ha|kg|tấn|tạ|m|thôn|xã|đơn|phút|đồng|con|ca|tổ|quyển|cuốn"
    r"|tờ|trang|điểm|phiếu|câu|lần|tuyến|cây|chiếc|máy|mét|lít)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `hit`, or a cell of a table that has none yet: as typed, its unit, and the words around it.

    `key` are the words it is known by from period to period, `line` the paragraph or row it stands in.
    """

    hit: Hit
    typed: str
    unit: str
    label: str
    key: str
    line: str

    @property
    def part(self) -> str:
        """The part of the report it stands in."""
        return self.hit.place.part


def numbers(report: Report) -> Iterator[Number]:
    """Every number of the report's texts and tables, in reading order; those of headings and legal bases left out.

    No two of a part have the same key: the second gets its count.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for number in _numbers(report):
        seen[number.part, number.key] += 1
        count = seen[number.part, number.key]
        yield replace(number, key=f"{number.key} ({count})") if count > 1 else number


def _numbers(report: Report) -> Iterator[Number]:
    for place, lines in texts(report):
        if place.part in FIELDS or place.part == BASES or place.block == HEADING:
            continue
        block = blocks_of(report, place.part)[place.block]
        if isinstance(block, Table):
            yield from _in_table(place, block)
        else:
            yield from _in_sentence(place, lines[0] if lines else "")


def again(report: Report, number: Number) -> Number | None:
    """The same number in the report as it stands now; None where its words are no more."""
    return next((each for each in numbers(report) if (each.part, each.key) == (number.part, number.key)), None)


def number_at(report: Report, place: Place) -> Number | None:
    """The number at that character, or right before or behind it; None where there is none."""
    near = (each for each in numbers(report) if each.hit.place == place)
    return next((each for each in near if each.hit.start <= place.offset <= each.hit.end), None)


def short_unit(words: str) -> str:
    """The unit at the beginning of the words behind a number: `hồ sơ` of `hồ sơ thủ tục hành`."""
    alone = _ALONE.match(words)
    return alone[0] if alone else " ".join(words.split()[:_UNIT_WORDS])


def _in_sentence(place: Place, text: str) -> Iterator[Number]:
    bullet = BULLET.match(text)
    begin = bullet.end() if bullet else 0
    for figure in figures_of(text):
        start = max([begin, *(found.end() for found in _SENTENCE.finditer(text, begin, figure.start))])
        unit = "%" if figure.is_percentage else short_unit(figure.unit)
        label = f"{_said_before(text, start, figure.start)} … {figure.unit}".strip()
        known = skeleton(text[start : figure.start]).split()[-_WORDS_BEFORE:]
        behind = figure.unit if len(known) < _ENOUGH else unit
        key = key_of(f"{' '.join(known)} … {behind}")
        yield Number(_hit(place, figure.start, figure.end), figure.typed, unit, label, key, text)


def _said_before(text: str, start: int, end: int) -> str:
    """The last words before a number, from the clause or the time they follow on, without a bracket that opens."""
    times = [words.end for words in time_words(text) if words.form is not Form.FRACTION and words.end <= end]
    clauses = [found.end() for found in _CLAUSE.finditer(text, start, end)]
    begin = max((at for at in (*times, *clauses) if at > start and _LETTER.search(text, at, end)), default=start)
    return " ".join(text[begin:end].rstrip(" (:").lstrip(" ,").split()[-_WORDS_BEFORE:])


def _in_table(place: Place, table: Table) -> Iterator[Number]:
    for cell in value_cells(table):
        label = " · ".join(filter(None, (cell.row, cell.column)))
        key = key_of(skeleton(f"{cell.row} | {cell.column}"))
        stripped = cell.text.strip()
        if not stripped or is_value(stripped):
            start = cell.start + cell.text.find(stripped)
            typed = stripped.removesuffix("%").rstrip()
            unit = "%" if stripped.endswith("%") else cell.unit
            yield Number(_hit(place, start, start + len(typed)), typed, unit, label, key, label)
        else:
            yield from _in_cell(place, cell, label, key)


def _in_cell(place: Place, cell: ValueCell, label: str, key: str) -> Iterator[Number]:
    """The numbers among the words of a cell: `cấp tỉnh 3, cấp xã 5`."""
    for number in _in_sentence(place, cell.text):
        hit = _hit(place, cell.start + number.hit.start, cell.start + number.hit.end)
        yield replace(number, hit=hit, label=f"{label} · {number.label}", key=f"{key} {number.key}", line=label)


def _hit(place: Place, start: int, end: int) -> Hit:
    return Hit(replace(place, offset=start), start, end)


def key_of(words: str) -> str:
    """Words without marks, case, numbers and gaps."""
    return " ".join(fold(_DIGITS.sub("#", words.replace("\0", "#"))).split())
