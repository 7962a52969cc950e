from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.outline_rows import (
    DEEPEST,
    Rows,
    exchanged,
    family,
    nested,
    numbered,
    rows_of,
    shifted,
    without_family,
)
from bcdesk.report.report import Section, walk


def rows(*depths: int) -> Rows:
    return tuple((depth, Section(f"s{number}")) for number, depth in enumerate(depths, 1))


def ids(changed: Rows) -> str:
    return " ".join(f"{section.id[1:]}@{depth}" for depth, section in changed)


def test_a_row_goes_down_with_its_family_only_below_another():
    assert ids(shifted(rows(0, 0, 1), 1, 1)) == "1@0 2@1 3@2"
    assert shifted(rows(0, 1), 1, 1) == rows(0, 1)
    assert shifted(rows(0, 1), 0, 1) == rows(0, 1)


def test_a_row_goes_up_with_its_family_not_above_the_top():
    assert ids(shifted(rows(0, 1, 2), 1, -1)) == "1@0 2@0 3@1"
    assert shifted(rows(0), 0, -1) == rows(0)


def test_families_change_places():
    assert (ids(exchanged(rows(0, 1, 0), 0, 1)[0]), exchanged(rows(0, 1, 0), 0, 1)[1]) == ("3@0 1@0 2@1", 1)
    assert (ids(exchanged(rows(0, 1, 0), 2, -1)[0]), exchanged(rows(0, 1, 0), 2, -1)[1]) == ("3@0 1@0 2@1", 0)


def test_a_row_without_a_neighbour_on_that_side_stays():
    for at, by in ((0, -1), (1, -1), (1, 1), (2, 1)):
        assert exchanged(rows(0, 1, 0), at, by) == (rows(0, 1, 0), at)


def test_a_row_goes_with_all_below_it():
    assert ids(without_family(rows(0, 1, 2, 0), 0)) == "4@0"
    assert list(family(rows(0, 1, 2, 1), 1)) == [1, 2]


def test_a_row_too_deep_stands_directly_below_the_one_above():
    assert [depth for depth, _ in walk(nested(rows(0, 3, 1)))] == [0, 1, 1]


def test_sections_are_numbered_in_reading_order():
    tree = (Section("x", children=(Section("y"),)), Section("z"))
    assert [section.id for _, section in walk(numbered(tree))] == ["s1", "s2", "s3"]


@given(st.lists(st.integers(0, 4), max_size=12))
def test_no_row_is_lost_in_a_tree(depths: list[int]):
    assert [section.id for _, section in rows_of(nested(rows(*depths)))] == [
        f"s{at}" for at in range(1, len(depths) + 1)
    ]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=10), st.data())
def test_a_move_and_its_opposite_change_nothing(depths: list[int], data: st.DataObject):
    begun = rows_of(nested(rows(*depths)))
    at = data.draw(st.integers(0, len(begun) - 1))
    changed, now = exchanged(begun, at, 1)
    assert changed == begun or exchanged(changed, now, -1)[0] == begun


def test_rows_nested_too_deep_stand_beside_each_other():
    deep = nested((depth, Section(f"s{depth}")) for depth in range(3 * DEEPEST))
    assert max(depth for depth, _ in rows_of(deep)) == DEEPEST - 1
    assert len(rows_of(deep)) == 3 * DEEPEST


def test_a_row_goes_no_deeper_than_a_report_may():
    rows = tuple((min(at, DEEPEST - 1), Section(f"s{at}")) for at in range(DEEPEST + 1))
    assert shifted(rows, DEEPEST, 1) == rows
