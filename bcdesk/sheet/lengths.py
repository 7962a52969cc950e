"""Lengths on paper are whole twips (1/20 pt), so that no program rounds differently; font sizes are half-points."""

from __future__ import annotations

TWIPS_PER_POINT = 20
TWIPS_PER_INCH = 1440
MM_PER_INCH = 25.4


def pt(points: float) -> int:
    """Points in twips."""
    return round(points * TWIPS_PER_POINT)


def mm(length: float) -> int:
    """Millimetres in twips, to the nearest."""
    return round(length * TWIPS_PER_INCH / MM_PER_INCH)


def millimetres(twips: int) -> float:
    """Twips in millimetres, to a tenth."""
    return round(twips * MM_PER_INCH / TWIPS_PER_INCH, 1)
