"""Figures and comparisons that are still those of the report before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from bcdesk.report.findings import Finding, Severity
from bcdesk.report.parts import blocks_of
from bcdesk.report.period import period_words
from bcdesk.report.report import BASES, CLOSING, HEADING, OPENING, Place, Report, Table
from bcdesk.report.search import LINES_BEFORE, LINES_BEHIND, texts
from bcdesk.report.stale_rules import COMPARISON, FIGURE
from bcdesk.report.textlines import Line, in_note, lines, note_lines, words_behind
from bcdesk.report.timemeaning import goes_on
from bcdesk.vietnamese.quantities import Quantity, quantities
from bcdesk.vietnamese.timeforms import Form
from bcdesk.vietnamese.timewords import skeleton, time_words

FIELDS = frozenset({*LINES_BEFORE, *LINES_BEHIND})
FORMAL = FIELDS | {OPENING, CLOSING, BASES}
"""The parts whose wording is the same in every report."""

_Key = tuple[str, ...]
_SHOWN = 60
_COMPARES = re.compile(
    r"\b(?:tăng|giảm|bằng|cao hơn|thấp hơn|vượt|nhiều hơn|ít hơn)\b[^.;]{0,80}?"
    r"\b(?:so với|so cùng kỳ|cùng kỳ)\b[^.;,]*(?<=\S)",
    re.IGNORECASE,
)


def untouched_figures(report: Report) -> Iterator[Finding]:
    """The remarks about figures; none in a report that was not rolled over."""
    if report.previous is not None:
        yield from _figures(report, report.previous)
        yield from _tables(report, report.previous)
        yield from _comparisons(report, report.previous)


def is_in_table(report: Report, place: Place) -> bool:
    """Whether a text is that of a table."""
    if place.block < 0 or place.part in FIELDS:
        return False
    return isinstance(blocks_of(report, place.part)[place.block], Table)


def _figures(report: Report, previous: Report) -> Iterator[Finding]:
    """Figures with the same value for the same thing; those of tables are told table by table."""
    known = {
        _key(line.text, figure)
        for line in chain(lines(previous), note_lines(previous))
        for figure in figures_of(line.text)
    }
    wanted = _wanted(report, previous)
    text = (line for line in lines(report) if not _is_formal(line) and not is_in_table(report, line.place))
    footnotes = (line for line in note_lines(report) if not _is_formal(line))
    yield from (_untouched(line, figure, wanted) for line, figure in _known(text, known))
    yield from (in_note(_untouched(line, figure, wanted)) for line, figure in _known(footnotes, known))


def _known(found: Iterable[Line], known: set[_Key]) -> Iterator[tuple[Line, Quantity]]:
    return ((line, figure) for line in found for figure in figures_of(line.text) if _key(line.text, figure) in known)


def _is_formal(line: Line) -> bool:
    return line.place.part in FORMAL or line.place.block == HEADING


def _untouched(line: Line, figure: Quantity, wanted: str) -> Finding:
    counts = figure.unit and not figure.is_percentage
    end = words_behind(line.text, figure.end, 3) if counts else figure.end
    clause = "Số liệu này còn nguyên của kỳ trước."
    found = line.text[figure.start : end]
    return line.finding(FIGURE, Severity.REVIEW, clause, wanted, (figure.start, figure.end), found=found)


def _wanted(report: Report, previous: Report) -> str:
    words = period_words(report.period)
    if goes_on(previous.period, report.period):
        return f"Số lũy kế {words}: cộng thêm số của kỳ này"
    return f"Số liệu {words}".rstrip()


def figures_of(text: str) -> Iterator[Quantity]:
    """The figures of a text that are no part of a word for time."""
    taken = [(words.start, words.end) for words in time_words(text) if words.form is not Form.FRACTION]
    for figure in quantities(text):
        if not any(start < figure.end and figure.start < end for start, end in taken):
            yield figure


def _key(text: str, figure: Quantity) -> _Key:
    """What a figure is: its number, and the two words behind it, or before it where none stand behind."""
    typed = text[figure.start : figure.end]
    if figure.unit and not figure.is_percentage:
        return typed, *figure.unit.lower().split()[:2]
    return typed, figure.unit, *text[: figure.start].lower().split()[-2:]


def _tables(report: Report, previous: Report) -> Iterator[Finding]:
    """Tables whose numbers are all those of the last report."""
    known = {_cells(table) for _, table in _tables_of(previous)}
    for place, table in _tables_of(report):
        cells = _cells(table)
        if cells in known and any(re.search(r"\d", cell) for cell in cells):
            clause = "Mọi số liệu trong bảng này còn nguyên của kỳ trước."
            yield Finding(FIGURE, Severity.REVIEW, clause, _named(cells), _wanted(report, previous), place)


def _tables_of(report: Report) -> Iterator[tuple[Place, Table]]:
    for place, _ in texts(report):
        if is_in_table(report, place):
            table = blocks_of(report, place.part)[place.block]
            if isinstance(table, Table):
                yield place, table


def _cells(table: Table) -> tuple[str, ...]:
    return tuple(skeleton(text.plain) for row in table.rows for cell in row for text in cell.paragraphs)


def _named(cells: tuple[str, ...]) -> str:
    """The first words of a table, by which it is known."""
    return f"Bảng: {' | '.join(cell.replace(chr(0), '…') for cell in cells if cell.strip())[:_SHOWN]}"


def _comparisons(report: Report, previous: Report) -> Iterator[Finding]:
    known = {skeleton(found[0]) for line in lines(previous) for found in _COMPARES.finditer(line.text)}
    for line in lines(report):
        for found in _COMPARES.finditer(line.text):
            if skeleton(found[0]) in known:
                clause = "Câu so sánh này còn nguyên của kỳ trước."
                wanted = "Tính lại, hoặc bỏ phần so sánh"
                yield line.finding(COMPARISON, Severity.REVIEW, clause, wanted, found.span())
