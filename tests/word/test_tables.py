from __future__ import annotations

import pytest

from bcdesk.sheet.sheet import Table, VerticalAlign
from bcdesk.word.reading import Kind
from tests.word.documents import blocks, left, p

MODERN = "<w:compat><w:compatSetting w:name='compatibilityMode' w:val='15'/></w:compat>"
GRID = "<w:tblGrid><w:gridCol w:w='1000'/><w:gridCol w:w='2000'/></w:tblGrid>"
LINES = "<w:tblBorders><w:top w:val='single' w:sz='6'/><w:insideV w:val='nil' w:sz='20'/></w:tblBorders>"


def cell(text: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "", grid: str = GRID, **parts) -> Table:
    (found,) = blocks(f"<w:tbl><w:tblPr>{properties}</w:tblPr>{grid}{''.join(rows)}</w:tbl>", **parts)
    return found


def shape(found: Table) -> list[list[tuple[str, int, int]]]:
    return [
        [("|".join(each.plain for each in cell.paragraphs), cell.column_span, cell.row_span) for cell in row.cells]
        for row in found.rows
    ]


def test_cells_span_columns_and_rows():
    found = table(
        row(cell("a", "<w:vMerge w:val='restart'/>"), cell("b")),
        row(cell("", "<w:vMerge/>"), cell("c")),
        row(cell("d", "<w:gridSpan w:val='2'/>")),
    )
    assert shape(found) == [[("a", 1, 2), ("b", 1, 1)], [("c", 1, 1)], [("d", 2, 1)]]


def test_text_in_a_covered_cell_is_kept_in_the_cell_that_covers_it():
    found = table(row(cell("a", "<w:vMerge w:val='restart'/>")), row(cell("còn", "<w:vMerge/>")))
    assert shape(found) == [[("a|còn", 1, 2)], []]


def test_a_merge_with_nothing_above_it_is_a_cell():
    assert shape(table(row(cell("a", "<w:vMerge/>")))) == [[("a", 1, 1)]]


def test_places_a_row_leaves_out_are_empty_cells():
    found = table(
        row(cell("a"), properties="<w:gridBefore w:val='1'/>"), row(cell("b"), properties="<w:gridAfter w:val='1'/>")
    )
    assert shape(found) == [[("", 1, 1), ("a", 1, 1)], [("b", 1, 1), ("", 1, 1)]]


def test_a_cell_without_a_paragraph_has_an_empty_one():
    assert shape(table("<w:tr><w:tc/></w:tr>")) == [[("", 1, 1)]]


def test_a_table_without_cells_is_nothing():
    assert blocks(f"<w:tbl>{GRID}<w:tr/></w:tbl>") == []


def test_rows_and_cells_in_content_controls_are_read():
    inner = f"<w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt>"
    assert shape(table(f"<w:sdt><w:sdtContent>{row(inner)}</w:sdtContent></w:sdt>")) == [[("a", 1, 1)]]


def test_columns_come_from_the_grid():
    assert table(row(cell(), cell())).columns == (1000, 2000)


def test_columns_the_grid_does_not_know_come_from_the_cells():
    cells = cell("", "<w:tcW w:w='700'/>"), cell("", "<w:tcW w:w='900'/><w:gridSpan w:val='2'/>")
    assert table(row(*cells), grid="").columns == (700, 450, 450)


def test_a_span_beyond_any_table_is_cut():
    assert table(row(cell("a", "<w:gridSpan w:val='999999'/>"))).rows[0].cells[0].column_span == 63


def test_header_rows():
    found = table(row(cell(), properties="<w:tblHeader/>"), row(cell(), properties="<w:tblHeader w:val='0'/>"))
    assert [each.header for each in found.rows] == [True, False]


@pytest.mark.parametrize(("word", "align"), [("center", VerticalAlign.CENTER), ("both", VerticalAlign.TOP)])
def test_cells_stand_high_or_low(word, align):
    assert table(row(cell("", f"<w:vAlign w:val='{word}'/>"))).rows[0].cells[0].vertical == align


def test_lines_come_from_the_table():
    assert table(row(cell()), properties=LINES).rule == 6


def test_lines_come_from_the_style_of_the_table():
    styles = f"<w:style w:type='table' w:styleId='T'><w:name w:val='T'/><w:tblPr>{LINES}</w:tblPr></w:style>"
    assert table(row(cell()), properties="<w:tblStyle w:val='T'/>", styles=styles).rule == 6


def test_lines_come_from_the_cells_where_only_they_have_any():
    assert table(row(cell("", "<w:tcBorders><w:top w:val='single' w:sz='8'/></w:tcBorders>"))).rule == 8


def test_a_table_without_lines_has_no_rule():
    assert table(row(cell())).rule == 0


def test_padding_comes_from_the_table_or_is_words_own():
    margins = "<w:tblCellMar><w:start w:w='57' w:type='dxa'/></w:tblCellMar>"
    assert [table(row(cell()), properties=each).padding for each in (margins, "")] == [57, 115]


@pytest.mark.parametrize(
    ("properties", "parts", "indent"),
    [
        ("<w:tblInd w:w='300'/>", {"settings": MODERN}, 300),
        ("<w:tblInd w:w='300'/>", {}, 185),
        ("<w:jc w:val='center'/>", {}, (12240 - 2880 - 3000) // 2),
        ("<w:jc w:val='right'/>", {}, 12240 - 2880 - 3000),
    ],
)
def test_where_a_table_stands(properties, parts, indent):
    assert table(row(cell(), cell()), properties=properties, **parts).indent == indent


def test_a_table_style_stands_behind_a_paragraph_style():
    styles = (
        "<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after='160'/></w:pPr></w:pPrDefault></w:docDefaults>"
        "<w:style w:type='table' w:styleId='T'><w:name w:val='T'/><w:pPr><w:spacing w:after='0'/></w:pPr></w:style>"
    )
    found = table(row(cell("a")), properties="<w:tblStyle w:val='T'/>", styles=styles)
    assert found.rows[0].cells[0].paragraphs[0].format.after == 0


def test_a_table_in_a_cell_becomes_paragraphs_and_is_told():
    inner = f"<w:tbl><w:tr>{cell('b')}{cell('c')}</w:tr></w:tbl>"
    body = f"<w:tbl>{GRID}<w:tr><w:tc>{p('a')}{inner}{p('d')}</w:tc></w:tr></w:tbl>"
    (found,) = blocks(body)
    assert shape(found) == [[("a|b|c|d", 1, 1)]]
    assert left(body) == [(Kind.NESTED_TABLE, "b\nc")]
