"""What stands around an expression of time and decides what becomes of it: laws, numbers of documents, comparisons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bcdesk.report.period import Period
from bcdesk.report.report import Place
from bcdesk.vietnamese.timeforms import Form
from bcdesk.vietnamese.timewords import TimeWords, is_holiday, time_words

HISTORY = 5
"""A year further back than this is history, not a period anybody reports on."""

_SENTENCE_END = re.compile(r".*[.;!?:](?=\s)|.*\n", re.DOTALL)
_DOCUMENT = (
    r"(?:Quyết định|Kế hoạch|Công văn|Nghị quyết|Chỉ thị|Thông báo|Nghị định|Thông tư|Chương trình|Đề án|Hướng dẫn"
    r"|Kết luận|Tờ trình|Báo cáo|Giấy mời|Biên bản|Hợp đồng|Quy chế|Quy định|Công điện|Thông tri"
    r"|Luật|Bộ luật|Pháp lệnh)"
)
# A comma and one of these words begin another clause: what follows is no longer the title of a document.
_CLAUSE = (
    r",\s+(?:UBND|Ủy ban|Uỷ ban|HĐND|Đảng|Phòng|Ban|Văn phòng|Trung tâm|Hội|Đoàn|Mặt trận|Công an|trong|đã|đến|tổng|xã"
    r"|phường|đơn vị|cơ quan|có|số|toàn|kết quả|báo cáo|công tác|trên|tính|hiện)\b"
)
_IN_CLAUSE = rf"(?:(?!{_CLAUSE})[^.;\n])*"
_LAW = re.compile(
    r"\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)"
    r"(?:\s+(?!trong|từ|đến|quý|vào|cho|tại|ở|do|được|đã)[^\s.;,]+,?){0,9}\s*\(?\s*$"
)
_THIS_DOCUMENT = re.compile(r"\b[Kk]èm theo\s+[Bb]áo cáo\b[^.;]*$")
_BLANK_DAY = re.compile(r"\bngày[\s.…_]*$", re.IGNORECASE)
_CITED_DATE = re.compile(
    rf"\b{_DOCUMENT}\b(?:(?!\b(?:hiệu lực|từ|đến|trước|sau|vào|trong)\b)[^.;,]){{0,100}}"
    rf"(?:,\s*)?\b(?:ký |ban hành )?(?:ngày|đề ngày)\s*$|{_DOCUMENT}\s+(?:số\s+)?$"
)
_BEHIND_SYMBOL = re.compile(
    r"^[\s,(]*(?:của\s+[^.;]{2,90}?[\s,]*|[A-ZĐ][^.;,]{0,60}?[\s,]*)?(?:ký\s+|ban hành\s+)?(?:đề\s+)?(?:ngày\s*)?\(?$"
)
_TITLE_BEHIND_SYMBOL = re.compile(rf"\b(?:về(?: việc)?|V/v|triển khai|thực hiện|ban hành|tuyên truyền)\b{_IN_CLAUSE}$")
_UNNUMBERED_TITLE = re.compile(
    rf"\b(?:Công văn|Nghị quyết|Chỉ thị|Kết luận|Thông báo|Hướng dẫn|Quyết định|Nghị định|Thông tư)\b"
    rf"{_IN_CLAUSE}\b(?:về|năm)\b{_IN_CLAUSE}$"
)
_COMPARES = re.compile(
    r"\b(?:so với|so cùng kỳ|cùng kỳ)"
    r"(?:\s+(?:cùng kỳ|của|cả|trong|thực hiện|kết quả|số liệu|với|thời điểm|giai đoạn|các))*\s*\(?$",
    re.IGNORECASE,
)
_PLAN_NAME = re.compile(
    r"\b(?:kế hoạch|chương trình|dự toán|chỉ tiêu|nghị quyết|nhiệm vụ|phương hướng|giải pháp|mục tiêu)\b[^.;,]{0,80}$",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"\b(?:cả|đầu|giữa|cuối|suốt)\s*$", re.IGNORECASE)
_INTENDS = re.compile(r",?\s+(?:(?:UBND )?xã\s+)?(?:phấn đấu|tiếp tục|tập trung|dự kiến)\b", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:đến|từ|kể từ|trước|sau|hết|chậm nhất)(?:\s+(?:hết|cuối))?\s*$", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:thành lập|ra đời|sinh|giải phóng|khởi công|khánh thành|xây dựng|công nhận|từ|kể từ|trước|sau|tách|sáp nhập"
    r"|đạt chuẩn[^,.;]{0,40}|hoàn thành)(?:\s+(?:từ|vào|trong))?\s*$",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:đến(?:\s+hết)?|tầm nhìn(?:\s+đến)?|định hướng(?:\s+đến)?|giai đoạn[^.;]{0,30}đến)(?:\s+cuối)?\s*$",
    re.IGNORECASE,
)
_COUNTED_TO = re.compile(
    r"\b(?:tính|số liệu|lũy kế|luỹ kế|thống kê|chốt)\b[^.;]{0,40}đến\s+(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE
)
_SPAN_FROM = re.compile(
    r"\btừ\s+(?:ngày\s+)?(?:\d[^.;]{0,30}?)\s*(?:đến|[-–])\s*(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE
)
_SPAN_TO = re.compile(r"\s*(?:đến|[-–])\s*(?:hết\s+)?(?:ngày\s+)?\d", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.IGNORECASE)
_CELEBRATES = re.compile(
    r"(?:\b(?:kỷ niệm|chào mừng|hưởng ứng|nhân dịp|dịp lễ)\b[^.;]{0,80}|(?-i:\bNgày)\s(?=\D)[^.;,()]{3,80})\(?$",
    re.IGNORECASE,
)
_ALWAYS_KEPT = frozenset({Form.SYMBOL, Form.FRACTION, Form.DURATION, Form.YEARS, Form.RELATIVE})
_YEARS = frozenset({Form.YEAR, Form.BARE_YEAR})


@dataclass(frozen=True, slots=True)
class Context:
    """An expression in its line, in a report of `period`; `plan`: in a part that speaks of what is to come."""

    words: TimeWords
    line: str
    period: Period
    place: Place
    plan: bool = False

    @property
    def lead(self) -> str:
        """What stands before it in its sentence."""
        before = self.line[: self.words.start]
        end = _SENTENCE_END.match(before)
        return before[end.end() :] if end else before

    @property
    def trail(self) -> str:
        """What stands behind it in the line."""
        return self.line[self.words.end :]


def of_this_document(context: Context) -> bool:
    """Whether it is the report's own date, in the line under the title of an appendix."""
    if context.words.form is Form.DAY:
        return _THIS_DOCUMENT.search(context.lead) is not None
    return context.words.form is Form.MONTH and _BLANK_DAY.search(context.lead) is not None


