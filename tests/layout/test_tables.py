from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.layout.grid import placed_cells, rounded, standing_cells
from bcdesk.layout.profiles import LO7, LO25, WORD
from bcdesk.sheet.sheet import Align, Cell, Row, Table, VerticalAlign
from tests.layout.faces import LEFT, PITCH, lines_of, pages_of, paragraph, texts, texts_by_page


def cell(*words: str, **changes) -> Cell:
    return Cell(tuple(paragraph(word) for word in words), **changes)


def table(*rows: tuple[Cell, ...], columns=(500, 500), rule=0, padding=0, **changes) -> Table:
    return Table(columns, tuple(Row(cells) for cells in rows), padding=padding, rule=rule, **changes)


def place(*blocks) -> dict[str, tuple[float, float]]:
    return {line.text: (line.pieces[0].x, line.top) for line in lines_of(*blocks)}


def test_cells_stand_side_by_side_and_rows_below_each_other():
    found = place(table((cell("a"), cell("b")), (cell("c"), cell("d"))))
    assert found == {"a": (100, 100), "b": (600, 100), "c": (100, 300), "d": (600, 300)}


def test_the_table_stands_at_its_indent_and_the_text_inside_the_padding():
    assert place(table((cell("a"), cell("b")), indent=50, padding=20)) == {"a": (170, 100), "b": (670, 100)}


def test_text_is_broken_to_the_width_of_its_cell():
    assert texts(table((cell("một hai"), cell("b")))) == ["một", "hai", "b"]
    assert texts(table((cell("12345"), cell("b")), padding=50)) == ["1234", "5", "b"]


def test_a_row_is_as_high_as_its_tallest_cell():
    assert place(table((cell("a", "a2"), cell("b")), (cell("c"), cell("d"))))["c"] == (100, 500)


@pytest.mark.parametrize(("vertical", "top"), [("top", 100), ("center", 300), ("bottom", 500)])
def test_content_stands_where_the_cell_says(vertical, top):
    found = place(table((cell("a", "a2", "a3"), cell("b", vertical=VerticalAlign(vertical)))))
    assert found["b"] == (600, top)


def test_each_rule_takes_its_thickness_above_its_row_and_the_last_below_the_table():
    found = place(table((cell("a"), cell("b")), (cell("c"), cell("d")), rule=4), paragraph("e"))
    assert (found["a"][1], found["c"][1], found["e"][1]) == (110, 320, 530)


def test_the_rules_close_every_cell():
    rules = pages_of(table((cell("a"), cell("b")), rule=4))[0].rules
    across = {(rule.x1, rule.x2, rule.y1) for rule in rules if rule.y1 == rule.y2}
    down = {(rule.x1, rule.y1, rule.y2) for rule in rules if rule.x1 == rule.x2}
    assert across == {(95, 605, 105), (595, 1105, 105), (95, 1105, 315)}
    assert down == {(100, 105, 315), (600, 105, 315), (1100, 105, 315)}


def test_a_table_without_rules_draws_none():
    assert pages_of(table((cell("a"), cell("b"))))[0].rules == ()


def test_a_cell_spans_columns():
    found = place(table((cell("một hai", column_span=2),), (cell("c"), cell("d"))))
    assert found == {"một hai": (100, 100), "c": (100, 300), "d": (600, 300)}


def test_a_cell_spans_rows_and_makes_room_in_the_last():
    spanning = table((cell("a", "a2", "a3", row_span=2), cell("b")), (cell("d"),), (cell("e"), cell("f")))
    found = place(spanning)
    assert (found["a3"], found["d"], found["e"]) == ((100, 500), (600, 300), (100, 700))


def test_content_of_a_spanning_cell_is_centred_over_all_its_rows():
    spanning = table((cell("a", row_span=2, vertical=VerticalAlign.CENTER), cell("b")), (cell("d"),))
    assert place(spanning)["a"] == (100, 200)


def test_no_rule_crosses_a_spanning_cell():
    rules = pages_of(table((cell("a", row_span=2), cell("b")), (cell("d"),), rule=4))[0].rules
    assert [(rule.x1, rule.x2) for rule in rules if rule.y1 == rule.y2 == 315] == [(595, 1105)]


def test_covered_places_are_passed_over():
    rows = table((cell("a", row_span=2), cell("b")), (cell("d"),)).rows
    placed = placed_cells(Table((1, 1), rows))
    assert [(found.row, found.column) for found in placed] == [(0, 0), (0, 1), (1, 1)]


SPANNED = st.lists(st.lists(st.builds(cell, column_span=st.integers(1, 3), row_span=st.integers(1, 4))), max_size=6)


@given(SPANNED)
def test_each_row_has_the_cells_that_begin_in_it_or_reach_into_it(rows):
    spanned = table(*map(tuple, rows))
    placed = placed_cells(spanned)
    for row, found in enumerate(standing_cells(spanned, placed)):
        assert found == [each for each in placed if each.row <= row < each.end_row]


