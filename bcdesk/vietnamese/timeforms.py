"""The patterns of the words for time, each before those that would take a part of it."""

from __future__ import annotations

import re
from enum import StrEnum


class Form(StrEnum):
    """What an expression of time looks like."""

    SYMBOL = "symbol"
    YEAR_NAME = "year-name"
    SCHOOL_YEAR = "school-year"
    DAY = "day"
    YEARS = "years"
    ANNIVERSARY = "anniversary"
    FIRST_MONTHS = "first-months"
    LAST_MONTHS = "last-months"
    QUARTER = "quarter"
    WEEK = "week"
    DAY_MONTH = "day-month"
    MONTH = "month"
    YEAR = "year"
    RELATIVE = "relative"
    DURATION = "duration"
    BARE_YEAR = "bare-year"
    FRACTION = "fraction"


COUNT_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "nhất": 1,
}  # fmt: skip

_HOLIDAYS_OF_MONTH = {
    1: (1,), 2: (3, 27), 3: (8, 26), 4: (30,), 5: (1, 19), 6: (1, 21, 28), 7: (27,), 8: (19,), 9: (2,), 10: (10, 20),
    11: (9, 18, 20), 12: (22,),
}  # fmt: skip
HOLIDAYS = frozenset((day, month) for month, days in _HOLIDAYS_OF_MONTH.items() for day in days)
"""Days everybody keeps every year, as (day, month); other days are kept where the sentence says so."""

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_BRANCH_SPELLINGS = {"Tí": "Tý", "Tị": "Tỵ", "Mẹo": "Mão"}
_CYCLE, _YEAR_OF_GIAP_TY = 60, 4


def year_name(year: int) -> str:
    """The can-chi name of a year: `Giáp Thìn` of 2024."""
    return f"{STEMS[(year - _YEAR_OF_GIAP_TY) % 10]} {BRANCHES[(year - _YEAR_OF_GIAP_TY) % 12]}"


def year_name_index(name: str) -> int:
    """The place of a can-chi name in the cycle of 60, 1 for Giáp Tý; 0 for a pair that names no year."""
    stem, branch = name.split()
    branch = _BRANCH_SPELLINGS.get(branch.title(), branch.title())
    wanted = f"{stem.title()} {branch}"
    years = range(_YEAR_OF_GIAP_TY, _YEAR_OF_GIAP_TY + _CYCLE)
    return next((year - _YEAR_OF_GIAP_TY + 1 for year in years if year_name(year) == wanted), 0)


_Y = r"(?:19|20)\d\d(?!\d)"
_YEAR_BEHIND = rf"(?:\s*(?:[,/-]|,?\s*năm\b|\s)\s*(?P<year>{_Y})(?!\s*[-–]\s*\d{{2,4}}\b|/))?"
_MONTH = r"1[0-2]|0?[1-9]"
_DAY = r"3[01]|[12]\d|0?[1-9]"
_NAMES = "|".join
_COUNTS = _NAMES(sorted(COUNT_WORDS, key=len, reverse=True))
_NO_SCHEME = r"(?<!đề án )"  # `Đề án 06 tháng 9` is a scheme called 06, and September
_DASH = r"\s*[-–—]\s*"
_STEMS = _NAMES((*STEMS, *(stem.upper() for stem in STEMS)))
_BRANCHES = _NAMES(
    (*BRANCHES, *_BRANCH_SPELLINGS, *(name.upper() for name in BRANCHES), *(name.upper() for name in _BRANCH_SPELLINGS))
)
_OF_WHAT = (
    r"ngày(?! càng)|thành lập|truyền thống|quốc khánh|cách mạng|giải phóng|chiến thắng|ngày sinh|toàn quốc|khởi nghĩa"
)
_COUNTED = (
    r"hộ|người|nhân khẩu|lượt|hồ sơ|con|cây|ha|kg|tấn|tạ|đồng|triệu|tỷ|nghìn|văn bản|thủ tục|trường hợp|tin|bài|buổi"
    r"|cuộc|học sinh|đại biểu|đảng viên|hội viên|đoàn viên|phiếu|thẻ|m2|m²|m3|km|m|lần|cái|chiếc|bộ|suất|cháu|em|cụ"
    r"|công dân|thôn|xã|phường|ấp|bản|làng|khu|tổ|khóm|buôn|chỉ tiêu|tiêu chí|nội dung|nhiệm vụ|đơn vị|cơ quan|trường"
    r"|lớp|điểm|công trình|dự án|đồng chí|cán bộ|công chức|viên chức|ý kiến|kiến nghị|đơn thư|đơn|vụ|việc|chi bộ"
    r"|đoàn thể|cơ sở|mô hình|sản phẩm|tuyến|đoạn|nhà|phòng|máy|xe|cụm|địa phương|thành viên|trạm|chợ|doanh nghiệp"
    r"|hợp tác xã|sáng kiến|diện tích|số|tổng số|thời gian|mục tiêu|gia đình|cặp|ngành|lĩnh vực|phản ánh|huyện|tỉnh"
)
"""What numbers count: behind `a/b` it is a fraction, behind `2024` no year."""
_RELATIVE = (
    r"(?:tính |từ đó )?đến (?:nay|thời điểm (?:này|hiện tại|báo cáo))|hiện nay|hiện tại|thời gian (?:qua|tới|vừa qua)"
    r"|cùng kỳ(?: (?:năm (?:trước|ngoái)|các năm trước))?|kỳ (?:này|trước|sau|báo cáo)|trong kỳ"
    r"|(?:những |các )?(?:tuần|tháng|quý|năm) (?:này|nay|qua|vừa qua|trước|ngoái|tới|sau|tiếp theo|kế tiếp)(?: đó)?"
    r"|(?:đầu|giữa|cuối) (?:tuần|tháng|quý|năm|nhiệm kỳ)(?!\s+(?:19|20)\d\d|\s+\d|\s+I)"
    r"|trong (?:tuần|tháng|quý|năm)(?!\s+(?:19|20)\d\d|\s+\d|\s+I|\s+học|\s+(?:một|hai|ba|bốn|qua|này))"
    r"|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|những tháng (?:đầu|cuối|còn lại của) năm|cả năm(?!\s+(?:19|20))"
    r"|năm nay|năm ngoái|hôm nay"
)


