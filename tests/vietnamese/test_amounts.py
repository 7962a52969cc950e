from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.amounts import Amount, amount, is_padded, typed_like, words_like


@pytest.mark.parametrize(
    ("typed", "worth"),
    [
        ("1.248", Amount(Decimal(1248))),
        ("95,53", Amount(Decimal("95.53"))),
        ("95,53 %", Amount(Decimal("95.53"))),
        ("05", Amount(Decimal(5))),
        ("0", Amount(Decimal(0))),
        ("110/114", Amount(Decimal(110), Decimal(114))),
        ("1.100 / 1.140", Amount(Decimal(1100), Decimal(1140))),
        ("", None),
        ("-", None),
        ("Có", None),
        ("1.2.3", None),
        ("5/Có", None),
        ("9" * 25, None),
    ],
)
def test_a_typed_figure_is_worth(typed, worth):
    assert amount(typed) == worth


def test_a_ratio_to_nothing_has_no_share():
    assert Amount(Decimal(5), Decimal(0)).share is None


@pytest.mark.parametrize(("typed", "padded"), [("05", True), ("00", True), ("0", False), ("15", False), ("0,5", False)])
def test_only_a_count_with_its_zero_is_padded(typed, padded):
    assert is_padded(typed) is padded


@pytest.mark.parametrize(
    ("typed", "model", "wanted"),
    [
        ("7", "05", "07"),
        ("0", "05", "0"),
        ("12", "05", "12"),
        ("1248", "114", "1.248"),
        ("1248", "2000", "1248"),
        ("1.248", "2000", "1.248"),
        ("1248,5", "", "1.248,5"),
        ("1250/1300", "110/114", "1.250/1.300"),
        ("5/7", "05/07", "05/07"),
        ("110/114", "5", "110/114"),
        ("  7  ", "5", "7"),
        ("-", "05", "-"),
        ("nhiều  hơn", "5", "nhiều hơn"),
    ],
)
def test_what_is_typed_is_written_as_the_one_before(typed, model, wanted):
    assert typed_like(typed, model) == wanted


@pytest.mark.parametrize(
    ("value", "model", "wanted"),
    [
        ("12", "114", "12"),
        ("3", "05", "03"),
        ("0.5", "1,25", "0,50"),
        ("12.3456", "5", "12,35"),
        ("1200", "1", "1.200"),
    ],
)
def test_what_is_reckoned_has_the_decimals_of_its_model(value, model, wanted):
    assert words_like(Decimal(value), model) == wanted


@given(st.integers(0, 10**9), st.sampled_from(["", "05", "114", "1.248", "2000", "95,5"]))
def test_the_manner_never_changes_the_worth(number, model):
    assert amount(typed_like(str(number), model)) == Amount(Decimal(number))
