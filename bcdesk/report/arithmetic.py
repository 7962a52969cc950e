"""Figures of a report that do not add up: a share that is not its ratio, more done than there was, a wrong total.

Measured on real reports: 16 of 17 statements `a/b (p %)` agree to 0.06, one is rounded to a whole number; the one
draft with two figures swapped would have been caught by either rule. All are `cần xem lại`, never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bcdesk.report.findings import Finding, Fix, Severity
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import HEADING, Cell, Place, Report, Table
from bcdesk.report.search import Correct, Hit, texts
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.quantities import Quantity, decimals_of, number_value, number_words, quantities

HUNDRED = Decimal(100)
RATIO, OVER, TOTAL = "ratio", "over-plan", "total"
# Between a ratio and its own share stand few words, the last of which say so.
_SAYS_SHARE = re.compile(
    r"(?:\(|\b(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|tương đương|tức))(?:\s+(?:đạt|là|tỷ lệ))?[\s:(]*$", re.IGNORECASE
)
_WORDS_BETWEEN = 7
_OTHER_SHARE = re.compile(r"\b(?:tăng|giảm|hơn|so với|kế hoạch|cùng kỳ)\b|[.;!?]", re.IGNORECASE)
_PLANNED = re.compile(r"(?:đề ra|được giao|giao|theo kế hoạch|tổng số|tiếp nhận)\s*:?\s*(?:là\s+)?$", re.IGNORECASE)
_DONE = re.compile(r"(?:hoàn thành|đã giải quyết|giải quyết xong|đã xử lý)\s*:?\s*(?:được\s+|xong\s+)?$", re.IGNORECASE)
TOTAL_WORDS = frozenset({"tong", "tong cong", "cong", "tong so"})
"""How the label of a row of sums reads, folded."""
_ROMAN = re.compile(r"[IVXLC]+\.?")


def arithmetic(report: Report) -> Iterator[Finding]:
    """What does not add up in the sentences and tables of the report, in reading order."""
    for place, lines in texts(report):
        at = 0
        for line in lines:
            yield from (_placed(finding, place, at) for finding in line_findings(line))
            at += len(line) + 1
        if place.block != HEADING:
            yield from _table_findings(report, place)


def line_findings(line: str) -> Iterator[Finding]:
    """What does not add up inside one paragraph; the place of a finding is only its offset there."""
    found = quantities(line)
    for first, second in pairwise(found):
        if first.whole and second.is_percentage and belongs(line[first.end : second.start]):
            yield from _wrong_share(line, first, second)
        yield from _swapped(line, first, second)
    yield from (finding for each in found for finding in _over(line, each))


def belongs(between: str) -> bool:
    """Whether the words between a ratio and a percentage say that this is the share of that."""
    near = len(between.split()) <= _WORDS_BETWEEN
    return near and bool(_SAYS_SHARE.search(between)) and not _OTHER_SHARE.search(between)


def _wrong_share(line: str, ratio: Quantity, share: Quantity) -> Iterator[Finding]:
    if not ratio.whole:
        return
    right, decimals = ratio.value * HUNDRED / ratio.whole, decimals_of(share.typed)
    if not is_rounded(share.value, right, decimals):
        wanted = number_words(right, decimals or 2 * (right != right.to_integral()))
        clause = "Tỷ lệ phần trăm phải bằng phép chia của hai số đứng trước nó."
        yield _finding(RATIO, clause, line[ratio.start : share.end], f"{ratio.typed} là {wanted} %", share, wanted)


def is_rounded(said: Decimal, right: Decimal, decimals: int) -> bool:
    """Whether a value with so many decimals is `right`, rounded to the nearest or cut off."""
    step = Decimal(1).scaleb(-decimals)
    return -step / 2 <= right - said < step


def _over(line: str, ratio: Quantity) -> Iterator[Finding]:
    share = HUNDRED * ratio.value / ratio.whole if ratio.whole else Decimal(0)
    if share > HUNDRED and ratio.unit and number_words(share, 0) not in line[ratio.end :]:
        yield _finding(
            OVER,
            "Số đã làm được lớn hơn tổng số thì cần xem lại, trừ khi vượt kế hoạch.",
            f"{ratio.typed} {ratio.unit}",
            "xem lại hai số có bị đổi chỗ không",
            ratio,
        )


def _swapped(line: str, planned: Quantity, done: Quantity) -> Iterator[Finding]:
    """`đề ra 11 nhiệm vụ, hoàn thành 49 nhiệm vụ`: of the same things, in one sentence."""
    same = planned.unit and fold(planned.unit).split()[:2] == fold(done.unit).split()[:2]
    said = _PLANNED.search(line[: planned.start]) and _DONE.search(line[planned.end : done.start])
    if same and said and done.value > planned.value and "." not in line[planned.end : done.start]:
        yield _finding(
            OVER,
            "Số hoàn thành lớn hơn số đề ra thì cần xem lại.",
            line[planned.start : done.end],
            "xem lại hai số có bị đổi chỗ không",
            done,
        )


def _finding(rule: str, clause: str, found: str, wanted: str, at: Quantity, right: str = "") -> Finding:
    place = Place("", 0, at.start)
    fixes = (Fix(f"Sửa thành {right}", _correction(place, len(at.typed), right)),) if right else ()
    return Finding(rule, Severity.REVIEW, clause, found, wanted, place, len(at.typed), fixes=fixes)


def _correction(place: Place, length: int, new: str) -> Correct:
    return Correct((Hit(place, place.offset, place.offset + length),), new, "Sửa số liệu")


def _placed(finding: Finding, place: Place, line_start: int) -> Finding:
    """The finding in the report: its offset counts through all lines of the text at `place`."""
    offset = (finding.place.offset if finding.place else 0) + line_start
    there = replace(place, offset=offset)
    fixes = tuple(
        Fix(fix.words, _correction(there, finding.length, fix.edit.new))
        for fix in finding.fixes
        if isinstance(fix.edit, Correct)
    )
    return replace(finding, place=there, fixes=fixes)


def _table_findings(report: Report, place: Place) -> Iterator[Finding]:
    block = _block(report, place)
    if isinstance(block, Table):
        yield from (replace(finding, place=replace(place, offset=0)) for finding in _wrong_totals(block))


def _block(report: Report, place: Place) -> object:
    try:
        blocks = blocks_of(report, place.part)
    except KeyError:
        return None
    return blocks[place.block] if place.block < len(blocks) else None


def _wrong_totals(table: Table) -> Iterator[Finding]:
    """A `Tổng cộng` row whose numbers are the sum neither of all rows above nor of those numbered in Roman."""
    if any(cell.column_span > 1 or cell.row_span > 1 for row in table.rows[table.header_rows :] for cell in row):
        return
    rows = [tuple(map(_text, row)) for row in table.rows[table.header_rows :]]
    totals = [at for at, row in enumerate(rows) if any(fold(text) in TOTAL_WORDS for text in row[:2])]
    if len(totals) != 1:
        return
    others = [row for at, row in enumerate(rows) if at != totals[0]]
    for column, typed in enumerate(rows[totals[0]]):
        said, sums = number_value(typed), _sums(others, column)
        if said is not None and sums and said not in sums:
            yield Finding(
                TOTAL,
                Severity.REVIEW,
                "Dòng tổng của bảng phải bằng tổng các dòng của nó.",
                f"{rows[totals[0]][0] or rows[totals[0]][1]}: {typed}",
                f"cộng các dòng được {number_words(sums[0], decimals_of(typed))}",
                Place(""),
            )


def _sums(rows: list[tuple[str, ...]], column: int) -> list[Decimal]:
    """The sums the column may mean; none where a cell holds something else than a number, or there is one row."""
    tops = [row for row in rows if _ROMAN.fullmatch(row[0].strip())]
    every = [_cell_value(row, column) for row in rows]
    if len(every) < 2 or None in every or not any(every):  # noqa: PLR2004  # one row is no sum
        return []
    sums = [sum(filter(None, every), Decimal(0))]
    return [*sums, sum((_cell_value(row, column) or Decimal(0) for row in tops), Decimal(0))] if tops else sums


def _cell_value(row: tuple[str, ...], column: int) -> Decimal | None:
    typed = row[column].strip() if column < len(row) else ""
    return Decimal(0) if typed in {"", "-", "–"} else number_value(typed)


def _text(cell: Cell) -> str:
    return " ".join(text.plain.strip() for text in cell.paragraphs).strip()
