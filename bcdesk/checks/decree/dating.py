"""Place and date (DD-01 … DD-08)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bcdesk.checks.absence import absent
from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.places import shown
from bcdesk.checks.rule import Remark, Rule, Unjudged
from bcdesk.report.findings import Severity
from bcdesk.sheet.lengths import pt
from bcdesk.sheet.sheet import Align
from bcdesk.vietnamese.folding import fold

LOOK = Look(26, 28, bold=False, italic=True, align=Align.CENTER)
LEAST_BLANK = 3
SAME_LINE = pt(8)
PADDED_MONTHS = {"1", "2"}

_GAP = r"[\s.…_]*"
_WORDS = re.compile(
    rf"(?:(?P<place>[^,]*?)(?P<comma>\s*,\s*|\s+))?(?P<words>ngày(?P<before>{_GAP})(?P<day>\d*){_GAP}"
    rf"tháng{_GAP}(?P<month>\d*){_GAP}năm{_GAP}(?P<year>\d*){_GAP})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:\d{4}|20)?")  # `20…` is a form whose year is still to be written
_UNIT = re.compile(r"(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|tỉnh|thành phố)\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Date:
    """The line taken apart; None for the place where there is none."""

    line: Line
    found: re.Match[str]

    @property
    def place(self) -> str:
        """What stands before the date."""
        return (self.found["place"] or "").strip()

    def part(self, name: str, wanted: str) -> Remark:
        """A remark on a part of it."""
        start = self.line.start + self.line.raw.index(self.line.text) + self.found.start(name)
        label = {"day": "ngày", "month": "tháng"}[name]
        return Remark(f"{label} {self.found[name]}", f"{label} {wanted}", self.line, start, len(self.found[name]))


def _date(paper: Recognised) -> _Date | None:
    line = paper.date
    found = _WORDS.fullmatch(line.text) if line else None
    return _Date(line, found) if line and found else None


def place_name(paper: Recognised) -> Iterator[Remark]:
    """DD-01: the name of the unit alone, as it stands in the name of the issuing body."""
    date = _date(paper)
    if not date:
        return
    names = fold(" ".join(line.text for line in (*paper.superior, *paper.issuer)))
    if not date.place:
        yield Remark(f"“{date.line.text}” không có địa danh", "Tên xã, phường, dấu phẩy, ngày tháng năm", date.line)
    elif _UNIT.match(date.place):
        bare = date.place.split(" ", 1)[1]
        wanted = f"{bare} (chỉ ghi cả tên loại đơn vị khi tên đặt theo tên người, chữ số hoặc sự kiện)"
        severity = Severity.NOTE if date.place[0].isupper() else Severity.REVIEW
        yield Remark(f"Địa danh “{date.place}”", wanted, date.line, severity=severity)
    elif names and fold(date.place) not in names:
        wanted = "Tên đơn vị hành chính nơi cơ quan ban hành đóng trụ sở"
        yield Remark(f"Địa danh “{date.place}” không có trong tên cơ quan", wanted, date.line, severity=Severity.REVIEW)


def place_with_unit(paper: Recognised) -> Iterator[Remark]:
    """DD-02: a unit that has a number for its name is called in full."""
    date = _date(paper)
    if date and date.place[:1].isdigit():
        yield Remark(f"Địa danh “{date.place}”", f"Ghi đầy đủ: Phường {date.place}", date.line)


def in_words(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """DD-03."""
    yield from absent(paper, "date", "…, ngày … tháng … năm …")
    if paper.date is None:
        return
    date = _date(paper)
    wanted = "Ghi đầy đủ: ngày … tháng … năm …"
    if date is None:
        yield Remark(f"“{paper.date.text}”", wanted, paper.date)
    elif not _YEAR.fullmatch(date.found["year"]):
        yield Remark(f"năm {date.found['year']}", "Năm ghi đủ bốn chữ số", date.line)


def day_padded(paper: Recognised) -> Iterator[Remark]:
    """DD-04."""
    date = _date(paper)
    if date and len(date.found["day"]) == 1:
        yield date.part("day", date.found["day"].zfill(2))


def month_padded(paper: Recognised) -> Iterator[Remark]:
    """DD-05: a zero before 1 and 2 is prescribed; that there is none before 3 to 9 follows from it."""
    date = _date(paper)
    month = date.found["month"] if date else ""
    if date and month in PADDED_MONTHS:
        yield date.part("month", month.zfill(2))
    elif date and month.startswith("0") and month.lstrip("0") not in {*PADDED_MONTHS, ""}:
        remark = date.part("month", month.lstrip("0"))
        yield Remark(remark.found, remark.wanted, remark.line, remark.start, remark.length, Severity.REVIEW)


def look(paper: Recognised) -> Iterator[Remark]:
    """DD-06."""
    date = _date(paper)
    if not date:
        return
    if date.place and date.found["comma"].strip() != ",":
        yield Remark(f"“{date.line.text}” không có dấu phẩy sau địa danh", f"{date.place}, ngày …", date.line)
    if not date.found["words"].startswith("ngày"):
        yield Remark(f"“{date.found['words']}” không viết thường", "ngày … tháng … năm …", date.line)
    if date.place and not date.place[0].isupper() and not date.place[0].isdigit():
        yield Remark(f"Địa danh “{date.place}” không viết hoa", "Chữ cái đầu của địa danh viết hoa", date.line)
    yield from misfit(date.line, LOOK)


def beside_number(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """DD-07: on the line of the number."""
    number, date = paper.number, paper.date
    if number is None or date is None:
        return
    one, other = shown(paper.pages, number), shown(paper.pages, date)
    if one and other:
        if one.page is not other.page or abs(one.baseline - other.baseline) > SAME_LINE:
            words = f"“{date.text}” không cùng dòng với số, ký hiệu"
            yield Remark(words, "Cùng một dòng với số, ký hiệu", date)
    elif not _same_row(number, date):
        yield Unjudged("không biết địa danh, thời gian có cùng dòng với số, ký hiệu không")


def _same_row(number: Line, date: Line) -> bool:
    one, other = number.spot, date.spot
    if (one.section, one.block) != (other.section, other.block):
        return False
    return (not one.in_table) or (one.row == other.row and one.paragraph == other.paragraph == 0)


def room_for_day(paper: Recognised) -> Iterator[Remark]:
    """DD-08: the day may stay blank until the number is given."""
    date = _date(paper)
    if date and not date.found["day"] and len(date.found["before"]) < LEAST_BLANK:
        yield Remark(f"“{date.line.text}”", "Để khoảng trống đủ ghi ngày bằng tay, sau khi ký", date.line)


PLACE = "NĐ 30/2020, Phụ lục I, mục II.4"
RULES = (
    Rule(
        "DD-01",
        Severity.WRONG,
        f"Địa danh là tên chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở ({PLACE}.a)",
        place_name,
        needs=("date",),
    ),
    Rule(
        "DD-02",
        Severity.WRONG,
        f"Đơn vị hành chính đặt theo tên người, chữ số, sự kiện lịch sử thì ghi tên gọi đầy đủ ({PLACE}.a)",
        place_with_unit,
        needs=("date",),
    ),
    Rule(
        "DD-03",
        Severity.WRONG,
        f"Ngày, tháng, năm ghi đầy đủ bằng chữ “ngày … tháng … năm …” và chữ số Ả Rập ({PLACE}.b)",
        in_words,
    ),
    Rule(
        "DD-04",
        Severity.WRONG,
        f"Ngày nhỏ hơn 10 có chữ số 0 phía trước ({PLACE}.b)",
        day_padded,
        needs=("date",),
    ),
    Rule(
        "DD-05",
        Severity.WRONG,
        f"Chỉ tháng 1 và tháng 2 có chữ số 0 phía trước ({PLACE}.b)",
        month_padded,
        needs=("date",),
    ),
    Rule(
        "DD-06",
        Severity.WRONG,
        "Địa danh và thời gian in thường, cỡ 13–14, kiểu chữ nghiêng, không đậm; chữ cái đầu của địa danh viết hoa, "
        f"sau địa danh có dấu phẩy ({PLACE}.c)",
        look,
        needs=("date",),
    ),
    Rule(
        "DD-07",
        Severity.WRONG,
        f"Địa danh và thời gian cùng một dòng với số, ký hiệu, canh giữa dưới Quốc hiệu và Tiêu ngữ ({PLACE}.c)",
        beside_number,
        needs=("number", "date"),
    ),
    Rule(
        "DD-08",
        Severity.REVIEW,
        "Thời gian ban hành ghi sau khi có chữ ký, nên dự thảo để trống ngày (NĐ 30/2020, Điều 15.2)",
        room_for_day,
        needs=("date",),
    ),
)
