"""A document that LibreOffice has opened and saved again looks as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bcdesk.painting.fonts import FontMeasure
from bcdesk.sheet.sheet import Block, Cell, Paragraph, Sheet, Table
from bcdesk.word.reader import read
from bcdesk.word.writer import write
from tests.fidelity.corpus import documents
from tests.fidelity.example import example_sheet
from tests.fidelity.office import installed

pytestmark = pytest.mark.office
ROUNDING = 2


@pytest.fixture(scope="module")
def written(qapp):
    return {"example": example_sheet(FontMeasure())} | documents(5, 2)


@pytest.fixture(scope="module")
def saved(written, tmp_path_factory):
    data = {name: write(sheet) for name, sheet in written.items()}
    found = installed().converted(data, tmp_path_factory.mktemp("office"), "docx")
    return {name: read(each).sheet for name, each in found.items()}


@pytest.fixture(params=["example", "text-5-000", "text-5-001"])
def pair(request, written, saved):
    return written[request.param], saved[request.param]


def blocks(sheet: Sheet) -> Iterator[Block]:
    for section in sheet.sections:
        yield from section.blocks


def tables(sheet: Sheet) -> list[Table]:
    return [block for block in blocks(sheet) if isinstance(block, Table)]


def cells(sheet: Sheet) -> list[Cell]:
    return [cell for table in tables(sheet) for row in table.rows for cell in row.cells]


def paragraphs(sheet: Sheet) -> list[Paragraph]:
    return [block for block in blocks(sheet) if isinstance(block, Paragraph)]


def letters(sheet: Sheet) -> list[tuple[str, int, bool, bool]]:
    found = [*paragraphs(sheet), *(paragraph for cell in cells(sheet) for paragraph in cell.paragraphs)]
    runs = [run for paragraph in found for run in paragraph.runs]
    return [(letter, run.size, run.bold, run.italic) for run in runs for letter in run.text]


def test_every_letter_keeps_its_size_weight_and_slant(pair):
    was, became = pair
    assert letters(became) == letters(was)


def test_every_paragraph_keeps_its_alignment_indents_spacing_and_pitch(pair):
    was, became = pair
    assert [each.format for each in paragraphs(became)] == [each.format for each in paragraphs(was)]


def test_every_paragraph_in_a_cell_keeps_its_format_but_for_widows_which_no_row_has(pair):
    was, became = pair
    formats = [
        [replace(each.format, widow_control=True) for cell in cells(sheet) for each in cell.paragraphs]
        for sheet in (was, became)
    ]
    assert formats[1] == formats[0]


def test_tables_keep_their_columns_rules_and_places(pair):
    for was, became in zip(*map(tables, pair), strict=True):
        assert became.columns == pytest.approx(was.columns, abs=ROUNDING)
        assert (became.padding, became.rule, became.indent) == (was.padding, was.rule, was.indent)
        assert [row.header for row in became.rows] == [row.header for row in was.rows]


def test_cells_keep_their_spans_and_where_their_content_stands(pair):
    shapes = [[(cell.column_span, cell.row_span, cell.vertical) for cell in cells(sheet)] for sheet in pair]
    assert shapes[1] == shapes[0]


def test_pages_keep_their_size_margins_and_numbers(pair):
    was, became = pair
    assert [each.page for each in became.sections] == [each.page for each in was.sections]
