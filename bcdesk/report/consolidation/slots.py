"""The numbers of a sentence, and which of them add up over several units.

Counts and sums of money do. A percentage does not, and neither does an average, a rate (`52 tạ/ha`), an age, a mark or
a multiple; a number that only names something (`mức độ 3`, `Nghị quyết 57`) is no number at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bcdesk.report.numbers import BULLET
from bcdesk.report.stale_figures import figures_of
from bcdesk.vietnamese.quantities import Quantity
from bcdesk.vietnamese.timewords import time_words

RATES = re.compile(
    r"\b(?:bình quân|trung bình|năng suất|mật độ|đơn giá|giá bán|hệ số|chỉ số|điểm số|xếp hạng|độ tuổi|tuổi|nhiệt độ"
    r"|độ ẩm|lượng mưa|mực nước|điện áp|khoảng cách|(?:chiều|độ) (?:rộng|cao|dày|sâu)|mức (?:hỗ trợ|lương|hưởng))\b",
    re.IGNORECASE,
)
"""What says of a value that those of units are not added."""

_NAMES = re.compile(
    r"\b(?:mức độ|cấp độ|thứ|hạng|tiểu dự án|nghị quyết|nghị định|thông tư|chỉ thị|kết luận|công văn|tờ bản đồ|thửa"
    r"|tiểu khu|khoảnh|điện thoại|(?:nhà|trường|công trình|đường) cấp|phiên bản|nhiệm kỳ)\s*:?\s*$",
    re.IGNORECASE,
)
_MAY_NAME = re.compile(
    r"\b(?:dự án|chương trình|nội dung|tiêu chí|mô hình|quyết định|đề án|nhóm|loại|giai đoạn|đợt|khu vực|khối"
    r"|vòng|mũi)\s+$",
    re.IGNORECASE,
)
# Behind a number that names something stands what it is of, behind one that counts what it counts.
_NOT_COUNTED = re.compile(
    r"(?:của|về|và|hoặc|ngày|là|được|đã|tại|trên|thuộc|do|ở|năm|còn|theo|trong|cho|với|từ|đến|có|tháng|quý)\b",
    re.IGNORECASE,
)
_AVERAGES = re.compile(rf"(?:{RATES.pattern})[^,.;:()]*$", re.IGNORECASE)
_EACH = re.compile(r"\bmỗi\s[^,.;:()\d]*$", re.IGNORECASE)
_SIZES = re.compile(r"\b(?:rộng|cao|dày|sâu|đủ)\s+$", re.IGNORECASE)
_MULTIPLES = re.compile(r"\b(?:tăng|giảm|gấp|hơn)\s+(?:gấp\s+)?$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:lúc|hồi|từ|đến|vào|trước|sau|giờ)\s+$", re.IGNORECASE)
_MARKS = re.compile(r"\b(?:đạt|được|chấm)\s+$", re.IGNORECASE)
_RATE_BEHIND = re.compile(r"\s*(?:‰|°|(?:[^\W\d_]+\s+){0,2}[^\W\d_]+\s?/\s?[^\W\d_])")
_IN_WORDS = re.compile(r"\s*\(\s*(?:không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|bằng chữ)\b[^)]*\)", re.IGNORECASE)
_BRACKETED = re.compile(r"\((\d{1,2})\)")
_LONG_CODE = re.compile(r"0\d{2,}")
# Numbers typed in a way that may be a count, and may be something else: `15ha`, `5-7 buổi`, `2 buổi/120 lượt`,
# `12.5 ha`, `1 248 hồ sơ`.
_UNREAD = re.compile(
    r"(?<![\w.,/–-])(?:\d[\d.,]*[^\W\d_]+|\d{1,3}\s?[-–]\s?\d{1,3}(?=\s+[^\W\d_])|\d+\.\d{1,2}(?=\s+[^\W\d_])"
    r"|\d{1,3}(?:[ \xa0]\d{3})+(?!\d))|(?<=[^\W\d_])\s?/\s?\d[\d.,]*(?=\s+[^\W\d_])"
)
_NUMBERED = re.compile(r"(?:số|mục|khoản|điểm|điều|lớp|tổ|phụ lục|biểu|mẫu|tuyến|ngày|tháng|năm)\s+$", re.IGNORECASE)


class Way(StrEnum):
    """What becomes of a number when several units write the same sentence."""

    ADD = "add"
    SHARE = "share"
    KEEP = "keep"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Slot:
    """A number of a text and what becomes of it."""

    figure: Quantity
    way: Way

    @property
    def typed(self) -> str:
        """The number as typed; of a ratio both sides."""
        return self.figure.typed


@lru_cache(maxsize=8192)
def slots(text: str, names: tuple[tuple[int, int], ...] = ()) -> tuple[Slot, ...]:
    """The numbers of a text, in order; those inside the stretches `names` and those that name something left out."""
    return tuple(_slots(text, names))


def unread(text: str, names: tuple[tuple[int, int], ...] = ()) -> str:
    """The first number of a text of which it is not clear whether it counts something; empty where there is none."""
    taken = (*_taken(text, names), *((words.start, words.end) for words in time_words(text)))
    for found in _UNREAD.finditer(text):
        inside = any(start <= found.start() < end for start, end in taken)
        if not inside and not _NUMBERED.search(text[: found.start()]):
            return found[0].strip(" /")
    return ""


def _taken(text: str, names: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The stretches whose numbers mark or name something."""
    bullet = BULLET.match(text)
    return (*names, *_enumeration(text), *(((0, bullet.end()),) if bullet else ()))


def _slots(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[Slot]:
    taken = _taken(text, names)
    for figure in figures_of(text):
        way = _way(text, figure)
        if way is not None and not any(start <= figure.start < end for start, end in taken):
            yield Slot(figure, way)


def _enumeration(text: str) -> list[tuple[int, int]]:
    """The places of `(1) …; (2) …`, where the brackets count on from one."""
    found = list(_BRACKETED.finditer(text))
    counted = [match[1] for match in found] == [str(number) for number in range(1, len(found) + 1)]
    return [match.span() for match in found] if counted and len(found) > 1 else []


def _way(text: str, figure: Quantity) -> Way | None:
    before, behind = text[: figure.start], text[figure.end :]
    if _NAMES.search(before) or _LONG_CODE.fullmatch(figure.typed):
        return None
    if figure.is_percentage or figure.unit.lower().startswith("phần trăm"):
        return Way.SHARE
    if _MAY_NAME.search(before) and figure.whole is None:
        counts = figure.unit and not _NOT_COUNTED.match(figure.unit)
        return Way.UNSURE if counts else None
    if _IN_WORDS.match(behind):
        return Way.UNSURE
    return Way.KEEP if _is_rate(before, behind, figure.unit.lower()) else Way.ADD


def _is_rate(before: str, behind: str, unit: str) -> bool:
    first = unit.partition(" ")[0]
    by_unit = {"tuổi": True, "mm": True, "kv": True, "lần": _MULTIPLES.search(before), "giờ": _CLOCK.search(before),
               "phút": _CLOCK.search(before), "điểm": _MARKS.search(before)}  # fmt: skip
    sized = _AVERAGES.search(before) or _EACH.search(before) or _SIZES.search(before)
    return bool(sized or _RATE_BEHIND.match(behind) or by_unit.get(first))
