from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.learning import learned
from bcdesk.vietnamese.lexicon import NOTHING_OWN, Lexicon
from bcdesk.vietnamese.spelling import Proofreader
from tests.vietnamese.proofreading import proofreader

TEXTS = st.lists(st.text(max_size=8)).map(tuple)


@given(st.builds(Lexicon, TEXTS, TEXTS))
def test_a_lexicon_comes_back_from_its_plain_values(lexicon):
    assert Lexicon.from_plain(lexicon.plain()) == lexicon


def test_what_is_no_lexicon_is_an_empty_one():
    assert Lexicon.from_plain(None) == Lexicon.from_plain({"words": 3, "phrases": [1]}) == NOTHING_OWN


def test_a_word_is_added_once_and_taken_out():
    once = NOTHING_OWN.with_word("Xuâm").with_word("Xuâm")
    assert once.words == ("Xuâm",)
    assert once.without_word("Xuâm") == NOTHING_OWN


def test_names_and_phrases_of_two_reports_are_learned():
    reports = (
        ["Họp tại thôn Kon Trăng với bà Rơ Châm H'Lốt.", "Bà con gieo hạt mắc khén trên nương."],
        ["Nhà rông thôn Kon Trăng do bà Rơ Châm H'Lốt trông coi.", "Giá mắc khén tăng."],
        ["Riêng thôn Đăk Wơk đạt 40%."],
    )
    found = learned(reports, proofreader())
    assert {"Kon Trăng", "Rơ Châm H'Lốt", "mắc khén"} <= set(found)
    assert "Đăk Wơk" not in found


def test_a_slip_that_comes_back_each_quarter_is_not_learned():
    reports = [["Ban chỉ đạo đại phát thanh xã tiếp xóng."]] * 4
    assert not [phrase for phrase in learned(reports, proofreader()) if "xóng" in phrase or "đại" in phrase]


def test_one_syllable_with_a_capital_is_not_learned_as_a_name():
    reports = [["đồng chí Chủ tịch xã chủ trì"]] * 2
    assert "Chủ" not in learned(reports, proofreader())


def test_a_learned_name_is_right_with_its_capitals_only():
    own = Proofreader(Lexicon(phrases=("Tân Lậm",)))
    assert own.slips("Họp dân tại xóm Tân Lậm hôm qua.") == ()
    assert own.slips("Văn bản quy phậm pháp luật.") != ()
