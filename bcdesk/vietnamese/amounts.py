"""Typed figures as amounts to reckon with, and amounts typed as the figure before them was.

A dot stands between thousands, a comma before decimals. Nothing, `-` and words are no amount; `0` is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bcdesk.vietnamese.numbers import padded
from bcdesk.vietnamese.quantities import decimals_of, number_value, number_words

HUNDRED = Decimal(100)
NO_DATA = frozenset({"-", "–", "—"})
_RATIO = re.compile(r"(?P<part>[\d.,]+)\s*/\s*(?P<whole>[\d.,]+)")
_THOUSAND = 1000
_LONGEST = 24  # characters; what is longer is no figure of an office, and more than decimals are reckoned with


@dataclass(frozen=True, slots=True)
class Amount:
    """A number; of a ratio `a/b` the part, with the `whole` beside it."""

    value: Decimal
    whole: Decimal | None = None

    @property
    def share(self) -> Decimal | None:
        """A ratio in hundredths; None for a plain number and a ratio to nothing."""
        return self.value * HUNDRED / self.whole if self.whole else None


def amount(typed: str) -> Amount | None:
    """What a typed figure is worth: `1.248`, `95,53 %`, `110/114`; None for nothing, `-` and words."""
    text = typed.strip().removesuffix("%").rstrip()
    ratio = _RATIO.fullmatch(text)
    if len(text) > _LONGEST:
        return None
    if ratio is None:
        value = number_value(text)
        return Amount(value) if value is not None else None
    part, whole = number_value(ratio["part"]), number_value(ratio["whole"])
    return Amount(part, whole) if part is not None and whole is not None else None


def is_padded(typed: str) -> bool:
    """Whether a count below ten is typed with its zero."""
    return len(typed) > 1 and typed[0] == "0" and typed.isdigit()


def typed_like(typed: str, model: str) -> str:
    """What the clerk has typed, written in the manner of the figure it replaces: `7` as `07`, `1248` as `1.248`.

    Dots the clerk has typed stay, and what is no number stays as it is.
    """
    text = " ".join(typed.split())
    ratio = _RATIO.fullmatch(text)
    if ratio is not None:
        models = _RATIO.fullmatch(model.strip())
        return "/".join(_number_like(ratio[name], models[name] if models else "") for name in ("part", "whole"))
    return _number_like(text, model.strip())


def _number_like(typed: str, model: str) -> str:
    """A number whose thousands are not typed yet gets its dots, unless the model has thousands without them."""
    value = number_value(typed) if len(typed) <= _LONGEST else None
    if value is None or "." in typed:
        return typed
    whole, comma, decimals = typed.partition(",")
    if is_padded(model) and not comma and len(whole) == 1 and value:
        return padded(int(whole))
    undotted = model.isdigit() and int(model) >= _THOUSAND
    if value < _THOUSAND or undotted or whole.startswith("0"):
        return typed
    return number_words(Decimal(whole), 0) + comma + decimals


def words_like(value: Decimal, model: str, most: int = 2) -> str:
    """An amount reckoned, with the decimals of the model or of its own, at most so many; padded as the model is."""
    own = max(-int(value.normalize().as_tuple().exponent), 0) if value.is_finite() else 0
    words = number_words(value, max(decimals_of(model.partition("/")[0]), min(own, most)))
    return padded(int(words)) if is_padded(model.partition("/")[0]) and len(words) == 1 and value else words
