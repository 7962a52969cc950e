"""Nơi nhận (NN-01 … NN-05, NN-08)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bcdesk.checks.gathering import gathered
from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, departures, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule
from bcdesk.report.findings import Severity
from bcdesk.sheet.lengths import mm

LABEL = Look(24, 24, bold=True, italic=True)
ITEM = Look(22, 22, bold=False)
WORDS = "Nơi nhận:"
AS_ABOVE = "Như trên"
MARGIN = mm(1)
_ITEM = re.compile(r"- \S.*;", re.DOTALL)
_ARCHIVE = re.compile(r"- Lưu: VT(?:, .*\S)?\.", re.DOTALL)
_HALF_ARCHIVE = "- Lưu: VT."
_LUU = re.compile(r"[-–—+•]?\s*lưu\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\(\s*(?:để\s+)?(?:b/c|báo cáo|biết|t/h|thực hiện|p/h|phối hợp|theo dõi|chỉ đạo)\b", re.IGNORECASE
)


def _label(paper: Recognised) -> Iterator[Remark]:
    label = paper.recipients_label
    if label is None:
        return
    yield from misfit(label, LABEL)
    if label.text != WORDS:
        yield Remark(f"“{label.text}”", WORDS, label)
    if paper.authority and not _is_beside(label, paper.authority[0]):
        yield Remark("“Nơi nhận” không ngang hàng với quyền hạn, chức vụ của người ký",
                     "Ngang hàng, sát lề trái", label)  # fmt: skip


def _is_beside(label: Line, authority: Line) -> bool:
    one, other = label.spot, authority.spot
    return (one.section, one.block, one.row) == (other.section, other.block, other.row)


def _look(paper: Recognised) -> Iterator[Remark]:
    yield from gathered(((found, line) for line in paper.recipients for found in departures(line, ITEM)), ITEM.words)


def _items(paper: Recognised) -> Iterator[Remark]:
    for before, line in pairwise((None, *paper.recipients)):
        if line is None or _is_archive(paper, line) or _goes_on(before, line):
            continue
        if not _ITEM.fullmatch(line.text):
            yield Remark(f"“{line.text}”", _as_item(line.text), line)
    cases = (("Lùi vào so với lề trái", line) for line in paper.recipients if abs(_start(line)) > MARGIN)
    yield from gathered(cases, "Gạch đầu dòng sát lề trái")


def _is_archive(paper: Recognised, line: Line) -> bool:
    return line is paper.recipients[-1] and _LUU.match(line.text) is not None


def _goes_on(before: Line | None, line: Line) -> bool:
    """Whether a line without a dash is the rest of the one before it."""
    return before is not None and not before.text.endswith((";", ".")) and line.text[:1] not in "-–—+•"


def _as_item(text: str) -> str:
    return f"- {text.lstrip('-–—+• ').rstrip(';,. ')};"


def _start(line: Line) -> int:
    return line.paragraph.format.left + line.paragraph.format.first if line.whole else 0


def _archive(paper: Recognised) -> Iterator[Remark]:
    last = paper.recipients[-1]
    if not _LUU.match(last.text):
        yield Remark(f"Dòng cuối là “{last.text}”", "Dòng cuối: - Lưu: VT, đơn vị soạn thảo.", last)
    elif last.text == _HALF_ARCHIVE:
        yield Remark(f"“{last.text}”", "- Lưu: VT, chữ viết tắt của đơn vị soạn thảo.", last, severity=Severity.NOTE)
    elif not _ARCHIVE.fullmatch(last.text):
        yield Remark(f"“{last.text}”", "Dạng: - Lưu: VT, đơn vị soạn thảo.", last)


def _as_above(paper: Recognised) -> Iterator[Remark]:
    first = paper.recipients[0]
    named = AS_ABOVE.lower() in first.text.lower()
    if paper.addressees and not named:
        yield Remark(f"Dòng đầu là “{first.text}”", f"- {AS_ABOVE};", first)
    elif named and not paper.addressees:
        yield Remark("Có “Như trên” nhưng không có Kính gửi", "Kính gửi ở dưới trích yếu, hoặc bỏ “Như trên”", first)
    elif not named:
        yield Remark(f"Dòng đầu là “{first.text}”", f"- {AS_ABOVE}; khi báo cáo gửi cấp trên, có Kính gửi", first)


def _purposes(paper: Recognised) -> Iterator[Remark]:
    cases = (("Mục đích gửi trong ngoặc", line) for line in paper.recipients if _PURPOSE.search(line.text))
    yield from gathered(cases, "Chỉ ghi tên nơi nhận")


_PLACE = "NĐ 30/2020, Phụ lục I, mục II.9"
RULES: tuple[Rule, ...] = (
    Rule("NN-01", Severity.WRONG,
         f"“Nơi nhận” trên dòng riêng, ngang hàng với quyền hạn, chức vụ của người ký, sát lề trái, in thường, cỡ 12, "
         f"nghiêng, đậm, sau có dấu hai chấm ({_PLACE}.d)", _label, ("recipients_label",)),
    Rule("NN-02", Severity.WRONG, f"Danh sách nơi nhận: in thường, cỡ 11, đứng ({_PLACE}.d)", _look, ("recipients",)),
    Rule("NN-03", Severity.WRONG,
         f"Mỗi nơi nhận một dòng, có gạch đầu dòng sát lề trái, cuối dòng có dấu chấm phẩy ({_PLACE}.d)",
         _items, ("recipients",)),
    Rule("NN-04", Severity.WRONG,
         f"Dòng cuối: chữ “Lưu”, dấu hai chấm, “VT”, dấu phẩy, chữ viết tắt đơn vị soạn thảo, dấu chấm ({_PLACE}.d)",
         _archive, ("recipients",)),
    Rule("NN-05", Severity.REVIEW, f"Báo cáo có Kính gửi thì nơi nhận đầu tiên là “Như trên” ({_PLACE}.b)",
         _as_above, ("recipients",)),
    Rule("NN-08", Severity.NOTE, "Mục đích gửi như (để b/c) không được quy định, nhưng nhiều nơi dùng (tập quán)",
         _purposes, ("recipients",)),
)  # fmt: skip
