from __future__ import annotations

import pytest

from bcdesk.places import resources
from bcdesk.vietnamese.confusions import Confusions
from bcdesk.vietnamese.words import pieces

ROWS = [
    line.split("\t") for line in (resources() / "language/confusions.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
TABLE = Confusions.read(resources() / "language/confusions.tsv")


def corrected(text: str) -> str:
    for slip in reversed(list(TABLE.found(pieces(text)))):
        text = text[: slip.start] + slip.suggestions[0] + text[slip.end :]
    return text


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_each_wrong_form_becomes_the_right_one_which_is_left(row):
    wrong, right = row[:2]
    assert corrected(f"(  {wrong} )") == f"(  {right} )"
    assert corrected(right) == right


def test_no_wrong_form_stands_twice():
    assert len({row[0] for row in ROWS}) == len(ROWS)


def test_a_wrong_form_is_left_behind_and_before_the_words_where_it_is_right():
    assert corrected("khả năng xuất") == "khả năng xuất"
    assert corrected("năng xuất khẩu") == "năng xuất khẩu"
    assert corrected("năng xuất lúa") == "năng suất lúa"


def test_the_longest_form_wins():
    assert corrected("phòng trống tội phạm") == "phòng chống tội phạm"


def test_only_the_words_that_differ_are_marked():
    (slip,) = TABLE.found(pieces("về phần nền quản lý"))
    assert (slip.start, slip.end) == (8, 11)


def test_words_with_a_sign_between_them_are_no_form():
    assert corrected("nổ, lực") == "nổ, lực"
