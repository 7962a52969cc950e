from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.outline import (
    MarkerStyle,
    default_child_marker,
    marker_at,
    marker_style,
    next_marker,
    read_marker,
    renumbered,
    split_heading,
)
from bcdesk.report.report import Section, walk


def sections(*rows: object) -> tuple[Section, ...]:
    """Sections from their markers, a tuple being the children of the marker before it."""
    made: list[Section] = []
    for row in rows:
        if isinstance(row, tuple):
            made[-1] = Section(made[-1].id, made[-1].marker, children=sections(*row))
        else:
            made.append(Section(str(row), str(row)))
    return tuple(made)


def markers(rows: tuple[Section, ...]) -> list[str]:
    return [section.marker for _, section in walk(rows)]


STYLES = [
    ("Phần I", MarkerStyle.PART, "Phần II"),
    ("Phần thứ nhất", MarkerStyle.PART, "Phần thứ hai"),
    ("PHẦN THỨ NHẤT:", MarkerStyle.PART, "PHẦN THỨ HAI:"),
    ("Phần thứ mười", MarkerStyle.PART, "Phần thứ 11"),
    ("Chương 1", MarkerStyle.PART, "Chương 2"),
    ("Mục 1", MarkerStyle.PART, "Mục 2"),
    ("A.", MarkerStyle.LETTER, "B."),
    ("D-", MarkerStyle.LETTER, "Đ-"),
    ("I.", MarkerStyle.ROMAN, "II."),
    ("IV-", MarkerStyle.ROMAN, "V-"),
    ("1.", MarkerStyle.ARABIC, "2."),
    ("1)", MarkerStyle.ARABIC, "2)"),
    ("9/", MarkerStyle.ARABIC, "10/"),
    ("1.1.", MarkerStyle.DECIMAL, "1.2."),
    ("3.3.9", MarkerStyle.DECIMAL, "3.3.10"),
    ("d)", MarkerStyle.POINT, "đ)"),
    ("e.", MarkerStyle.POINT, "g."),
    ("(1)", MarkerStyle.BRACKET, "(2)"),
    ("(a)", MarkerStyle.BRACKET, "(b)"),
    ("-", MarkerStyle.DASH, "-"),
    ("•", MarkerStyle.DASH, "•"),
    ("+", MarkerStyle.PLUS, "+"),
    ("*", MarkerStyle.PLUS, "*"),
    ("", MarkerStyle.NONE, ""),
    ("Ghi chú", MarkerStyle.NONE, ""),
    ("f)", MarkerStyle.NONE, ""),
    ("IIII.", MarkerStyle.NONE, ""),
    ("0.", MarkerStyle.NONE, ""),
]


@pytest.mark.parametrize(("marker", "style", "after"), STYLES)
def test_a_marker_has_a_style_and_a_next_one(marker, style, after):
    assert marker_style(marker) is style
    assert next_marker(marker) == after


@given(st.sampled_from(["Phần I", "PHẦN THỨ NHẤT", "I.", "1)", "1.1.", "a)", "(1)"]), st.integers(0, 22))
def test_counting_on_never_leaves_the_list(marker, steps):
    for _ in range(steps):
        marker = next_marker(marker)
    read = read_marker(marker)
    assert read
    assert read.number == steps + 1


@pytest.mark.parametrize(
    ("line", "marker", "title"),
    [
        ("I. KẾT QUẢ THỰC HIỆN", "I.", "KẾT QUẢ THỰC HIỆN"),
        ("  1.1. Ưu điểm  ", "1.1.", "Ưu điểm"),
        ("PHẦN THỨ NHẤT: KẾT QUẢ", "PHẦN THỨ NHẤT:", "KẾT QUẢ"),
        ("Phần I", "Phần I", ""),
        ("đ) Công tác khác", "đ)", "Công tác khác"),
        ("(1) Về thể chế", "(1)", "Về thể chế"),
        ("+ Những mặt làm được.", "+", "Những mặt làm được."),
        ("- Nông nghiệp:", "-", "Nông nghiệp:"),
        ("3.3.1 Biểu mẫu", "3.3.1", "Biểu mẫu"),
    ],
)
def test_a_heading_is_split_into_marker_and_title(line, marker, title):
    assert split_heading(line) == (marker, title)


@pytest.mark.parametrize(
    "line", ["Kết quả", "A dua theo phong trào", "5 cụm pano", "I", "-5 độ", "Phần lớn hộ dân", ""]
)
def test_a_line_without_a_marker_is_all_title(line):
    assert split_heading(line) == ("", line)


@pytest.mark.parametrize(
    ("marker", "child"),
    [
        ("Phần I", "I."), ("A.", "I."), ("I.", "1."), ("1.", "a)"), ("1.1.", "a)"), ("a)", "-"), ("(1)", "-"),
        ("-", "+"), ("+", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_level_down_has_its_usual_marker(marker, child):
    assert default_child_marker(marker) == child


def test_a_new_section_counts_on_from_the_one_before():
    assert marker_at(sections("1.", "2."), 2, "I.") == "3."


def test_a_new_first_section_takes_the_first_marker():
    assert marker_at(sections("1.", "2."), 0, "I.") == "1."


def test_the_first_section_of_a_list_takes_the_usual_marker():
    assert marker_at((), 0, "I.") == "1."
    assert marker_at((), 0, None) == "I."


def test_numbering_anew_closes_gaps_and_repeats():
    assert markers(renumbered(sections("2.", "3.", "5.", "5."))) == ["1.", "2.", "3.", "4."]


def test_numbering_anew_keeps_what_has_no_number():
    assert markers(renumbered(sections("1.", "", "+", "3.", "-"))) == ["1.", "", "+", "2.", "-"]


def test_each_list_keeps_its_own_look():
    rows = sections("I-", ("1)", "1)"), "II.", ("a.", "c)"))
    assert markers(renumbered(rows)) == ["I-", "1)", "2)", "II-", "a.", "b."]


def test_letters_are_counted_the_vietnamese_way():
    assert markers(renumbered(sections("a)", "b)", "c)", "d)", "e)", "f)"))) == ["a)", "b)", "c)", "d)", "đ)", "f)"]


def test_decimals_follow_their_parent():
    rows = sections("2.", ("2.1.", "2.1."), "4.", ("4.4", ("4.4.1",)))
    assert markers(renumbered(rows)) == ["1.", "1.1.", "1.2.", "2.", "2.1", "2.1.1"]


def test_decimals_of_another_depth_keep_their_beginning():
    assert markers(renumbered(sections("2.", ("3.1.1.", "3.1.3.")))) == ["1.", "3.1.1.", "3.1.2."]


MARKERS = st.sampled_from([marker for marker, _, _ in STYLES])
TREES = st.recursive(
    st.builds(Section, st.just("s"), MARKERS),
    lambda below: st.builds(Section, st.just("s"), MARKERS, children=st.lists(below, max_size=4).map(tuple)),
    max_leaves=15,
)


@given(st.lists(TREES, max_size=5).map(tuple))
def test_numbering_twice_is_numbering_once(rows):
    assert renumbered(renumbered(rows)) == renumbered(rows)


@given(st.lists(TREES, max_size=5).map(tuple))
def test_numbering_anew_changes_markers_only(rows):
    before, after = list(walk(rows)), list(walk(renumbered(rows)))
    assert [(depth, marker_style(section.marker)) for depth, section in before] == [
        (depth, marker_style(section.marker)) for depth, section in after
    ]
