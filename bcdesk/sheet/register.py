"""The outgoing register on paper: A4 landscape, its ten columns headed on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil

from bcdesk.report.office import Layout, Office, issuer_name
from bcdesk.report.register import COLUMNS, SERIES_WORDS, Book, Line, cells
from bcdesk.report.report import Place
from bcdesk.sheet.compose import used_styles
from bcdesk.sheet.form import SLACK, Form, WidthOf, form_of
from bcdesk.sheet.lengths import mm, pt
from bcdesk.sheet.letterhead import COUNTRY, SPACE_BELOW_HEAD, country, issuer
from bcdesk.sheet.sheet import (
    SINGLE,
    Align,
    Block,
    Cell,
    PageSetup,
    Paragraph,
    Row,
    Section,
    Sheet,
    Table,
    VerticalAlign,
)
from bcdesk.sheet.styles import Name, half_points
from bcdesk.sheet.tables import column_widths

TITLE = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"
WIDTHS = (26.0, 22.0, 57.0, 26.0, 36.0, 23.0, 14.0, 21.0, 20.0, 22.0)
CENTRED = frozenset((0, 1, 6, 7))
SIZE = 11.0
SIDES = 15.0  # millimetres at the left and right of a page that is bound at its upper edge
PADDING = mm(1)
PLACE = Place("register")


def register_sheet(book: Book, lines: Iterable[Line], office: Office, width_of: WidthOf) -> Sheet:
    """The book of that office with these lines."""
    form = _form(width_of)
    blocks = (*_head(book, office, form), _table(lines, form))
    section = Section(form.page, blocks)
    return Sheet(
        (section,), used_styles((section,), form), f"Sổ đăng ký văn bản đi năm {book.year}", issuer_name(office)
    )


def _form(width_of: WidthOf) -> Form:
    """The form of a paper, its pages turned and its cells in smaller letters."""
    form = form_of(Layout(), width_of)
    cell = form.styles[Name.CELL]
    small = replace(cell, size=half_points(SIZE), format=replace(cell.format, pitch=SINGLE))
    return replace(form, page=_turned(form.page), styles={**form.styles, Name.CELL: small})


def _turned(page: PageSetup) -> PageSetup:
    return replace(page, width=page.height, height=page.width, left=mm(SIDES), right=mm(SIDES))


def _head(book: Book, office: Office, form: Form) -> Iterator[Block]:
    right = ceil(form.width(Name.COUNTRY, COUNTRY)) + SLACK
    left = mm(90)
    between = form.column - left - right
    row = Row((Cell(issuer(office, form, left)), Cell((form.line(Name.CELL, ""),)), Cell(country(form, right))))
    yield Table((left, between, right), (row,), padding=0, rule=0)
    yield form.line(Name.TITLE, TITLE, before=SPACE_BELOW_HEAD)
    words = f"Năm {book.year} – {SERIES_WORDS[book.series].lower()}"
    yield form.line(Name.RANGE, words, after=SPACE_BELOW_HEAD)


def _table(lines: Iterable[Line], form: Form) -> Table:
    widths = column_widths(WIDTHS, form.column)
    numbers = tuple(f"({number})" for number in range(1, len(COLUMNS) + 1))
    rows = (
        _row(COLUMNS, form, bold=True, header=True),
        _row(numbers, form, header=True),
        *(_row(cells(line), form) for line in lines),
    )
    return Table(widths, rows, padding=PADDING, indent=(form.column - sum(widths)) // 2)


def _row(texts: tuple[str, ...], form: Form, *, bold: bool = False, header: bool = False) -> Row:
    printed = tuple(
        Cell(
            (_text(text, form, bold=bold, centred=header or at in CENTRED),),
            vertical=VerticalAlign.CENTER if header else VerticalAlign.TOP,
        )
        for at, text in enumerate(texts)
    )
    return Row(printed, header=header)


def _text(text: str, form: Form, *, bold: bool, centred: bool) -> Paragraph:
    align = Align.CENTER if centred else Align.LEFT
    written = form.line(Name.CELL, text, PLACE, align=align, before=pt(1), after=pt(1))
    return replace(written, runs=tuple(replace(run, bold=bold) for run in written.runs))
