from __future__ import annotations

import random
import shutil
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.legacy import Encoding, decode, decode_pieces, draws_capitals, encoding_of_font, encodings
from tests.fidelity.phrases import EXAMPLE, words
from tests.intake import texts
from tests.vietnamese.encodings import SMALL, encoded, in_tcvn3, in_vni

ICONV = shutil.which("iconv") is None
needs_iconv = pytest.mark.skipif(ICONV, reason="iconv is not installed")
PARAGRAPHS = tuple(
    line
    for text in (EXAMPLE.read_text(encoding="utf-8"), texts.CULTURE, texts.MONTHLY, texts.STEERING, texts.LONG)
    for line in text.replace("–", "-").replace("…", "...").replace("—", "-").splitlines()
    if line.strip()
)
# Words of Unicode whose letters are all of Latin-1, which nothing else tells from the codes of the old fonts.
LATIN_ONLY = tuple(
    word
    for line in (
        "xã và có cá thì làm hòa trí là nghèo con giá trâu bò gà hè hô lô mì lúa mía quà áo tù tôn bún cô thôn công",
        "khó khen trình ý sáng trông xóm nhà ông bà cháu em thêm hình tình lòng trái báo cáo tháng không nên",
    )
    for word in line.split()
)
FOREIGN = ("Déjà vu Citroën Zürich", "Café Peugeot, naïve", "São Paulo", "Ö ä ü ß", "5 °C ± 2 × 3 ÷ 4 ¼ ½ ¾ §", "« a »")


@needs_iconv
@pytest.mark.parametrize("letter", [*SMALL, *"ĂÂÊÔƠƯĐ"])
def test_each_letter_of_tcvn3_is_what_iconv_says(letter: str):
    assert decode(in_tcvn3(letter), Encoding.TCVN3) == letter


@pytest.mark.parametrize("letter", SMALL + SMALL.upper())
def test_each_letter_of_vni_comes_back_small_and_capital(letter: str):
    assert decode(in_vni(letter), Encoding.VNI) == letter


def test_the_soft_hyphen_of_tcvn3_is_a_letter():
    assert decode("n\u00adíc ®\u00ad\u00eec x\u2219 héi", Encoding.TCVN3) == "nước được xã hội"


def test_a_capital_with_a_small_mark_is_a_capital():
    assert decode("Uûy ban AÁn UÛY BAN", Encoding.VNI) == "Ủy ban Ấn ỦY BAN"


def test_the_longest_code_is_read_first():
    assert decode("ñöôùng toâø oâ", Encoding.VNI) == "đướng tôø ô"


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", Encoding.TCVN3, False),
        (".VnTimeH", Encoding.TCVN3, True),
        (".vnArialH", Encoding.TCVN3, True),
        ("VNI-Times", Encoding.VNI, False),
        ("VNI-HELVE-H", Encoding.VNI, False),
        ("Times New Roman", None, False),
        ("UVN Bach Dang", None, False),
        ("SVN-Times", None, False),
        ("", None, False),
    ],
)
def test_the_font_tells_the_encoding(font: str, encoding: Encoding | None, capitals: bool):
    assert (encoding_of_font(font), draws_capitals(font)) == (encoding, capitals)


@needs_iconv
@pytest.mark.parametrize("encoding", Encoding)
def test_whole_texts_come_back(encoding: Encoding):
    for line in PARAGRAPHS:
        wanted = line if encoding is Encoding.VNI else "".join(_as_tcvn3_can(letter) for letter in line)
        assert decode(encoded(line, encoding), encoding) == wanted


@needs_iconv
@pytest.mark.parametrize("encoding", Encoding)
def test_nine_of_ten_paragraphs_are_known_by_themselves_and_none_for_the_other_encoding(encoding: Encoding):
    marked = [legacy for line in PARAGRAPHS if (legacy := encoded(line, encoding)) != line]
    found = [encodings((line,))[0] for line in marked]
    assert found.count(encoding) >= 0.9 * len(marked)
    assert found.count(None) + found.count(encoding) == len(marked)


@needs_iconv
@pytest.mark.parametrize("encoding", Encoding)
def test_at_least_95_of_100_paragraphs_of_a_document_are_known(encoding: Encoding):
    marked = [legacy for line in PARAGRAPHS if (legacy := encoded(line, encoding)) != line]
    assert encodings(marked).count(encoding) >= 0.95 * len(marked)
    assert encodings(tuple(reversed(marked))) == tuple(reversed(encodings(marked)))


def test_of_10000_paragraphs_in_unicode_none_is_misread():
    chance = random.Random(5)
    made = [words(chance, chance.randint(1, 25)) for _ in range(5_000)]
    made += [" ".join(chance.choices(LATIN_ONLY, k=chance.randint(1, 12))) for _ in range(3_000)]
    made += [line.upper() for line in made[5_000:6_000]]
    made += [" ".join(chance.choices((*LATIN_ONLY, *FOREIGN), k=chance.randint(1, 6))) for _ in range(1_000)]
    assert len(made) == 10_000
    assert [text for text in made if encodings((text,)) != (None,)] == []


def test_a_document_in_unicode_is_never_taken_for_another_by_its_vote():
    assert set(encodings((*PARAGRAPHS, *FOREIGN))) == {None}


def test_one_paragraph_pasted_from_an_old_file_is_known_among_others_and_these_stay():
    old = in_vni("Đã tổ chức hai cuộc họp thôn")
    assert encodings((*PARAGRAPHS[:20], old, "Không có gì")) == (*(None,) * 20, Encoding.VNI, None)


def test_a_single_word_is_known_by_the_rest_of_its_document():
    assert encodings((in_vni("Đảng"),)) == (None,)
    assert encodings((in_vni("Đảng"), in_vni("Đã tổ chức hai cuộc họp thôn"))) == (Encoding.VNI,) * 2


def test_a_letter_cut_from_its_mark_finds_it_again():
    assert decode_pieces(("ñöô", "ïc na", "", "êm", ""), Encoding.VNI) == ("đượ", "c nă", "", "m", "")


@given(st.text(alphabet=SMALL + "abc ", max_size=30), st.lists(st.integers(0, 60), max_size=5))
def test_however_a_text_is_cut_its_pieces_say_the_same(text: str, places: list[int]):
    made = in_vni(text)
    cuts = [0, *sorted(min(place, len(made)) for place in places), len(made)]
    pieces = [made[start:end] for start, end in pairwise(cuts)]
    assert "".join(decode_pieces(pieces, Encoding.VNI)) == text


def _as_tcvn3_can(letter: str) -> str:
    """The letter TCVN3 keeps: it has capitals only without tones."""
    return letter.lower() if letter.lower() in SMALL and letter not in "ĂÂÊÔƠƯĐ" else letter
