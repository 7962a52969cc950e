from __future__ import annotations

from bcdesk.vietnamese.abbreviations import known_abbreviations, written_out


def test_an_abbreviation_has_its_words_and_whether_everybody_knows_it():
    assert known_abbreviations()["CCHC"] == ("cải cách hành chính", False)
    assert known_abbreviations()["ATM"][1]


def test_abbreviations_in_a_title_are_written_out():
    assert written_out("Công tác CCHC, CĐS") == "Công tác cải cách hành chính, chuyển đổi số"


def test_words_in_capitals_that_are_no_abbreviation_stay():
    assert written_out("CÔNG TÁC CHỈ ĐẠO cchc") == "CÔNG TÁC CHỈ ĐẠO cchc"
