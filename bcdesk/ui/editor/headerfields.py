"""The fields of the head and the foot of a report, declared as data: what each is called and what it writes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bcdesk.report.edits import Edit, SetField
from bcdesk.report.report import Report, Request
from bcdesk.ui.editor.sources import LinesSource
from bcdesk.vietnamese.dates import parse_date, short_date

Lines = tuple[str, ...]
LATEST_YEAR = 9999
LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One field: `name` for the screen reader, `hint` while it is empty, `chars` its width (0: what is left).

    `wrong` is the sentence shown when what is typed is nothing the report can hold.
    """

    source: LinesSource
    name: str
    hint: str = ""
    single: bool = True
    chars: int = 0
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a form: its label and its fields side by side."""

    label: str
    entries: tuple[Entry, ...]


def _line(name: str, words: str) -> LinesSource:
    """An attribute of the report that is one text."""
    return LinesSource(
        name,
        lambda report: (getattr(report, name),),
        lambda _report, lines: SetField(name, " ".join(lines), words),
    )


def _lines(name: str, words: str) -> LinesSource:
    """An attribute of the report that is lines of text."""
    return LinesSource(name, lambda report: getattr(report, name), lambda _report, lines: SetField(name, lines, words))


def _part(owner: str, name: str, words: str) -> LinesSource:
    """A text inside an attribute of the report."""

    def put(report: Report, lines: Lines) -> Edit | None:
        return _changed(report, owner, {name: " ".join(lines)}, words)

    return LinesSource(owner, lambda report: _text(getattr(report, owner), name), put)


def _part_lines(owner: str, name: str, words: str) -> LinesSource:
    """Lines of text inside an attribute of the report."""

    def put(report: Report, lines: Lines) -> Edit | None:
        return _changed(report, owner, {name: lines}, words)

    return LinesSource(owner, lambda report: getattr(getattr(report, owner), name), put)


def _number(name: str, last: int) -> LinesSource:
    """A part of the date line: a number, or nothing for the pen."""

    def get(report: Report) -> Lines:
        value = getattr(report.date, name)
        return () if value is None else (str(value),)

    def put(report: Report, lines: Lines) -> Edit | None:
        text = "".join(lines).strip()
        known = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER and 1 <= int(text) <= last
        if text and not known:
            return None
        return _changed(report, "date", {name: int(text) if text else None}, "Sửa ngày tháng")

    return LinesSource("date", get, put)


def _day(name: str) -> LinesSource:
    """A date of the requesting document, typed as day/month/year."""

    def get(report: Report) -> Lines:
        value: date | None = getattr(report.request, name, None)
        return () if value is None else (short_date(value),)

    def put(report: Report, lines: Lines) -> Edit | None:
        text = " ".join(lines).strip()
        value = parse_date(text)
        return None if text and value is None else _changed(report, "request", {name: value}, REQUEST_WORDS)

    return LinesSource("request", get, put)


def _text(owner: Any, name: str) -> Lines:
    return (getattr(owner, name),) if owner is not None else ()


def _changed(report: Report, owner: str, changes: dict[str, Any], words: str) -> Edit | None:
    value = getattr(report, owner)
    if value is None and not any(changes.values()):
        return None
    return SetField(owner, replace(value if value is not None else Request(), **changes), words)


REQUEST_WORDS = "Sửa văn bản yêu cầu"
WRONG_DAY = "Ghi ngày dạng 15/3/2024; để trống nếu chưa rõ."

DOCUMENT = (
    Row("Trích yếu", (Entry(_lines("subject", "Sửa trích yếu"), "Trích yếu",
                            "Nội dung chính, mỗi dòng in thành một dòng", single=False),)),
    Row("Dòng thời gian", (Entry(_line("date_range", "Sửa dòng thời gian"), "Dòng thời gian",
                                 "(Từ ngày … đến ngày …)"),)),
    Row("Số, ký hiệu", (
        Entry(_line("number", "Sửa số văn bản"), "Số văn bản", "để trống", chars=10),
        Entry(_line("symbol", "Sửa ký hiệu"), "Ký hiệu văn bản", "Ví dụ: BC-UBND"),
    )),
    Row("Địa danh", (Entry(_line("place", "Sửa địa danh"), "Địa danh", "Ví dụ: Ba Tơ"),)),
    Row("Ngày, tháng, năm", (
        Entry(_number("day", 31), "Ngày", "ngày", chars=6, wrong="Ngày là số từ 1 đến 31; để trống nếu ghi tay."),
        Entry(_number("month", 12), "Tháng", "tháng", chars=6, wrong="Tháng là số từ 1 đến 12; để trống nếu ghi tay."),
        Entry(_number("year", LATEST_YEAR), "Năm", "năm", chars=8, wrong="Năm là một số, ví dụ 2024."),
    )),
    Row("Dự thảo", (Entry(_line("draft_mark", "Sửa dòng dự thảo"), "Dòng dự thảo",
                          "Để trống, hoặc: DỰ THẢO (lần 2)"),)),
    Row("Kính gửi", (Entry(_lines("addressees", "Sửa nơi kính gửi"), "Kính gửi",
                           "Mỗi nơi một dòng, hoặc trống", single=False),)),
)  # fmt: skip
REQUEST = (
    Row("Tên loại", (Entry(_part("request", "name", REQUEST_WORDS), "Tên loại văn bản yêu cầu", "Ví dụ: Công văn"),)),
    Row("Số, ký hiệu", (Entry(_part("request", "number", REQUEST_WORDS), "Số, ký hiệu văn bản yêu cầu",
                              "Ví dụ: 125/UBND-NV"),)),
    Row("Ngày ban hành", (Entry(_day("dated"), "Ngày ban hành văn bản yêu cầu", "Ví dụ: 5/3/2024", chars=14,
                                wrong=WRONG_DAY),)),
    Row("Cơ quan", (Entry(_part("request", "body", REQUEST_WORDS), "Cơ quan ra văn bản yêu cầu",
                          "Ví dụ: Ủy ban nhân dân tỉnh"),)),
    Row("Về việc", (Entry(_part("request", "subject", REQUEST_WORDS), "Trích yếu văn bản yêu cầu",
                          "Trích yếu của văn bản yêu cầu"),)),
    Row("Hạn gửi", (Entry(_day("due"), "Hạn gửi báo cáo", "Ví dụ: 15/3/2024", chars=14, wrong=WRONG_DAY),)),
)  # fmt: skip
DRAFTING = (
    Row("Đơn vị soạn thảo", (Entry(_line("drafting_unit", "Sửa đơn vị soạn thảo"), "Đơn vị soạn thảo",
                                   "Ví dụ: Văn phòng - Thống kê"),)),
    Row("Người soạn", (Entry(_line("drafter", "Sửa người soạn"), "Người soạn", "Họ và tên người soạn"),)),
)  # fmt: skip
RECIPIENTS = (
    Row("Nơi nhận", (Entry(_lines("recipients", "Sửa nơi nhận"), "Nơi nhận",
                           "Mỗi nơi một dòng, dòng cuối: Lưu: VT.", single=False),)),
)  # fmt: skip
SIGNER = (
    Row("Họ và tên", (Entry(_part("signature", "name", "Sửa người ký"), "Họ và tên người ký", "Họ và tên người ký"),)),
)
SIGNER_TITLE = Row(
    "Chức vụ", (Entry(_part("signature", "title", "Sửa người ký"), "Chức vụ người ký", "Ví dụ: Chánh Văn phòng"),)
)
SIGNER_LINES = Row(
    "Các dòng ghi",
    (Entry(_part_lines("signature", "lines", "Sửa phần ký"), "Quyền hạn, chức vụ của người ký",
           "Mỗi dòng in thành một dòng", single=False),),
)  # fmt: skip
SIGNER_BELOW = Row(
    "Dưới chỗ ký",
    (Entry(_part("signature", "below", "Sửa phần ký"), "Chức vụ in dưới chỗ ký", "Thường để trống"),),
)
