"""The head of page one: issuing body and Quốc hiệu, number and date, title and subject, Kính gửi.

Boxes 1 to 5a and 9a of the decree's diagram (GEN-14).
"""

from __future__ import annotations

from math import ceil
from typing import Any

from bcdesk.report.office import Office, header_lines, place_of, superior_line, symbol_of
from bcdesk.report.report import DocumentDate, Place, Report
from bcdesk.sheet.addressees import addressees
from bcdesk.sheet.balance import balanced
from bcdesk.sheet.form import SLACK, Form
from bcdesk.sheet.lengths import mm, pt
from bcdesk.sheet.sheet import Block, Cell, Paragraph, Row, Table
from bcdesk.sheet.styles import Name
from bcdesk.vietnamese.dates import date_words

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TITLE = "BÁO CÁO"
# The decree asks for a third to a half of the text's length (CQ-05, TL-04).
RULE_SHARE = 0.42
NUMBER_BLANK = mm(12)
DAY_BLANK = mm(8)
SPACE_BELOW_HEAD = pt(12)
WIDEST_RIGHT = 0.7


def letterhead(report: Report, form: Form) -> tuple[Block, ...]:
    """Everything above the body."""
    return (_head(report, form), *_title(report, form), *addressees(report.addressees, form))


def _head(report: Report, form: Form) -> Table:
    number, date = _number(report, form), _date(report, form)
    right = _right_column(number[0], date, form)
    left = form.column - right
    names = Row((Cell(issuer(report.office, form, left)), Cell(country(form, right))))
    numbers = Row((Cell(number), Cell((date,))))
    return Table((left, right), (names, numbers), padding=0, rule=0)


def _right_column(number: Paragraph, date: Paragraph, form: Form) -> int:
    """Wide enough for Quốc hiệu (QH-07), and for the date line as far as the number leaves room."""
    room = form.column - form.width_of(number.runs) - SLACK
    widest = max(form.width(Name.COUNTRY, COUNTRY), min(form.width_of(date.runs), room))
    return min(ceil(widest) + SLACK, round(form.column * WIDEST_RIGHT))


def issuer(office: Office, form: Form, column: int) -> tuple[Paragraph, ...]:
    """The superior and the issuing body in a column `column` twips wide, with the line below (CQ-03 … CQ-06)."""
    superior = _lines(Name.SUPERIOR, (superior_line(office),), form, column)
    names = _lines(Name.ISSUER, header_lines(office), form, column)
    if not names:
        return (*superior, form.line(Name.ISSUER, "", Place("office")))
    longest = max(form.width(Name.ISSUER, line.plain) for line in names)
    return (*superior, *names, rule(form, column, longest * RULE_SHARE))


def _lines(name: Name, lines: tuple[str, ...], form: Form, column: int) -> tuple[Paragraph, ...]:
    """The office's name; with a line too long for the column it is broken anew, or that line alone (CQ-06)."""

    def width(text: str) -> float:
        return form.width(name, text)

    kept = [piece for line in lines if line for piece in balanced(line, column, width)]
    anew = balanced(" ".join(kept), column, width) if any(width(line) > column for line in lines) else kept
    return tuple(form.line(name, piece, Place("office")) for piece in min(kept, anew, key=len))


def country(form: Form, column: int) -> tuple[Paragraph, ...]:
    """Quốc hiệu and Tiêu ngữ in a column `column` twips wide, with the line below (QH-01 … QH-06)."""
    motto = rule(form, column, form.width(Name.MOTTO, MOTTO))
    return (form.line(Name.COUNTRY, COUNTRY), form.line(Name.MOTTO, MOTTO), motto)


def rule(form: Form, column: int, length: float, **changes: Any) -> Paragraph:
    """A line `length` twips long, centred in a column, under the paragraph before it."""
    side = round((column - length) / 2)
    return form.line(Name.RULE, "", left=side, right=side, **changes)


def _number(report: Report, form: Form) -> tuple[Paragraph, ...]:
    label, mark = "Số: ", report.draft_mark
    below = 0 if mark else SPACE_BELOW_HEAD
    number = form.line(Name.NUMBER, label + number_text(report, form), Place("number"), len(label), after=below)
    draft = form.line(Name.DRAFT, mark, Place("draft_mark"), after=SPACE_BELOW_HEAD)
    return (number, draft) if mark else (number,)


def number_text(report: Report, form: Form) -> str:
    """Number and symbol, `05/BC-UBND`; room for the pen where there is no number yet (SO-02, SO-03, SO-06)."""
    number = report.number.strip()
    padded = number.zfill(2) if number.isdigit() else number
    return f"{padded or form.blank(Name.NUMBER, NUMBER_BLANK)}/{report.symbol or symbol_of(report.office)}"


def _date(report: Report, form: Form) -> Paragraph:
    place = report.place or place_of(report.office)
    words = date_text(report.date, form, Name.DATE)
    return form.line(Name.DATE, f"{place}, {words}", Place("date"), after=SPACE_BELOW_HEAD)


def date_text(date: DocumentDate, form: Form, name: Name) -> str:
    """`ngày 05 tháng 3 năm 2024`: days below 10 and months 1 and 2 with a zero (DD-03 … 05), blanks for the pen."""
    return date_words(date.day, date.month, date.year, blank=form.blank(name, DAY_BLANK))


def _title(report: Report, form: Form) -> tuple[Paragraph, ...]:
    subject = tuple(
        form.centred(Name.SUBJECT, line, Place("subject", index)) for index, line in enumerate(report.subject) if line
    )
    dates = (form.centred(Name.RANGE, report.date_range, Place("date_range")),) if report.date_range else ()
    longest = max((form.longest(Name.SUBJECT, line) for line in report.subject), default=0)
    lines = (form.line(Name.TITLE, TITLE), *subject, *dates)
    if longest:
        return (*lines, rule(form, form.column, longest * RULE_SHARE, after=SPACE_BELOW_HEAD))
    return (*lines[:-1], lines[-1].formatted(after=SPACE_BELOW_HEAD))
