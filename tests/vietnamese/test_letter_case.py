from __future__ import annotations

import pytest

from bcdesk.vietnamese.letter_case import in_sentence


@pytest.mark.parametrize(
    ("title", "goes_on"),
    [
        ("Công tác cải cách hành chính", "công tác cải cách hành chính"),
        ("Ý kiến cử tri", "ý kiến cử tri"),
        ("Đảng vụ", "đảng vụ"),
        ("CCHC quý I", "CCHC quý I"),
        ("CÔNG TÁC TUYÊN TRUYỀN", "CÔNG TÁC TUYÊN TRUYỀN"),
        ("Ý", "ý"),
        ("", ""),
    ],
)
def test_a_title_begins_small_in_a_sentence_but_an_abbreviation_does_not(title, goes_on):
    assert in_sentence(title) == goes_on
