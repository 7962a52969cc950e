"""Small reports with figures, for the tests of figures and series."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from bcdesk.report.figure_edits import KeepFigure
from bcdesk.report.naming import named
from bcdesk.report.numbers import numbers
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Block, Cell, Report, Section, Table, paragraph

SENTENCE = "Trong quý {period}, xã đã tiếp nhận {taken} hồ sơ, giải quyết {done}/{taken} hồ sơ ({share} %)."
HEADS = ("STT", "Chỉ tiêu", "ĐVT", "Số liệu")
ROMAN = ("I", "II", "III", "IV")


VALUES = st.sampled_from(["", "-", "0", "05", "114", "1.248", "95,5 %", "3/5", "Có", "3 buổi, 5/7 thôn", '"'])
_NUMBERS = st.sampled_from(["0", "05", "5", "114", "1.248", "1248", "95,53", "24.555", "100", "2024"])
_PIECES = st.sampled_from(
    [
        *("Tiếp nhận {} hồ sơ", "giải quyết {}/{} hồ sơ ({} %)", "- {} buổi", "thu {} triệu đồng", "{} ", ". ", ", "),
        *("; tăng {} hồ sơ ({}%) so với quý trước", " so với cùng kỳ năm 2023", "bằng quý trước", "ngày 05/3/2024"),
    ]
)


@st.composite
def sentences(draw):
    """A text full of figures."""
    pieces = draw(st.lists(_PIECES, max_size=6))
    return "".join(piece.format(*(draw(_NUMBERS) for _ in range(3))) for piece in pieces)


def full_reports():
    """Reports full of figures, in sentences and a table."""
    rows = st.lists(st.lists(VALUES, min_size=4, max_size=4), max_size=4)
    return st.builds(
        lambda one, other, cells: of(quarter(1), one, table(*map(tuple, cells)), other), sentences(), sentences(), rows
    )


def quarter(number, year=2024):
    return Period(PeriodType.QUARTER, year, number)


def table(*rows, heads=HEADS):
    lines = (heads, *rows)
    cells = tuple(tuple(Cell((paragraph(text),)) for text in line) for line in lines)
    return Table(tuple(40.0 for _ in heads), cells)


def of(period, *blocks: Block | str, **rest) -> Report:
    texts = tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    return Report("khac", period, Office(name="Ba Tơ"), sections=(Section("s1", "1.", "Kết quả", texts),), **rest)


def of_quarter(number=1, year=2024, taken="114", done="110", share="96,49", **rest) -> Report:
    """Two figures in a sentence, two in a table, one of them the same."""
    said = SENTENCE.format(period=f"{ROMAN[number - 1]} năm {year}", taken=taken, done=done, share=share)
    below = table(("1", "Số hồ sơ đã tiếp nhận", "hồ sơ", taken), ("2", "Hội nghị", "cuộc", "05"))
    return of(quarter(number, year), said, below, **rest)


def number(report, typed, at=0):
    return [each for each in numbers(report) if each.typed == typed][at]


def with_named(report, typed, **changes):
    """The report with that number named."""
    figure = replace(named(report, number(report, typed)), **changes)
    return KeepFigure(figure).apply(report)


def texts(report):
    return [each.typed for each in numbers(report)]
