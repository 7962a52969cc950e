"""Sentences with gaps for the period and the office: `{kỳ}`, `{cơ quan}`.

`{KỲ}` is filled in capitals, `{Kỳ}` with one at its beginning. Braces around anything else are the clerk's and stay.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bcdesk.report.office import Issuer, Office, body_name, issuer_name, province_name, unit_name
from bcdesk.report.period import Period, PeriodType, following_period, period_words
from bcdesk.vietnamese.letter_case import cased_like

GAPS = frozenset({"kỳ", "kỳ sau", "cùng kỳ", "năm", "năm trước", "cơ quan", "tỉnh", "xã", "đơn vị", "phòng kinh tế"})
"""The gaps there are.

`kỳ` is the period (`quý I năm 2024`), `kỳ sau` the time after it and `cùng kỳ` the same a year before; `năm` and
`năm trước` are years in digits. `cơ quan` the issuing body, `tỉnh` and `xã` the
province and the commune with their kind (`tỉnh Quảng Ngãi`), `đơn vị` the kind of commune alone (`xã`), `phòng kinh tế`
its office for the economy, which has another name in a phường.
"""

_GAP = re.compile(r"( ?)\{([^{}]*)\}")
_UNKNOWN = "…"


def unknown_gaps(text: str) -> tuple[str, ...]:
    """The gaps of a text that nothing fills."""
    return tuple(name for _, name in _GAP.findall(text) if name.lower() not in GAPS)


def filled(text: str, period: Period, office: Office) -> str:
    """The text with its gaps filled, without outer spaces."""
    return with_gaps_filled(text, period, office).strip()


def with_gaps_filled(text: str, period: Period, office: Office) -> str:
    """The text with its gaps filled; one with nothing to say goes with the space before it."""
    if "{" not in text:
        return text
    values = _values(period, office)

    def fill(gap: re.Match[str]) -> str:
        value = values.get(gap[2].lower())
        if value is None:
            return gap[0]
        return gap[1] + cased_like(value, gap[2]) if value else ""

    return _GAP.sub(fill, text)


def gap_like(name: str, model: str) -> str:
    """The gap of that name, filled with the capitals that `model` has."""
    return f"{{{cased_like(name, model)}}}"


def _values(period: Period, office: Office) -> dict[str, str]:
    economy = Issuer.URBAN if office.unit == "phường" else Issuer.ECONOMY
    return {
        "kỳ": period_words(period),
        "kỳ sau": _after(period),
        "cùng kỳ": period_words(replace(period, year=period.year - 1)),
        "năm": str(period.year),
        "năm trước": str(period.year - 1),
        "cơ quan": issuer_name(office),
        "tỉnh": province_name(office) or f"tỉnh {_UNKNOWN}",
        "xã": unit_name(office) if office.name else f"{office.unit} {_UNKNOWN}",
        "đơn vị": office.unit,
        "phòng kinh tế": body_name(economy),
    }


def _after(period: Period) -> str:
    if period.type in (PeriodType.RANGE, PeriodType.AD_HOC):
        return "thời gian tới"
    return period_words(following_period(period))
