from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.places import resources
from bcdesk.vietnamese.placement import spelled, spellings
from bcdesk.vietnamese.syllables import key

VOCABULARY = (resources() / "language/ngrams-law.vocab.tsv").read_text(encoding="utf-8").splitlines()
SYLLABLES = [tuple(line.split("\t")) for line in VOCABULARY if line.split("\t")[0][-1:].isdigit()]


def test_every_syllable_of_the_law_is_spelled_as_the_law_spells_it():
    wrong = [row for row in SYLLABLES if set(spellings(row[0])) != {spelling for spelling in row[1:] if spelling}]
    assert len(SYLLABLES) == 4235
    assert wrong == []


@given(st.sampled_from([row[0] for row in SYLLABLES]))
def test_each_spelling_of_a_syllable_has_its_key(syllable):
    assert {key(spelling) for spelling in spellings(syllable)} == {syllable}


@pytest.mark.parametrize(
    ("syllable", "ways"),
    [
        ("hoa1", ("hòa", "hoà")),
        ("uy3", ("ủy", "uỷ")),
        ("quy2", ("quý",)),
        ("hoan1", ("hoàn",)),
        ("khuyu3", ("khuỷu",)),
        ("gi1", ("gì",)),
        ("gia1", ("già",)),
        ("giêng2", ("giếng",)),
        ("ươc5", ("ược",)),
        ("ban0", ("ban",)),
    ],
)
def test_the_mark_stands_where_it_belongs(syllable, ways):
    assert spellings(syllable) == ways
    assert spelled(syllable) == ways[0]
