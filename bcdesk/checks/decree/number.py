"""Number and symbol (SO-02 … SO-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bcdesk.checks.absence import absent
from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule, Unjudged
from bcdesk.report.findings import Severity
from bcdesk.sheet.sheet import Align

LOOK = Look(26, 26, bold=False)
LEAST_BLANK = 5
"""How many blanks for the pen leave room for a number written by hand."""

_PARTS = re.compile(r"(?P<label>S[ốỐ]\s*:?)(?P<number>[^/]*)/(?P<symbol>.*)", re.IGNORECASE)
_BLANK = re.compile(r"[\s.…_]*")
_REPORT = re.compile(r"BC\s*[-–—]\s*\S")
_YEAR = re.compile(r"20\d\d")
_SEPARATORS = re.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True, slots=True)
class _Number:
    """The line taken apart; `start` is where the number begins in its paragraph."""

    line: Line
    label: str
    number: str
    symbol: str
    start: int

    @property
    def blank(self) -> bool:
        """Whether the number is left to the pen."""
        return _BLANK.fullmatch(self.number) is not None


def _number(paper: Recognised) -> _Number | None:
    line = paper.number
    found = _PARTS.match(line.text) if line else None
    if line is None or found is None:
        return None
    start = line.start + line.raw.index(line.text) + found.start("number")
    return _Number(line, found["label"], found["number"], found["symbol"], start)


def padded(paper: Recognised) -> Iterator[Remark]:
    """SO-02."""
    found = _number(paper)
    digits = found.number.strip() if found else ""
    if not found or found.blank:
        return
    if not digits.isdigit():
        yield Remark(f"Số “{digits}”", "Chỉ có chữ số Ả Rập", found.line, severity=Severity.REVIEW)
    elif digits != digits.lstrip("0").zfill(2):
        yield _at(found, digits, digits.lstrip("0").zfill(2))


def _at(found: _Number, digits: str, wanted: str) -> Remark:
    start = found.start + found.number.index(digits)
    return Remark(f"Số {digits}", f"Số {wanted}", found.line, start, len(digits))


def room_for_number(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """SO-03: văn thư writes the number in after the signature."""
    yield from absent(paper, "number", "Số: …/BC-…")
    found = _number(paper)
    if found and found.blank and len(found.number) < LEAST_BLANK:
        yield Remark(f"“{found.line.text}”", "Để khoảng trống đủ ghi số bằng tay, sau khi ký", found.line)


def report_symbol(paper: Recognised) -> Iterator[Remark]:
    """SO-04."""
    found = _number(paper)
    if found and not _REPORT.match(found.symbol.strip()):
        yield Remark(f"Ký hiệu “{found.symbol.strip()}”", "BC, gạch nối, chữ viết tắt tên cơ quan: BC-UBND", found.line)


def look(paper: Recognised) -> Iterator[Remark]:
    """SO-05."""
    found = _number(paper)
    if not found:
        return
    if found.label != "Số:":
        yield Remark(f"“{found.label}”", "Chữ “Số” in thường, sau đó là dấu hai chấm", found.line)
    if not found.symbol.isupper():
        yield Remark(f"Ký hiệu “{found.symbol}”", f"In hoa: {found.symbol.upper()}", found.line)
    yield from misfit(found.line, LOOK)


def separators(paper: Recognised) -> Iterator[Remark]:
    """SO-06."""
    found = _number(paper)
    if not found:
        return
    symbol = _SEPARATORS.sub("-", found.symbol.strip())
    spaced = not found.blank and found.number != found.number.rstrip()
    if spaced or found.symbol != symbol or " " in symbol:
        wanted = f"Số: {'…' if found.blank else found.number.strip()}/{symbol.replace(' ', '')}"
        yield Remark(f"“{found.line.text}”", f"{wanted}, không có dấu cách", found.line)


def placed(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """SO-07."""
    line, name = paper.number, paper.issuer[-1] if paper.issuer else None
    if line is None or name is None:
        return
    if line.align is None:
        yield Unjudged("số, ký hiệu đặt bằng dấu cách hoặc tab, không xét được có canh giữa dưới tên cơ quan")
    elif line.align is not Align.CENTER or (line.spot.in_table and line.spot.cell != name.spot.cell):
        yield Remark(f"“{line.text}” không canh giữa dưới tên cơ quan", "Canh giữa dưới tên cơ quan ban hành", line)


def no_year(paper: Recognised) -> Iterator[Remark]:
    """SO-09: `/2024/` belongs to normative acts."""
    found = _number(paper)
    year = _YEAR.search(found.symbol) if found else None
    if found and year:
        yield Remark(f"Năm {year[0]} trong ký hiệu", "Báo cáo không ghi năm trong ký hiệu", found.line)


PLACE = "NĐ 30/2020, Phụ lục I, mục II.3"
RULES = (
    Rule(
        "SO-02",
        Severity.WRONG,
        f"Số ghi bằng chữ số Ả Rập; số nhỏ hơn 10 có chữ số 0 phía trước ({PLACE}.c)",
        padded,
        needs=("number",),
    ),
    Rule(
        "SO-03",
        Severity.REVIEW,
        "Số và thời gian ghi sau khi có chữ ký, nên dự thảo để trống số (NĐ 30/2020, Điều 15.2)",
        room_for_number,
    ),
    Rule(
        "SO-04",
        Severity.WRONG,
        f"Ký hiệu của báo cáo gồm BC và chữ viết tắt tên cơ quan ban hành ({PLACE}.b và Phụ lục III)",
        report_symbol,
        needs=("number", "title"),
    ),
    Rule(
        "SO-05",
        Severity.WRONG,
        "Chữ “Số” in thường, có dấu hai chấm; ký hiệu in hoa; cỡ 13, kiểu chữ đứng, không đậm "
        f"({PLACE}.c và mục V, số 3)",
        look,
        needs=("number",),
    ),
    Rule(
        "SO-06",
        Severity.WRONG,
        f"Giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ có gạch nối, không có dấu cách ({PLACE}.c)",
        separators,
        needs=("number",),
    ),
    Rule(
        "SO-07",
        Severity.WRONG,
        f"Số, ký hiệu canh giữa dưới tên cơ quan ban hành ({PLACE}.c)",
        placed,
        needs=("number", "issuer"),
    ),
    Rule(
        "SO-09",
        Severity.REVIEW,
        "Ký hiệu của văn bản hành chính không có năm ban hành, như mọi mẫu (NĐ 30/2020, Phụ lục III)",
        no_year,
        needs=("number",),
    ),
)
