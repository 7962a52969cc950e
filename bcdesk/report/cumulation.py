"""What a figure comes to from the beginning of the year (lũy kế từ đầu năm): summed, a ratio from its summed parts.

The periods summed follow on each other without a gap from the first of January; where one is missing, or has no
figure yet, there is no sum. `-` adds nothing. Shares are never averaged.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from bcdesk.report.figure import Figure, FigureKind
from bcdesk.report.period import Period, PeriodType, period_days
from bcdesk.vietnamese.amounts import HUNDRED, NO_DATA, amount
from bcdesk.vietnamese.quantities import decimals_of, number_words

Values = tuple[str | None, ...]


def cumulated(figure: Figure, periods: tuple[Period, ...], values: Mapping[str, Values]) -> str | None:
    """The figure from the beginning of the year to the end of the last period; None where it cannot be told.

    `values` are those of every figure, by its id, for each period.
    """
    chain = _from_january(periods)
    if chain is None:
        return None
    if figure.cumulative or len(chain) == 1:
        return values[figure.id][chain[-1]] or None
    match figure.kind:
        case FigureKind.COUNT | FigureKind.MONEY:
            return _sum([values[figure.id][at] for at in chain])
        case FigureKind.RATIO:
            return _ratio_sum(_parts(figure, values, chain) or [values[figure.id][at] for at in chain])
        case FigureKind.PERCENTAGE:
            return _share(_ratio_sum(_parts(figure, values, chain)), values[figure.id][chain[-1]])
        case _:
            return None


def _from_january(periods: tuple[Period, ...]) -> list[int] | None:
    """The periods, by their place, that make up the year to the end of the last one; None where one is missing."""
    at = len(periods) - 1
    chain: list[int] = []
    while at >= 0:
        chain.append(at)
        if _begins_year(periods[at]):
            return chain[::-1]
        at = next((i for i in range(at) if _follows(periods[i], periods[at])), -1)
    return None


def _begins_year(period: Period) -> bool:
    days = period_days(period)
    if period.type is PeriodType.WEEK:
        return period.number == 1
    return days is not None and (days.first.month, days.first.day) == (1, 1)


def _follows(before: Period, after: Period) -> bool:
    one, other = period_days(before), period_days(after)
    return one is not None and other is not None and one.last + timedelta(days=1) == other.first


def _sum(typed: list[str | None]) -> str | None:
    if any(value is None or not value.strip() for value in typed):
        return None
    said = [value for value in typed if value is not None and value.strip() not in NO_DATA]
    amounts = [amount(value) for value in said]
    if not said:
        return typed[-1]
    if any(one is None or one.whole is not None for one in amounts):
        return None
    total = sum((one.value for one in amounts if one is not None), Decimal(0))
    return number_words(total, max(map(decimals_of, said)))


def _parts(figure: Figure, values: Mapping[str, Values], chain: list[int]) -> list[str | None]:
    """The ratio of each period from the figures it is made of; none where they are not known."""
    parts = [values.get(part) for part in figure.parts]
    if not parts or None in parts:
        return []
    of_each = [[of_part[at] for of_part in parts if of_part is not None] for at in chain]
    return ["/".join(filter(None, typed)) if all(typed) else None for typed in of_each]


def _ratio_sum(typed: list[str | None]) -> str | None:
    said = [value for value in typed if value and value.strip() not in NO_DATA]
    ratios = [amount(value) for value in said]
    if not said or any(not value for value in typed) or any(one is None or one.whole is None for one in ratios):
        return None
    part = sum((one.value for one in ratios if one is not None), Decimal(0))
    whole = sum((one.whole for one in ratios if one is not None and one.whole is not None), Decimal(0))
    decimals = max(decimals_of(number) for value in said for number in value.split("/"))
    return f"{number_words(part, decimals)}/{number_words(whole, decimals)}"


def _share(ratio: str | None, model: str | None) -> str | None:
    """The summed ratio in hundredths, with the decimals of the last share."""
    worth = amount(ratio or "")
    if worth is None or not worth.whole:
        return None
    share = worth.value * HUNDRED / worth.whole
    return number_words(share, decimals_of(model or "") or 2 * (share != share.to_integral()))
