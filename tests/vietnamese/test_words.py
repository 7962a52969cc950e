from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.words import Sort, is_judged, pieces


def words(text: str) -> list[str]:
    return [piece.text for piece in pieces(text) if piece.is_word]


def test_words_keep_an_apostrophe_inside():
    assert words("Xã M'Drắk, bà H'Lốt") == ["Xã", "M'Drắk", "bà", "H'Lốt"]


def test_an_acronym_is_no_word_but_a_title_in_capitals_is():
    assert words("UBND xã và HĐND") == ["xã", "và"]
    assert words("KẾT QUẢ ĐẠT ĐƯỢC") == ["KẾT", "QUẢ", "ĐẠT", "ĐƯỢC"]


@pytest.mark.parametrize("text", ["gửi về vhxh@xa.gov.vn", "tệp bao_cao.docx đính kèm", "xem www.bato.vn nhé"])
def test_addresses_and_file_names_are_not_judged(text):
    assert [piece.text for piece in pieces(text) if piece.sort is Sort.ASIDE] != []
    assert set(words(text)) <= {"gửi", "về", "tệp", "đính", "kèm", "xem", "nhé"}


def test_a_code_is_no_word_but_a_small_word_behind_a_number_is():
    assert words("giống ĐT100, 2km") == ["giống"]
    assert words("11năm") == ["năm"]


def test_runs_of_signs_are_one_break():
    sorts = [piece.sort for piece in pieces("a, (b)")]
    assert sorts == [Sort.BREAK, Sort.WORD, Sort.BREAK, Sort.WORD, Sort.BREAK]


@given(st.text(alphabet="aắB1.,- '@\n", max_size=30))
def test_each_piece_stands_where_it_says(text):
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces(text))


def test_what_has_no_mark_at_all_is_not_judged():
    assert not is_judged("bao cao quy 1.docx")
    assert is_judged("báo cáo")
