"""A slip of the pen in a text, and what the rules about capitals ask of the place it stands at."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLAUSES = {
    "VH-01": "Viết hoa chữ cái đầu câu, không viết hoa động từ giữa câu (NĐ 30/2020, Phụ lục II, mục I)",
    "VH-03": "Danh từ chung chỉ đơn vị hành chính viết thường, tên riêng viết hoa"
    " (NĐ 30/2020, Phụ lục II, mục III.1.a)",
    "VH-04": "Đơn vị hành chính đặt tên bằng chữ số, tên người, tên sự kiện viết hoa cả danh từ chung"
    " (NĐ 30/2020, Phụ lục II, mục III.1.b)",
    "VH-05": "Tên riêng viết hoa: Thủ đô Hà Nội, Thành phố Hồ Chí Minh (NĐ 30/2020, Phụ lục II, mục III.1.c)",
    "VH-06": "Tên cơ quan, tổ chức viết hoa chữ cái đầu của các từ chỉ loại hình cơ quan, chức năng, lĩnh vực"
    " (NĐ 30/2020, Phụ lục II, mục IV.1.a)",
    "VH-07": "Nhân dân, Nhà nước là danh từ đặc biệt, viết hoa (NĐ 30/2020, Phụ lục II, mục V.1)",
    "VH-09": "Đảng chỉ Đảng Cộng sản Việt Nam viết hoa (NĐ 30/2020, Phụ lục II, mục V.4)",
    "VH-10": "Tên loại của một văn bản cụ thể viết hoa (NĐ 30/2020, Phụ lục II, mục V.6)",
    "VH-11": "Viện dẫn: Phần, Chương, Mục, Tiểu mục, Điều viết hoa; khoản, điểm viết thường"
    " (NĐ 30/2020, Phụ lục II, mục V.7)",
    "VH-12": "Ngày trong tuần, tháng viết bằng chữ: thứ Hai, tháng Tám (NĐ 30/2020, Phụ lục II, mục V.8.c)",
    "VH-13": "Tên ngày lễ, ngày tết viết hoa chữ cái đầu của tên: tết Nguyên đán, ngày Quốc khánh"
    " (NĐ 30/2020, Phụ lục II, mục V.5 và V.8.b)",
    "VH-14": "Huân chương, danh hiệu vinh dự viết hoa chữ cái đầu các thành phần của tên và từ chỉ hạng"
    " (NĐ 30/2020, Phụ lục II, mục V.2)",
    "VH-15": "Tên viết tắt từ tiếng nước ngoài viết hoa như nguyên ngữ (NĐ 30/2020, Phụ lục II, mục IV.2.b)",
    "VH-16": "Tiêu đề, trích yếu viết như câu thường, không viết hoa từng chữ (NĐ 30/2020 không quy định viết hoa)",
    "VH-17": "Vị trí dấu thanh nên thống nhất trong một văn bản (NĐ 30/2020 không quy định)",
}
"""What each rule of annex II says, in plain words, by its id."""

WORD = re.compile(r"[^\W\d_]+")
SPACES = " \t\u00a0"
_BEGIN_BEHIND = frozenset(".?!:…“”\"'‘([\n")
_MARKER = re.compile(r"[-+*•–]|[IVXLC]{1,5}[.)]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ][.)]|\(\w{1,2}\)")
_SHARE, _SENTENCE_SHARE, _FEW = 0.5, 0.8, 4


@dataclass(frozen=True, slots=True)
class Slip:
    """The characters from `start` to `end` of a text are not written as `rule` asks; the best suggestion first.

    `hint`: only an opinion or a custom, worth a note. `wanted` says what is asked for where the suggestions do not.
    """

    start: int
    end: int
    rule: str
    suggestions: tuple[str, ...] = ()
    wanted: str = ""
    hint: bool = False

    @property
    def clause(self) -> str:
        """What it rests on, in words."""
        return CLAUSES[self.rule]


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence, a quotation or an item of a list begins at a character, so that a capital stands there."""
    before = text[:at].strip(SPACES)
    return not before or before[-1] in _BEGIN_BEHIND or bool(_MARKER.fullmatch(before))


def is_title_like(text: str) -> bool:
    """Whether a line is in capitals, or most of its words begin with one: names and titles are not judged."""
    words = [word for word in WORD.findall(text) if not word.isupper() or len(word) == 1]
    capitals = sum(word[0].isupper() for word in words)
    enough = _SENTENCE_SHARE if text.rstrip().endswith((".", ";", ":", "/")) else _SHARE
    return not words or text.isupper() or (len(words) >= _FEW and capitals / len(words) > enough)
