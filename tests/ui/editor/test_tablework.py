from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.record import dumps, loads
from bcdesk.report.report import Cell, CellAlign, Table, paragraph
from bcdesk.ui.editor import tablework
from bcdesk.ui.editor.gridactions import ACTIONS
from bcdesk.ui.editor.tablework import Area, Placed, area_of, at, built, placed
from tests.session.reports import report


def cell(text: str = "", **other) -> Cell:
    return Cell((paragraph(text),), **other)


def table(*rows: str, header_rows: int = 1) -> Table:
    return Table((40.0,) * len(rows[0]), tuple(tuple(cell(letter) for letter in row) for row in rows), header_rows)


def shown(value: Table) -> list[str]:
    return ["".join(one.paragraphs[0].plain or "." for one in row) for row in value.rows]


def kept(value: Table) -> Table:
    (block,) = loads(dumps(replace(report("Một"), opening=(value,)))).opening
    return block


WHOLE = table("abc", "def", "ghi")
MERGED = tablework.merged(WHOLE, Area(0, 0, 2, 2))


def test_merging_makes_one_cell_with_the_texts_one_after_another():
    one = at(MERGED, 1, 1)
    assert (one.row, one.column, one.cell.row_span, one.cell.column_span) == (0, 0, 2, 2)
    assert [text.plain for text in one.cell.paragraphs] == ["a", "b", "d", "e"]


def test_splitting_leaves_the_text_in_the_first_place():
    assert shown(tablework.split(MERGED, 0, 0)) == ["a.c", "..f", "ghi"]


def test_a_row_added_inside_a_merged_cell_makes_it_higher():
    grown = tablework.row_added(MERGED, 1)
    assert at(grown, 0, 0).cell.row_span == 3
    assert shown(grown) == ["ac", ".", "f", "ghi"]


def test_a_column_added_takes_its_room_from_the_others():
    grown = tablework.column_added(WHOLE, 1)
    assert shown(grown) == ["a.bc", "d.ef", "g.hi"]
    assert grown.columns == (30.0, 30.0, 30.0, 30.0)
    assert grown.header_rows == 1


def test_a_row_removed_makes_a_merged_cell_lower_and_keeps_its_text():
    rest = tablework.rows_removed(MERGED, 0, 1)
    assert shown(rest) == ["af", "ghi"]
    assert at(rest, 0, 0).cell.row_span == 1
    assert rest.header_rows == 0


def test_a_column_removed_takes_its_width_along():
    rest = tablework.columns_removed(WHOLE, 0, 2)
    assert shown(rest) == ["c", "f", "i"]
    assert rest.columns == (40.0,)


def test_removing_every_row_or_column_removes_the_table():
    assert tablework.rows_removed(WHOLE, 0, 3) is None
    assert tablework.columns_removed(WHOLE, 0, 3) is None


def test_pasting_makes_the_table_as_large_as_it_needs():
    assert shown(tablework.pasted(WHOLE, 2, 2, table("12", "34"))) == ["abc.", "def.", "gh12", "..34"]


def test_an_area_grows_until_it_cuts_no_cell():
    assert area_of(MERGED, (1, 1), (2, 0)) == Area(0, 0, 3, 2)


def test_a_place_outside_is_no_cell():
    with pytest.raises(KeyError):
        at(WHOLE, 3, 0)


def test_a_column_drawn_wider_takes_from_the_one_behind_it():
    assert tablework.with_column_width(WHOLE, 0, 60.0).columns == (60.0, 20.0, 40.0)
    assert tablework.with_column_width(WHOLE, 0, 200.0).columns == (75.0, 5.0, 40.0)
    assert tablework.with_column_width(WHOLE, 2, 50.0).columns == (40.0, 40.0, 50.0)


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(-9000, 9000)), max_size=8))
def test_however_columns_are_drawn_the_table_can_be_kept_and_opened_again(draws):
    drawn = WHOLE
    for column, width in draws:
        drawn = tablework.with_column_width(drawn, column, round(width, 1))
    assert kept(drawn) == drawn


def test_a_column_of_thousands_of_cells_made_one_can_be_kept_and_opened_again():
    long = tablework.merged(table(*["ab"] * 1500), Area(0, 0, 1500, 1))
    assert kept(long) == long
    grown = tablework.row_added(long, 7)
    assert kept(grown) == grown


def test_cells_can_be_cut_out_and_emptied():
    assert shown(tablework.cut_out(WHOLE, Area(1, 1, 3, 3))) == ["ef", "hi"]
    assert shown(tablework.emptied(WHOLE, Area(0, 0, 1, 3))) == ["...", "def", "ghi"]


def test_the_head_can_be_no_more_than_the_table():
    assert tablework.with_header_rows(WHOLE, 9).header_rows == 3


def test_cells_are_aligned_together():
    aligned = tablework.with_align(WHOLE, Area(0, 0, 2, 1), CellAlign.RIGHT)
    assert [item.cell.align for item in placed(aligned)].count(CellAlign.RIGHT) == 2


SIZES = st.integers(1, 4)
SPOTS = st.tuples(st.integers(0, 9), st.integers(0, 9))
STEPS = st.lists(st.tuples(st.sampled_from(ACTIONS), SPOTS, SPOTS), max_size=8)


@given(SIZES, SIZES, STEPS)
def test_whatever_is_done_every_place_is_covered_once(rows, columns, steps):
    value = tablework.empty_table(rows, columns)
    for action, one, other in steps:
        area = area_of(value, _inside(value, one), _inside(value, other))
        if action.fits(value, area):
            changed = action.change(value, area)
            value = changed if changed is not None else value
    covered = [place for item in placed(value) for place in item.places]
    assert sorted(covered) == [(row, column) for row in range(len(value.rows)) for column in range(len(value.columns))]
    assert 0 <= value.header_rows <= len(value.rows)


@given(SIZES, SIZES, SPOTS, SIZES, SIZES)
def test_pasted_texts_are_all_there(rows, columns, spot, other_rows, other_columns):
    value = tablework.empty_table(rows, columns)
    row, column = _inside(value, spot)
    letters = Table((20.0,) * other_columns, tuple(
        tuple(cell(f"{down}{over}") for over in range(other_columns)) for down in range(other_rows)
    ))  # fmt: skip
    found = tablework.pasted(value, row, column, letters)
    assert at(found, row + other_rows - 1, column + other_columns - 1).cell.paragraphs[0].plain == (
        f"{other_rows - 1}{other_columns - 1}"
    )


def test_building_fills_the_places_nobody_covers():
    assert shown(built((10.0, 10.0), 1, [Placed(0, 1, cell("x"))], 5)) == [".x"]


def _inside(value: Table, spot: tuple[int, int]) -> tuple[int, int]:
    return spot[0] % len(value.rows), spot[1] % len(value.columns)