def always_keeps(context: Context) -> bool:
    """Whether nothing of it moves with the period: fractions, spans of years, laws, dates of documents."""
    form = context.words.form
    if form in _ALWAYS_KEPT:
        return True
    if form in _YEARS:
        return _LAW.search(context.lead) is not None
    return form is Form.DAY and (_is_date_of_symbol(context) or _CITED_DATE.search(context.lead) is not None)


def stays(context: Context) -> bool:
    """Whether what stands for no period is history, a goal or a day kept every year."""
    words, lead, now = context.words, context.lead, context.period.year
    if words.form is Form.DAY_MONTH and (is_holiday(words) or _CELEBRATES.search(lead)):
        return True
    if not words.year:
        return False
    if words.year < now - HISTORY or (words.year < now - 1 and _PAST.search(lead) is not None):
        return True
    return words.form in _YEARS and words.year > now and _GOAL.search(lead) is not None


def _is_date_of_symbol(context: Context) -> bool:
    """Whether the number of a document stands before it with nothing between but who issued it."""
    between = _behind_symbol(context)
    return between is not None and _BEHIND_SYMBOL.match(between) is not None


def _behind_symbol(context: Context) -> str | None:
    """What stands between the last number of a document in this sentence and the expression; None without one."""
    first = context.words.start - len(context.lead)
    symbols = [words for words in time_words(context.line) if words.form is Form.SYMBOL and words.start >= first]
    before = [words.end for words in symbols if words.end <= context.words.start]
    return context.line[before[-1] : context.words.start] if before else None


def of_cited_document(context: Context) -> bool:
    """Whether it stands in the title of a document that is cited: a new period has a new document."""
    between = _behind_symbol(context)
    if between is not None:
        return _TITLE_BEHIND_SYMBOL.search(between) is not None
    return _UNNUMBERED_TITLE.search(context.lead) is not None


def compares(context: Context) -> bool:
    """Whether the report compares itself with it: `so với`, `cùng kỳ`."""
    return _COMPARES.search(context.lead) is not None


def names_of_plan(context: Context) -> bool:
    """Whether it tells for when a plan, a target or a task is."""
    return _PLAN_NAME.search(context.lead) is not None


def names_whole_year(context: Context) -> bool:
    """Whether it is a year whatever the report is about: its beginning, its end, that of a plan."""
    bare = context.words.form is Form.BARE_YEAR
    return bare or _WHOLE_YEAR.search(context.lead) is not None or names_of_plan(context)


def intends(context: Context) -> bool:
    """Whether what is to be done in it follows: `Năm 2025, phấn đấu …`."""
    return _INTENDS.match(context.trail) is not None


def is_deadline(context: Context) -> bool:
    """Whether something has to be done by it, or holds from it on."""
    return _DEADLINE.search(context.lead) is not None


def counts_to(context: Context) -> bool:
    """Whether figures are counted up to that day: `tính đến ngày`."""
    return _COUNTED_TO.search(context.lead) is not None


def other_end(context: Context, *, last: bool) -> TimeWords | None:
    """The day at the other end of a span of days (`từ ngày … đến ngày …`) of which this is the first or the last."""
    if last:
        before = [words for words in time_words(context.line) if words.end <= context.words.start]
        return before[-1] if before and _SPAN_FROM.search(context.lead) else None
    behind = [words for words in time_words(context.line) if words.start >= context.words.end]
    return behind[0] if behind and _FROM.search(context.lead) and _SPAN_TO.match(context.trail) else None
