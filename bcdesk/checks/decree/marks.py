"""Marks and optional parts, where a paper has them (KHAN-01, LH-01, NST-01, DC-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Judge, Remark, Rule, Unjudged
from bcdesk.report.findings import Severity

STAMP = Look(26, 28, bold=True)
DRAFTER = Look(22, 22, bold=False)
ADDRESS = Look(22, 24, bold=False)
_URGENT = re.compile(r"(?:h[ỏo][ảa] tốc(?: hẹn giờ)?|thượng khẩn|khẩn)", re.IGNORECASE)
_CIRCULATION = re.compile(r"(?:xem xong trả lại|lưu hành nội bộ)", re.IGNORECASE)
_DRAFTER = re.compile(r"[A-ZĐa-zđ]{1,6}\.\s?\(?\d{1,4}\)?")
_ADDRESS = re.compile(
    r"(?:địa chỉ|trụ sở|điện thoại|đt|fax|e-?mail|thư điện tử|website|trang thông tin điện tử)\s*:", re.IGNORECASE
)


def _lines(paper: Recognised) -> Iterator[Line]:
    """Where a mark may stand: outside of the text."""
    text = {passage.line.spot for passage in paper.body}
    return (line for line in paper.lines if line.text and line.spot not in text)


def _stamp(words: re.Pattern[str], name: str) -> Judge:
    """The judge of a mark in a box; the box itself is no part of what is read."""

    def judge(paper: Recognised) -> Iterator[Remark | Unjudged]:
        for line in _lines(paper):
            if words.fullmatch(line.text):
                yield from misfit(line, STAMP)
                if not line.capitals:
                    yield Remark(f"“{line.text}”", line.text.upper(), line)
                yield Unjudged(f"khung và màu mực của dấu “{line.text.upper()}” ({name})")

    return judge


def _drafter(paper: Recognised) -> Iterator[Remark]:
    for line in paper.strays:
        if _DRAFTER.fullmatch(line.text):
            yield from misfit(line, DRAFTER)
            letters = line.text.split(".")[0]
            if not letters.isupper():
                yield Remark(f"“{line.text}”", line.text.replace(letters, letters.upper(), 1), line)


def _address(paper: Recognised) -> Iterator[Remark]:
    for line in paper.strays:
        if _ADDRESS.match(line.text):
            yield from misfit(line, ADDRESS)


RULES: tuple[Rule, ...] = (
    Rule("KHAN-01", Severity.WRONG,
         "Dấu chỉ mức độ khẩn: in hoa, Times New Roman, cỡ 13–14, đứng, đậm, trong khung chữ nhật viền đơn "
         "(NĐ 30/2020, Phụ lục I, mục III.2.b)", _stamp(_URGENT, "mức độ khẩn")),
    Rule("LH-01", Severity.WRONG,
         "Chỉ dẫn phạm vi lưu hành: in hoa, cỡ 13–14, đứng, đậm, trong khung chữ nhật viền đơn "
         "(NĐ 30/2020, Phụ lục I, mục III.2.c)", _stamp(_CIRCULATION, "phạm vi lưu hành")),
    Rule("NST-01", Severity.WRONG,
         "Ký hiệu người soạn thảo in hoa, số lượng bản phát hành bằng số Ả Rập, cỡ 11, đứng "
         "(NĐ 30/2020, Phụ lục I, mục III.3)", _drafter),
    Rule("DC-01", Severity.WRONG,
         "Địa chỉ, thư điện tử, điện thoại, số fax của cơ quan: cỡ 11–12, đứng (NĐ 30/2020, Phụ lục I, mục III.4)",
         _address),
)  # fmt: skip