def _pattern(form: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(form, flags)


PATTERNS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (
        Form.SYMBOL,
        _pattern(
            r"(?<![\w/.])\d{1,5}[a-zđ]?(?:/(?:19|20)\d\d)?[-/][A-ZĐƯ]{1,}[\wĐ&.]*(?:[-/][A-ZĐƯ][\wĐ.]*)*(?<!\.)", 0
        ),
    ),
    (Form.YEAR_NAME, _pattern(rf"\b(?P<number>(?:{_STEMS})\s(?:{_BRANCHES}))\b", 0)),
    (
        Form.SCHOOL_YEAR,
        _pattern(rf"\b(?:năm học|niên khóa|niên học)\s+(?P<year>{_Y}){_DASH}(?P<until>{_Y}|\d\d)\b"),
    ),
    (
        Form.DAY,
        _pattern(
            rf"(?<![\d/.,-])(?:\d{{1,2}}\s*[-–,]\s*)?(?P<all>(?P<day>{_DAY})(?P<sep>[/.-])(?P<number>{_MONTH})(?P=sep)"
            rf"(?P<year>{_Y}))(?![/\d])"
        ),
    ),
    (
        Form.DAY,
        _pattern(rf"{_NO_SCHEME}\b(?P<day>{_DAY})\s+tháng\s+(?P<number>{_MONTH})(?:,?\s+năm\s+|/)(?P<year>{_Y})"),
    ),
    (
        Form.YEARS,
        _pattern(rf"\b(?:từ\s+)?năm\s+(?P<year>{_Y})\s+đến\s+(?:hết\s+)?(?:năm\s+)?(?P<until>{_Y})"),
    ),
    (Form.YEARS, _pattern(rf"(?<![\d/.-])(?P<year>{_Y})(?:{_DASH}|/)(?P<until>{_Y})(?![-/\d])")),
    (Form.YEARS, _pattern(rf"(?<![\d/.-])(?P<year>{_Y}){_DASH}(?P<until>\d\d)(?![-/.,\d])")),
    (Form.ANNIVERSARY, _pattern(rf"\b(?P<number>\d{{1,3}})\s+năm(?=\s+(?:{_OF_WHAT})\b)")),
    (Form.ANNIVERSARY, _pattern(rf"\blần thứ\s+(?P<number>\d{{2,3}})(?=\s+(?:{_OF_WHAT})\b)")),
    (
        Form.FIRST_MONTHS,
        _pattern(
            rf"{_NO_SCHEME}(?<![\d.,/])\b(?P<number>1[0-2]|0?[1-9]|{_COUNTS})\s+tháng\s+đầu(?:\s+(?:của\s+)?năm)?"
            rf"(?:(?:\s*[/-]|,?\s+năm)?\s*(?P<year>{_Y})(?!\s*[-–]\s*\d)|\b)"
        ),
    ),
    (
        Form.FIRST_MONTHS,
        _pattern(
            rf"{_NO_SCHEME}(?<![\d.,/])\b(?P<number>1[0-2]|0?[1-9]|{_COUNTS})\s+tháng(?:\s*[/-]\s*|,?\s+(?:của\s+)?năm\s+|\s+)"
            rf"(?P<year>{_Y})(?!\s*[-–]\s*\d)"
        ),
    ),
    (
        Form.LAST_MONTHS,
        _pattern(
            rf"{_NO_SCHEME}(?<![\d.,/])\b(?P<number>1[0-2]|0?[1-9]|{_COUNTS})\s+tháng\s+cuối(?:\s+(?:của\s+)?năm)?"
            rf"(?:(?:\s*[/-]|,?\s+năm)?\s*(?P<year>{_Y})|\b)"
        ),
    ),
    (
        Form.QUARTER,
        _pattern(
            r"\bquý\s+(?:thứ\s+)?(?P<number>IV|I{1,3}|0?[1-4]|một|nhất|hai|ba|bốn|tư)\b"
            rf"(?!\s+(?:lần|buổi|đợt|cuộc)\b){_YEAR_BEHIND}"
        ),
    ),
    (
        Form.WEEK,
        _pattern(
            rf"(?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )(?<!/)\btuần\s+(?:lễ\s+)?(?:thứ\s+)?"
            rf"(?P<number>[1-4]\d|5[0-3]|0?[1-9])\b(?!\s*(?:lần|buổi|ngày|giờ|tiết|chuyến|tuổi|[.,]\d|/\d\d?\b)){_YEAR_BEHIND}"
        ),
    ),
    (Form.DAY_MONTH, _pattern(rf"{_NO_SCHEME}\b(?P<day>{_DAY})\s+tháng\s+(?P<number>{_MONTH})\b(?!\s*/\d)")),
    (Form.MONTH, _pattern(rf"\btháng\s+(?P<number>{_MONTH})\b(?!/\d{{1,3}}\b|[.,]\d){_YEAR_BEHIND}")),
    (Form.MONTH, _pattern(rf"\bT\.?(?P<number>{_MONTH})/(?P<year>{_Y})", 0)),
    (Form.MONTH, _pattern(rf"(?<![\w/.,-])(?P<number>{_MONTH})/(?P<year>{_Y})(?![/\d-]|[.,]\d|\s*(?:{_COUNTED})\b)")),
    (
        Form.DAY_MONTH,
        _pattern(
            r"(?<![\w/.,-])(?:\d{1,2}\s?[-–]\s?)?(?P<all>(?P<day>\d{1,4})/(?P<number>\d{1,4}))(?![/\d]|[.,]\d|-[A-ZĐ])",
            0,
        ),
    ),
    (Form.YEAR, _pattern(rf"\bnăm\s+(?P<year>{_Y})")),
    (Form.RELATIVE, _pattern(rf"\b(?:{_RELATIVE})\b")),
    (
        Form.DURATION,
        _pattern(
            rf"{_NO_SCHEME}(?<![\d.,/])\b(?P<number>\d{{1,3}}|{_COUNTS})\s+(?:năm|quý|tháng|tuần|ngày)\b(?!\s+(?:19|20)\d\d)"
        ),
    ),
    (Form.BARE_YEAR, _pattern(rf"(?<=[^\W\d_][ -])(?P<year>{_Y})(?![\d/%]|[.,-]\d|\s*(?:{_COUNTED})\b)")),
)

