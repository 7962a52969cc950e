from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.excerpt import LONGEST, Excerpt, excerpt, words_of
from bcdesk.vietnamese.folding import fold

LONG = "Ủy ban nhân dân xã đã chỉ đạo các cơ quan, đơn vị rà soát " * 4


def of(lines, query):
    return excerpt(lines, [fold(line) for line in lines], words_of(query))


def marked(found):
    return [found.text[start:end] for start, end in found.words]


def test_the_line_that_has_most_of_the_words_is_shown():
    assert of(["Cải cách", "Cải cách hành chính", "Hành chính"], "cai cach hanh").text == "Cải cách hành chính"


def test_a_line_with_the_marks_as_typed_comes_before_one_with_others():
    assert of(["báo đài", "Bảo Đại"], "bảo đại").text == "Bảo Đại"
    assert of(["báo đài", "Bảo Đại"], "bao dai").text == "báo đài"


def test_a_word_is_marked_where_it_begins_one_and_not_inside_another():
    assert marked(of(["Ban hành văn bản, bàn bạc"], "ban")) == ["Ban", "bản", "bàn"]
    assert marked(of(["Toàn văn an toàn"], "an")) == ["an"]


def test_words_that_lie_in_each_other_are_marked_once():
    assert marked(of(["Ban hành"], "ba ban")) == ["Ban"]


def test_a_long_line_is_cut_between_words_around_what_was_found():
    found = of([LONG + "niêm yết công khai " + LONG], "niem yet")
    assert found.text.startswith("… ")
    assert found.text.endswith("…")
    assert set(found.text.strip("… ").split()) <= set(f"{LONG} niêm yết công khai".split())
    assert marked(found) == ["niêm", "yết"]


@pytest.mark.parametrize("lines", [[], [""], ["Không có gì"]])
def test_where_the_words_stand_nowhere_nothing_is_shown(lines):
    assert of(lines, "niêm yết") == Excerpt()


@given(st.lists(st.text(st.sampled_from("aàbđ ĐơÁ-.")), max_size=4), st.text(st.sampled_from("aàbđ ĐơÁ-.")))
def test_what_is_marked_is_always_one_of_the_words(lines, query):
    found = of(lines, query)
    assert all(any(fold(part).startswith(fold(word)) for word in words_of(query)) for part in marked(found))


@given(st.text(st.sampled_from("aàbđ "), min_size=LONGEST, max_size=4 * LONGEST))
def test_an_excerpt_is_not_longer_than_what_is_read_at_a_glance(line):
    assert len(of([line], "a").text) <= LONGEST + 4