@given(SPANNED)
def test_no_cell_begins_in_a_place_another_has_taken(rows):
    taken: set[tuple[int, int]] = set()
    for found in placed_cells(table(*map(tuple, rows))):
        assert (found.row, found.column) not in taken
        taken |= {
            (row, column) for row in range(found.row, found.end_row) for column in range(found.column, found.end_column)
        }


def test_space_around_paragraphs_counts_at_the_top_and_bottom_of_a_cell():
    spaced = Cell(
        (paragraph("a", replace(LEFT, before=30, after=50)), paragraph("b", replace(LEFT, before=20, after=40)))
    )
    found = place(table((spaced, cell("x"))), paragraph("e"))
    assert (found["a"][1], found["b"][1], found["e"][1]) == (130, 130 + 200 + 50, 130 + 250 + 200 + 40)


def test_a_rule_under_a_paragraph_keeps_to_its_cell():
    underlined = Cell((paragraph("a"), paragraph("", replace(LEFT, left=100, right=100, rule=8))))
    rule = pages_of(table((cell("x"), underlined)))[0].rules[0]
    assert (rule.x1, rule.x2, rule.y1, rule.thickness) == (700, 1000, 510, 20)


def test_a_row_that_does_not_fit_begins_the_next_page():
    filled = [paragraph(str(number)) for number in range(9)]
    assert texts_by_page(*filled, table((cell("a", "a2"), cell("b"))))[1] == ["a", "a2", "b"]


def test_header_rows_are_repeated():
    rows = (Row((cell("H"), cell("I")), header=True), *(Row((cell(f"a{n}"), cell("b"))) for n in range(12)))
    pages = texts_by_page(Table((500, 500), rows, padding=0, rule=0))
    assert pages[0][:4] == ["H", "I", "a0", "b"]
    assert pages[1] == ["H", "I", "a9", "b", "a10", "b", "a11", "b"]


def test_a_header_never_stands_alone_at_the_foot_of_a_page():
    filled = [paragraph(str(number)) for number in range(9)]
    rows = (Row((cell("H"), cell("I")), header=True), Row((cell("a"), cell("b"))))
    assert texts_by_page(*filled, Table((500, 500), rows, padding=0, rule=0))[1] == ["H", "I", "a", "b"]


def test_a_table_of_header_rows_alone_is_only_rows():
    assert texts(Table((500, 500), (Row((cell("H"), cell("I")), header=True),), padding=0, rule=0)) == ["H", "I"]


def test_a_row_taller_than_a_page_is_divided_between_lines():
    tall = [f"a{number}" for number in range(14)]
    pages = texts_by_page(table((cell(*tall), cell("b")), (cell("c"), cell("d"))))
    assert pages == [[*tall[:10], "b"], [*tall[10:], "c", "d"]]


@pytest.mark.parametrize(("profile", "below"), [(LO7, ["a0", "a1", "b"]), (LO25, ["a0", "a1", "b"]), (WORD, [])])
def test_libreoffice_begins_a_row_taller_than_a_page_below_other_text(profile, below):
    filled = [paragraph(str(number)) for number in range(8)]
    tall = table((cell(*(f"a{number}" for number in range(14))), cell("b")), (cell("c"), cell("d")))
    pages = pages_of(*filled, tall, profile=profile)
    assert [line.text for line in pages[0].lines[8:]] == below
    assert [line.text for line in pages[-1].lines[-2:]] == ["c", "d"]


def test_libreoffice_lets_a_row_reach_over_the_bottom_that_only_the_repeated_head_leaves_too_little_room():
    head = Row((cell("H", "H2"), cell("I")), header=True)
    rows = [Row((cell("x"), cell("y"))), Row((cell(*(f"a{number}" for number in range(9))), cell("b")))]
    tall = Table((500, 500), (head, *rows), padding=0, rule=0)
    assert [line.text for line in pages_of(tall, profile=LO7)[1].lines[-2:]] == ["a8", "b"]
    assert [line.text for line in pages_of(tall)[2].lines] == ["H", "H2", "I", "a8"]


def test_a_tall_row_of_which_no_line_fits_begins_the_next_page():
    filled = [paragraph(str(number)) for number in range(10)]
    tall = table((cell(*(f"a{number}" for number in range(14))), cell("b")))
    assert len(pages_of(*filled, tall, profile=LO7)[0].lines) == 10


def test_the_divided_row_is_ruled_on_both_pages():
    tall = [f"a{number}" for number in range(14)]
    first, second = pages_of(table((cell(*tall), cell("b")), rule=4))
    bottom = max(rule.y2 for rule in first.rules)
    assert bottom == max(line.top for line in first.lines) + PITCH + 5
    assert min(rule.y1 for rule in second.rules) == 100
    assert {rule.x1 for rule in second.rules if rule.x1 == rule.x2} == {100, 600, 1100}


def test_the_page_ends_with_a_rule_below_its_last_row():
    rows = [(cell(f"a{number}"), cell("b")) for number in range(12)]
    first = pages_of(table(*rows, rule=4))[0]
    last = max(line.top for line in first.lines)
    assert (95, 1105, last + PITCH + 5) in {(rule.x1, rule.x2, rule.y1) for rule in first.rules}


