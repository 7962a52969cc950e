from __future__ import annotations

import re
from enum import StrEnum

from bcdesk.report.office import Office
from bcdesk.report.report import Signature


class MarkerStyle(StrEnum):
    PART = "part"
    LETTER = "letter"
    ROMAN = "roman"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    POINT = "point"
    BRACKET = "bracket"
    DASH = "dash"
    PLUS = "plus"
    NONE = "none"


_SHAPES = (
    (MarkerStyle.NONE, r""),
    (MarkerStyle.PART, r"(?i)(phần|chương).*"),
    (MarkerStyle.ROMAN, r"[IVXL]+[.\-/]+"),
    (MarkerStyle.LETTER, r"[A-ZĐ][.\-/]+"),
    (MarkerStyle.ARABIC, r"\d+[.)/]"),
    (MarkerStyle.DECIMAL, r"\d+(\.\d+)+\.?"),
    (MarkerStyle.POINT, r"[a-zđ][.)]"),
    (MarkerStyle.BRACKET, r"\(.*\)"),
    (MarkerStyle.DASH, r"-"),
    (MarkerStyle.PLUS, r"[+*]"),
)


def marker_style(marker: str) -> MarkerStyle:
    return next((style for style, shape in _SHAPES if re.fullmatch(shape, marker)), MarkerStyle.NONE)


def signature_lines(signature: Signature, office: Office) -> tuple[str, ...]:
    return signature.lines or ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
