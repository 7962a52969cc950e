"""Sentences with gaps for the period and the office: `{kỳ}`, `{cơ quan}`; a name in capitals is filled in capitals."""

from __future__ import annotations

import re

from bcdesk.report.office import Issuer, Office, body_name, issuer_name, province_name, unit_name
from bcdesk.report.period import Period, PeriodType, following_period, period_words

GAPS = frozenset({"kỳ", "kỳ sau", "cơ quan", "tỉnh", "xã", "đơn vị", "phòng kinh tế"})
"""The gaps there are.

`kỳ` is the period (`quý I năm 2024`) and `kỳ sau` the time after it, `cơ quan` the issuing body, `tỉnh` and `xã` the
province and the commune with their kind (`tỉnh Quảng Ngãi`), `đơn vị` the kind of commune alone (`xã`), `phòng kinh tế`
its office for the economy, which has another name in a phường.
"""

_GAP = re.compile(r"( ?)\{([^{}]*)\}")
_UNKNOWN = "…"


def unknown_gaps(text: str) -> tuple[str, ...]:
    """The gaps of a text that nothing fills."""
    return tuple(name for _, name in _GAP.findall(text) if name.lower() not in GAPS)


def filled(text: str, period: Period, office: Office) -> str:
    """The text with its gaps filled; one with nothing to say goes with the space before it."""
    values = _values(period, office)

    def fill(gap: re.Match[str]) -> str:
        name = gap[2]
        value = values[name.lower()]
        value = value.upper() if name.isupper() else value
        return gap[1] + value if value else ""

    return _GAP.sub(fill, text).strip()


def _values(period: Period, office: Office) -> dict[str, str]:
    economy = Issuer.URBAN if office.unit == "phường" else Issuer.ECONOMY
    return {
        "kỳ": period_words(period),
        "kỳ sau": _after(period),
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