def test_rows_that_stay_with_the_next_move_together():
    filled = [paragraph(str(number)) for number in range(8)]
    held = replace(LEFT, keep_next=True)
    rows = [(Cell((paragraph(f"a{number}", held),)), Cell((paragraph("b", held),))) for number in range(3)]
    assert texts_by_page(*filled, table(*rows), paragraph("end"))[1] == ["a0", "b", "a1", "b", "a2", "b", "end"]


def test_rows_under_a_spanning_cell_may_part_and_its_content_goes_on():
    filled = [paragraph(str(number)) for number in range(9)]
    spanning = table((cell("a", "a2", "a3", row_span=2), cell("b")), (cell("d"),), (cell("e"), cell("f")))
    first, second = pages_of(*filled, spanning)
    assert [line.text for line in first.lines[9:]] == ["a", "b"]
    assert [(line.text, line.top) for line in second.lines] == [
        ("a2", 100),
        ("a3", 300),
        ("d", 100),
        ("e", 500),
        ("f", 500),
    ]


def test_the_last_row_needs_no_room_for_content_that_stayed_behind():
    filled = [paragraph(str(number)) for number in range(6)]
    spanning = table((cell("a", "a2", "a3", row_span=2), cell("b", "b2", "b3")), (cell("d"),), rule=4)
    second = pages_of(*filled, spanning, paragraph("e"))[1]
    assert [(line.text, line.top) for line in second.lines] == [("d", 110), ("e", 320)]
    assert max(rule.y1 for rule in second.rules) == 315


def test_content_below_the_middle_goes_to_the_page_of_its_rows():
    filled = [paragraph(str(number)) for number in range(9)]
    low = cell("a", row_span=2, vertical=VerticalAlign.BOTTOM)
    assert texts_by_page(*filled, table((low, cell("b")), (cell("d", "d2"),)))[1] == ["d", "d2"]


def test_rules_in_a_spanning_cell_go_with_its_lines():
    filled = [paragraph(str(number)) for number in range(9)]
    underlined = Cell((paragraph("a"), paragraph("a2", replace(LEFT, rule=8)), paragraph("a3")), row_span=2)
    first, second = pages_of(*filled, table((underlined, cell("b")), (cell("d"),)))
    assert (first.rules, [rule.y1 for rule in second.rules]) == ((), [310])


def test_a_paragraph_in_a_spanning_cell_parts_as_in_the_text_but_for_libreoffice_7():
    filled = [paragraph(str(number)) for number in range(9)]
    spanning = table((cell("aaaa bbbb cccc", row_span=2), cell("b")), (cell("d"),))
    assert [line.text for line in pages_of(*filled, spanning)[0].lines[9:]] == ["b"]
    assert [line.text for line in pages_of(*filled, spanning, profile=LO7)[0].lines[9:]] == ["aaaa", "b"]


def test_libreoffice_7_puts_content_at_the_top_where_a_page_ends_inside_its_cell():
    filled = [paragraph(str(number)) for number in range(7)]
    low = cell("a", row_span=2, vertical=VerticalAlign.BOTTOM)
    spanning = table((low, cell("b", "b2", "b3")), (cell("d"),))
    assert [pages_of(*filled, spanning, profile=profile)[0].lines[7].top for profile in (WORD, LO7)] == [1900, 1500]


def test_rows_that_a_cell_only_reaches_with_its_frame_may_part():
    filled = [paragraph(str(number)) for number in range(9)]
    spanning = table((cell("a", row_span=2), cell("b")), (cell("d"),))
    assert texts_by_page(*filled, spanning) == [[*map(str, range(9)), "a", "b"], ["d"]]


def test_a_table_without_rows_takes_no_room():
    assert place(Table((500,), ()), paragraph("e")) == {"e": (100, 100)}


def test_libreoffice_moves_edges_to_ten_thousandths_of_the_width():
    assert rounded([0, 2213, 4426, 7193, 8853], 10_000) == [0, 2213, 4426, 7193, 8853]
    assert rounded([0, 2603, 4165, 5206, 7809, 8850], 10_000) == [0, 2602, 4164, 5205, 7809, 8850]


def test_libreoffice_leaves_edges_that_lie_where_equal_columns_have_them():
    assert rounded([0, 2951, 5902, 8853], 10_000) == [0, 2951, 5902, 8853]
    assert rounded([0, 1226, 2145, 3064, 3983, 5822, 6435], 10_000) == [0, 1225, 2144, 3063, 3983, 5821, 6435]


def test_the_profile_decides_where_columns_stand():
    wide = replace(table((cell("a"), cell("b"), cell("c"))), columns=(333, 334, 333))
    assert [line.pieces[0].x for line in lines_of(wide, profile=LO7)] == [100, 433, 767]


def test_right_text_ends_at_the_padding():
    right = Cell((paragraph("a", replace(LEFT, align=Align.RIGHT)),))
    assert place(table((cell("x"), right), padding=20))["a"] == (100 + 1000 - 20 - 100, 100)
