"""Typed figures of several units added up, written as offices write: dots between thousands, a comma before decimals.

A sum some unit has typed itself stays as typed there; a count below ten has its zero where a unit writes so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from bcdesk.report.arithmetic import is_rounded
from bcdesk.vietnamese.amounts import HUNDRED, NO_DATA, amount, is_padded
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.numbers import padded
from bcdesk.vietnamese.quantities import decimals_of, number_value, number_words

_NOTHING = frozenset({"", "khong", "khong co", "khong phat sinh"})
_TEN = 10

Ratio = tuple[Decimal, Decimal]
"""The part, and the whole it is of."""


@lru_cache(maxsize=8192)
def says_nothing(typed: str) -> bool:
    """Whether a figure is left out: blank, `-` or `Không có`, which add nothing."""
    return typed.strip() in NO_DATA or fold(typed).strip(" .") in _NOTHING


def added(typed: Sequence[str]) -> str | None:
    """The figures added up, of ratios both sides; None where one is no number, or only some are ratios.

    Where all are left out, what the first says.
    """
    said = [one.strip() for one in typed if not says_nothing(one)]
    if not said:
        return typed[0] if typed else ""
    worth = [amount(one) for one in said]
    if None in worth or len({one is not None and one.whole is None for one in worth}) > 1:
        return None
    sides = zip(*([side.strip() for side in one.split("/")] for one in said), strict=True)
    return "/".join(map(_sum, sides))


def _sum(typed: Sequence[str]) -> str:
    total = sum((value for one in typed if (value := number_value(one)) is not None), Decimal(0))
    return written(total, typed)


def written(value: Decimal, typed: Iterable[str]) -> str:
    """A sum in the manner of what was summed: with the most decimals, padded where one of them is."""
    models = [one.strip() for one in typed if number_value(one) is not None]
    same = [one for one in models if number_value(one) == value]
    if same:
        return same[0]
    words = number_words(value, max(map(decimals_of, models), default=0))
    return padded(int(words)) if value < _TEN and words.isdigit() and any(map(is_padded, models)) else words


def share_words(together: Ratio, ratios: Sequence[Ratio], typed: Sequence[str]) -> str | None:
    """The percentage of units together, whose own are `typed` and of `ratios`; None where it is of nothing.

    It has the most decimals the units have typed, two where all have typed whole ones that were exact and this is not.
    """
    said = [(ratio, bare(one)) for ratio, one in zip(ratios, typed, strict=True) if ratio[1] and not says_nothing(one)]
    if not together[1]:
        return None
    share = together[0] * HUNDRED / together[1]
    if len(said) == 1 and said[0][0] == together:
        return said[0][1]
    decimals = max((decimals_of(one) for _, one in said), default=0)
    exact = all(part * HUNDRED / whole == number_value(one) for (part, whole), one in said)
    return number_words(share, decimals or 2 * (exact and share != share.to_integral()))


def sum_of(ratios: Iterable[Ratio]) -> Ratio:
    """Parts and wholes added up."""
    known = tuple(ratios)
    return sum((part for part, _ in known), Decimal(0)), sum((whole for _, whole in known), Decimal(0))


def is_share_of(typed: str, ratio: Ratio) -> bool:
    """Whether a typed percentage is that ratio, rounded or cut off at its last decimal; of nothing, any is."""
    part, whole = ratio
    if not whole:
        return not part
    said, decimals = _read(typed)
    return said is not None and is_rounded(said, part * HUNDRED / whole, decimals)


@lru_cache(maxsize=8192)
def _read(typed: str) -> tuple[Decimal | None, int]:
    return number_value(bare(typed)), decimals_of(bare(typed))


def bare(typed: str) -> str:
    """A typed percentage without its sign."""
    return typed.strip().removesuffix("%").rstrip()
