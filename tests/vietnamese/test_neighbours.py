from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.places import resources
from bcdesk.vietnamese import neighbours as weights
from bcdesk.vietnamese.neighbours import Neighbours, slip_weight, two_away
from bcdesk.vietnamese.syllables import key
from bcdesk.vietnamese.vocabulary import Vocabulary

KEYS = st.text(alphabet="abdf", min_size=1, max_size=5)


@pytest.fixture(scope="module")
def near() -> dict[str, dict[str, float]]:
    vocabulary = Vocabulary.read(resources() / "language/ngrams-law.vocab.tsv")
    found = Neighbours(vocabulary)
    words = ("nổ", "đại", "xóng", "chung", "dữ", "công", "kỹ", "nhiêm", "đia", "ky")
    return {word: {vocabulary.spelled(token): weight for token, weight in found.of(key(word) or "")} for word in words}


@pytest.mark.parametrize(
    ("word", "meant", "weight"),
    [
        ("nổ", "nỗ", weights.HOOK_OR_TILDE),
        ("đại", "đài", weights.OTHER_TONE),
        ("xóng", "sóng", weights.ONSET),
        ("chung", "trung", weights.ONSET),
        ("dữ", "giữ", weights.ONSET),
        ("công", "cộng", weights.TONE_MISSING),
        ("nhiêm", "nhiệm", weights.TONE_MISSING),
        ("đia", "địa", weights.TONE_MISSING),
    ],
)
def test_what_may_have_been_meant_weighs_as_its_kind_of_slip(near, word, meant, weight):
    assert near[word][meant] == weight


def test_a_syllable_is_no_neighbour_of_itself_nor_of_its_other_i(near):
    assert "kỹ" not in near["kỹ"]
    assert "kĩ" not in near["kỹ"]
    assert "kỷ" in near["kỹ"]


def test_the_likeliest_come_first(near):
    assert list(near["nổ"].values()) == sorted(near["nổ"].values(), reverse=True)


@pytest.mark.parametrize(
    ("keys", "meant", "weight"),
    [
        ("bao", "baos", weights.KEY_MISSING),
        ("aos", "baos", weights.FIRST_KEY_MISSING),
        ("baoos", "baos", weights.KEY_TOO_MANY),
        ("bais", "baos", weights.KEY_BESIDE),
        ("bazs", "baos", weights.OTHER_KEY),
        ("boas", "baos", weights.KEYS_SWAPPED),
        ("bo", "baos", None),
        ("soab", "baos", None),
    ],
)
def test_one_slip_of_the_fingers(keys, meant, weight):
    assert slip_weight(keys, meant) == weight


@given(KEYS, KEYS)
def test_what_one_slip_makes_is_at_most_two_keys_away(keys, meant):
    assert slip_weight(keys, meant) is None or two_away(keys, meant)


@given(KEYS, KEYS)
def test_two_keys_away_holds_both_ways(keys, meant):
    assert two_away(keys, meant) == two_away(meant, keys)