_SAYS_DAY = re.compile(
    r"(?:\b(?:ngày|hôm|sáng|chiều|tối|đêm|trưa|mùng|dịp|lễ|tết|quốc khánh|kỷ niệm)"
    r"|(?-i:\bNgày)\s[^,.;()/]{1,60}?)\s*\(?\s*$",
    re.IGNORECASE,
)
_SAYS_SPAN = re.compile(r"\b(?:từ|đến|tới|trước|sau|hết|vào|khoảng|hạn)\s*$", re.IGNORECASE)
_BEHIND_A_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:,|và|;|[-–]|đến)\s*$")
_SPEAKS_OF_DAYS = re.compile(r"\b(?:ngày|lễ|kỷ niệm|dịp|chào mừng)\b[^.;]{0,60}$", re.IGNORECASE)
_IS_A_SHARE = re.compile(rf"\s*(?:%|\(\s*(?:đạt\s+)?\d+(?:[.,]\d+)?\s*%|(?:{_COUNTED})\b)", re.IGNORECASE)


def is_day_of_month(text: str, start: int, end: int, *, holiday: bool) -> bool:
    """Whether `15/3` from `start` to `end` is a day and no share of a whole, as `5/5 thôn` is."""
    before = text[max(0, start - 80) : start]
    if _SAYS_DAY.search(before):
        return True
    if _IS_A_SHARE.match(text, end):
        return False
    if _SAYS_SPAN.search(before) or _BEHIND_A_DAY.search(before):
        return True
    return holiday and _SPEAKS_OF_DAYS.search(before) is not None
