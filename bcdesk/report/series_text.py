"""A series as text for a spreadsheet: a CSV file, or cells with tabs between them to be pasted."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from bcdesk.report.period import period_words
from bcdesk.report.series import Series
from bcdesk.vietnamese.quantities import number_value

YEAR_AGO, SO_FAR = "Cùng kỳ", "Lũy kế từ đầu năm"
NAME, UNIT = "Số liệu", "Đơn vị"
_TAKEN_FOR_ANOTHER = re.compile(r"[=+@\t\r]|\d+\s*/|-.")  # a formula or a day, where a spreadsheet reads it by itself


def heads(series: Series) -> tuple[str, ...]:
    """The heads of the columns."""
    return (NAME, UNIT, *map(period_words, series.periods), YEAR_AGO, SO_FAR)


def rows(series: Series) -> Iterator[tuple[str, ...]]:
    """The cells of each figure, as typed; empty where nothing is known."""
    for course in series.courses:
        cells = (*course.values, course.year_ago, course.so_far)
        yield (course.figure.name, course.figure.unit, *(cell or "" for cell in cells))


def as_csv(series: Series) -> bytes:
    """A file that a spreadsheet set to Vietnamese opens: UTF-8 with its mark, a semicolon between cells."""
    return "\ufeff".encode() + _written(series, ";").encode()


def as_cells(series: Series) -> str:
    """Cells to be pasted into a spreadsheet."""
    return _written(series, "\t")


def _written(series: Series, separator: str) -> str:
    text = io.StringIO()
    lines = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    lines.writerow(heads(series))
    lines.writerows(tuple(map(_cell, row)) for row in rows(series))
    return text.getvalue()


def _cell(typed: str) -> str:
    """A number as it is; what would be taken for a formula or a day is said to be text."""
    one_line = " ".join(typed.split())
    if number_value(one_line) is None and _TAKEN_FOR_ANOTHER.match(one_line):
        return '="' + one_line.replace('"', '""') + '"'
    return one_line
