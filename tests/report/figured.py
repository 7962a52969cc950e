"""Small reports with figures, for the tests of figures and series."""

from __future__ import annotations

from dataclasses import replace

from bcdesk.report.figure_edits import KeepFigure
from bcdesk.report.naming import named
from bcdesk.report.numbers import numbers
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Block, Cell, Report, Section, Table, paragraph

SENTENCE = "Trong quý {period}, xã đã tiếp nhận {taken} hồ sơ, giải quyết {done}/{taken} hồ sơ ({share} %)."
HEADS = ("STT", "Chỉ tiêu", "ĐVT", "Số liệu")
ROMAN = ("I", "II", "III", "IV")


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
