from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bcdesk.report.word_changes import Mark, Stretch, likeness, new_text, old_text, word_changes

SAME, REMOVED, ADDED = Mark.SAME, Mark.REMOVED, Mark.ADDED
WORDS = st.sampled_from(["xã", "năm", "2024", "quý I", "đạt", ",", ".", " ", "  ", "\n", "-", "“", "%"])
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.lists(WORDS, max_size=40).map("".join) | st.text(max_size=30)


def told(old, new):
    return [(stretch.mark, stretch.text) for stretch in word_changes(old, new)]


@given(TEXTS, TEXTS)
@example("a b", "b")
@example("một  ", "một")
def test_without_what_was_added_it_is_the_old_text_and_without_what_was_removed_the_new_one(old, new):
    changes = word_changes(old, new)
    assert (old_text(changes), new_text(changes)) == (old, new)


@given(TEXTS, TEXTS)
def test_nothing_empty_is_told_and_no_two_neighbours_have_one_mark(old, new):
    changes = word_changes(old, new)
    assert all(stretch.text for stretch in changes)
    assert all(one.mark != other.mark for one, other in pairwise(changes))


@given(TEXTS)
def test_the_same_text_is_told_as_the_same(text):
    assert word_changes(text, text) == ((Stretch(text, SAME),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("", "", []),
        ("", "Mới", [(ADDED, "Mới")]),
        ("Trong quý I,", "Trong quý II,", [(SAME, "Trong quý"), (REMOVED, " I"), (ADDED, " II"), (SAME, ",")]),
        ("xã đã họp", "xã họp", [(SAME, "xã"), (REMOVED, " đã"), (SAME, " họp")]),
        ("Xã họp", "Nay xã họp", [(REMOVED, "Xã"), (ADDED, "Nay xã"), (SAME, " họp")]),
        ("5 buổi", "5  buổi", [(SAME, "5"), (REMOVED, " "), (ADDED, "  "), (SAME, "buổi")]),
        ("một hai", "hai", [(REMOVED, "một "), (SAME, "hai")]),
    ],
)
def test_words_are_changed_as_a_whole(old, new, changes):
    assert told(old, new) == changes


def test_texts_with_hardly_a_word_in_common_are_told_whole():
    assert told("Một hai ba bốn năm và sáu.", "Gió thổi và mây bay qua đồi?") == [
        (REMOVED, "Một hai ba bốn năm và sáu."),
        (ADDED, "Gió thổi và mây bay qua đồi?"),
    ]


def test_a_text_that_only_repeats_itself_is_told_whole_and_not_matched_word_by_word():
    old, new = "đạt " * 3000, "không đạt " * 3000
    assert told(old, new)[0][0] is REMOVED
    assert len(told(old, new)) <= 4


@pytest.mark.parametrize(
    ("one", "other", "likely"),
    [("", "", 1), ("a", "", 0), ("một hai", "hai một", 1), ("một hai ba bốn", "một hai", 2 / 3)],
)
def test_likeness_counts_the_words_in_common(one, other, likely):
    assert likeness(one, other) == pytest.approx(likely)
