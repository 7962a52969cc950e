"""Capitals that depend on the words around: units, titles and parts of documents, days, ranks (VH-03, 04, 10 … 15)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bcdesk.vietnamese.slips import Slip, begins_sentence

_UNIT = r"(?:Xã|Phường|Thị trấn|Thị xã|Huyện|Quận|Tỉnh|Thôn|Ấp)"
_CAPITAL = r"[^\W\d_a-zà-ỹđ]"
# Units that bear the name of a person, a number or an event have a capital (VH-04); these surnames begin such names.
_PERSON = (
    r"(?:Bùi|Cao|Chu|Đặng|Đinh|Đoàn|Đỗ|Hai|Hoàng|Hồ|Huỳnh|Lê|Lý|Ngô|Nguyễn|Phạm|Phan|Phùng|Quang|Tô|Tôn|Trần|Triệu|"
    r"Trưng|Trương|Võ|Võ|Vũ|Điện Biên|Cách mạng|Đồng Khởi|Xô Viết)\b"
)
_UNIT_OF_NAME = re.compile(rf"(?<!\w)(?P<slip>{_UNIT}) (?!{_PERSON})(?={_CAPITAL}[^\W\d_A-ZĐ])")
_UNIT_OF_NUMBER = re.compile(r"(?<!\w)(?P<slip>quận|phường) [1-9]\d?(?=[,;.)]|$| (?:thành phố|Thành phố|TP|quận|tỉnh))")

_KINDS = (
    r"nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông báo|hướng dẫn|chương trình|kế hoạch|phương án|đề án|dự án|"
    r"báo cáo|tờ trình|công văn|công điện|nghị định|thông tư liên tịch|thông tư|kết luận|pháp lệnh"
)
_DOCUMENT = re.compile(rf"(?<!\w)(?P<slip>{_KINDS})(?= số:? ?\d+[\d.]*[/-][\dA-ZĐ])")

_LAWS = r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Pháp lệnh|Hiến pháp)"
_PARTS = r"(?:điều|chương|mục|tiểu mục|phần)"
_NUMBER = r"(?:\d{1,3}[a-zđ]?|[IVXLC]{1,6})\b"
_CITED_PART = re.compile(
    rf"(?:khoản \d+,? (?:và khoản \d+,? )?|điểm [a-zđ],? |tại |theo |quy định |căn cứ )(?P<slip>{_PARTS}) (?={_NUMBER})"
    rf"|(?<!\w)(?P<slip2>{_PARTS}) (?={_NUMBER},? (?:của )?{_LAWS})",
    re.IGNORECASE,
)
_CITED_ITEM = re.compile(r"(?<!\w)(?P<slip>Khoản(?= \d)|Điểm(?= [a-zđ]\b(?!\.)))")

_DAYS = "hai|ba|tư|năm|sáu|bảy"
_MONTHS = "giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp"
_DAY = re.compile(
    rf"(?:sáng|chiều|tối|vào|ngày|từ|đến) thứ (?P<slip>{_DAYS})(?= (?:hằng|hàng|tuần|đến|và|của tuần)|[,;.)]|$)"
)
_MONTH = re.compile(
    rf"(?:(?:mùng|mồng) \w+|rằm|ngày \d+|đầu|giữa|cuối|cách mạng|Cách mạng) tháng (?P<slip>{_MONTHS})"
    r"(?! (?:lần|buổi|ngày|mươi|năm nay|một))(?!\w)"
)
_RANK = re.compile(r"(?:[Hh]uân|[Hh]uy) chương[^.,;]{1,30} hạng (?P<slip>nhất|nhì|ba)(?!\w)")
_COVID = re.compile(r"(?<!\w)covid ?[-–—]? ?19(?!\d)", re.IGNORECASE)
COVID = "COVID-19"


def phrase_slips(text: str) -> Iterator[Slip]:
    """Words whose capital depends on what stands beside them."""
    yield from (slip for slip in _found(_UNIT_OF_NAME, "VH-03", str.lower, text) if not _begins(text, slip))
    yield from _found(_UNIT_OF_NUMBER, "VH-04", str.capitalize, text)
    yield from _found(_DOCUMENT, "VH-10", str.capitalize, text)
    yield from (slip for slip in _found(_CITED_PART, "VH-11", str.capitalize, text) if text[slip.start].islower())
    yield from (slip for slip in _found(_CITED_ITEM, "VH-11", str.lower, text) if not _begins(text, slip))
    yield from _found(_DAY, "VH-12", str.capitalize, text)
    yield from _found(_MONTH, "VH-12", str.capitalize, text)
    yield from _found(_RANK, "VH-14", str.capitalize, text)
    yield from (Slip(*found.span(), "VH-15", (COVID,)) for found in _COVID.finditer(text) if found[0] != COVID)


def _found(pattern: re.Pattern[str], rule: str, right: Callable[[str], str], text: str) -> Iterator[Slip]:
    for found in pattern.finditer(text):
        group = "slip" if found["slip"] else "slip2"
        yield Slip(*found.span(group), rule, (right(found[group]),))


def _begins(text: str, slip: Slip) -> bool:
    return begins_sentence(text, slip.start)
